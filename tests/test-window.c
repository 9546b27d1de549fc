/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include <shumate/shumate.h>
#include <string.h>

#include "widgets/jalon-data-title.h"
#include "widgets/jalon-bars-view.h"
#include "widgets/jalon-compare-page.h"
#include "widgets/jalon-detail-view.h"
#include "widgets/jalon-ecosystem-page.h"
#include "widgets/jalon-map-view.h"
#include "widgets/jalon-mark-widget.h"
#include "widgets/jalon-pins-view.h"
#include "widgets/jalon-table-page.h"
#include "widgets/jalon-timeline-view.h"

/* Three projects far from the bundled data, in a currency without cents. */
static const char *const three =
    "{\"format\": \"jalon\", \"version\": 1, \"title\": {\"fr\": \"Trois projets\", \"en\": \"Three projects\"},"
    " \"currency\": \"JPY\", \"updated\": \"2025-06-01\","
    " \"sources\": [{\"id\": \"s\", \"publisher\": \"Gazette\", \"date\": \"2025-03-01\", \"url\": \"https://example.org/\"}],"
    " \"places\": [{\"id\": \"a\", \"name\": \"Aoba\", \"lat\": 43.06, \"lon\": 141.35, \"precision\": \"commune\"},"
    "  {\"id\": \"b\", \"name\": \"\xe2\x80\xae""Beppu\", \"lat\": 33.28, \"lon\": 131.49, \"precision\": \"site\"}],"
    " \"projects\": ["
    "  {\"id\": \"one\", \"title\": {\"fr\": \"Le premier\", \"en\": \"The first\"}, \"kind\": \"data-centre\", \"scope\": \"site\","
    "   \"at\": [\"a\"], \"announcements\": [{\"date\": \"2025-03-01\", \"act\": \"announces\","
    "   \"amount\": {\"value\": 500000000000, \"qualifier\": \"up-to\"}, \"sources\": [\"s\"]}]},"
    "  {\"id\": \"two\", \"title\": {\"fr\": \"Le <b>deuxième</b>\", \"en\": \"The <b>second</b>\"}, \"kind\": \"research\","
    "   \"scope\": \"site\", \"at\": [\"b\"], \"announcements\": [{\"date\": \"2025-04\", \"act\": \"announces\","
    "   \"amount\": {\"value\": 20000000000}, \"sources\": [\"s\"]}]},"
    "  {\"id\": \"three\", \"title\": {\"fr\": \"Le troisième\", \"en\": \"The third\"}, \"kind\": \"network\", \"scope\": \"country\","
    "   \"country\": \"JP\", \"announcements\": [{\"date\": \"2024\", \"act\": \"announces\", \"sources\": [\"s\"]}]}]}";

static void
close_window (JalonWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const JalonScene *
get_scene (JalonWindow *window, GType view)
{
  return jalon_scene_view_get_scene (JALON_SCENE_VIEW (ui_find_type (GTK_WIDGET (window), view)));
}

/* Every named mark of every scene is met by keyboard and screen reader, by the words of the scene. */
static void
test_marks (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (GPtrArray) views = ui_list_scene_views (GTK_WIDGET (window));
  guint n_views = 0;

  for (guint i = 0; i < views->len; i++)
    {
      JalonSceneView *view = g_ptr_array_index (views, i);
      const JalonScene *scene = jalon_scene_view_get_scene (view);
      g_autoptr (GPtrArray) widgets = ui_list_type (GTK_WIDGET (view), JALON_TYPE_MARK_WIDGET);
      g_autoptr (GArray) order = NULL;

      if (!gtk_widget_get_mapped (GTK_WIDGET (view)))
        continue; /* in a popover that is not open */
      order = jalon_scene_list_named (scene);
      for (guint j = 0; j < order->len; j++)
        {
          const JalonMark *mark = jalon_scene_get_mark (scene, g_array_index (order, guint, j));

          g_assert_cmpuint (g_utf8_strlen (mark->name, -1), <, 120);
          gtk_test_accessible_assert_property (g_ptr_array_index (widgets, j), GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name);
        }
      g_assert_cmpuint (order->len, ==, widgets->len);
      n_views++;
    }
  g_assert_cmpuint (n_views, ==, 4);
  close_window (window);
}

/* A mark that is gone is met no more, and met again when it comes back: in the order of reading. */
static void
test_marks_filtered (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  GtkWidget *view = ui_find_type (GTK_WIDGET (window), JALON_TYPE_BARS_VIEW);

  for (int filtered = 1; filtered >= 0; filtered--)
    {
      g_autoptr (GPtrArray) widgets = NULL;
      g_autoptr (GArray) order = NULL;
      const JalonScene *scene;
      guint n = 0;

      if (filtered)
        jalon_query_toggle_value (query, JALON_KEY_PLACE, "b");
      else
        jalon_query_clear_filters (query);
      ui_settle (GTK_WIDGET (window));
      scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (view));
      order = jalon_scene_list_named (scene);
      widgets = ui_list_type (view, JALON_TYPE_MARK_WIDGET);
      for (guint i = 0; i < widgets->len; i++)
        if (gtk_widget_get_visible (g_ptr_array_index (widgets, i)))
          {
            g_assert_cmpuint (n, <, order->len);
            gtk_test_accessible_assert_property (g_ptr_array_index (widgets, i), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                 jalon_scene_get_mark (scene, g_array_index (order, guint, n))->name);
            n++;
          }
      g_assert_cmpuint (n, ==, order->len);
      g_assert_cmpint (n < widgets->len, ==, filtered);
    }
  close_window (window);
}

/* All views follow the one query. */
static void
test_query (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonModel *model = jalon_window_get_model (window);
  JalonQuery *query = jalon_model_get_query (model);

  g_assert_nonnull (jalon_scene_find (get_scene (window, JALON_TYPE_BARS_VIEW), JALON_TARGET_GROUP, "b"));
  g_assert_nonnull (jalon_scene_find (get_scene (window, JALON_TYPE_TIMELINE_VIEW), JALON_TARGET_ANNOUNCEMENT, "two/0"));
  jalon_query_toggle_value (query, JALON_KEY_KIND, "data-centre");
  ui_settle (GTK_WIDGET (window));
  g_assert_cmpuint (jalon_figures_get_n_shares (jalon_model_get_figures (model)), ==, 1);
  g_assert_null (jalon_scene_find (get_scene (window, JALON_TYPE_BARS_VIEW), JALON_TARGET_GROUP, "b"));
  g_assert_null (jalon_scene_find (get_scene (window, JALON_TYPE_TIMELINE_VIEW), JALON_TARGET_ANNOUNCEMENT, "two/0"));
  g_assert_nonnull (jalon_scene_find (get_scene (window, JALON_TYPE_TIMELINE_VIEW), JALON_TARGET_ANNOUNCEMENT, "one/0"));
  close_window (window);
}

/* Choosing a bar filters; choosing it again takes the filter off. */
static void
test_activate (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  JalonSceneView *bars = JALON_SCENE_VIEW (ui_find_type (GTK_WIDGET (window), JALON_TYPE_BARS_VIEW));

  jalon_query_set_group (query, JALON_KEY_KIND);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (jalon_scene_view_focus_key (bars, JALON_TARGET_GROUP, "research"));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_true (jalon_query_has_value (query, JALON_KEY_KIND, "research"));
  ui_settle (GTK_WIDGET (window));
  g_assert_true (jalon_scene_view_focus_key (bars, JALON_TARGET_GROUP, "research"));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_false (jalon_query_has_value (query, JALON_KEY_KIND, "research"));
  close_window (window);
}

static gboolean
shows_text (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = ui_list_type (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i))
        && strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), text) != NULL)
      return TRUE;
  return FALSE;
}

/* The detail says what is in the file, markup as it is written. */
static void
test_detail (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  GtkWidget *detail = ui_find_type (GTK_WIDGET (window), JALON_TYPE_DETAIL_VIEW);

  g_assert_false (gtk_widget_get_mapped (detail));
  jalon_query_set_selected (query, "two");
  ui_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (detail));
  g_assert_true (shows_text (detail, "Le <b>deuxième</b>"));
  g_assert_true (shows_text (detail, "Gazette"));
  g_assert_true (shows_text (detail, "Beppu"));
  g_assert_false (shows_text (detail, "\xe2\x80\xae")); /* a right-to-left override turns nothing round */
  jalon_query_set_selected (query, "three");
  ui_settle (GTK_WIDGET (window));
  g_assert_true (shows_text (detail, "montant non publié"));
  close_window (window);
}

/* The way of the pointer, as far as the label's own part in it. */
static void
press (GtkWidget *label)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (label);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "pressed", 1, 1.0, 1.0);
    }
  gtk_widget_grab_focus (label);
}

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = ui_list_type (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), text) != NULL)
      return g_ptr_array_index (labels, i);
  g_assert_not_reached ();
}

/* What is selected in the detail is what Ctrl+C copies; keys alone go past the text. */
static void
test_quote (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *detail = ui_find_type (GTK_WIDGET (window), JALON_TYPE_DETAIL_VIEW);
  GtkWidget *label;

  jalon_query_set_selected (jalon_model_get_query (jalon_window_get_model (window)), "one");
  ui_settle (GTK_WIDGET (window));
  label = find_label (detail, "Aoba");
  g_assert_false (gtk_widget_grab_focus (label));
  press (label);
  gtk_label_select_region (GTK_LABEL (label), 0, 4);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == label);
  g_assert_true (gtk_widget_child_focus (detail, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != label);
  ui_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_grab_focus (label));
  close_window (window);
}

/* Another language: everything at once, quickly, and nothing else moves. */
static void
test_language (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonModel *model = jalon_window_get_model (window);
  const JalonProject *project = g_ptr_array_index (jalon_dataset_get_projects (dataset), 0);
  GtkWidget *timeline = ui_find_type (GTK_WIDGET (window), JALON_TYPE_TIMELINE_VIEW);
  g_autofree char *french = NULL;
  g_autofree char *english = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GTimer) timer = NULL;

  jalon_query_set_selected (jalon_model_get_query (model), project->base.id);
  jalon_timeline_view_zoom (JALON_TIMELINE_VIEW (timeline), 2, 100);
  ui_settle (GTK_WIDGET (window));
  french = jalon_scene_dump (get_scene (window, JALON_TYPE_TIMELINE_VIEW));
  timer = g_timer_new ();
  jalon_model_set_language (model, jalon_language_get ("en"));
  ui_next_frame (GTK_WIDGET (window));
  g_test_message ("from French to English in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  ui_settle (GTK_WIDGET (window));
  english = jalon_scene_dump (get_scene (window, JALON_TYPE_TIMELINE_VIEW));
  g_assert_cmpstr (french, !=, english);
  g_assert_cmpstr (jalon_query_get_selected (jalon_model_get_query (model)), ==, project->base.id);
  jalon_model_set_language (model, jalon_language_get ("fr"));
  ui_settle (GTK_WIDGET (window));
  again = jalon_scene_dump (get_scene (window, JALON_TYPE_TIMELINE_VIEW));
  g_assert_cmpstr (french, ==, again);
  close_window (window);
}

/* A short title is shown in a wide window, in the header bar. */
static void
test_title (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *title = ui_find_type (GTK_WIDGET (window), JALON_TYPE_DATA_TITLE);

  g_assert_true (shows_text (title, "Three projects"));
  g_assert_true (gtk_widget_get_mapped (title));
  close_window (window);
}

/* Two windows of one process, two languages. */
static void
test_two_languages (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *french = ui_window_new (dataset, "fr");
  JalonWindow *english = ui_window_new (dataset, "en");

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (french)), ==, "Trois projets");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (english)), ==, "Three projects");
  g_assert_true (shows_text (GTK_WIDGET (french), "Annonces"));
  g_assert_true (shows_text (GTK_WIDGET (english), "Announcements"));
  g_assert_false (shows_text (GTK_WIDGET (english), "Annonces"));
  close_window (french);
  close_window (english);
}

static gboolean
has_dialog (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == window && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return TRUE;
    }
  return FALSE;
}

/* A bad file lists its problems and leaves what is shown alone. */
static void
test_bad_file (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("bad-XXXXXX.jalon", &stream, NULL);

  g_assert_true (g_file_replace_contents (file, "{\"format\": \"jalon\",}", 19, NULL, FALSE, 0, NULL, NULL, NULL));
  jalon_window_open (window, file);
  ui_wait (has_dialog, window);
  g_assert_true (jalon_model_get_dataset (jalon_window_get_model (window)) == dataset);
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

/* Another map takes the place of the bundled one; a file that is none leaves it, and a toast says so. */
static void
test_basemap (void)
{
  g_autofree char *other = g_test_build_filename (G_TEST_DIST, "data", "other-map.mbtiles", NULL);
  g_autofree char *wrong = g_test_build_filename (G_TEST_DIST, "data", "founding-article.json", NULL);
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  g_autofree char *sentence = jalon_window_load_basemap (window, wrong);

  ui_settle (GTK_WIDGET (window));
  g_assert_cmpstr (sentence, ==, "founding-article.json is not a map: an MBTiles file is needed.");
  g_assert_true (shows_text (GTK_WIDGET (window), sentence));
  g_assert_true (shows_text (GTK_WIDGET (window), "Natural Earth"));
  g_assert_null (jalon_window_load_basemap (window, other));
  g_assert_true (shows_text (GTK_WIDGET (window), "© Nobody & friends"));
  close_window (window);
}

/* On a screen of another scale the base map is drawn anew. */
static void
test_scale (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *map = ui_find_type (GTK_WIDGET (window), JALON_TYPE_MAP_VIEW);
  g_autoptr (GPtrArray) before = ui_list_type (map, SHUMATE_TYPE_MAP_LAYER);
  g_autoptr (GPtrArray) after = NULL;

  g_object_notify (G_OBJECT (map), "scale-factor");
  ui_settle (GTK_WIDGET (window));
  after = ui_list_type (map, SHUMATE_TYPE_MAP_LAYER);
  g_assert_true (g_ptr_array_index (after, after->len - 1) != g_ptr_array_index (before, before->len - 1));
  close_window (window);
}

static void
assert_not_cut (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) || width > gtk_widget_get_width (GTK_WIDGET (label)) + 1)
    g_error ("cut: %s", gtk_label_get_text (label));
}

/* A language 40 % longer than English: nothing is cut. */
static void
test_nothing_cut (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en@pseudo");
  g_autoptr (GPtrArray) labels = ui_list_type (GTK_WIDGET (window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_mapped (label) && gtk_widget_get_child_visible (label)
          && gtk_widget_get_ancestor (label, JALON_TYPE_DATA_TITLE) == NULL)
        assert_not_cut (GTK_LABEL (label));
    }
  close_window (window);
}

static char *
generate (guint n)
{
  GString *json = g_string_new ("{\"format\": \"jalon\", \"version\": 1, \"title\": \"Many\", \"places\": [");

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (json, "%s{\"id\": \"p%u\", \"name\": \"Place %u\", \"lat\": %u.%02u, \"lon\": %u.%02u, \"precision\": \"site\"}",
                            i > 0 ? "," : "", i, i, 20 + i % 40, i % 100, i % 90, i % 97);
  g_string_append (json, "], \"projects\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s{\"id\": \"x%u\", \"title\": \"Project %u\", \"kind\": \"cloud\", \"scope\": \"site\", \"at\": [\"p%u\"],"
                                  " \"announcements\": [{\"date\": \"20%02u-%02u\", \"act\": \"announces\", \"amount\": {\"value\": %u}}]}",
                            i > 0 ? "," : "", i, i, i % 500, 10 + i % 15, 1 + i % 12, 1000 + i * 37);
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static void
test_many (void)
{
  g_autofree char *json = generate (5000);
  g_autoptr (JalonDataset) dataset = ui_read (json);
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonModel *model = jalon_window_get_model (window);
  g_autoptr (GTimer) timer = g_timer_new ();

  g_assert_cmpuint (jalon_figures_get_n_shares (jalon_model_get_figures (model)), ==, 5000);
  jalon_query_set_text (jalon_model_get_query (model), "project 4999");
  ui_settle (GTK_WIDGET (window));
  g_test_message ("5,000 projects filtered and drawn in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  g_assert_cmpuint (jalon_figures_get_n_shares (jalon_model_get_figures (model)), ==, 1);
  close_window (window);
}

/* The detail lies over no pin, nor over the words of one; without it the map is as it was. */
static void
test_beside_detail (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "fr");
  JalonQuery *query = jalon_model_get_query (jalon_window_get_model (window));
  GtkWidget *pins = ui_find_type (GTK_WIDGET (window), JALON_TYPE_PINS_VIEW);
  GtkWidget *detail = ui_find_type (GTK_WIDGET (window), JALON_TYPE_DETAIL_VIEW);
  g_autofree char *before = NULL, *after = NULL;
  const JalonScene *scene;
  graphene_rect_t bounds;

  ui_settle (GTK_WIDGET (window));
  before = jalon_scene_dump (jalon_scene_view_get_scene (JALON_SCENE_VIEW (pins)));
  jalon_query_set_selected (query, "evroc-mougins");
  ui_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_compute_bounds (detail, pins, &bounds));
  scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (pins));
  g_assert_nonnull (jalon_scene_find (scene, JALON_TARGET_PROJECT, "evroc-mougins"));
  for (guint i = 0; i < jalon_scene_get_n_marks (scene); i++)
    {
      const JalonMark *mark = jalon_scene_get_mark (scene, i);

      if (mark->text != NULL || mark->key == NULL || strcmp (mark->key, "evroc-mougins") == 0)
        g_assert_cmpfloat (mark->x + mark->width, <=, bounds.origin.x + 1);
    }
  jalon_query_set_selected (query, NULL);
  ui_settle (GTK_WIDGET (window));
  after = jalon_scene_dump (jalon_scene_view_get_scene (JALON_SCENE_VIEW (pins)));
  g_assert_cmpstr (after, ==, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_popover_open (gpointer popover)
{
  return gtk_widget_get_visible (popover);
}

static gboolean
is_popover_closed (gpointer popover)
{
  return !gtk_widget_get_visible (popover);
}

/* What a pin opens isn't covered by the pin's tooltip. */
static void
test_tooltip (void)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  JalonWindow *window = ui_window_new (dataset, "en");
  GtkWidget *pins = ui_find_type (GTK_WIDGET (window), JALON_TYPE_PINS_VIEW), *popover = NULL;
  const JalonScene *scene;

  ui_settle (GTK_WIDGET (window));
  scene = jalon_scene_view_get_scene (JALON_SCENE_VIEW (pins));
  g_assert_true (gtk_widget_get_has_tooltip (pins));
  for (guint i = 0; i < jalon_scene_get_n_marks (scene) && popover == NULL; i++)
    if (jalon_scene_get_mark (scene, i)->target == JALON_TARGET_CLUSTER)
      {
        g_signal_emit_by_name (pins, "open-cluster", jalon_scene_get_mark (scene, i));
        popover = ui_find_type (pins, GTK_TYPE_POPOVER);
      }
  ui_wait (is_popover_open, popover);
  g_assert_false (gtk_widget_get_has_tooltip (pins));
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_wait (is_popover_closed, popover);
  g_assert_true (gtk_widget_get_has_tooltip (pins));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count (JalonWindow *window, GType type)
{
  g_autoptr (GPtrArray) found = ui_list_type (GTK_WIDGET (window), type);

  return found->len;
}

/* A page is made when it is first looked at, of what is shown by then, and stays. */
static void
test_later (void)
{
  g_autoptr (JalonDataset) dataset = ui_read (three);
  JalonWindow *window = ui_window_new (dataset, "en");
  JalonModel *model = jalon_window_get_model (window);
  GtkWidget *table;

  g_assert_cmpuint (count (window, JALON_TYPE_TABLE_PAGE), ==, 0);
  g_assert_cmpuint (count (window, JALON_TYPE_COMPARE_PAGE), ==, 0);
  g_assert_cmpuint (count (window, JALON_TYPE_ECOSYSTEM_PAGE), ==, 0);
  jalon_model_set_page (model, JALON_PAGE_TABLE);
  ui_settle (GTK_WIDGET (window));
  table = ui_find_type (GTK_WIDGET (window), JALON_TYPE_TABLE_PAGE);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (
                        GTK_COLUMN_VIEW (ui_find_type (table, GTK_TYPE_COLUMN_VIEW))))), ==, 3);
  jalon_model_set_page (model, JALON_PAGE_DASHBOARD);
  ui_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_mapped (table));
  g_assert_true (ui_find_type (GTK_WIDGET (window), JALON_TYPE_TABLE_PAGE) == table);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/window/marks", test_marks);
  g_test_add_func ("/window/marks-filtered", test_marks_filtered);
  g_test_add_func ("/window/query", test_query);
  g_test_add_func ("/window/activate", test_activate);
  g_test_add_func ("/window/detail", test_detail);
  g_test_add_func ("/window/quote", test_quote);
  g_test_add_func ("/window/language", test_language);
  g_test_add_func ("/window/title", test_title);
  g_test_add_func ("/window/two-languages", test_two_languages);
  g_test_add_func ("/window/bad-file", test_bad_file);
  g_test_add_func ("/window/basemap", test_basemap);
  g_test_add_func ("/window/scale", test_scale);
  g_test_add_func ("/window/nothing-cut", test_nothing_cut);
  g_test_add_func ("/window/many", test_many);
  g_test_add_func ("/window/tooltip", test_tooltip);
  g_test_add_func ("/window/beside-detail", test_beside_detail);
  g_test_add_func ("/window/later", test_later);
  return g_test_run ();
}
