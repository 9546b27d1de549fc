/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-data-title.h"

#define DATE_CHARS 24 /* that a date asks for, in a row where others need room too */

/**
 * JalonDataTitle:
 *
 * What the data are, of which date, and how old that is: the age is said however little room there is. A click tells more about them,
 * by `win.about-data`.
 *
 * CSS nodes: widget, with button.data-title below it; .old on the age of data that are old.
 */
struct _JalonDataTitle
{
  AdwBin parent_instance;

  /* borrowed from the tree of children */
  GtkWidget *button;
  GtkWidget *title;
  GtkWidget *date;
  GtkWidget *dot;
  GtkWidget *icon;
  GtkWidget *age;

  char *words; /* what a click does */
  char *said;  /* all that stands there */
};

G_DEFINE_FINAL_TYPE (JalonDataTitle, jalon_data_title, ADW_TYPE_BIN)

static void
update_name (JalonDataTitle *self)
{
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", self->said, self->words);

  gtk_widget_set_tooltip_text (self->button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words, -1);
}

static void
jalon_data_title_finalize (GObject *object)
{
  g_free (JALON_DATA_TITLE (object)->words);
  g_free (JALON_DATA_TITLE (object)->said);
  G_OBJECT_CLASS (jalon_data_title_parent_class)->finalize (object);
}

static void
jalon_data_title_class_init (JalonDataTitleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_data_title_finalize;
}

static void
jalon_data_title_init (JalonDataTitle *self)
{
  self->words = g_strdup ("");
  self->said = g_strdup ("");
}

static GtkWidget *
make_label (const char *css_class, gboolean wraps)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (wraps)
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * jalon_data_title_new:
 * @wraps: whether a long title takes several lines; else it is cut
 *
 * Returns: (transfer floating): the title, empty
 */
GtkWidget *
jalon_data_title_new (gboolean wraps)
{
  JalonDataTitle *self = g_object_new (JALON_TYPE_DATA_TITLE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->button = gtk_button_new ();
  self->title = make_label ("heading", wraps);
  self->date = make_label ("caption", FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->date), DATE_CHARS);
  self->dot = gtk_label_new (" · ");
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->age = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->dot, "caption");
  gtk_widget_add_css_class (self->age, "caption");
  gtk_widget_add_css_class (self->age, "age");
  gtk_box_append (GTK_BOX (line), self->date);
  gtk_box_append (GTK_BOX (line), self->dot);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->age);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "data-title");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.about-data");
  adw_bin_set_child (ADW_BIN (self), self->button);
  return GTK_WIDGET (self);
}

/**
 * jalon_data_title_set:
 * @self: a title
 * @title: what the data are
 * @date: of which date; "" where that isn't known
 * @age: (nullable): how old that is; %NULL where it isn't known
 * @is_old: whether it is old
 *
 * Says which data are shown.
 */
void
jalon_data_title_set (JalonDataTitle *self, const char *title, const char *date, const char *age, gboolean is_old)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->date), date);
  gtk_label_set_text (GTK_LABEL (self->age), age != NULL ? age : "");
  gtk_widget_set_visible (self->date, date[0] != '\0');
  gtk_widget_set_visible (self->dot, age != NULL);
  gtk_widget_set_visible (self->age, age != NULL);
  gtk_widget_set_visible (self->icon, is_old);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1); /* the words say it */
  if (is_old)
    gtk_widget_add_css_class (self->button, "old");
  else
    gtk_widget_remove_css_class (self->button, "old");
  g_free (self->said);
  self->said = age != NULL ? g_strdup_printf ("%s\n%s · %s", title, date, age) : g_strdup_printf ("%s\n%s", title, date);
  g_strchomp (self->said);
  update_name (self);
}

/**
 * jalon_data_title_set_words:
 * @self: a title
 * @words: what a click does
 *
 * Says what a click does.
 */
void
jalon_data_title_set_words (JalonDataTitle *self, const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  update_name (self);
}
