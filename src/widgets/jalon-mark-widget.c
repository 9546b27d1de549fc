/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-mark-widget.h"

/**
 * JalonMarkWidget:
 *
 * What keyboard and screen reader meet of a mark: an empty widget over the painted mark, focusable, with the mark's words as its
 * accessible name. It draws its focus ring and nothing else.
 *
 * CSS node: mark. Role: button. Action: mark.activate, which its scene view takes from here as the signal "activate".
 */
struct _JalonMarkWidget
{
  GtkWidget parent_instance;

  guint index;
  char *name;
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonMarkWidget, jalon_mark_widget, GTK_TYPE_WIDGET)

static void
activate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATE], 0);
}

static void
jalon_mark_widget_finalize (GObject *object)
{
  g_free (JALON_MARK_WIDGET (object)->name);
  G_OBJECT_CLASS (jalon_mark_widget_parent_class)->finalize (object);
}

static void
jalon_mark_widget_class_init (JalonMarkWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->finalize = jalon_mark_widget_finalize;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "mark.activate", NULL);

  /**
   * JalonMarkWidget::activate:
   *
   * Emitted when the mark is chosen by key or by assistive technology.
   */
  signals[ACTIVATE] = g_signal_new ("activate", JALON_TYPE_MARK_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
}

static void
jalon_mark_widget_init (JalonMarkWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer is the scene view's: it picks among the painted marks. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * jalon_mark_widget_new:
 *
 * Returns: (transfer floating): a widget that stands for no mark yet
 */
GtkWidget *
jalon_mark_widget_new (void)
{
  return g_object_new (JALON_TYPE_MARK_WIDGET, NULL);
}

/**
 * jalon_mark_widget_set_mark:
 * @self: a mark widget
 * @index: which mark of the scene it stands for
 * @name: what a screen reader says
 *
 * Has the widget stand for a mark.
 */
void
jalon_mark_widget_set_mark (JalonMarkWidget *self, guint index, const char *name)
{
  self->index = index;
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * jalon_mark_widget_get_index:
 * @self: a mark widget
 *
 * Returns: which mark of the scene it stands for
 */
guint
jalon_mark_widget_get_index (JalonMarkWidget *self)
{
  return self->index;
}
