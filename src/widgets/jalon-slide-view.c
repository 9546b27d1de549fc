/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-slide-view.h"

#include <adwaita.h>
#include <math.h>

#include "scenes/jalon-map-tint.h"
#include "widgets/jalon-scene-node.h"
#include "widgets/jalon-slide-map.h"

/* A slide's own size; it is shown as large as there is room. */
#define WIDTH 1280.0
#define HEIGHT 720.0
#define FLIGHT (1.2 * G_USEC_PER_SEC)
#define PLAY (6.0 * G_USEC_PER_SEC)

/**
 * JalonSlideView:
 *
 * Shows one slide of a talk, as large as it fits. When a project's slide comes the map flies there and the amount counts up; the
 * timeline plays; neither where the desktop wants no animations.
 *
 * CSS node: slide. Role: image, named by the slide's heading and its content in sentences.
 */
struct _JalonSlideView
{
  GtkWidget parent_instance;

  JalonDataset *dataset;         /* owned */
  JalonQuery *query;             /* owned: of this talk */
  JalonFigures *figures;         /* owned */
  JalonMoneyHistory *history;    /* owned */
  JalonBasemap *basemap;         /* owned, or NULL */
  JalonType *type;               /* owned */
  char **tint;                   /* owned */
  const JalonLanguage *language;
  JalonTheme theme;
  JalonBlank blank;
  JalonAbout *about;             /* owned; until the language changes */
  JalonSlidesInput input;        /* borrows all of the above */
  GPtrArray *slides;             /* owned; until facts, language or theme change */
  const JalonSlide *shown;       /* one of slides */
  /* caches, until another slide is shown or the size changes */
  GskRenderNode *still;          /* panels that don't move */
  GskRenderNode *pins;           /* the marks of the map */
  GskRenderNode *moving;         /* the amount or the timeline as it is */
  JalonSlideMap *map;
  JalonSlideMap *before;         /* what the flight begins at */
  double scale;                  /* device pixels for a logical one of the slide */
  /* an animation */
  guint tick;
  gint64 began;                  /* frame time, or 0 before the first frame */
  double length;                 /* microseconds */
  double progress;               /* 0 to 1 */
};

G_DEFINE_FINAL_TYPE (JalonSlideView, jalon_slide_view, GTK_TYPE_WIDGET)

static void
drop_nodes (JalonSlideView *self)
{
  g_clear_pointer (&self->still, gsk_render_node_unref);
  g_clear_pointer (&self->pins, gsk_render_node_unref);
  g_clear_pointer (&self->moving, gsk_render_node_unref);
}

static void
drop_maps (JalonSlideView *self)
{
  g_clear_pointer (&self->map, jalon_slide_map_free);
  g_clear_pointer (&self->before, jalon_slide_map_free);
}

static void
stop (JalonSlideView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->progress = 1;
}

static const JalonSlide *
find_slide (const GPtrArray *slides, const char *key)
{
  const JalonSlide *nearest = g_ptr_array_index (slides, 0);
  const char *part = key != NULL ? strrchr (key, '/') : NULL;

  for (guint i = 0; part != NULL && i < slides->len; i++)
    {
      const JalonSlide *slide = g_ptr_array_index (slides, i);

      if (strcmp (slide->key, key) == 0)
        return slide;
      if (strncmp (slide->key, key, (gsize) (part - key)) == 0)
        nearest = slide; /* another language may need fewer slides for it */
    }
  return nearest;
}

static void
say (JalonSlideView *self)
{
  g_autofree char *slide = g_strdup_printf ("%s. %s", self->shown->heading, self->shown->text);
  const char *words = self->blank == JALON_BLANK_BLACK   ? jalon_tr (self->language, "The screen is black")
                      : self->blank == JALON_BLANK_WHITE ? jalon_tr (self->language, "The screen is white")
                                                         : slide;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* All slides anew, the shown one the same as far as there is one. */
static void
lay_out (JalonSlideView *self)
{
  g_autofree char *key = self->shown != NULL ? g_strdup (self->shown->key) : NULL;

  stop (self);
  drop_nodes (self);
  drop_maps (self);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->about, jalon_about_free);
  self->about = jalon_about_new (self->figures, self->query, self->language, "");
  self->input = (JalonSlidesInput) {
    .layout = { .figures = self->figures, .history = self->history, .language = self->language, .type = self->type },
    .query = self->query,
    .about = self->about,
    .credit = self->basemap != NULL ? jalon_basemap_get_credit (self->basemap) : NULL,
    .theme = self->theme,
    .width = WIDTH,
    .height = HEIGHT,
  };
  self->slides = jalon_slides_lay_out (&self->input);
  self->shown = find_slide (self->slides, key);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_scene (GtkSnapshot *snapshot, GskRenderNode *node, double x, double y)
{
  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
paint_panel (JalonSlideView *self, const JalonPanel *panel, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, panel->x, panel->y);
  for (guint i = 0; i < jalon_scene_get_n_marks (panel->scene); i++)
    if (jalon_panel_shows (panel, jalon_scene_get_mark (panel->scene, i)))
      jalon_painter_paint_mark (cr, jalon_scene_get_mark (panel->scene, i), self->theme, self->type);
  cairo_restore (cr);
}

/* The panels that don't move, painted once. */
static GskRenderNode *
make_still (JalonSlideView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) WIDTH, (float) HEIGHT));

  for (guint i = 0; i < self->shown->panels->len; i++)
    {
      const JalonPanel *panel = g_ptr_array_index (self->shown->panels, i);

      if (panel != self->shown->map && panel != self->shown->amount && panel != self->shown->timeline)
        paint_panel (self, panel, cr);
    }
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/* The timeline as far as it has played. */
static JalonScene *
lay_out_timeline (JalonSlideView *self, const JalonPanel *panel)
{
  JalonTimeWindow window = jalon_timeline_get_opening (self->figures);
  int day = (int) (window.first + (window.last - window.first) * self->progress);
  JalonDate as_of = jalon_date_from_days (day, day);
  g_autoptr (JalonQuery) query = jalon_query_copy (self->query);
  g_autoptr (JalonFigures) figures = NULL;
  JalonLayoutInput input = self->input.layout;

  jalon_query_set_as_of (query, &as_of);
  input.figures = figures = jalon_figures_compute (self->dataset, query);
  return jalon_timeline_layout (&input, &window, jalon_scene_get_width (panel->scene), jalon_scene_get_height (panel->scene));
}

static const JalonPanel *
get_moving (JalonSlideView *self)
{
  return self->shown->amount != NULL ? self->shown->amount : self->shown->timeline;
}

/* The amount or the timeline as it is at this moment. */
static GskRenderNode *
make_moving (JalonSlideView *self)
{
  const JalonPanel *panel = get_moving (self);
  g_autoptr (JalonScene) scene = NULL;
  double eased = 1 - pow (1 - self->progress, 3);

  if (self->progress < 1 && panel == self->shown->timeline)
    scene = lay_out_timeline (self, panel);
  else if (self->progress < 1)
    scene = jalon_slides_count_amount (&self->input, self->shown, eased);
  if (scene == NULL)
    scene = jalon_scene_ref (panel->scene);
  return jalon_scene_node_new (scene, self->theme, self->type);
}

static void
make_nodes (JalonSlideView *self)
{
  const JalonSlide *slide = self->shown;

  if (self->still == NULL)
    self->still = make_still (self);
  if (self->moving == NULL && get_moving (self) != NULL)
    self->moving = make_moving (self);
  if (slide->map == NULL)
    return;
  if (self->pins == NULL)
    self->pins = jalon_scene_node_new (slide->map->scene, self->theme, self->type);
  if (self->map == NULL)
    {
      const JalonMapStyle style = { .theme = jalon_panel_get_map_theme (self->theme),
                                    .language = self->language,
                                    .scale = self->scale,
                                    .tint = (const char *const *) self->tint };

      self->map = jalon_slide_map_new (slide->map, self->basemap, &style, jalon_type_get_scale (self->type));
    }
}

static void
snapshot_map (JalonSlideView *self, GtkSnapshot *snapshot)
{
  const JalonPanel *panel = self->shown->map;
  double width = jalon_scene_get_width (panel->scene), height = jalon_scene_get_height (panel->scene);
  gboolean flies = self->before != NULL && self->progress < 1;
  JalonMapFrame camera = flies ? jalon_slide_map_fly (&self->before->frame, &panel->frame, self->progress) : panel->frame;
  double there = flies ? self->progress * self->progress : 1;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) panel->x, (float) panel->y));
  if (flies)
    jalon_slide_map_snapshot (self->before, snapshot, &camera, width, height, 1);
  jalon_slide_map_snapshot (self->map, snapshot, &camera, width, height, MIN (2 * there, 1));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_push_opacity (snapshot, there);
  append_scene (snapshot, self->pins, 0, 0);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
append_ground (JalonSlideView *self, GtkSnapshot *snapshot, int width, int height)
{
  JalonColour colour = jalon_palette_get (self->theme, JALON_INK_BACKGROUND);
  GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };

  if (self->blank != JALON_BLANK_NONE)
    rgba.red = rgba.green = rgba.blue = self->blank == JALON_BLANK_WHITE;
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
jalon_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JalonSlideView *self = JALON_SLIDE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = MIN (width / WIDTH, height / HEIGHT);

  append_ground (self, snapshot, width, height);
  if (self->blank != JALON_BLANK_NONE || scale <= 0)
    return;
  if (ABS (self->scale - scale * gtk_widget_get_scale_factor (widget)) > 1e-6)
    {
      drop_maps (self);
      self->scale = scale * gtk_widget_get_scale_factor (widget);
    }
  make_nodes (self);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((width - WIDTH * scale) / 2), (float) ((height - HEIGHT * scale) / 2)));
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  if (self->shown->map != NULL)
    snapshot_map (self, snapshot);
  append_scene (snapshot, self->still, 0, 0);
  if (get_moving (self) != NULL)
    append_scene (snapshot, self->moving, get_moving (self)->x, get_moving (self)->y);
  gtk_snapshot_restore (snapshot);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JalonSlideView *self = JALON_SLIDE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->began == 0)
    self->began = now;
  self->progress = MIN ((double) (now - self->began) / self->length, 1);
  g_clear_pointer (&self->moving, gsk_render_node_unref);
  gtk_widget_queue_draw (widget);
  if (self->progress < 1)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->before, jalon_slide_map_free);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
jalon_slide_view_dispose (GObject *object)
{
  JalonSlideView *self = JALON_SLIDE_VIEW (object);

  stop (self);
  drop_nodes (self);
  drop_maps (self);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->about, jalon_about_free);
  g_clear_pointer (&self->figures, jalon_figures_unref);
  g_clear_pointer (&self->history, jalon_money_history_unref);
  g_clear_pointer (&self->type, jalon_type_unref);
  g_clear_pointer (&self->tint, g_strfreev);
  g_clear_object (&self->query);
  g_clear_object (&self->dataset);
  g_clear_object (&self->basemap);
  G_OBJECT_CLASS (jalon_slide_view_parent_class)->dispose (object);
}

static void
jalon_slide_view_class_init (JalonSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jalon_slide_view_dispose;
  widget_class->snapshot = jalon_slide_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jalon_slide_view_init (JalonSlideView *self)
{
  self->progress = 1;
  self->theme = JALON_THEME_HIGH_CONTRAST;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

static void
take_facts (JalonSlideView *self, JalonDataset *dataset, JalonQuery *query)
{
  self->dataset = g_object_ref (dataset);
  self->query = jalon_query_copy (query);
  self->figures = jalon_figures_compute (dataset, self->query);
  self->history = jalon_money_history_compute (dataset, self->query, NULL);
  self->tint = jalon_map_tint_list (dataset, self->query);
}

/**
 * jalon_slide_view_new:
 * @dataset: the facts
 * @query: what is asked of them; the view keeps a copy
 * @basemap: (nullable): the base map
 * @language: the language of the slides
 *
 * Returns: (transfer floating): a view of the first slide
 */
GtkWidget *
jalon_slide_view_new (JalonDataset *dataset, JalonQuery *query, JalonBasemap *basemap, const JalonLanguage *language)
{
  JalonSlideView *self = g_object_new (JALON_TYPE_SLIDE_VIEW, NULL);

  take_facts (self, dataset, query);
  g_set_object (&self->basemap, basemap);
  self->type = jalon_type_new (NULL, jalon_slides_get_text_scale (WIDTH, HEIGHT));
  self->language = language;
  lay_out (self);
  return GTK_WIDGET (self);
}

/**
 * jalon_slide_view_set_dataset:
 * @dataset: other facts
 * @query: what is asked of them; the view keeps a copy
 *
 * Shows slides of other facts: the same slide where there still is one of its key, else the nearest of its kind, else the first.
 */
void
jalon_slide_view_set_dataset (JalonSlideView *self, JalonDataset *dataset, JalonQuery *query)
{
  /* the slides of before borrow these */
  g_autoptr (JalonDataset) old_dataset G_GNUC_UNUSED = g_steal_pointer (&self->dataset);
  g_autoptr (JalonQuery) old_query G_GNUC_UNUSED = g_steal_pointer (&self->query);
  g_autoptr (JalonFigures) old_figures G_GNUC_UNUSED = g_steal_pointer (&self->figures);
  g_autoptr (JalonMoneyHistory) old_history G_GNUC_UNUSED = g_steal_pointer (&self->history);
  g_auto (GStrv) old_tint G_GNUC_UNUSED = g_steal_pointer (&self->tint);

  take_facts (self, dataset, query);
  lay_out (self);
}

/**
 * jalon_slide_view_set_dark:
 * @dark: whether slides are light on dark
 */
void
jalon_slide_view_set_dark (JalonSlideView *self, gboolean dark)
{
  JalonTheme theme = dark ? JALON_THEME_HIGH_CONTRAST_DARK : JALON_THEME_HIGH_CONTRAST;

  if (self->theme == theme)
    return;
  self->theme = theme;
  lay_out (self);
}

/**
 * jalon_slide_view_set_language:
 * @language: a language
 *
 * Shows the same slide in another language.
 */
void
jalon_slide_view_set_language (JalonSlideView *self, const JalonLanguage *language)
{
  if (self->language == language)
    return;
  self->language = language;
  lay_out (self);
}

/**
 * jalon_slide_view_get_language:
 *
 * Returns: the language of the slides
 */
const JalonLanguage *
jalon_slide_view_get_language (JalonSlideView *self)
{
  return self->language;
}

/**
 * jalon_slide_view_set_blank:
 * @blank: black, white, or neither: the slide
 */
void
jalon_slide_view_set_blank (JalonSlideView *self, JalonBlank blank)
{
  if (self->blank == blank)
    return;
  self->blank = blank;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jalon_slide_view_show:
 * @key: the key of a slide of this talk, in whatever language
 * @longest: how many seconds what can move may do so, where the desktop wants it; 0: not at all
 *
 * Shows a slide.
 */
void
jalon_slide_view_show (JalonSlideView *self, const char *key, double longest)
{
  const JalonSlide *slide = find_slide (self->slides, key);

  if (slide == self->shown)
    return;
  stop (self);
  drop_nodes (self);
  if (self->map != NULL)
    {
      g_clear_pointer (&self->before, jalon_slide_map_free);
      self->before = g_steal_pointer (&self->map);
    }
  self->shown = slide;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->length = MIN (slide->timeline != NULL ? PLAY : FLIGHT, longest * G_USEC_PER_SEC);
  if (self->length <= 0 || !adw_get_enable_animations (GTK_WIDGET (self)) || (slide->amount == NULL && slide->timeline == NULL))
    return;
  self->progress = 0;
  self->began = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * jalon_slide_view_get_shown:
 *
 * Returns: (transfer none): the slide that is shown, until facts, language or theme change
 */
const JalonSlide *
jalon_slide_view_get_shown (JalonSlideView *self)
{
  return self->shown;
}

/**
 * jalon_slide_view_get_slides:
 *
 * Returns: (transfer none) (element-type JalonSlide): all of them, until facts, language or theme change
 */
const GPtrArray *
jalon_slide_view_get_slides (JalonSlideView *self)
{
  return self->slides;
}
