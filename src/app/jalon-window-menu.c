/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "words/jalon-words.h"

typedef struct
{
  const char *words;
  const char *action; /* NULL: where the recent files go */
} Item;

static const Item files[] = {
  { N_ ("New Window"), "app.new-window" },
  { N_ ("Open…"), "win.open" },
  { N_ ("Open Recent"), NULL },
  { N_ ("Reload the File"), "win.reload" },
  { N_ ("Show the Bundled Data"), "win.bundled" },
};

static const Item copies[] = {
  { N_ ("Copy Picture"), "win.copy-picture" },
  { N_ ("Copy Table"), "win.copy-table" },
  { N_ ("Copy the View as Text"), "win.copy-state" },
};

static const Item taking[] = {
  { N_ ("Export…"), "win.export" },
  { N_ ("Print Preview"), "win.print-preview" },
  { N_ ("Print…"), "win.print" },
  { N_ ("Present"), "win.present" },
};

static const Item view[] = {
  { N_ ("Reset the View"), "win.reset-view" },
  { N_ ("Remove All Filters"), "win.clear-filters" },
};

static const Item about[] = {
  { N_ ("Preferences"), "win.preferences" },
  { N_ ("Keyboard Shortcuts"), "win.shortcuts" },
  { N_ ("About These Data"), "win.about-data" },
  { N_ ("About Jalon"), "win.about" },
};

static void
add_recent (GMenu *menu, const char *words)
{
  g_autoptr (GMenuModel) recent = jalon_window_make_recent_menu ();

  if (g_menu_model_get_n_items (recent) > 0)
    g_menu_append_submenu (menu, words, recent);
}

static GMenuModel *
make_items (const JalonLanguage *language, const Item *items, gsize n)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    if (items[i].action != NULL)
      g_menu_append (menu, jalon_tr (language, items[i].words), items[i].action);
    else
      add_recent (menu, jalon_tr (language, items[i].words));
  return G_MENU_MODEL (menu);
}

/**
 * jalon_window_make_menu:
 * @language: the language to speak
 *
 * Returns: (transfer full): the main menu of a window
 */
GMenuModel *
jalon_window_make_menu (const JalonLanguage *language)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) files_section = make_items (language, files, G_N_ELEMENTS (files));
  g_autoptr (GMenuModel) taking_section = make_items (language, taking, G_N_ELEMENTS (taking));
  g_autoptr (GMenuModel) copies_menu = make_items (language, copies, G_N_ELEMENTS (copies));
  g_autoptr (GMenuModel) view_section = make_items (language, view, G_N_ELEMENTS (view));
  g_autoptr (GMenuModel) about_section = make_items (language, about, G_N_ELEMENTS (about));
  g_autoptr (GMenuItem) copy = g_menu_item_new_submenu (jalon_tr (language, "Copy"), copies_menu);

  g_menu_insert_item (G_MENU (taking_section), 1, copy);
  g_menu_append_section (menu, NULL, files_section);
  g_menu_append_section (menu, NULL, taking_section);
  g_menu_append_section (menu, NULL, view_section);
  g_menu_append_section (menu, NULL, about_section);
  return G_MENU_MODEL (menu);
}
