/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unicode/uchar.h>

#include "words/jalon-words.h"

/* Unicode's explicit directional formatting characters, which reach beyond themselves (UAX #9, 2). */
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"
#define MAX_FOLDED 2000 /* then the cache begins anew */

static gboolean
is_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Whether a character is surely no control and not written from right to left: before Hebrew, or a dash, quotation mark or currency. */
static gboolean
is_plain (gunichar c)
{
  return (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c < 0x590) || (c >= 0x2010 && c <= 0x2027) || c == 0x202f || (c >= 0x20a0 && c <= 0x20bf);
}

static gboolean
is_all_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_plain (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * jalon_words_isolate:
 * @text: text of a file
 *
 * Makes text of a file fit to stand in a line of ours. Embeddings, overrides and isolates of its own go, control
 * characters and ends of lines become spaces, and text that has anything written from right to left is isolated
 * (FSI…PDI, UAX #9), so that it cannot reorder what stands around it. Other text comes out as it is.
 *
 * Returns: (transfer full): the text
 */
char *
jalon_words_isolate (const char *text)
{
  g_autoptr (GString) result = NULL;
  gboolean is_bidirectional = FALSE;

  if (is_all_plain (text))
    return g_strdup (text);
  result = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      UCharDirection direction = u_charDirection ((UChar32) c);

      if (is_control (c))
        continue;
      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER)
        is_bidirectional = TRUE;
      g_string_append_unichar (result, direction == U_BLOCK_SEPARATOR || u_isISOControl ((UChar32) c) ? ' ' : c);
    }
  if (is_bidirectional)
    {
      g_string_prepend (result, FIRST_STRONG_ISOLATE);
      g_string_append (result, POP_DIRECTIONAL_ISOLATE);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

#define MAX_NAMES 8

/**
 * jalon_words_fill:
 * @sentence: a sentence, with names such as `{who}` in it
 * @...: a name, what takes its place, the next name…, at most eight of them; %NULL at last
 *
 * Fills in a sentence. What takes the place of a name is text: names in it stay as they are.
 *
 * Returns: (transfer full): the sentence
 */
char *
jalon_words_fill (const char *sentence, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *names[MAX_NAMES], *values[MAX_NAMES];
  va_list list;
  guint n = 0, i;

  va_start (list, sentence);
  for (const char *name = va_arg (list, const char *); name != NULL; name = va_arg (list, const char *))
    {
      g_assert (n < MAX_NAMES);
      names[n] = name;
      values[n++] = va_arg (list, const char *);
    }
  va_end (list);
  while (*sentence != '\0')
    {
      for (i = 0; i < n && !g_str_has_prefix (sentence, names[i]);)
        i++;
      if (i < n)
        g_string_append (text, values[i]);
      else
        g_string_append_c (text, *sentence);
      sentence += i < n ? strlen (names[i]) : 1;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
fold (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_control (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_utf8_casefold (plain->str, -1);
}

/* Text without its case: the same titles and names are asked about each time that a scene is made. */
static GRefString *
get_folded (const char *text)
{
  static GMutex lock;
  static GHashTable *folded; /* text → GRefString */
  GRefString *found;

  g_mutex_lock (&lock);
  if (folded == NULL)
    folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ref_string_release);
  found = g_hash_table_lookup (folded, text);
  if (found == NULL)
    {
      g_autofree char *new = fold (text);

      if (g_hash_table_size (folded) >= MAX_FOLDED)
        g_hash_table_remove_all (folded);
      found = g_ref_string_new (new);
      g_hash_table_insert (folded, g_strdup (text), found);
    }
  g_ref_string_acquire (found);
  g_mutex_unlock (&lock);
  return found;
}

/* Of writings that have cases: others don't part their words. */
static gboolean
is_in_word (gunichar c)
{
  return g_unichar_islower (c) || g_unichar_isdigit (c) || g_unichar_ismark (c);
}

/**
 * jalon_words_say:
 * @text: text of a file, isolated or not
 * @part: what it may say
 *
 * Returns: whether the text has these words, in whatever case: “lab” is in “The Lab, phase 2”, and not in “Labour”
 */
gboolean
jalon_words_say (const char *text, const char *part)
{
  g_autoptr (GRefString) folded = get_folded (text);
  g_autoptr (GRefString) folded_part = get_folded (part);
  gsize length = strlen (folded_part);

  for (const char *at = strstr (folded, folded_part); at != NULL; at = strstr (at + 1, folded_part))
    if (length == 0
        || ((at == folded || !is_in_word (g_utf8_get_char (g_utf8_prev_char (at)))) && !is_in_word (g_utf8_get_char (at + length))))
      return TRUE;
  return FALSE;
}

static char *
isolate_text (const JalonLanguage *language, const JalonText *text)
{
  return jalon_words_isolate (jalon_words_text (language, text));
}

/* Appends `part` to a list in a sentence. */
static void
append (GString *list, const char *part)
{
  if (list->len > 0 && *part != '\0')
    g_string_append (list, ", ");
  g_string_append (list, part);
}

/**
 * jalon_words_source:
 * @language: a language
 * @source: a source
 *
 * Returns: (transfer full): who published what when, as far as the file says: `Publisher, “Title”, February 2025`
 */
char *
jalon_words_source (const JalonLanguage *language, const JalonSource *source)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *publisher = isolate_text (language, source->publisher);
  g_autofree char *title = isolate_text (language, source->title);

  append (list, publisher);
  if (*title != '\0')
    {
      /* Translators: the language's quotation marks, around a title */
      g_autofree char *quoted = g_strdup_printf (jalon_tr (language, "“%s”"), title);
      append (list, quoted);
    }
  if (jalon_date_is_set (&source->date))
    {
      g_autofree char *date = jalon_words_date (language, &source->date, JALON_DATE_LONG);
      append (list, date);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
write_set_aside (const JalonLanguage *language, const JalonProject *project)
{
  g_autofree char *why = isolate_text (language, project->why);

  if (*why == '\0')
    return g_strdup (jalon_tr (language, "set aside"));
  return g_strdup_printf (jalon_tr (language, "set aside: %s"), why);
}

static char *
write_part_of (const JalonLanguage *language, const JalonProject *whole)
{
  g_autofree char *title = isolate_text (language, whole != NULL ? whole->title : NULL);

  if (*title == '\0')
    return g_strdup (jalon_tr (language, "contained in another project"));
  return g_strdup_printf (jalon_tr (language, "contained in “%s”"), title);
}

static char *
write_no_rate (const JalonLanguage *language, const JalonAnnouncement *stating)
{
  if (stating == NULL || stating->amount == NULL || stating->amount->currency[0] == '\0')
    return g_strdup (jalon_tr (language, "no exchange rate in the file"));
  return g_strdup_printf (jalon_tr (language, "no rate for %s in the file"), stating->amount->currency);
}

/**
 * jalon_words_left_out:
 * @language: a language
 * @share: what the sums know of a project
 *
 * Returns: (transfer full): why its amount is left out of the total, to go on a sentence or stand alone; "" if it isn't
 */
char *
jalon_words_left_out (const JalonLanguage *language, const JalonShare *share)
{
  switch (share->reason)
    {
    case JALON_REASON_CANCELLED:
      return g_strdup (jalon_tr (language, "canceled"));
    case JALON_REASON_SET_ASIDE:
      return write_set_aside (language, share->project);
    case JALON_REASON_WIDER:
      return g_strdup (jalon_tr (language, "wider than this selection"));
    case JALON_REASON_NO_RATE:
      return write_no_rate (language, share->stating);
    case JALON_REASON_PART_OF:
      return write_part_of (language, share->of);
    case JALON_REASON_UNDISCLOSED:
      return g_strdup (jalon_tr (language, "amount not disclosed"));
    case JALON_REASON_NONE:
    case JALON_N_REASONS:
    default:
      return g_strdup ("");
    }
}

/* An amount to which others were added that can't be converted: it is more. */
static char *
write_least (const JalonLanguage *language, const JalonAmount *amount, JalonMoneyStyle style)
{
  const JalonSum sum = { .firm = jalon_amount_get_firm (amount),
                         .ceiling = jalon_amount_get_ceiling (amount),
                         .open = TRUE,
                         .approximate = amount->qualifier == JALON_QUALIFIER_ABOUT };

  return jalon_words_sum (language, &sum, amount->currency, style);
}

/**
 * jalon_words_stated:
 * @language: a language
 * @share: what the sums know of a project
 * @currency: the dataset's
 *
 * Returns: (transfer full): the amount that was stated, in words: as it was said where it can't be converted
 */
char *
jalon_words_stated (const JalonLanguage *language, const JalonShare *share, const char *currency, JalonMoneyStyle style)
{
  if (!share->disclosed)
    return g_strdup (jalon_words_reason (language, JALON_REASON_UNDISCLOSED));
  if (!jalon_share_has_sum (share, currency))
    return share->added ? write_least (language, share->stating->amount, style)
                        : jalon_words_amount (language, share->stating->amount, share->stating->amount->currency, style);
  return jalon_words_sum (language, &share->stated, currency, style);
}
