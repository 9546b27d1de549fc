/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-opening.h"

#include "app/jalon-options.h"
#include "scenes/jalon-layouts.h"

/* Of the first window's width and height: where the pins will be, and its map with some margin. About: enough to tell which tiles it
 * shows. */
#define PINS_WIDTH 0.61
#define PINS_HEIGHT 0.53
#define MAP 0.67

/* What the first window shows, as it is read while GTK begins. */
typedef struct
{
  const JalonLanguage *language;
  gboolean with_data;
  int width, height;     /* of the window, logical pixels */
  JalonDataset *dataset; /* owned, or NULL */
  JalonBasemap *basemap; /* owned, or NULL */
} Opening;

static GThread *reading;
static Opening opening;

/* Each date is written once in a language, and the first takes long: the views find them written. */
static void
write_dates (JalonDataset *dataset, const JalonLanguage *language)
{
  const GPtrArray *projects = jalon_dataset_get_projects (dataset);

  for (guint i = 0; i < projects->len; i++)
    {
      const JalonProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->announcements->len; j++)
        {
          const JalonDate *date = &((const JalonAnnouncement *) g_ptr_array_index (project->announcements, j))->date;

          g_free (jalon_words_date (language, date, JALON_DATE_SHORT));
          g_free (jalon_words_date (language, date, JALON_DATE_LONG));
          g_free (jalon_words_tick (language, date));
        }
    }
}

/* The tiles of where the map will look first. */
static void
load_map (JalonBasemap *basemap, JalonDataset *dataset)
{
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  JalonMapFrame frame;

  if (focus != NULL)
    jalon_query_toggle_value (query, JALON_KEY_TERRITORY, focus->base.id);
  figures = jalon_figures_compute (dataset, query);
  frame = jalon_map_fit (figures, opening.width * PINS_WIDTH, opening.height * PINS_HEIGHT);
  frame.zoom = MIN (frame.zoom, jalon_map_get_fit_zoom (basemap, &frame));
  jalon_basemap_load (basemap, &(JalonMapLook){ frame.lat, frame.lon, frame.zoom }, 1, opening.width * MAP, opening.height * MAP, NULL, NULL);
}

static gpointer
read_in_thread (gpointer data)
{
  opening.basemap = jalon_basemap_open_bundled (NULL);
  if (!opening.with_data)
    return NULL;
  opening.dataset = jalon_options_read_bundled ();
  write_dates (opening.dataset, opening.language);
  if (opening.basemap != NULL)
    load_map (opening.basemap, opening.dataset);
  return NULL;
}

/* Waits until all has been read. */
static void
end (void)
{
  if (reading != NULL)
    g_thread_join (g_steal_pointer (&reading));
}

/**
 * jalon_opening_begin:
 * @language: what the first window speaks
 * @with_data: whether it shows the bundled data
 * @width: how wide it is, logical pixels
 * @height: how high
 *
 * Begins to read, in a thread, what the first window shows: it is there when the window is. Once a process.
 */
void
jalon_opening_begin (const JalonLanguage *language, gboolean with_data, int width, int height)
{
  opening.language = language;
  opening.with_data = with_data;
  opening.width = width;
  opening.height = height;
  reading = g_thread_new ("opening", read_in_thread, NULL);
}

/**
 * jalon_opening_take_dataset:
 *
 * Returns: (transfer full) (nullable): the bundled data, once; %NULL where they have to be read
 */
JalonDataset *
jalon_opening_take_dataset (void)
{
  end ();
  return g_steal_pointer (&opening.dataset);
}

/**
 * jalon_opening_take_basemap:
 *
 * Returns: (transfer full) (nullable): the bundled base map, once; %NULL where it has to be opened
 */
JalonBasemap *
jalon_opening_take_basemap (void)
{
  end ();
  return g_steal_pointer (&opening.basemap);
}
