/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "files/jalon-reader.h"
#include "scenes/jalon-layouts.h"

/* Paints one scene of a file into a PNG, to be looked at:
 * show-scenes FILE OUT.png VIEW LANGUAGE THEME WIDTH HEIGHT [SCALE [TEXT_SCALE [GROUP [SELECTED]]]] */

static JalonScene *
lay_out (const char *view, const JalonLayoutInput *input, double width, double height)
{
  if (strcmp (view, "bars") == 0 || strcmp (view, "bars-log") == 0)
    return jalon_bars_layout (input, width, height, strcmp (view, "bars") != 0);
  if (strcmp (view, "headline") == 0)
    return jalon_headline_layout (input, width);
  if (strcmp (view, "legend") == 0)
    return jalon_legend_layout (input, TRUE, width);
  if (strcmp (view, "tray") == 0)
    return jalon_tray_layout (input, width);
  if (strcmp (view, "timeline") == 0)
    {
      JalonTimeWindow window = jalon_timeline_get_opening (input->figures);

      return jalon_timeline_layout (input, &window, width, height);
    }
  else
    {
      JalonMapFrame frame = jalon_map_fit (input->figures, width, height);

      return jalon_map_layout (input, &frame, width, height);
    }
}

static void
paint (const JalonScene *scene, gboolean map, JalonTheme theme, JalonType *type, double scale, const char *path)
{
  double width = jalon_scene_get_width (scene), height = jalon_scene_get_height (scene), pad = map ? 0 : 16;
  JalonColour ground = jalon_palette_get (theme, map ? JALON_INK_LAND : JALON_INK_BACKGROUND);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ((width + 2 * pad) * scale),
                                                         (int) ((MIN (height, 8000) + 2 * pad) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, pad, pad);
  jalon_painter_paint (cr, scene, theme, type);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

static void
select_focus (JalonQuery *query, JalonDataset *dataset)
{
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);
  const char *const values[] = { focus ? focus->base.id : NULL, NULL };

  if (focus)
    jalon_query_set_values (query, JALON_KEY_TERRITORY, values);
}

int
main (int argc, char **argv)
{
  static const char *const themes[] = { "light", "dark", "hc", "hc-dark", "print", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 7 ? argv[1] : "");
  g_autoptr (JalonDataset) dataset = jalon_reader_read_file (file, NULL, NULL, &error);
  g_autoptr (JalonQuery) query = jalon_query_new ();
  g_autoptr (JalonFigures) figures = NULL;
  g_autoptr (JalonScene) scene = NULL;
  g_autoptr (JalonType) type = jalon_type_new (NULL, argc > 9 ? atof (argv[9]) : 1);
  JalonTheme theme = JALON_THEME_LIGHT;
  JalonKey group;
  gint64 start;

  if (!dataset)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (int i = 0; themes[i]; i++)
    if (strcmp (themes[i], argv[5]) == 0)
      theme = (JalonTheme) i;
  select_focus (query, dataset);
  if (argc > 10 && jalon_key_from_nick (argv[10], &group))
    jalon_query_set_group (query, group);
  figures = jalon_figures_compute (dataset, query);
  {
    JalonLayoutInput input = { .figures = figures,
                               .language = jalon_language_get (argv[4]),
                               .type = type,
                               .selected = argc > 11 ? argv[11] : NULL };

    for (int i = 0; i < 2; i++)
      {
        start = g_get_monotonic_time ();
        g_clear_pointer (&scene, jalon_scene_unref);
        scene = lay_out (argv[3], &input, atof (argv[6]), atof (argv[7]));
        g_printerr ("laid out in %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
      }
  }
  {
    g_autofree char *dump = jalon_scene_dump (scene);

    g_print ("%s", dump);
  }
  start = g_get_monotonic_time ();
  paint (scene, strcmp (argv[3], "map") == 0, theme, type, argc > 8 ? atof (argv[8]) : 1, argv[2]);
  g_printerr ("painted in %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
  return 0;
}
