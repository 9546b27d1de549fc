/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-window-private.h"
#include "widgets/jalon-board.h"

/* What F6 goes through, in the order of the screen: the search, then the panes of the page that is shown. */
static GPtrArray *
list_panes (JalonWindow *self)
{
  static const JalonPane panes[] = { JALON_PANE_MAP, JALON_PANE_SIDE, JALON_PANE_TIMELINE, JALON_PANE_DETAIL };
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, self->search);
  if (jalon_model_get_page (self->model) != JALON_PAGE_DASHBOARD)
    {
      if (page != NULL)
        g_ptr_array_add (list, page);
      return list;
    }
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = jalon_board_get_pane (JALON_BOARD (self->board), panes[i]);

      if (gtk_widget_is_visible (pane))
        g_ptr_array_add (list, pane);
    }
  return list;
}

static int
find_focused (JalonWindow *self, const GPtrArray *panes)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  for (guint i = 0; focus != NULL && i < panes->len; i++)
    if (focus == g_ptr_array_index (panes, i) || gtk_widget_is_ancestor (focus, g_ptr_array_index (panes, i)))
      return (int) i;
  return -1;
}

/* A pane that takes no focus, such as a page without data, is passed over. */
static void
pane_action (GtkWidget *widget, const char *action, GVariant *step)
{
  JalonWindow *self = JALON_WINDOW (widget);
  g_autoptr (GPtrArray) panes = list_panes (self);
  int n = (int) panes->len, by = g_variant_get_int32 (step), at = find_focused (self, panes);

  if (at < 0)
    at = by > 0 ? -1 : 0;
  for (int i = 1; i <= n; i++)
    if (gtk_widget_child_focus (g_ptr_array_index (panes, (guint) (((at + by * i) % n + n) % n)), GTK_DIR_TAB_FORWARD))
      return;
}

/**
 * jalon_window_install_pane_actions:
 * @klass: the class of the window
 *
 * Installs the keys that go from pane to pane.
 */
void
jalon_window_install_pane_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.pane", "i", pane_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F6, 0, "win.pane", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F6, GDK_SHIFT_MASK, "win.pane", "i", -1);
}
