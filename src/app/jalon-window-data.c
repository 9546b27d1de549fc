/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "widgets/jalon-data-title.h"
#include "widgets/jalon-data-window.h"
#include "words/jalon-about.h"
#include "words/jalon-words.h"

#define LOOK_EVERY 600 /* seconds: whether a day has gone */

/* Which data are shown, and how old they are. */

static int
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now), g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return (int) g_date_get_julian (&date);
}

static gboolean
look_cb (gpointer window)
{
  jalon_window_update_title (window);
  return G_SOURCE_CONTINUE;
}

/**
 * jalon_window_update_title:
 * @self: a window
 *
 * Says whose data are shown, of which date, and how old that is: for as long as the window is open.
 */
void
jalon_window_update_title (JalonWindow *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  JalonDataset *dataset = jalon_model_get_dataset (self->model);
  const char *title = dataset != NULL ? jalon_words_text (language, jalon_dataset_get_title (dataset)) : "Jalon";
  g_autofree char *date = jalon_about_say_date (dataset, language);
  int days = jalon_about_count_days (dataset, get_today ());
  g_autofree char *age = days >= 0 ? jalon_words_age (language, (guint) days) : NULL;
  GtkWidget *titles[] = { self->title, self->heading };

  gtk_window_set_title (GTK_WINDOW (self), title);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      jalon_data_title_set (JALON_DATA_TITLE (titles[i]), title, date, age, days >= JALON_ABOUT_OLD_FROM);
      jalon_data_title_set_words (JALON_DATA_TITLE (titles[i]), jalon_tr (language, "About These Data"));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.about-data", dataset != NULL);
  if (self->day_source == 0)
    self->day_source = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
}

static void
about_data_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autofree char *name = self->file != NULL ? g_file_get_parse_name (self->file) : NULL;

  if (jalon_model_get_dataset (self->model) != NULL)
    gtk_window_present (jalon_data_window_new (GTK_WINDOW (self), self->model, name, get_today ()));
}

/**
 * jalon_window_install_data_actions:
 * @klass: the class of the window
 *
 * Installs `win.about-data`: what the data are, and who they come from.
 */
void
jalon_window_install_data_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.about-data", NULL, about_data_action);
}
