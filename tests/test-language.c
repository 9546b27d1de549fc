/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "words/jalon-catalogue.h"
#include "words/jalon-language.h"

/* A catalogue of three messages: "a" → "A", "ctx\004a" → "B", plural "one" "many" → "un" "des". Written by hand, so that both byte
 * orders can be had. */
static GBytes *
make_mo (gboolean swapped)
{
  static const struct
  {
    const char *text;
    gsize length;
  } strings[] = {
    { "", 0 }, { "a", 1 }, { "ctx\004a", 5 }, { "one\0many", 8 },
    { "Content-Type: text/plain; charset=UTF-8\n", 40 }, { "A", 1 }, { "B", 1 }, { "un\0des", 6 },
  };
  const guint32 n = G_N_ELEMENTS (strings) / 2;
  guint32 words[7 + 2 * G_N_ELEMENTS (strings)] = { 0x950412deU, 0, n, 28, 28 + 8 * n, 0, 28 + 16 * n };
  g_autoptr (GByteArray) text = g_byte_array_new ();
  GByteArray *mo = g_byte_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      words[7 + 2 * i] = (guint32) strings[i].length;
      words[8 + 2 * i] = (guint32) sizeof words + text->len;
      g_byte_array_append (text, (const guint8 *) strings[i].text, (guint) strings[i].length + 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    words[i] = swapped ? GUINT32_SWAP_LE_BE (words[i]) : words[i];
  g_byte_array_append (mo, (const guint8 *) words, sizeof words);
  g_byte_array_append (mo, text->data, text->len);
  return g_byte_array_free_to_bytes (mo);
}

static void
test_catalogue (gconstpointer data)
{
  g_autoptr (GBytes) mo = make_mo (GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (JalonCatalogue) catalogue = jalon_catalogue_new (mo, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, NULL, "a", 0), ==, "A");
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, "ctx", "a", 0), ==, "B");
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, "other", "a", 0), ==, NULL);
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, NULL, "one", 0), ==, "un");
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, NULL, "one", 1), ==, "des");
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, NULL, "one", 5), ==, "des");
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, NULL, "b", 0), ==, NULL);
  g_assert_cmpstr (jalon_catalogue_lookup (catalogue, NULL, "", 0), ==, NULL);
}

/* Cut anywhere, or with any byte set wrong: a catalogue that can be read, or an error; never a read outside it. */
static void
test_damaged_catalogue (void)
{
  g_autoptr (GBytes) good = make_mo (FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (good, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *cut = g_memdup2 (data, i);
      g_autoptr (GBytes) mo = g_bytes_new_static (cut, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (JalonCatalogue) catalogue = jalon_catalogue_new (mo, &error);

      g_assert_null (catalogue);
      g_assert_error (error, JALON_CATALOGUE_ERROR, JALON_CATALOGUE_ERROR_DAMAGED);
    }
  for (gsize i = 0; i < size * 4; i++)
    {
      static const guint8 wrong[] = { 0x00, 0x7f, 0x80, 0xff };
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) mo = NULL;
      g_autoptr (JalonCatalogue) catalogue = NULL;

      changed[i / 4] = wrong[i % 4];
      mo = g_bytes_new_static (changed, size);
      catalogue = jalon_catalogue_new (mo, NULL);
      if (catalogue != NULL)
        jalon_catalogue_lookup (catalogue, NULL, "one", 9);
    }
}

static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    const char *language;
  } rows[] = {
    { "fr", "fr" }, { "fr_FR.UTF-8", "fr" }, { "fr-CA", "fr" }, { "FR", "fr" }, { "fr_BE@euro", "fr" }, { "fr.UTF-8", "fr" },
    { "en", "en" }, { "en_US.UTF-8", "en" }, { "en_US", "en" }, { "en_GB", "en_GB" }, { "en-gb", "en_GB" },
    { "en_IE.UTF-8", "en_GB" }, { "en@pseudo", "en@pseudo" }, { "en_US@pseudo", "en" }, { "en@other", "en" },
    { "de", NULL }, { "C", NULL }, { "C.UTF-8", NULL }, { "POSIX", NULL }, { "", NULL }, { "frr", NULL }, { "english", NULL },
    { ".UTF-8", NULL }, { "@", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const JalonLanguage *language = jalon_language_get (rows[i].code);

      g_assert_cmpstr (language != NULL ? jalon_language_get_code (language) : NULL, ==, rows[i].language);
      g_assert_true (language == jalon_language_get (rows[i].code));
    }
  g_assert_true (jalon_language_get ("fr") == jalon_language_get ("fr_CH"));
  g_assert_cmpstr (jalon_language_get_text_code (jalon_language_get ("en_GB")), ==, "en");
  g_assert_cmpstr (jalon_language_get_locale (jalon_language_get ("en_GB")), ==, "en_GB");
  g_assert_cmpstr (jalon_language_get_locale (jalon_language_get ("en")), ==, "en_US");
  g_assert_cmpstr (jalon_language_get_name (jalon_language_get ("fr")), ==, "Français");
}

static void
set_environment (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_default (void)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
  static const struct
  {
    const char *values[4];
    const char *language;
  } rows[] = {
    { { NULL, NULL, NULL, NULL }, "en" },
    { { NULL, NULL, NULL, "fr_FR.UTF-8" }, "fr" },
    { { NULL, NULL, "en_GB.UTF-8", "fr_FR.UTF-8" }, "en_GB" },
    { { NULL, "fr_FR", "en_GB.UTF-8", "de_DE" }, "fr" },
    { { NULL, "", "", "fr_FR.UTF-8" }, "fr" },
    { { NULL, "C.UTF-8", NULL, "fr_FR.UTF-8" }, "en" },
    { { "fr", "C.UTF-8", NULL, NULL }, "fr" },
    { { "fr", NULL, NULL, NULL }, "fr" },
    { { "fr", "C", NULL, NULL }, "en" },
    { { "fr", NULL, NULL, "POSIX" }, "en" },
    { { "de:fr_FR:en", NULL, NULL, "en_US.UTF-8" }, "fr" },
    { { "de", NULL, NULL, "fr_FR.UTF-8" }, "fr" },
    { { "", NULL, NULL, "fr_FR.UTF-8" }, "fr" },
    { { NULL, NULL, NULL, "de_DE.UTF-8" }, "en" },
  };
  char *before[4];

  for (gsize j = 0; j < 4; j++)
    before[j] = g_strdup (g_getenv (names[j]));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (gsize j = 0; j < 4; j++)
        set_environment (names[j], rows[i].values[j]);
      g_assert_cmpstr (jalon_language_get_code (jalon_language_get_default ()), ==, rows[i].language);
    }
  for (gsize j = 0; j < 4; j++)
    {
      set_environment (names[j], before[j]);
      g_free (before[j]);
    }
}

/* The resources of a process of its own, with a French catalogue that is damaged, as is the British one. */
static void
test_damaged_language (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *overlay = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  folder = g_dir_make_tmp ("jalon-XXXXXX", &error);
  g_assert_no_error (error);
  overlay = g_strdup_printf (RESOURCE_PATH "/locale=%s", folder);
  for (gsize i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "fr.mo" : "en_GB.mo", NULL);
      g_assert_true (g_file_set_contents (path, i == 0 ? "damaged" : "", -1, &error));
    }
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  g_assert_cmpstr (jalon_trc (jalon_language_get ("fr"), "status", "Canceled"), ==, "Canceled");
  g_assert_cmpstr (jalon_trc (jalon_language_get ("en_GB"), "status", "Canceled"), ==, "Canceled");
  g_assert_cmpstr (jalon_trn (jalon_language_get ("fr"), "%s project", "%s projects", 0), ==, "%s projects");
  for (gsize i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "fr.mo" : "en_GB.mo", NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_two_at_once (void)
{
  const JalonLanguage *fr = jalon_language_get ("fr");
  const JalonLanguage *en = jalon_language_get ("en");
  const JalonLanguage *en_gb = jalon_language_get ("en_GB");

  g_assert_cmpstr (jalon_trc (fr, "status", "Canceled"), ==, "Annulé");
  g_assert_cmpstr (jalon_trc (en, "status", "Canceled"), ==, "Canceled");
  g_assert_cmpstr (jalon_trc (en_gb, "status", "Canceled"), ==, "Cancelled");
  g_assert_cmpstr (jalon_tr (fr, "Not translated at all"), ==, "Not translated at all");
  g_assert_cmpstr (jalon_tr (fr, ""), ==, "");
}

static void
test_plurals (void)
{
  static const struct
  {
    double n;
    const char *fr;
    const char *en;
  } rows[] = {
    { 0, "%s projet", "%s projects" },        { 1, "%s projet", "%s project" },
    { 1.5, "%s projet", "%s projects" },      { 2, "%s projets", "%s projects" },
    { 1000000, "%s projets", "%s projects" }, { 0.5, "%s projet", "%s projects" },
    { -1, "%s projet", "%s project" },        { 1e15, "%s projets", "%s projects" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (jalon_trn (jalon_language_get ("fr"), "%s project", "%s projects", rows[i].n), ==, rows[i].fr);
      g_assert_cmpstr (jalon_trn (jalon_language_get ("en"), "%s project", "%s projects", rows[i].n), ==, rows[i].en);
      g_assert_cmpstr (jalon_trn (jalon_language_get ("en_GB"), "%s project", "%s projects", rows[i].n), ==, rows[i].en);
      /* Source strings follow English, whatever the language. */
      g_assert_cmpstr (jalon_trn (jalon_language_get ("fr"), "one?", "many?", rows[i].n), ==,
                       strcmp (rows[i].en, "%s project") == 0 ? "one?" : "many?");
    }
}

static void
test_pseudo (void)
{
  static const char *const messages[] = { "Open", "Amount by place", "contained in %s", "%1$s firm, up to %2$s",
                                          "<b>{name}</b> &amp; %d more than a hundred other projects" };
  static const char *const kept[] = { "%s", "%1$s", "%2$s", "<b>", "{name}", "</b>", "&amp;", "%d" };
  const JalonLanguage *pseudo = jalon_language_get ("en@pseudo");

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const char *translation = jalon_tr (pseudo, messages[i]);
      glong length = g_utf8_strlen (messages[i], -1);

      g_assert_true (translation == jalon_tr (pseudo, messages[i]));
      g_assert_true (g_utf8_validate (translation, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (translation, -1), >=, (length * 14 + 9) / 10);
      g_assert_cmpint (g_utf8_strlen (translation, -1), <=, length * 3 / 2 + 2);
      for (gsize j = 0; j < G_N_ELEMENTS (kept); j++)
        g_assert_true ((strstr (messages[i], kept[j]) != NULL) == (strstr (translation, kept[j]) != NULL));
    }
  g_assert_true (g_str_has_prefix (jalon_trn (pseudo, "%s thing", "%s things", 2), "[%s"));
}

static gpointer
speak (gpointer data)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *message = g_strdup_printf ("message %d", i % 50);

      g_assert_cmpstr (jalon_trc (jalon_language_get ("fr"), "status", "Canceled"), ==, "Annulé");
      g_assert_cmpstr (jalon_trn (jalon_language_get ("fr"), "%s project", "%s projects", i), ==,
                       i < 2 ? "%s projet" : "%s projets");
      g_assert_true (jalon_tr (jalon_language_get ("en@pseudo"), message)
                     == jalon_tr (jalon_language_get ("en@pseudo"), message));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("speaker", speak, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* First, so that the threads find nothing loaded yet. */
  g_test_add_func ("/language/threads", test_threads);
  g_test_add_data_func ("/language/catalogue/native", GINT_TO_POINTER (FALSE), test_catalogue);
  g_test_add_data_func ("/language/catalogue/swapped", GINT_TO_POINTER (TRUE), test_catalogue);
  g_test_add_func ("/language/catalogue/damaged", test_damaged_catalogue);
  g_test_add_func ("/language/damaged", test_damaged_language);
  g_test_add_func ("/language/codes", test_codes);
  g_test_add_func ("/language/default", test_default);
  g_test_add_func ("/language/two-at-once", test_two_at_once);
  g_test_add_func ("/language/plurals", test_plurals);
  g_test_add_func ("/language/pseudo", test_pseudo);
  return g_test_run ();
}
