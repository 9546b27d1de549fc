/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* This file alone may use what is newer than the floor, where it is there. */
#undef GDK_VERSION_MAX_ALLOWED

#include "widgets/jalon-compat.h"

#ifdef HAVE_X11
#include <X11/Xlib.h>
#endif

typedef struct
{
  JalonFileChosen chosen;
  gpointer data;
} Choice;

static GtkFileFilter *
make_filter (const char *name, const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
opened_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  choice->chosen (file, choice->data);
}

static void
choose (GtkWindow *parent, const char *title, const char *accept, GtkFileFilter *filter, Choice *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, choice);
}

static void
saved_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  choice->chosen (file, choice->data);
}

static void
save (GtkWindow *parent, const char *title, const char *accept, const char *name, Choice *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, choice);
}

static void
show_in_folder (GtkWindow *parent, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, parent, NULL, NULL, NULL);
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  choice->chosen (file, choice->data);
  g_free (choice);
  g_object_unref (dialog);
}

static void
choose (GtkWindow *parent, const char *title, const char *accept, GtkFileFilter *filter, Choice *choice)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, accept, NULL);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save (GtkWindow *parent, const char *title, const char *accept, const char *name, Choice *choice)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, accept, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
show_in_folder (GtkWindow *parent, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

#endif

/**
 * jalon_compat_choose_file:
 * @parent: the window that asks
 * @title: what is asked
 * @accept: the words on the button
 * @filter_name: what the accepted files are called
 * @suffixes: (array zero-terminated=1): their endings, without the dot
 * @chosen: (scope async): called once with the answer
 * @data: for @chosen
 *
 * Lets the user choose a file to open, through the portal where there is one.
 */
void
jalon_compat_choose_file (GtkWindow *parent,
                          const char *title,
                          const char *accept,
                          const char *filter_name,
                          const char *const *suffixes,
                          JalonFileChosen chosen,
                          gpointer data)
{
  g_autoptr (GtkFileFilter) filter = make_filter (filter_name, suffixes);
  Choice *choice = g_new0 (Choice, 1);

  choice->chosen = chosen;
  choice->data = data;
  choose (parent, title, accept, filter, choice);
}

/**
 * jalon_compat_shrink_title_last:
 * @header: a header bar
 *
 * Has what stands in the middle of a header bar keep its natural width longest, as the floor's header bars do; newer ones have it
 * shrink first.
 */
void
jalon_compat_shrink_title_last (GtkWidget *header)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  if (GTK_IS_CENTER_BOX (header))
    gtk_center_box_set_shrink_center_last (GTK_CENTER_BOX (header), TRUE);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (header); child != NULL; child = gtk_widget_get_next_sibling (child))
      jalon_compat_shrink_title_last (child);
#endif
}

/**
 * jalon_compat_get_baseline:
 *
 * Returns: the alignment to the first line of text beside, which newer platforms call by another name
 */
GtkAlign
jalon_compat_get_baseline (void)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  return GTK_ALIGN_BASELINE_FILL;
#else
  return GTK_ALIGN_BASELINE;
#endif
}

/**
 * jalon_compat_set_placeholder:
 * @search: a search entry
 * @words: what it shows while it is empty
 *
 * Sets the words, and has the entry's natural width hold them, as the floor's entries do by themselves.
 */
void
jalon_compat_set_placeholder (GtkWidget *search, const char *words)
{
  g_object_set (search, "placeholder-text", words, NULL);
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_editable_set_max_width_chars (GTK_EDITABLE (search), (int) g_utf8_strlen (words, -1));
#endif
}

/**
 * jalon_compat_save_file:
 * @parent: the window that asks
 * @title: what is asked
 * @accept: the words on the button
 * @name: the name that is proposed
 * @chosen: (scope async): called once with the answer
 * @data: for @chosen
 *
 * Lets the user choose where to save a file, through the portal where there is one.
 */
void
jalon_compat_save_file (GtkWindow *parent,
                        const char *title,
                        const char *accept,
                        const char *name,
                        JalonFileChosen chosen,
                        gpointer data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->chosen = chosen;
  choice->data = data;
  save (parent, title, accept, name, choice);
}

/**
 * jalon_compat_show_in_folder:
 * @parent: the window that asks
 * @file: a file
 *
 * Opens the folder that a file lies in.
 */
void
jalon_compat_show_in_folder (GtkWindow *parent, GFile *file)
{
  show_in_folder (parent, file);
}

#ifdef HAVE_X11
/* A connection of its own, or NULL: the newest GDK still speaks to X, but gives nobody its connection any more. */
static Display *
open_x (GdkDisplay *display)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (display), "GdkX11Display") ? XOpenDisplay (gdk_display_get_name (display)) : NULL;
}
#endif

/**
 * jalon_compat_get_screen_saver_delay:
 * @display: a display
 *
 * Returns: after how many idle seconds an X server shows its screen saver; 0: never, or it is no X server
 */
guint
jalon_compat_get_screen_saver_delay (GdkDisplay *display)
{
#ifdef HAVE_X11
  Display *own = open_x (display);
  int delay = 0, interval, prefer_blanking, allow_exposures;

  if (own == NULL)
    return 0;
  XGetScreenSaver (own, &delay, &interval, &prefer_blanking, &allow_exposures);
  XCloseDisplay (own);
  return (guint) MAX (delay, 0);
#else
  return 0;
#endif
}

/**
 * jalon_compat_reset_screen_saver:
 * @display: a display
 *
 * Has an X server count its idle time from now, for screen saver and power saving: where no session manager answers to
 * gtk_application_inhibit(), nothing else keeps the screen on. Elsewhere than on X it does nothing.
 */
void
jalon_compat_reset_screen_saver (GdkDisplay *display)
{
#ifdef HAVE_X11
  Display *own = open_x (display);

  if (own == NULL)
    return;
  XResetScreenSaver (own);
  XCloseDisplay (own);
#endif
}
