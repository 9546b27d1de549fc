/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-page-window.h"
#include "app/jalon-settings.h"
#include "app/jalon-window-private.h"

/* All keys of the program, by what they are for; a title begins a group. */
static const struct
{
  const char *keys; /* as gtk_accelerator_parse() has them, several with a space between; NULL: a title */
  const char *words;
} shortcuts[] = {
  { NULL, N_ ("Find") },
  { "<Control>f", N_ ("Search; a view that was copied can be pasted") },
  { "Down Return", N_ ("From the search to what it found; open it if it is one project") },
  { "<Control><Shift>f", N_ ("All filters, with what each choice gives") },
  { "<Alt>Left", N_ ("Back to the view before") },
  { "<Alt>Right", N_ ("Forward again") },
  { "<Alt>1 <Alt>2 <Alt>3 <Alt>4", N_ ("Dashboard, table, ecosystem, comparison") },
  { "F6", N_ ("The next pane") },
  { "Left Right Up Down", N_ ("The next mark of a pane") },
  { "Left Right Up Down", N_ ("Move the map, where it has the focus itself") },
  { "<Control>Left <Control>Right <Control>Up <Control>Down", N_ ("Move the map from one of its pins") },
  { "plus minus 0", N_ ("Larger, smaller, all: of the map and the timeline") },
  { "Home", N_ ("All that is shown, on the map itself; the first mark of a pane") },
  { "Return", N_ ("Take what has the focus: filter by it, or show its detail") },
  { "Page_Up Page_Down", N_ ("The project before, the next one") },
  { "y", N_ ("Why? What a figure is made of") },
  { "<Control>z", N_ ("Take back the last change of the filters") },
  { "<Control>BackSpace", N_ ("Remove all filters, the search and the date too") },
  { "Escape", N_ ("Close the detail") },
  { NULL, N_ ("Take away") },
  { "<Control>c", N_ ("Copy a figure with its source: of the mark that has the focus, or of the detail") },
  { "<Control>e", N_ ("Export a picture, a table or slides") },
  { "<Control>p", N_ ("Print") },
  { "<Control><Shift>c", N_ ("Copy the view as text") },
  { NULL, N_ ("Show") },
  { "F5", N_ ("Present the slides") },
  { "<Control>space", N_ ("Play the timeline") },
  { NULL, N_ ("Files and windows") },
  { "<Control>o", N_ ("Open a file") },
  { "<Control>r", N_ ("Read the file again") },
  { "<Control>n", N_ ("New window") },
  { "<Control>w", N_ ("Close the window") },
  { "<Control>q", N_ ("Quit") },
  { "<Control>comma", N_ ("Preferences") },
  { "<Control>question", N_ ("Keyboard shortcuts") },
};

/* What is written on keys, by what gtk_accelerator_parse() calls them; other keys are called as they are, in capitals. */
static const struct
{
  const char *key;
  const char *words;
} key_names[] = {
  { "Control", NC_ ("key", "Ctrl") },
  { "Shift", NC_ ("key", "Shift") },
  { "Alt", NC_ ("key", "Alt") },
  { "Left", NC_ ("key", "Left") },
  { "Right", NC_ ("key", "Right") },
  { "Up", NC_ ("key", "Up") },
  { "Down", NC_ ("key", "Down") },
  { "Home", NC_ ("key", "Home") },
  { "Page_Up", NC_ ("key", "Page Up") },
  { "Page_Down", NC_ ("key", "Page Down") },
  { "Return", NC_ ("key", "Enter") },
  { "BackSpace", NC_ ("key", "Backspace") },
  { "Escape", NC_ ("key", "Escape") },
  { "space", NC_ ("key", "Space") },
  { "comma", "," },
  { "question", "?" },
  { "plus", "+" },
  { "minus", "−" },
};

static char *
name_key (const JalonLanguage *language, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (key_names); i++)
    if (g_str_equal (key_names[i].key, key))
      return g_strdup (g_ascii_isalpha (key_names[i].words[0]) ? jalon_trc (language, "key", key_names[i].words) : key_names[i].words);
  return g_utf8_strup (key, -1);
}

/* Several ways with space between them, each as its modifiers and its key. */
static char *
describe_keys (const JalonLanguage *language, const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (list[i], "<>", -1);
      const char *before = i > 0 ? "   " : "";

      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autofree char *name = NULL;

          if (parts[j][0] == '\0')
            continue;
          name = name_key (language, parts[j]);
          g_string_append_printf (words, "%s%s", before, name);
          before = "+";
        }
    }
  return g_string_free (words, FALSE);
}

static void
add_row (GtkWidget *group, const JalonLanguage *language, const char *keys, const char *words)
{
  GtkWidget *row = jalon_page_window_add_row (group, jalon_tr (language, words), NULL);
  g_autofree char *label = describe_keys (language, keys);
  GtkWidget *suffix = gtk_label_new (label);

  gtk_widget_add_css_class (suffix, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
}

static GtkWidget *
make_page (const JalonLanguage *language)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].keys == NULL)
      group = jalon_page_window_add_group (page, jalon_tr (language, shortcuts[i].words));
    else
      add_row (group, language, shortcuts[i].keys, shortcuts[i].words);
  return page;
}

static void
shortcuts_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JalonLanguage *language = jalon_model_get_language (JALON_WINDOW (widget)->model);
  GtkWindow *window = jalon_page_window_new (GTK_WINDOW (widget), 600, 560);

  jalon_page_window_fill (window, jalon_tr (language, "Keyboard Shortcuts"), make_page (language));
  gtk_window_present (window);
}

/**
 * jalon_window_make_hint:
 * @self: a window
 *
 * Returns: (transfer floating): what to say at the first start, a line above all that it speaks of, without words, hidden once it was read
 */
GtkWidget *
jalon_window_make_hint (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();

  self->hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->hint_label = gtk_label_new (NULL);
  self->hint_button = gtk_button_new ();
  gtk_label_set_wrap (GTK_LABEL (self->hint_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint_label), 0);
  gtk_widget_set_hexpand (self->hint_label, TRUE);
  gtk_widget_set_valign (self->hint_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hint_button), "win.got-it");
  gtk_box_append (GTK_BOX (self->hint), self->hint_label);
  gtk_box_append (GTK_BOX (self->hint), self->hint_button);
  gtk_widget_add_css_class (self->hint, "hint");
  gtk_widget_set_visible (self->hint, settings != NULL && !g_settings_get_boolean (settings, "hint-read"));
  return self->hint;
}

/**
 * jalon_window_update_hint_words:
 * @self: a window
 *
 * Gives the hint its words.
 */
void
jalon_window_update_hint_words (JalonWindow *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  gtk_label_set_text (GTK_LABEL (self->hint_label),
                      jalon_tr (language, "Click a pin, a bar or a date: everything follows. “Why?” shows what a figure is made of."));
  gtk_button_set_label (GTK_BUTTON (self->hint_button), jalon_tr (language, "Got It"));
}

/**
 * jalon_window_end_hint:
 * @self: a window
 *
 * Takes the hint away for good: it was read, or what it says was done.
 */
void
jalon_window_end_hint (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();

  if (!gtk_widget_get_visible (self->hint))
    return;
  gtk_widget_set_visible (self->hint, FALSE);
  if (settings != NULL)
    g_settings_set_boolean (settings, "hint-read", TRUE);
}

static void
got_it_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jalon_window_end_hint (JALON_WINDOW (widget));
}

/**
 * jalon_window_install_shortcuts_actions:
 * @klass: the class of the window
 *
 * Installs what helps a newcomer: the list of keys, and the hint of the first start.
 */
void
jalon_window_install_shortcuts_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (klass, "win.got-it", NULL, got_it_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL);
}
