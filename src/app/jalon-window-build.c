/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-settings.h"
#include "app/jalon-window-private.h"
#include "widgets/jalon-board.h"
#include "widgets/jalon-compare-page.h"
#include "widgets/jalon-data-title.h"
#include "widgets/jalon-detail-view.h"
#include "widgets/jalon-ecosystem-page.h"
#include "widgets/jalon-compat.h"
#include "widgets/jalon-header-row.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-later.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-page-switcher.h"
#include "widgets/jalon-quiet.h"
#include "widgets/jalon-side-pane.h"
#include "widgets/jalon-table-page.h"
#include "widgets/jalon-timeline-pane.h"
#include "words/jalon-words.h"

/* The languages of the interface, with what their buttons say. */
static const struct
{
  const char *code;
  const char *label;
} languages[] = {
  { "fr", "FR" },
  { "en", "EN" },
};

static void
search_changed_cb (JalonWindow *self)
{
  if (!self->updating && !jalon_window_take_state (self))
    jalon_query_set_text (jalon_model_get_query (self->model), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_stop_cb (JalonWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
language_toggled_cb (GtkToggleButton *button, JalonWindow *self)
{
  const char *code = g_object_get_data (G_OBJECT (button), "language");

  if (!self->updating && gtk_toggle_button_get_active (button))
    {
      const JalonLanguage *usual = jalon_language_get_default ();

      /* British where the system is */
      jalon_model_set_language (self->model, g_str_equal (jalon_language_get_text_code (usual), code) ? usual : jalon_language_get (code));
      jalon_settings_set_language (jalon_model_get_language (self->model));
    }
}

static GtkWidget *
make_languages (JalonWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "languages");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (languages[i].label);
      const char *name = jalon_language_get_name (jalon_language_get (languages[i].code));

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->languages, 0));
      jalon_icon_button_set_words (button, name);
      g_object_set_data (G_OBJECT (button), "language", (gpointer) languages[i].code);
      g_signal_connect_object (button, "toggled", G_CALLBACK (language_toggled_cb), self, 0);
      g_ptr_array_add (self->languages, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* Each time it is opened: the list of files that were shown lately may have changed. */
static void
fill_menu (GtkMenuButton *button, gpointer window)
{
  g_autoptr (GMenuModel) menu = jalon_window_make_menu (jalon_model_get_language (JALON_WINDOW (window)->model));

  gtk_menu_button_set_menu_model (button, menu);
}

static GtkWidget *
make_header (JalonWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_LOOSE);
  self->title = jalon_data_title_new (FALSE);
  self->search = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 26);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_stop_cb), self, G_CONNECT_SWAPPED);
  jalon_window_watch_search (self);
  jalon_window_lead_search (self);
  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL); /* the button is in it */
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (self->menu), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), fill_menu, self, NULL);
  self->row = jalon_header_row_new (jalon_window_make_history (self), self->title, jalon_page_switcher_new (self->model, FALSE),
                                    self->search);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->row);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->menu);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make_languages (self));
  jalon_compat_shrink_title_last (header);
  return header;
}

static GtkWidget *
make_heading (JalonWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "board-heading");
  self->heading = jalon_data_title_new (TRUE);
  gtk_box_append (GTK_BOX (box), self->heading);
  return box;
}

static GtkWidget *
make_board (JalonWindow *self)
{
  GSettings *settings = jalon_settings_get ();
  GtkWidget *board = jalon_board_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->board = board;
  if (settings != NULL)
    {
      g_settings_bind (settings, "side-share", board, "side-share", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "timeline-share", board, "timeline-share", G_SETTINGS_BIND_DEFAULT);
    }
  jalon_board_set_pane (JALON_BOARD (board), JALON_PANE_TITLE, make_heading (self));
  self->map = jalon_map_view_new (self->model);
  jalon_board_set_pane (JALON_BOARD (board), JALON_PANE_MAP, self->map);
  jalon_board_set_pane (JALON_BOARD (board), JALON_PANE_SIDE, jalon_side_pane_new (self->model));
  self->timeline = jalon_timeline_pane_new (self->model);
  jalon_board_set_pane (JALON_BOARD (board), JALON_PANE_TIMELINE, self->timeline);
  jalon_board_set_pane (JALON_BOARD (board), JALON_PANE_DETAIL, jalon_detail_view_new (self->model));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), board);
  return scrolled;
}

/* Those that are made when they are first looked at; the dashboard is there from the start. */
static const JalonLaterMake later_pages[JALON_N_PAGES] = {
  [JALON_PAGE_TABLE] = (JalonLaterMake) jalon_table_page_new,
  [JALON_PAGE_ECOSYSTEM] = (JalonLaterMake) jalon_ecosystem_page_new,
  [JALON_PAGE_COMPARE] = (JalonLaterMake) jalon_compare_page_new,
};

static GtkWidget *
make_pages (JalonWindow *self)
{
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  for (JalonPage page = 0; page < JALON_N_PAGES; page++)
    gtk_stack_add_named (self->pages,
                         later_pages[page] != NULL ? jalon_later_new (later_pages[page], self->model) : make_board (self),
                         jalon_page_get_nick (page));
  return GTK_WIDGET (self->pages);
}

/* The pages of a window whose header bar has no room for their buttons. */
static GtkWidget *
make_page_bar (JalonWindow *self)
{
  GtkWidget *bar = jalon_page_switcher_new (self->model, TRUE);

  gtk_widget_add_css_class (bar, "page-bar");
  g_object_bind_property (self->row, "crowded", bar, "visible", G_BINDING_SYNC_CREATE);
  return bar;
}

static void
update_empty_words (JalonWindow *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  if (self->empty == NULL)
    return;
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), jalon_tr (language, "No Data"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), jalon_tr (language, "Open a .jalon file, or drop one here."));
  gtk_button_set_label (GTK_BUTTON (self->empty_button), jalon_tr (language, "Open…"));
}

static GtkWidget *
make_empty (gpointer window)
{
  JalonWindow *self = JALON_WINDOW (window);

  self->empty = adw_status_page_new ();
  self->empty_button = gtk_button_new ();
  gtk_widget_set_halign (self->empty_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->empty_button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), "win.open");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "document-open-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->empty), self->empty_button);
  update_empty_words (self);
  return self->empty;
}

/**
 * jalon_window_build:
 * @self: a window
 *
 * Makes the children of the window, without words.
 */
void
jalon_window_build (JalonWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, jalon_later_new (make_empty, self), "empty");
  gtk_stack_add_named (self->stack, make_pages (self), "pages");
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), jalon_window_make_hint (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_page_bar (self));
  adw_toast_overlay_set_child (self->toasts, box);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  jalon_window_follow_map_settings (self);
}

/**
 * jalon_window_update_words:
 * @self: a window
 *
 * Gives every child that the window made its words in the window's language.
 */
void
jalon_window_update_words (JalonWindow *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);
  const char *search = jalon_tr (language, "Search a project, a place, an organization");

  self->updating = TRUE;
  for (guint i = 0; i < self->languages->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->languages, i),
                                  g_str_has_prefix (jalon_language_get_code (language), languages[i].code));
  self->updating = FALSE;
  jalon_compat_set_placeholder (self->search, search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  jalon_board_set_words (JALON_BOARD (self->board), jalon_tr (language, "Width of the figures"),
                         jalon_tr (language, "Height of the timeline"));
  g_object_set_data (G_OBJECT (self), JALON_QUIET_CLOSE, (gpointer) jalon_tr (language, "Close")); /* lasts as long as the catalogue */
  jalon_window_update_history_words (self);
  jalon_window_update_hint_words (self);
  jalon_icon_button_set_words (self->menu, jalon_tr (language, "Main Menu"));
  update_empty_words (self);
}
