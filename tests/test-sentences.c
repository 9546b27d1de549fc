/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unicode/ubidi.h>

#include "facts/jalon-records-private.h"
#include "words/jalon-words.h"

#define NB "\u00a0" /* no-break space */
#define FSI "\u2068"
#define PDI "\u2069"

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static JalonText *
make_text (const char *fr, const char *en)
{
  JalonText *text = jalon_text_new ();

  jalon_text_set (text, "fr", fr);
  jalon_text_set (text, "en", en);
  return text;
}

static void
test_isolate (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "Mougins", "Mougins" },
    { "", "" },
    { "a\u202egpj.exe", "agpj.exe" },
    { "\u2066a\u2069\u2069\u202c", "a" },
    { "שלום", FSI "שלום" PDI },
    { "a\u202eשלום\u2069 1", FSI "aשלום 1" PDI },
    { "مرحبا\u2029b", FSI "مرحبا b" PDI },
    { "one\ntwo\r\nthree", "one two  three" },
    { "\033[31mred\t\302\205\177", " [31mred   " },
    { "a\u200fb", FSI "a\u200f"
                      "b" PDI },
    { "<b>&amp;", "<b>&amp;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (jalon_words_isolate (rows[i].text), rows[i].words);
}

/* As the Unicode bidirectional algorithm shows a line, left to right. */
static char *
show_line (const char *line)
{
  UErrorCode status = U_ZERO_ERROR;
  glong length;
  g_autofree gunichar2 *text = g_utf8_to_utf16 (line, -1, NULL, &length, NULL);
  g_autofree UChar *shown = g_new (UChar, length + 1);
  UBiDi *bidi = ubidi_open ();
  int shown_length;

  ubidi_setPara (bidi, (const UChar *) text, (int) length, 0, NULL, &status);
  shown_length = ubidi_writeReordered (bidi, shown, (int) length + 1, UBIDI_REMOVE_BIDI_CONTROLS, &status);
  g_assert_true (U_SUCCESS (status));
  ubidi_close (bidi);
  return g_utf16_to_utf8 ((const gunichar2 *) shown, shown_length, NULL, NULL, NULL);
}

/* Whatever the name, what stands before and after it stays where it is. */
static void
test_isolate_holds (void)
{
  static const char *const letters[] = { "a",      "1",      "א",      "ב",      "ع",      "٣",      " ",      "(",
                                         "-",      "\n",     "\t",     "\u2029", "\u200f", "\u061c", "\u202a", "\u202b",
                                         "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069" };
  g_autofree char *bare = show_line ("Total \u202eabc (4 + 5)");

  g_assert_false (g_str_has_suffix (bare, " (4 + 5)"));
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *isolated = NULL;
      g_autofree char *line = NULL;
      g_autofree char *shown = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (name, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      isolated = jalon_words_isolate (name->str);
      line = g_strconcat ("Total ", isolated, " (4 + 5)", NULL);
      shown = show_line (line);
      g_assert_true (g_str_has_prefix (shown, "Total "));
      g_assert_true (g_str_has_suffix (shown, " (4 + 5)"));
    }
}

static void
test_sources (void)
{
  JalonSource *source = jalon_source_new ("s");

  assert_words (jalon_words_source (jalon_language_get ("fr"), source), "");
  source->publisher = jalon_text_new_plain ("Gazette\u202e");
  assert_words (jalon_words_source (jalon_language_get ("fr"), source), "Gazette");
  g_assert_true (jalon_date_parse ("2025-02", &source->date));
  assert_words (jalon_words_source (jalon_language_get ("fr"), source), "Gazette, février 2025");
  source->title = make_text ("Le titre", "The title");
  assert_words (jalon_words_source (jalon_language_get ("fr"), source),
                "Gazette, «" NB "Le titre" NB "», février 2025");
  assert_words (jalon_words_source (jalon_language_get ("en"), source), "Gazette, “The title”, February 2025");
  assert_words (jalon_words_source (jalon_language_get ("en_GB"), source), "Gazette, ‘The title’, February 2025");
  jalon_source_free (source);
}

static void
test_left_out (void)
{
  JalonProject *project = jalon_project_new ("p");
  JalonProject *whole = jalon_project_new ("w");
  JalonAmount amount = { JALON_QUALIFIER_EXACT, 1, 1, "USD" };
  JalonAnnouncement stating = { .amount = &amount };
  JalonShare share = { .project = project, .stating = &stating, .of = whole };

  share.reason = JALON_REASON_SET_ASIDE;
  assert_words (jalon_words_left_out (jalon_language_get ("fr"), &share), "mis à part");
  project->why = make_text ("doublon", "a duplicate");
  assert_words (jalon_words_left_out (jalon_language_get ("fr"), &share), "mis à part" NB ": doublon");
  assert_words (jalon_words_left_out (jalon_language_get ("en"), &share), "set aside: a duplicate");
  share.reason = JALON_REASON_PART_OF;
  assert_words (jalon_words_left_out (jalon_language_get ("en"), &share), "contained in another project");
  whole->title = make_text ("Plan", "The plan");
  assert_words (jalon_words_left_out (jalon_language_get ("fr"), &share), "compris dans «" NB "Plan" NB "»");
  assert_words (jalon_words_left_out (jalon_language_get ("en"), &share), "contained in “The plan”");
  share.reason = JALON_REASON_NO_RATE;
  assert_words (jalon_words_left_out (jalon_language_get ("fr"), &share), "pas de taux pour USD dans le fichier");
  assert_words (jalon_words_left_out (jalon_language_get ("en"), &share), "no rate for USD in the file");
  share.reason = JALON_REASON_WIDER;
  assert_words (jalon_words_left_out (jalon_language_get ("en"), &share), "wider than this selection");
  share.reason = JALON_REASON_CANCELLED;
  assert_words (jalon_words_left_out (jalon_language_get ("en_GB"), &share), "cancelled");
  share.reason = JALON_REASON_UNDISCLOSED;
  assert_words (jalon_words_left_out (jalon_language_get ("fr"), &share), "montant non publié");
  share.reason = JALON_REASON_NONE;
  assert_words (jalon_words_left_out (jalon_language_get ("fr"), &share), "");
  jalon_project_free (project);
  jalon_project_free (whole);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/isolate", test_isolate);
  g_test_add_func ("/sentences/isolate-holds", test_isolate_holds);
  g_test_add_func ("/sentences/sources", test_sources);
  g_test_add_func ("/sentences/left-out", test_left_out);
  return g_test_run ();
}
