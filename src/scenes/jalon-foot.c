/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-foot.h"

#include "scenes/jalon-panel.h"
#include "words/jalon-words.h"

/* How much of the digest is shown; the whole is in the metadata. */
#define DIGEST_LENGTH 12
#define MAX_LINES 2

/* The first names, and how many more there are. */
static char *
write_first_sources (const JalonLanguage *language, char **names, guint n, guint n_names)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *more = jalon_words_number (language, n_names - n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", names[i]);
  if (n < n_names)
    {
      g_string_append_c (list, ' ');
      g_string_append_printf (list, jalon_trn (language, "and %s more", "and %s more", n_names - n), more);
    }
  return g_strdup_printf (jalon_tr (language, "Sources: %s"), list->str);
}

/* Names of publishers, as many as go into the lines. */
static char *
write_sources (const JalonAbout *about, const JalonLanguage *language, JalonType *type, double width)
{
  g_autofree char *all = jalon_about_write_sources (about, language, "\n");
  g_auto (GStrv) names = g_strsplit (all, "\n", -1);
  guint n_names = g_strv_length (names);
  char *fitting = g_strdup ("");

  for (guint n = 1; n <= n_names; n++)
    {
      char *text = write_first_sources (language, names, n, n_names);
      gboolean shortened;

      g_strfreev (jalon_type_wrap (type, JALON_STYLE_SMALL, text, width, MAX_LINES, &shortened));
      if (shortened)
        {
          g_free (text);
          break;
        }
      g_free (fitting);
      fitting = text;
    }
  return fitting;
}

static char *
write_colophon (const JalonAbout *about, const JalonLanguage *language, const char *credit)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (credit != NULL && credit[0] != '\0')
    {
      g_string_append_printf (line, jalon_tr (language, "Map: %s"), credit);
      g_string_append (line, " · ");
    }
  g_string_append (line, about->generator);
  if (about->digest[0] != '\0')
    g_string_append_printf (line, " · SHA-256 %.*s…", DIGEST_LENGTH, about->digest);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
write_left_out (const JalonAbout *about, const JalonLanguage *language)
{
  g_autoptr (GString) left_out = g_string_new (NULL);

  if (about->left_out[0] != '\0')
    g_string_append_printf (left_out, jalon_tr (language, "Left out of the total: %s."), about->left_out);
  if (about->less[0] != '\0')
    {
      if (left_out->len > 0)
        g_string_append_c (left_out, ' ');
      g_string_append_printf (left_out, jalon_tr (language, "Taken off, since it may be the same money: %s."), about->less);
    }
  return g_string_free (g_steal_pointer (&left_out), FALSE);
}

/**
 * jalon_foot_layout:
 * @about: what a page says of itself
 * @width: in logical pixels
 * @credit: (nullable): of the base map that the page shows
 *
 * What was left out and taken off, whose words the page is made from, and what made it.
 *
 * Returns: (transfer full): the scene, as high as it needs
 */
JalonScene *
jalon_foot_layout (const JalonAbout *about, const JalonLanguage *language, JalonType *type, double width, const char *credit)
{
  JalonScene *scene = jalon_scene_new (width, 1);
  g_autofree char *left_out = write_left_out (about, language);
  g_autofree char *sources = write_sources (about, language, type, width);
  g_autofree char *colophon = write_colophon (about, language, credit);
  double y = 0;

  y = jalon_panel_add_text (scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, left_out, y, MAX_LINES);
  y = jalon_panel_add_text (scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, sources, y, MAX_LINES);
  jalon_panel_add_text (scene, type, JALON_STYLE_SMALL, JALON_INK_DIM, colophon, y, MAX_LINES);
  return scene;
}
