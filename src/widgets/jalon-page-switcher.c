/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-page-switcher.h"

#include "widgets/jalon-icon-button.h"

/**
 * JalonPageSwitcher:
 *
 * A button a page of the window.
 */
struct _JalonPageSwitcher
{
  GtkWidget parent_instance;

  JalonModel *model; /* owned */
  GtkWidget *box;    /* child */
  GtkWidget *buttons[JALON_N_PAGES]; /* borrowed */
  GtkWidget *names[JALON_N_PAGES];   /* borrowed: below the icons, or NULL */
  gboolean updating; /* the buttons follow the model: no answer needed */
};

G_DEFINE_FINAL_TYPE (JalonPageSwitcher, jalon_page_switcher, GTK_TYPE_WIDGET)

static const char *const icons[JALON_N_PAGES] = {
  [JALON_PAGE_DASHBOARD] = "view-grid-symbolic",
  [JALON_PAGE_TABLE] = "view-list-symbolic",
  [JALON_PAGE_ECOSYSTEM] = "network-workgroup-symbolic",
  [JALON_PAGE_COMPARE] = "view-dual-symbolic",
};

/**
 * jalon_page_switcher_get_words:
 * @page: a page
 * @language: the language to speak
 *
 * Returns: what the page is called
 */
const char *
jalon_page_switcher_get_words (JalonPage page, const JalonLanguage *language)
{
  switch (page)
    {
    case JALON_PAGE_TABLE:
      return jalon_tr (language, "Table");
    case JALON_PAGE_ECOSYSTEM:
      return jalon_tr (language, "Ecosystem");
    case JALON_PAGE_COMPARE:
      return jalon_tr (language, "Compare");
    case JALON_PAGE_DASHBOARD:
    case JALON_N_PAGES:
    default:
      return jalon_tr (language, "Dashboard");
    }
}

static void
update (JalonPageSwitcher *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[jalon_model_get_page (self->model)]), TRUE);
  self->updating = FALSE;
  for (JalonPage page = 0; page < JALON_N_PAGES; page++)
    {
      const char *words = jalon_page_switcher_get_words (page, language);

      jalon_icon_button_set_words (self->buttons[page], words);
      if (self->names[page] != NULL)
        gtk_label_set_text (GTK_LABEL (self->names[page]), words);
    }
}

static void
model_changed_cb (JalonPageSwitcher *self, guint what)
{
  if (what & (JALON_MODEL_LANGUAGE | JALON_MODEL_PAGE))
    update (self);
}

static void
toggled_cb (JalonPageSwitcher *self, GtkToggleButton *button)
{
  for (JalonPage page = 0; page < JALON_N_PAGES; page++)
    if (!self->updating && GTK_WIDGET (button) == self->buttons[page] && gtk_toggle_button_get_active (button))
      jalon_model_set_page (self->model, page);
}

static GtkWidget *
make_named_icon (JalonPageSwitcher *self, JalonPage page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->names[page] = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->names[page]), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icons[page]));
  gtk_box_append (GTK_BOX (box), self->names[page]);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_button (JalonPageSwitcher *self, JalonPage page, gboolean named)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (named)
    gtk_button_set_child (GTK_BUTTON (button), make_named_icon (self, page));
  else
    gtk_button_set_icon_name (GTK_BUTTON (button), icons[page]);
  gtk_widget_add_css_class (button, "flat");
  if (page > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
jalon_page_switcher_dispose (GObject *object)
{
  JalonPageSwitcher *self = JALON_PAGE_SWITCHER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_page_switcher_parent_class)->dispose (object);
}

static void
jalon_page_switcher_class_init (JalonPageSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_page_switcher_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jalon_page_switcher_init (JalonPageSwitcher *self)
{
}

/**
 * jalon_page_switcher_new:
 * @model: whose pages to turn
 * @named: whether each page's name stands below its icon
 *
 * Returns: (transfer floating): the buttons
 */
GtkWidget *
jalon_page_switcher_new (JalonModel *model, gboolean named)
{
  JalonPageSwitcher *self = g_object_new (JALON_TYPE_PAGE_SWITCHER, NULL);

  self->model = g_object_ref (model);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "pages");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (JalonPage page = 0; page < JALON_N_PAGES; page++)
    {
      self->buttons[page] = make_button (self, page, named);
      gtk_box_append (GTK_BOX (self->box), self->buttons[page]);
    }
  update (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
