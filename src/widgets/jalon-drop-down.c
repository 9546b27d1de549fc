/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-drop-down.h"

#include "scenes/jalon-layout-private.h"

#define WORDS "jalon-words"       /* owned: what is chosen by it */
#define LANGUAGE "jalon-language" /* of the words */

/* A screen reader gets to know what is chosen by it, and what is chosen now. */
static void
tell (GtkDropDown *drop_down)
{
  const char *words = g_object_get_data (G_OBJECT (drop_down), WORDS);
  const JalonLanguage *language = g_object_get_data (G_OBJECT (drop_down), LANGUAGE);
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *name = NULL;

  if (words == NULL)
    return;
  if (GTK_IS_STRING_OBJECT (item))
    name = jalon_layout_join_name (language, words, gtk_string_object_get_string (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : words, -1);
}

/**
 * jalon_drop_down_new:
 *
 * Newer releases of GTK call a drop-down by what is chosen, whatever label it has: this one is called by both, in all
 * releases.
 *
 * Returns: (transfer floating): a drop-down of strings, without any yet
 */
GtkWidget *
jalon_drop_down_new (void)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (tell), NULL);
  return drop_down;
}

/**
 * jalon_drop_down_set_words:
 * @drop_down: a drop-down made by jalon_drop_down_new()
 * @words: what is chosen by it
 * @language: the language of the words; it lives as long as the program
 *
 * Says what is chosen by it, where it isn't written beside it.
 */
void
jalon_drop_down_set_words (GtkWidget *drop_down, const char *words, const JalonLanguage *language)
{
  g_object_set_data_full (G_OBJECT (drop_down), WORDS, g_strdup (words), g_free);
  g_object_set_data (G_OBJECT (drop_down), LANGUAGE, (gpointer) language);
  tell (GTK_DROP_DOWN (drop_down));
}
