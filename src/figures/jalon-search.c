/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures/jalon-search.h"

/* Words of a question that must all be found: each is found by itself, or by its pieces between hyphens and apostrophes. */
typedef struct
{
  GPtrArray *wholes; /* (element-type utf8): "\nword" */
  GPtrArray *pieces; /* (element-type GPtrArray): "\npiece" */
} Question;

struct _JalonSearch
{
  GPtrArray *questions; /* Question: alternatives */
};

static gboolean
is_joiner (gunichar c)
{
  return c == '-' || c == '\'' || (c >= 0x2010 && c <= 0x2015) || c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

/* Without case and accents: what is left of the text's letters, digits and joiners, all else a space. */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = decomposed ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  g_autofree char *again = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *c = again; *c; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      if (g_unichar_ismark (letter))
        continue;
      g_string_append_unichar (out, g_unichar_isalnum (letter) || is_joiner (letter) ? letter : ' ');
    }
  return g_string_free (out, FALSE);
}

/* The pieces of a folded word between its joiners, each after a line break; and the word without its joiners. */
static GPtrArray *
cut_word (const char *word, char **whole)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  GString *joined = g_string_new ("\n");
  g_autoptr (GString) piece = g_string_new ("\n");

  for (const char *c = word;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      if (letter && !is_joiner (letter))
        {
          g_string_append_unichar (joined, letter);
          g_string_append_unichar (piece, letter);
          continue;
        }
      if (piece->len > 1)
        g_ptr_array_add (pieces, g_strdup (piece->str));
      g_string_truncate (piece, 1);
      if (!letter)
        break;
    }
  *whole = g_string_free (joined, FALSE);
  return pieces;
}

static void
add_text (GString *words, const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) list = g_strsplit (folded, " ", -1);

  for (guint i = 0; list[i]; i++)
    {
      g_autofree char *whole = NULL;
      g_autoptr (GPtrArray) pieces = cut_word (list[i], &whole);

      for (guint j = 0; j < pieces->len; j++)
        g_string_append (words, g_ptr_array_index (pieces, j));
      if (pieces->len > 1)
        g_string_append (words, whole);
    }
}

static void
add_record_text (GString *words, const JalonText *text)
{
  const char *const *languages;

  if (!text)
    return;
  if (jalon_text_is_plain (text))
    {
      add_text (words, jalon_text_get (text, "en"));
      return;
    }
  languages = jalon_text_get_languages (text);
  for (guint i = 0; languages && languages[i]; i++)
    add_text (words, jalon_text_get_exact (text, languages[i]));
}

static char *
words_of_project (const JalonProject *project)
{
  GString *words = g_string_new (NULL);

  add_record_text (words, project->title);
  add_record_text (words, project->summary);
  for (guint i = 0; i < project->announcements->len; i++)
    {
      const JalonAnnouncement *announcement = g_ptr_array_index (project->announcements, i);
      add_record_text (words, announcement->summary);
    }
  for (guint i = 0; i < project->by->len; i++)
    {
      const JalonOrganisation *organisation = g_ptr_array_index (project->by, i);
      add_record_text (words, organisation->name);
    }
  for (guint i = 0; i < project->at->len; i++)
    for (const JalonPlace *place = g_ptr_array_index (project->at, i); place; place = place->within)
      add_record_text (words, place->name);
  return g_string_free (words, FALSE);
}

static char **
get_words (const JalonIndex *index)
{
  JalonIndex *writable = (JalonIndex *) index;

  if (g_once_init_enter (&writable->words))
    {
      char **words = g_new0 (char *, index->n_projects + 1);
      for (guint i = 0; i < index->n_projects; i++)
        words[i] = words_of_project (jalon_index_get_project (index, i));
      g_once_init_leave (&writable->words, words);
    }
  return writable->words;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->wholes);
  g_ptr_array_unref (question->pieces);
  g_free (question);
}

static Question *
question_new (const char *text)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *folded = fold (text);
  g_auto (GStrv) list = g_strsplit (folded, " ", -1);

  question->wholes = g_ptr_array_new_with_free_func (g_free);
  question->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; list[i]; i++)
    {
      g_autofree char *whole = NULL;
      g_autoptr (GPtrArray) pieces = cut_word (list[i], &whole);

      if (pieces->len == 0)
        continue;
      g_ptr_array_add (question->wholes, g_steal_pointer (&whole));
      g_ptr_array_add (question->pieces, g_steal_pointer (&pieces));
    }
  return question;
}

static gboolean
has_pieces (const char *words, const GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (!strstr (words, g_ptr_array_index (pieces, i)))
      return FALSE;
  return TRUE;
}

static gboolean
answers (const char *words, const Question *question)
{
  for (guint i = 0; i < question->wholes->len; i++)
    if (!strstr (words, g_ptr_array_index (question->wholes, i))
        && !has_pieces (words, g_ptr_array_index (question->pieces, i)))
      return FALSE;
  return TRUE;
}

static gboolean
answers_any (const JalonSearch *self, const char *words)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (answers (words, g_ptr_array_index (self->questions, i)))
      return TRUE;
  return self->questions->len == 0;
}

/**
 * jalon_search_new:
 * @texts: (array zero-terminated=1): alternatives; all words of one must be found
 *
 * Returns: (transfer full): the question. Case, accents, hyphens and apostrophes count neither in it nor in what is searched:
 *   "start up" and "startup" both find "Start-ups".
 */
JalonSearch *
jalon_search_new (const char *const *texts)
{
  JalonSearch *self = g_new0 (JalonSearch, 1);

  self->questions = g_ptr_array_new_with_free_func (question_free);
  for (guint i = 0; texts[i]; i++)
    g_ptr_array_add (self->questions, question_new (texts[i]));
  return self;
}

/**
 * jalon_search_free:
 *
 * Frees the search.
 */
void
jalon_search_free (JalonSearch *self)
{
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/**
 * jalon_search_matches:
 *
 * Returns: whether every word of an alternative is the beginning of a word in the titles, summaries, organisations and places of
 *   the project, in any language
 */
gboolean
jalon_search_matches (const JalonSearch *self, const JalonIndex *index, guint project)
{
  return answers_any (self, get_words (index)[project]);
}

/**
 * jalon_search_matches_texts:
 * @texts: (array zero-terminated=1): texts of the file
 *
 * Returns: whether every word of an alternative is the beginning of a word of the texts, in any language
 */
gboolean
jalon_search_matches_texts (const JalonSearch *self, const JalonText *const *texts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    add_record_text (words, texts[i]);
  return answers_any (self, words->str);
}

/**
 * jalon_search_fold_words:
 * @texts: (array zero-terminated=1): what is to be found
 *
 * Returns: (transfer full): the words of the texts, ready to be searched often by jalon_search_matches_folded()
 */
char *
jalon_search_fold_words (const char *const *texts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    add_text (words, texts[i]);
  return g_string_free (words, FALSE);
}

/**
 * jalon_search_matches_folded:
 * @words: what jalon_search_fold_words() made
 *
 * Returns: whether every word of an alternative is the beginning of one of these
 */
gboolean
jalon_search_matches_folded (const JalonSearch *self, const char *words)
{
  return answers_any (self, words);
}

/**
 * jalon_search_free_words:
 *
 * Frees what the searches of an index of @n projects made.
 */
void
jalon_search_free_words (char **words, guint n)
{
  for (guint i = 0; words && i < n; i++)
    g_free (words[i]);
  g_free (words);
}
