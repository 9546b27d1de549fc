/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-icon-button.h"

/**
 * jalon_icon_button_new:
 * @icon: the name of an icon
 * @clicked: what to do, called with @object first
 * @object: (type GObject): whose callback it is
 *
 * Makes a button that shows an icon alone: it wants words from jalon_icon_button_set_words().
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
jalon_icon_button_new (const char *icon, GCallback clicked, gpointer object)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_signal_connect_object (button, "clicked", clicked, object, G_CONNECT_SWAPPED);
  return button;
}

/**
 * jalon_icon_button_set_words:
 * @button: a button, or another widget with an icon alone
 * @words: what it does, in the window's language
 *
 * Says what a button does, in its tooltip and to a screen reader.
 */
void
jalon_icon_button_set_words (GtkWidget *button, const char *words)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), words) == 0)
    return; /* GTK would ask the display where the pointer is */
  gtk_widget_set_tooltip_text (button, words);
  /* Newer releases of GTK would rather say what is written on it. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
