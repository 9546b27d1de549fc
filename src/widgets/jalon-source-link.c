/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-source-link.h"

#include "facts/jalon-address.h"
#include "widgets/jalon-wrap.h"
#include "words/jalon-words.h"

/* Who says so, one click away. Only addresses of the web open, by `win.open-address`; a source without one is only named. */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What opens an address where it is one of the web; else what only says its words. */
static GtkWidget *
wrap (GtkWidget *child, const char *words, const char *address)
{
  GtkWidget *button;

  if (!jalon_address_is_web (address))
    {
      gtk_widget_add_css_class (child, "source");
      return child;
    }
  button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source");
  gtk_widget_set_tooltip_text (button, address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-address");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

static char *
join (const char *one, const char *other)
{
  if (one == NULL || one[0] == '\0')
    return g_strdup (other != NULL ? other : "");
  return other != NULL && other[0] != '\0' ? g_strdup_printf ("%s · %s", one, other) : g_strdup (one);
}

/* Publisher and date; below, the title and where the address leads. */
static char **
describe (const JalonLanguage *language, const JalonSource *source)
{
  g_autofree char *publisher = jalon_words_isolate (jalon_words_text (language, source->publisher));
  g_autofree char *title = jalon_words_isolate (jalon_words_text (language, source->title));
  g_autofree char *host = jalon_address_get_host (source->url);
  g_autofree char *date = jalon_date_is_set (&source->date) ? jalon_words_date (language, &source->date, JALON_DATE_SHORT) : NULL;
  char **lines = g_new0 (char *, 3);

  lines[0] = join (publisher, date);
  lines[1] = join (title, host);
  return lines;
}

/**
 * jalon_source_link_new:
 * @language: the language to speak
 * @source: who says so
 *
 * Returns: (transfer floating): the source in two lines: publisher and date, title and host
 */
GtkWidget *
jalon_source_link_new (const JalonLanguage *language, const JalonSource *source)
{
  g_auto (GStrv) lines = describe (language, source);
  g_autofree char *words = join (lines[0], lines[1]);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (lines[0], "publisher"));
  if (lines[1][0] != '\0')
    gtk_box_append (GTK_BOX (box), make_label (lines[1], "source-title"));
  return wrap (box, words, source->url);
}

/**
 * jalon_source_link_new_brief:
 * @language: the language to speak
 * @source: who says so
 *
 * Returns: (transfer floating): the publisher alone; a screen reader is told all
 */
GtkWidget *
jalon_source_link_new_brief (const JalonLanguage *language, const JalonSource *source)
{
  g_auto (GStrv) lines = describe (language, source);
  g_autofree char *words = join (lines[0], lines[1]);
  g_autofree char *publisher = jalon_words_isolate (jalon_words_text (language, source->publisher));
  g_autofree char *tooltip = jalon_address_is_web (source->url) ? g_strdup_printf ("%s\n%s", words, source->url) : g_strdup (words);
  GtkWidget *link = wrap (make_label (publisher, "publisher"), words, source->url);

  gtk_widget_add_css_class (link, "brief");
  gtk_widget_set_tooltip_text (link, tooltip);
  return link;
}

/**
 * jalon_source_link_new_list:
 * @language: the language to speak
 * @sources: (element-type JalonSource): who says so
 *
 * Returns: (transfer floating): the publishers, one after the other
 */
GtkWidget *
jalon_source_link_new_list (const JalonLanguage *language, const GPtrArray *sources)
{
  GtkWidget *list = jalon_wrap_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, jalon_tr (language, "Sources"), -1);
  for (guint i = 0; i < sources->len; i++)
    gtk_widget_set_parent (jalon_source_link_new_brief (language, g_ptr_array_index (sources, i)), list);
  return list;
}

/**
 * jalon_source_link_new_address:
 * @language: the language to speak
 * @words: (nullable): what it is; %NULL: where it leads
 * @address: an address from the file
 *
 * Returns: (transfer floating): what opens the address, if it is one of the web; else what says it
 */
GtkWidget *
jalon_source_link_new_address (const JalonLanguage *language, const char *words, const char *address)
{
  g_autofree char *host = jalon_address_get_host (address);
  g_autofree char *safe = jalon_words_isolate (words != NULL ? words : host != NULL ? host : address);

  return wrap (make_label (safe, "publisher"), safe, address);
}

static void
forward_cb (GSimpleAction *action, GVariant *target, GtkWidget *parent)
{
  g_autofree char *name = g_strconcat ("win.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action_variant (parent, name, target);
}

/**
 * jalon_source_link_forward:
 * @window: a window of its own
 * @parent: the one it belongs to
 *
 * Has links and what copies work in @window as they do in its parent.
 */
void
jalon_source_link_forward (GtkWindow *window, GtkWindow *parent)
{
  static const char *const names[] = { "open-address", "copy-figure" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], G_VARIANT_TYPE_STRING);

      g_signal_connect_object (action, "activate", G_CALLBACK (forward_cb), parent, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
}
