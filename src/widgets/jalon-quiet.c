/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-quiet.h"

/* What the toolkit makes inside its widgets has no words of its own, and GTK then tells a screen reader the name of its class
 * (gtk_at_context_get_name). So: what is only decoration isn't told at all, and what only holds other things has an empty name,
 * as has whatever has no role of its own: what has words needs a role. */
static const char *const decoration[] = { "GtkBuiltinIcon", "GtkImage", "GtkPicture", "GtkRange", "GtkScrollbar", "GtkSeparator" };
static const char *const holders[]
    = { "GtkColumnListView", "GtkColumnViewCell", "GtkColumnViewTitle", "GtkFlowBoxChild", "GtkListItemWidget", "GtkListView", "GtkPopoverContent" };

static GHashTable *known; /* what is done with each GType that was met */

enum
{
  TREATMENT_NONE = 1,
  TREATMENT_HIDE,
  TREATMENT_HOLDER
};

static gboolean
lists (const char *const *names, gsize n, const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return TRUE;
  return FALSE;
}

static int
get_treatment (GType type)
{
  int treatment = GPOINTER_TO_INT (g_hash_table_lookup (known, GSIZE_TO_POINTER (type)));

  if (treatment != 0)
    return treatment;
  treatment = lists (decoration, G_N_ELEMENTS (decoration), g_type_name (type)) ? TREATMENT_HIDE
              : lists (holders, G_N_ELEMENTS (holders), g_type_name (type))     ? TREATMENT_HOLDER
                                                                                : TREATMENT_NONE;
  g_hash_table_insert (known, GSIZE_TO_POINTER (type), GINT_TO_POINTER (treatment));
  return treatment;
}

/* A page that isn't seen isn't told. */
static void
quiet_pages (GtkStack *stack)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkStackPage *page = gtk_stack_get_page (stack, child);

      if (gtk_stack_page_get_title (page) == NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != visible, -1);
    }
}

static void
quiet_stack (GtkStack *stack)
{
  quiet_pages (stack);
  g_signal_handlers_disconnect_by_func (stack, quiet_pages, NULL); /* it may be met again */
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (quiet_pages), NULL);
}

/* The button inside is what has the focus: it is called as the whole is. */
static void
name_inner_button (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
}

static void
quiet_children (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    jalon_quiet_tree (child);
}

/* Other words come with another arrow, which isn't mapped where the button isn't. */
static void
quiet_menu_button (GtkWidget *menu_button)
{
  g_signal_handlers_disconnect_by_func (menu_button, quiet_children, NULL); /* it may be met again */
  g_signal_connect (menu_button, "notify::label", G_CALLBACK (quiet_children), NULL);
  g_signal_connect (menu_button, "notify::icon-name", G_CALLBACK (quiet_children), NULL);
}

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = GTK_IS_LABEL (child) ? child : find_label (child);
  return found;
}

static gboolean
is_in_toast (GtkWidget *widget)
{
  while (widget != NULL && !g_str_equal (gtk_widget_get_css_name (widget), "toast"))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL;
}

/* A button that is made of more than a label is called as the first of its words; that which closes a toast has but an icon. */
static void
name_button (GtkWidget *button)
{
  GtkWidget *label = has_name (button) ? NULL : find_label (button);
  GtkRoot *root = gtk_widget_get_root (button);
  const char *close = root != NULL ? g_object_get_data (G_OBJECT (root), JALON_QUIET_CLOSE) : NULL;

  if (label == NULL && close != NULL && is_in_toast (button) && find_label (button) == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, close, -1);
  else if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static void
quiet (GtkWidget *widget)
{
  int treatment = get_treatment (G_OBJECT_TYPE (widget));

  if (treatment == TREATMENT_HIDE)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  else if (treatment == TREATMENT_HOLDER && has_name (widget))
    ; /* a row that was told whose it is */
  else if (treatment == TREATMENT_HOLDER || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_WIDGET)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  if (GTK_IS_STACK (widget))
    quiet_stack (GTK_STACK (widget));
  else if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] == '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  else if (GTK_IS_DROP_DOWN (widget))
    name_inner_button (widget);
  else if (GTK_IS_MENU_BUTTON (widget))
    quiet_menu_button (widget);
  else if (GTK_IS_BUTTON (widget))
    name_button (widget);
}

/**
 * jalon_quiet_tree:
 * @widget: a widget
 *
 * Does at once, for a widget and all in it, what is done when a window comes to the screen: it may be told before.
 */
void
jalon_quiet_tree (GtkWidget *widget)
{
  jalon_quiet_install ();
  quiet (widget);
  quiet_children (widget);
}

/* A window is told whole, with the pages of it that aren't seen yet; what comes later, when it comes. */
static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_NATIVE (widget))
    jalon_quiet_tree (widget);
  else
    quiet (widget);
  return TRUE;
}

/**
 * jalon_quiet_install:
 *
 * From now on no screen reader is told the name of a class of the toolkit, in any window. Once is enough; further calls do nothing.
 */
void
jalon_quiet_install (void)
{
  if (known != NULL)
    return;
  known = g_hash_table_new (NULL, NULL);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
