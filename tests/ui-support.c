/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"

#include <glib/gstdio.h>

#include "files/jalon-reader.h"

/* GTK 4.24 complains now and then of its own frames on a display without vertical synchronization. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "gdk_frame_timings_submitted()"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

__attribute__ ((constructor)) static void
set_log_writer (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

#define PATIENCE (20 * G_USEC_PER_SEC)

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until a condition holds; fails the test when it never does. */
void
ui_wait (UiCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint tick = g_timeout_add (10, wake_cb, NULL); /* wakes the loop */

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_assert_true (condition (data));
}

static void
count_frame_cb (GdkFrameClock *clock, guint *frames)
{
  (*frames)++;
}

static gboolean
one_frame (gpointer data)
{
  return *(guint *) data >= 1;
}

/* A size leads to a fit of the map, a fit to new scenes, scenes to new children: each a frame later. */
static gboolean
enough_frames (gpointer data)
{
  return *(guint *) data >= 6;
}

static void
await_frames (GtkWidget *widget, UiCondition enough)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &frames);

  gdk_frame_clock_begin_updating (clock);
  ui_wait (enough, &frames);
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, handler);
}

/* Lets frames pass until what was asked for is laid out and painted. */
void
ui_settle (GtkWidget *widget)
{
  await_frames (widget, enough_frames);
}

/* Lets the next frame pass. */
void
ui_next_frame (GtkWidget *widget)
{
  await_frames (widget, one_frame);
}

/* Reads a dataset that must be good. */
JalonDataset *
ui_read (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (GError) error = NULL;
  JalonDataset *dataset = jalon_reader_read_bytes (bytes, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

JalonDataset *
ui_read_bundled (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_DATASET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return ui_read (g_bytes_get_data (bytes, NULL));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* A window on a dataset, on the screen. */
JalonWindow *
ui_window_new (JalonDataset *dataset, const char *language)
{
  JalonWindow *window = jalon_window_new (NULL, jalon_language_get (language));

  jalon_window_show_dataset (window, dataset);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (is_mapped, window);
  ui_settle (GTK_WIDGET (window));
  return window;
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* All widgets of a type below a widget, in the order of the tree. */
GPtrArray *
ui_list_type (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

GtkWidget *
ui_find_type (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = ui_list_type (root, type);

  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

GPtrArray *
ui_list_scene_views (GtkWidget *root)
{
  return ui_list_type (root, JALON_TYPE_SCENE_VIEW);
}

static void
collect_nodes (GskRenderNode *node, GPtrArray *found)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect_nodes (gsk_container_node_get_child (node, i), found);
      break;
    case GSK_CLIP_NODE:
      collect_nodes (gsk_clip_node_get_child (node), found);
      break;
    case GSK_TRANSFORM_NODE:
      collect_nodes (gsk_transform_node_get_child (node), found);
      break;
    default:
      g_ptr_array_add (found, gsk_render_node_ref (node));
      break;
    }
}

/* What a widget shows, as nodes, without those that hold others. */
GPtrArray *
ui_list_nodes (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  collect_nodes (node, found);
  gsk_render_node_unref (node);
  return found;
}

/* Removes a folder of a test with all that is in it; links are not followed. */
void
ui_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      ui_remove_folder (inner);
    }
  g_remove (path);
}
