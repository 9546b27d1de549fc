/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-mark-menu.h"

#include <adwaita.h>

#include "figures/jalon-told.h"
#include "figures/jalon-why.h"
#include "widgets/jalon-mark-widget.h"

/* What can be asked of any figure that a mark shows, by keys and by a menu. */

static char *
name_members (const char *kind, char **members)
{
  g_autofree char *list = members != NULL ? g_strjoinv (" ", members) : NULL;

  return list != NULL ? g_strconcat (kind, list, NULL) : NULL;
}

/* Which figure of its answer it shows. */
static char *
name_figure (const JalonMark *mark)
{
  switch (mark->target)
    {
    case JALON_TARGET_TOTAL:
      return g_strdup (JALON_WHY_TOTAL);
    case JALON_TARGET_GROUP:
      return g_strconcat (JALON_WHY_GROUP, mark->key, NULL);
    case JALON_TARGET_MORE:
      return name_members (JALON_WHY_GROUPS, mark->members);
    case JALON_TARGET_PROJECT:
      return g_strconcat (JALON_WHY_PROJECT, mark->key, NULL);
    case JALON_TARGET_ANNOUNCEMENT:
      return g_strconcat (JALON_TOLD_ANNOUNCEMENT, mark->key, NULL);
    case JALON_TARGET_CLUSTER:
      return name_members (JALON_WHY_PROJECTS, mark->members);
    case JALON_TARGET_INDICATOR:
      return g_strconcat (JALON_TOLD_INDICATOR, mark->key, NULL);
    case JALON_TARGET_NONE:
    case JALON_TARGET_EVENT:
    case JALON_TARGET_ORGANISATION:
    case JALON_TARGET_PLACE:
    case JALON_TARGET_SOURCE:
    default:
      return NULL;
    }
}

/**
 * jalon_mark_menu_name_figure:
 * @view: a scene view
 * @mark: a mark of its scene
 *
 * Returns: (transfer full) (nullable): which figure it shows, as jalon_told_new() takes it; %NULL if none
 */
char *
jalon_mark_menu_name_figure (JalonSceneView *view, const JalonMark *mark)
{
  JalonSceneViewClass *klass = JALON_SCENE_VIEW_GET_CLASS (view);
  JalonQuery *query = klass->get_query != NULL ? klass->get_query (view, mark) : NULL;
  g_autofree char *what = name_figure (mark);

  return what != NULL && query != NULL ? jalon_told_write (what, query) : g_steal_pointer (&what);
}

static const JalonMark *
get_focused (JalonSceneView *view)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (view));
  const JalonScene *scene = jalon_scene_view_get_scene (view);
  guint index;

  if (!JALON_IS_MARK_WIDGET (focused) || scene == NULL)
    return NULL;
  index = jalon_mark_widget_get_index (JALON_MARK_WIDGET (focused));
  return index < jalon_scene_get_n_marks (scene) ? jalon_scene_get_mark (scene, index) : NULL;
}

static gboolean
ask_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  const JalonMark *mark = get_focused (JALON_SCENE_VIEW (widget));
  g_autofree char *what = mark != NULL ? jalon_mark_menu_name_figure (JALON_SCENE_VIEW (widget), mark) : NULL;

  return what != NULL && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), "s", what);
}

static void
add_item (GMenu *menu, const char *words, const char *action, const char *what)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, action, "s", what);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const JalonLanguage *language, const char *what)
{
  GMenu *menu = g_menu_new ();

  add_item (menu, jalon_tr (language, "Why?"), "win.why", what);
  add_item (menu, jalon_tr (language, "Copy with Its Source"), "win.copy-figure", what);
  return G_MENU_MODEL (menu);
}

static gboolean
drop_idle (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* A command of the menu is carried out after it closes. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_idle, g_object_ref (popover), g_object_unref);
}

static gboolean
show_menu (JalonSceneView *view, const JalonMark *mark)
{
  const JalonLanguage *language = jalon_model_get_language (jalon_scene_view_get_model (view));
  GtkWidget *parent = gtk_widget_get_ancestor (GTK_WIDGET (view), ADW_TYPE_BIN); /* lays out popovers, as the view doesn't */
  g_autofree char *what = mark != NULL ? jalon_mark_menu_name_figure (view, mark) : NULL;
  g_autoptr (GMenuModel) menu = NULL;
  graphene_point_t origin;
  GtkWidget *popover;

  if (what == NULL || parent == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (view), parent, &GRAPHENE_POINT_INIT ((float) mark->x, (float) mark->y), &origin))
    return FALSE;
  menu = make_menu (language, what);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) origin.x, (int) origin.y, MAX (1, (int) mark->width),
                                                                        MAX (1, (int) mark->height) });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (drop_idle), popover, G_CONNECT_SWAPPED);
  jalon_scene_view_yield_to (view, popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *none, gpointer data)
{
  return show_menu (JALON_SCENE_VIEW (widget), get_focused (JALON_SCENE_VIEW (widget)));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JalonSceneView *view)
{
  const JalonScene *scene = jalon_scene_view_get_scene (view);

  if (scene != NULL && show_menu (view, jalon_scene_pick (scene, x, y)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * jalon_mark_menu_add_bindings:
 * @klass: the class of a scene view
 *
 * Adds the keys of a focused mark: y asks why its figure is what it is, Ctrl+C copies it with its source, Menu and Shift+F10 open the
 * menu.
 */
void
jalon_mark_menu_add_bindings (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_y, 0, ask_cb, "s", "win.why");
  gtk_widget_class_add_binding (klass, GDK_KEY_c, GDK_CONTROL_MASK, ask_cb, "s", "win.copy-figure");
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

/**
 * jalon_mark_menu_attach:
 * @view: a scene view
 *
 * Has the second button of the pointer open the menu of the mark it is on.
 */
void
jalon_mark_menu_attach (JalonSceneView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}
