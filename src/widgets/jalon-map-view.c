/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-map-view-private.h"

#include <math.h>

#include "scenes/jalon-layouts.h"
#include "scenes/jalon-map-tint.h"
#include "widgets/jalon-icon-button.h"
#include "widgets/jalon-legend-view.h"
#include "widgets/jalon-tray-view.h"
#include "words/jalon-words.h"

/* In logical pixels. */
#define LEGEND_WIDTH 320
#define NARROW 520
#define LEAST_WIDTH 200 /* of the map beside what lies over its end; else nothing keeps off that */

/**
 * JalonMapView:
 *
 * The map with its pins, the tray of what has no point on it, zoom buttons and the credit line.
 *
 * Keys while the focus is on it: arrows pan, plus and minus zoom, Home and 0 fit what is shown. On a pin the arrows go from pin to pin,
 * and pan with Ctrl.
 */
G_DEFINE_FINAL_TYPE (JalonMapView, jalon_map_view, ADW_TYPE_BIN)

/* Whoever's map is seen, or can be. */
static void
update_credit (JalonMapView *self)
{
  const char *credits[] = { self->online != NULL ? jalon_online_tiles_get_credit (self->online) : NULL,
                            self->basemap != NULL ? jalon_basemap_get_credit (self->basemap) : NULL };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (credits); i++)
    if (credits[i] != NULL && credits[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", credits[i]);
  gtk_label_set_text (GTK_LABEL (self->credit), line->str);
  gtk_widget_set_visible (self->credit, line->len > 0);
}

static void
update_base (JalonMapView *self)
{
  const JalonMapGroundLook look = { self->basemap, self->online, (const char *const *) self->tint };

  jalon_map_ground_renew (self->ground, &look);
  jalon_pins_view_set_basemap (self->pins, self->online == NULL ? self->basemap : NULL);
  update_credit (self);
}

/* Whether other territories are to be tinted than were. */
static gboolean
update_tint (JalonMapView *self)
{
  char **tint = jalon_map_tint_list (jalon_model_get_dataset (self->model), jalon_model_get_query (self->model));
  gboolean other = !g_strv_equal ((const char *const *) tint, (const char *const *) self->tint);

  g_strfreev (self->tint);
  self->tint = tint;
  return other;
}

/* A label that the pill made of its words would be another widget each time. Some releases of GTK call the button inside as the whole is
 * called, some only as it is called itself. */
static void
set_label (GtkWidget *pill, const char *words)
{
  GtkWidget *label = gtk_menu_button_get_child (GTK_MENU_BUTTON (pill));

  if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), words))
    return;
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (pill)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_legend_words (JalonMapView *self)
{
  if (self->legend_words != NULL)
    gtk_label_set_text (GTK_LABEL (self->legend_words),
                        jalon_tr (jalon_model_get_language (self->model),
                                  "The area of a pin is its amount. A number on it: so many projects stand together."));
}

static void
update_words (JalonMapView *self)
{
  const JalonLanguage *language = jalon_model_get_language (self->model);

  set_label (self->legend, jalon_tr (language, "Legend"));
  update_legend_words (self);
  jalon_icon_button_set_words (self->zoom_in, jalon_tr (language, "Zoom in"));
  jalon_icon_button_set_words (self->zoom_out, jalon_tr (language, "Zoom out"));
  jalon_icon_button_set_words (self->fit, jalon_tr (language, "Fit the map to what is shown"));
  jalon_icon_button_set_words (self->ecosystem, jalon_tr (language, "Show the ecosystem on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, jalon_tr (language, "Map"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jalon_tr (language, "Map: arrows move it, plus and minus zoom, Home shows all"), -1);
}

/* The pill stays as wide as it ever was: with a digit less all beside it would move, and the labels of the map that keep off it. */
static void
keep_width (JalonMapView *self)
{
  GtkWidget *label = gtk_menu_button_get_child (GTK_MENU_BUTTON (self->tray));
  int before, width;

  gtk_widget_get_size_request (label, &before, NULL);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, NULL);
  gtk_widget_set_size_request (label, MAX (before, width), -1);
}

/* How many projects the map has no point for: those that the tray lists. */
static void
update_tray (JalonMapView *self)
{
  const JalonFigures *figures = jalon_model_get_figures (self->model);
  const JalonLanguage *language = jalon_model_get_language (self->model);
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; figures != NULL && i < jalon_figures_get_n_shares (figures); i++)
    if (jalon_map_get_stand (jalon_figures_get_share (figures, i)) != JALON_STAND_POINT)
      n++;
  number = jalon_words_number (language, n);
  words = jalon_words_fill (jalon_trn (language, "{n} project without a point on the map", "{n} projects without a point on the map", n),
                            "{n}", number, NULL);
  set_label (self->tray, words);
  keep_width (self);
  gtk_widget_set_visible (self->tray, n > 0);
}

/* On another screen the tiles may have to be sharper. */
static void
scale_changed_cb (JalonMapView *self)
{
  update_base (self);
}

static void
model_changed_cb (JalonMapView *self, guint what)
{
  if (what & (JALON_MODEL_LANGUAGE | JALON_MODEL_LOOK))
    gtk_widget_set_size_request (gtk_menu_button_get_child (GTK_MENU_BUTTON (self->tray)), -1, -1);
  if (what & (JALON_MODEL_FIGURES | JALON_MODEL_LANGUAGE | JALON_MODEL_LOOK))
    update_tray (self);
  if (((what & (JALON_MODEL_DATASET | JALON_MODEL_FIGURES)) && update_tint (self)) || (what & JALON_MODEL_LOOK)
      || ((what & JALON_MODEL_LANGUAGE) && self->online != NULL))
    update_base (self);
  if (what & JALON_MODEL_LANGUAGE)
    update_words (self);
  if (what & JALON_MODEL_LAYERS)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ecosystem), jalon_model_get_ecosystem (self->model));
  if (what & JALON_MODEL_DATASET)
    jalon_map_view_fit (self);
}

static void
zoom_in_cb (JalonMapView *self)
{
  jalon_map_view_zoom (self, 1);
}

static void
zoom_out_cb (JalonMapView *self)
{
  jalon_map_view_zoom (self, -1);
}

static GtkWidget *
add_button (JalonMapView *self, GtkWidget *box, const char *icon, GCallback callback)
{
  GtkWidget *button = jalon_icon_button_new (icon, callback, self);

  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
ecosystem_toggled_cb (JalonMapView *self)
{
  jalon_model_set_ecosystem (self->model, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ecosystem)));
}

static GtkWidget *
make_buttons (JalonMapView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->buttons = box;
  gtk_widget_add_css_class (box, "map-buttons");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  self->zoom_in = add_button (self, box, "zoom-in-symbolic", G_CALLBACK (zoom_in_cb));
  self->zoom_out = add_button (self, box, "zoom-out-symbolic", G_CALLBACK (zoom_out_cb));
  self->fit = add_button (self, box, "zoom-fit-best-symbolic", G_CALLBACK (jalon_map_view_fit));
  self->ecosystem = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->ecosystem), "network-workgroup-symbolic");
  g_signal_connect_object (self->ecosystem, "toggled", G_CALLBACK (ecosystem_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->ecosystem);
  return box;
}

/* A pill on the map. What it opens is made when it is first opened. */
static GtkWidget *
make_pill (JalonMapView *self, GtkMenuButtonCreatePopupFunc make)
{
  GtkWidget *pill = g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL); /* the button is in it */

  gtk_menu_button_set_child (GTK_MENU_BUTTON (pill), gtk_label_new (NULL));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (pill), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (pill), make, self, NULL);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (pill), GTK_ARROW_UP);
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (pill, "map-tray");
  return pill;
}

/* The list of what has no point on the map. */
static void
make_tray (GtkMenuButton *button, gpointer map_view)
{
  GtkWidget *popover, *scrolled, *tray;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  scrolled = gtk_scrolled_window_new ();
  tray = jalon_tray_view_new (JALON_MAP_VIEW (map_view)->model);
  gtk_widget_set_size_request (tray, 340, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), tray);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
}

/* What the marks mean. */
static void
make_legend (GtkMenuButton *button, gpointer map_view)
{
  JalonMapView *self = JALON_MAP_VIEW (map_view);
  GtkWidget *popover, *box, *view, *clamp;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  view = jalon_legend_view_new (self->model);
  self->legend_words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->legend_words), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->legend_words), 40);
  gtk_label_set_max_width_chars (GTK_LABEL (self->legend_words), 40);
  gtk_label_set_xalign (GTK_LABEL (self->legend_words), 0);
  gtk_widget_set_size_request (view, LEGEND_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->legend_words);
  gtk_box_append (GTK_BOX (box), view);
  /* A popover asks how high its content is for more width than it gives it. */
  clamp = g_object_new (ADW_TYPE_CLAMP, "child", box, "maximum-size", LEGEND_WIDTH, "tightening-threshold", LEGEND_WIDTH, NULL);
  gtk_widget_add_css_class (clamp, "map-legend");
  gtk_popover_set_child (GTK_POPOVER (popover), clamp);
  gtk_menu_button_set_popover (button, popover);
  update_legend_words (self);
}

/* As GtkOverlay calls where something stands over it, but only once it stands there: then all would be styled anew. */
static void
add_over (GtkWidget *overlay, GtkWidget *child, const char *side)
{
  gtk_widget_add_css_class (child, side);
  gtk_widget_add_css_class (child, "bottom");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), child);
}

static GtkWidget *
make_foot (JalonMapView *self)
{
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->pills = pills;
  self->foot = foot;
  gtk_widget_set_valign (foot, GTK_ALIGN_END);
  gtk_widget_set_halign (foot, GTK_ALIGN_START);
  gtk_widget_add_css_class (foot, "map-foot");
  self->tray = make_pill (self, make_tray);
  self->legend = make_pill (self, make_legend);
  gtk_box_append (GTK_BOX (pills), self->tray);
  gtk_box_append (GTK_BOX (pills), self->legend);
  gtk_box_append (GTK_BOX (foot), pills);
  self->credit = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->credit), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->credit), 0);
  gtk_widget_set_halign (self->credit, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->credit, "map-credit");
  gtk_box_append (GTK_BOX (foot), self->credit);
  return foot;
}

static void
build (JalonMapView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  ShumateLayer *layer;

  self->map = g_object_new (SHUMATE_TYPE_MAP, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "focusable", TRUE, NULL);
  jalon_map_view_add_arrows (self);
  shumate_map_set_go_to_duration (self->map, 250);
  shumate_viewport_set_min_zoom_level (jalon_map_view_get_viewport (self), 2);
  shumate_viewport_set_max_zoom_level (jalon_map_view_get_viewport (self), 17);
  self->ground = jalon_map_ground_new (self->map, self->model);
  layer = jalon_pin_layer_new (self->model, jalon_map_view_get_viewport (self));
  self->pins = jalon_pin_layer_get_pins (JALON_PIN_LAYER (layer));
  g_signal_connect_object (self->pins, "open-cluster", G_CALLBACK (jalon_map_view_open_cluster), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->map));
  add_over (overlay, make_foot (self), "left");
  add_over (overlay, make_buttons (self), "right");
  update_base (self);
  shumate_map_add_layer (self->map, layer);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

static void
jalon_map_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, NULL, NULL);
}

/* What lies over the map, for its labels to keep off. */
static void
update_covered (JalonMapView *self)
{
  GtkWidget *const over[] = { self->buttons, self->tray, self->legend, self->credit };
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (JalonMapBox));

  for (guint i = 0; i < G_N_ELEMENTS (over); i++)
    {
      graphene_rect_t bounds;
      JalonMapBox box;

      if (!gtk_widget_get_visible (over[i]) || !gtk_widget_compute_bounds (over[i], GTK_WIDGET (self), &bounds))
        continue;
      box = (JalonMapBox) { bounds.origin.x, bounds.origin.y, bounds.origin.x + bounds.size.width,
                            bounds.origin.y + bounds.size.height };
      g_array_append_val (boxes, box);
    }
  if (self->end_cover > 0)
    {
      const double width = gtk_widget_get_width (GTK_WIDGET (self));
      const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
      const JalonMapBox box = { rtl ? 0 : width - self->end_cover, 0, rtl ? self->end_cover : width,
                                gtk_widget_get_height (GTK_WIDGET (self)) };

      g_array_append_val (boxes, box);
    }
  jalon_pins_view_set_covered (self->pins, boxes);
}

/* Side by side they would reach below the buttons of a narrow map. */
static gboolean
stack_pills_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JalonMapView *self = JALON_MAP_VIEW (widget);
  GtkOrientation orientation
      = gtk_widget_get_width (widget) < NARROW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pills), orientation);
  return G_SOURCE_REMOVE;
}

static int
measure_foot (JalonMapView *self)
{
  int foot;

  gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, -1, NULL, &foot, NULL, NULL);
  return foot;
}

static gboolean
has_other_room (JalonMapView *self, int width, int height)
{
  return width != self->fit_width || height != self->fit_height || measure_foot (self) != self->fit_foot
         || self->end_cover != self->fit_end;
}

/* Nobody moved the map since it was fit to what it still shows. */
static gboolean
is_as_fitted (JalonMapView *self)
{
  JalonMapFrame frame = jalon_map_view_get_frame (self);

  return frame.lat == self->fit_frame.lat && frame.lon == self->fit_frame.lon && frame.zoom == self->fit_frame.zoom
         && jalon_model_get_figures (self->model) == self->fit_figures;
}

static void
jalon_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JalonMapView *self = JALON_MAP_VIEW (widget);

  jalon_map_ground_resize (self->ground, width, height);
  if (!self->fitted || (has_other_room (self, width, height) && is_as_fitted (self)))
    jalon_map_view_fit (self);
  if (self->fitted)
    jalon_map_ground_begin (self->ground);
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  update_covered (self);
  if ((width < NARROW) != (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->pills)) == GTK_ORIENTATION_VERTICAL))
    gtk_widget_add_tick_callback (widget, stack_pills_cb, NULL, NULL); /* not now: the pills are just being laid out */
}

static void
jalon_map_view_dispose (GObject *object)
{
  JalonMapView *self = JALON_MAP_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->ground);
  g_clear_object (&self->basemap);
  g_clear_object (&self->online);
  g_clear_pointer (&self->tint, g_strfreev);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (jalon_map_view_parent_class)->dispose (object);
}

static void
jalon_map_view_class_init (JalonMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_map_view_dispose;
  widget_class->measure = jalon_map_view_measure;
  widget_class->size_allocate = jalon_map_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  jalon_map_view_add_keys (widget_class);
}

static void
jalon_map_view_init (JalonMapView *self)
{
  /* Not AdwBin's: the first size is needed, to fit the map. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * jalon_map_view_new:
 * @model: what to show
 *
 * Returns: (transfer floating): the map, without a base map yet
 */
GtkWidget *
jalon_map_view_new (JalonModel *model)
{
  JalonMapView *self = g_object_new (JALON_TYPE_MAP_VIEW, NULL);

  self->model = g_object_ref (model);
  self->tint = jalon_map_tint_list (jalon_model_get_dataset (model), jalon_model_get_query (model));
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  build (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
  update_words (self);
  return GTK_WIDGET (self);
}

/**
 * jalon_map_view_set_basemap:
 * @self: a map view
 * @basemap: (nullable): what to draw under the pins; %NULL for nothing but the colour of land
 *
 * Changes the base map.
 */
void
jalon_map_view_set_basemap (JalonMapView *self, JalonBasemap *basemap)
{
  if (g_set_object (&self->basemap, basemap))
    update_base (self);
}

/**
 * jalon_map_view_get_basemap:
 * @self: a map view
 *
 * Returns: (transfer none) (nullable): what is drawn under the pins
 */
JalonBasemap *
jalon_map_view_get_basemap (JalonMapView *self)
{
  return self->basemap;
}

/**
 * jalon_map_view_set_online:
 * @self: a map view
 * @online: (nullable): tiles of a server, shown where it gives them; %NULL for the base map alone
 *
 * Changes whether a server is asked for what the map shows.
 */
void
jalon_map_view_set_online (JalonMapView *self, JalonOnlineTiles *online)
{
  if (g_set_object (&self->online, online))
    update_base (self);
}

/**
 * jalon_map_view_fit:
 * @self: a map view
 *
 * Looks where all pins are seen.
 */
void
jalon_map_view_fit (JalonMapView *self)
{
  const JalonFigures *figures = jalon_model_get_figures (self->model);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  JalonMapFrame frame;
  double inset; /* what the pills at the foot cover, beyond the margin that there is anyway */
  double end = width - self->end_cover >= LEAST_WIDTH ? self->end_cover : 0;

  self->fitted = figures != NULL && width > 1 && height > 1;
  gtk_widget_set_opacity (GTK_WIDGET (self->map), self->fitted ? 1 : 0);
  if (!self->fitted)
    return;
  self->fit_width = (int) width;
  self->fit_height = (int) height;
  self->fit_foot = measure_foot (self);
  self->fit_end = self->end_cover;
  inset = MIN (self->fit_foot * 0.7, height / 5);
  frame = jalon_map_fit (figures, width - end, height - inset);
  if (self->basemap != NULL && self->online == NULL)
    frame.zoom = MIN (frame.zoom, jalon_map_get_fit_zoom (self->basemap, &frame));
  jalon_map_shift (&frame, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -end / 2 : end / 2, inset / 2);
  g_object_freeze_notify (G_OBJECT (jalon_map_view_get_viewport (self))); /* no tiles of where it only passes */
  shumate_viewport_set_zoom_level (jalon_map_view_get_viewport (self), frame.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (jalon_map_view_get_viewport (self)), frame.lat, frame.lon);
  g_object_thaw_notify (G_OBJECT (jalon_map_view_get_viewport (self)));
  self->fit_frame = jalon_map_view_get_frame (self);
  self->fit_figures = figures;
}

/**
 * jalon_map_view_set_end_cover:
 * @self: a map view
 * @width: of what lies over its end, from top to bottom, in logical pixels; 0: nothing
 *
 * Has pins and labels keep off what lies over the map, for whoever is about to allocate both.
 */
void
jalon_map_view_set_end_cover (JalonMapView *self, int width)
{
  if (self->end_cover == width)
    return;
  self->end_cover = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
