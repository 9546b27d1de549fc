/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-slide-private.h"

#include "words/jalon-words.h"

/* What a speaker must know of a slide and its audience needn't read: the exact figure, its qualifier, and who says so. */

static void
add_line (GString *notes, const char *line)
{
  if (line == NULL || line[0] == '\0')
    return;
  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  g_string_append (notes, line);
}

static void
add_sources (GString *notes, const JalonLanguage *language, const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *words = jalon_words_source (language, g_ptr_array_index (sources, i));
      g_autofree char *line = g_strdup_printf (jalon_tr (language, "Source: %s"), words);

      add_line (notes, line);
    }
}

static void
add_project (GString *notes, const JalonSlidesInput *input, const JalonProject *project)
{
  const JalonLanguage *language = input->layout.language;
  const JalonShare *share = jalon_figures_find_share (input->layout.figures, project);
  g_autofree char *exact = NULL;
  g_autofree char *left_out = NULL;

  if (share == NULL)
    return;
  exact = jalon_words_stated (language, share, jalon_slide_get_currency (input), JALON_MONEY_FULL);
  left_out = jalon_words_left_out (language, share);
  add_line (notes, exact);
  add_line (notes, left_out);
  if (share->stating != NULL)
    {
      add_line (notes, jalon_words_text (language, share->stating->summary));
      add_sources (notes, language, share->stating->sources);
    }
}

static void
add_total (GString *notes, const JalonSlidesInput *input)
{
  const JalonLanguage *language = input->layout.language;
  g_autofree char *left_out = g_strdup_printf (jalon_tr (language, "Left out of the total: %s."), input->about->left_out);
  g_autofree char *less
      = g_strdup_printf (jalon_tr (language, "Taken off, since it may be the same money: %s."), input->about->less);

  add_line (notes, input->about->total);
  if (input->about->left_out[0] != '\0')
    add_line (notes, left_out);
  if (input->about->less[0] != '\0')
    add_line (notes, less);
}

/**
 * jalon_slide_write_notes:
 *
 * Returns: (transfer full): the notes of a slide that the file has none for, made from the facts; a line each
 */
char *
jalon_slide_write_notes (const JalonSlidesInput *input, const JalonSlide *slide)
{
  const JalonLanguage *language = input->layout.language;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *as_of = g_strdup_printf (jalon_tr (language, "Data as of %s"), input->about->as_of);
  g_autofree char *publishers = jalon_about_write_sources (input->about, language, ", ");
  g_autofree char *sources = g_strdup_printf (jalon_tr (language, "Sources: %s"), publishers);

  if (slide->project != NULL)
    add_project (notes, input, slide->project);
  else if (slide->kind == JALON_SLIDE_TITLE || slide->kind == JALON_SLIDE_ECOSYSTEM || slide->kind == JALON_SLIDE_UNDISCLOSED)
    add_line (notes, sources);
  else
    add_total (notes, input);
  if (slide->project == NULL && input->about->as_of[0] != '\0')
    add_line (notes, as_of);
  return g_string_free (g_steal_pointer (&notes), FALSE);
}
