/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scenes/jalon-type.h"

#include <math.h>
#include <string.h>

#include "basemap/jalon-font.h"

/* GNOME's own faces first, then what every desktop has. */
#define DEFAULT_FAMILY "Cantarell, Adwaita Sans, Noto Sans, Sans"
#define PX_PER_PT (96.0 / 72.0)
/* Beyond this the cache begins anew: room for some thousand labels in two languages. */
#define MAX_LAYOUTS 20000
#define MAX_WIDTH 1e6 /* logical pixels: no text is wider */

typedef struct
{
  double points;
  PangoWeight weight;
} Face;

static const Face faces[] = {
  [JALON_STYLE_BODY] = { 11, PANGO_WEIGHT_NORMAL },
  [JALON_STYLE_SMALL] = { 9, PANGO_WEIGHT_NORMAL },
  [JALON_STYLE_STRONG] = { 11, PANGO_WEIGHT_BOLD },
  [JALON_STYLE_TITLE] = { 15, PANGO_WEIGHT_BOLD },
  [JALON_STYLE_HEADLINE] = { 24, PANGO_WEIGHT_ULTRABOLD },
  [JALON_STYLE_LABEL] = { 10, PANGO_WEIGHT_NORMAL },
  [JALON_STYLE_LABEL_STRONG] = { 10, PANGO_WEIGHT_BOLD },
};
G_STATIC_ASSERT (G_N_ELEMENTS (faces) == JALON_N_STYLES);

struct _JalonType
{
  gatomicrefcount ref_count;
  double text_scale;
  PangoContext *context;
  PangoFontDescription *fonts[JALON_N_STYLES];
  PangoAttrList *attributes;
  double line_heights[JALON_N_STYLES]; /* 0: not measured yet */
  GHashTable *layouts[JALON_N_STYLES]; /* text → PangoLayout: set once, never changed */
  GHashTable *wrapped[JALON_N_STYLES]; /* "width lines text" → Wrapped */
};

typedef struct
{
  char **lines;
  gboolean shortened;
} Wrapped;

static void
wrapped_free (gpointer data)
{
  Wrapped *wrapped = data;

  g_strfreev (wrapped->lines);
  g_free (wrapped);
}

/**
 * jalon_type_new:
 * @family: (nullable): names of font families as Pango reads them, or %NULL for the default
 * @text_scale: 1 for 11 pt of 96 to the inch, 2 for text twice as large
 *
 * Needs no display: the fonts are fontconfig's. Figures are tabular where the font has them.
 *
 * Returns: (transfer full): how text is set
 */
JalonType *
jalon_type_new (const char *family, double text_scale)
{
  JalonType *self = g_new0 (JalonType, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default (); /* this thread's: what it has found and read of fonts serves all */
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autofree char *found = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->text_scale = text_scale > 0 ? text_scale : 1;
  self->context = pango_font_map_create_context (map);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  found = jalon_font_find_family (self->context, family != NULL ? family : DEFAULT_FAMILY);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));
  for (int style = 0; style < JALON_N_STYLES; style++)
    {
      self->fonts[style] = pango_font_description_new ();
      pango_font_description_set_family (self->fonts[style], found);
      pango_font_description_set_weight (self->fonts[style], faces[style].weight);
      pango_font_description_set_absolute_size (self->fonts[style],
                                                faces[style].points * PX_PER_PT * self->text_scale * PANGO_SCALE);
      self->layouts[style] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      self->wrapped[style] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wrapped_free);
    }
  return self;
}

/**
 * jalon_type_ref:
 *
 * Returns: (transfer full): @self
 */
JalonType *
jalon_type_ref (JalonType *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jalon_type_unref:
 * @self: (transfer full): a type
 */
void
jalon_type_unref (JalonType *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int style = 0; style < JALON_N_STYLES; style++)
    {
      pango_font_description_free (self->fonts[style]);
      g_hash_table_unref (self->layouts[style]);
      g_hash_table_unref (self->wrapped[style]);
    }
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * jalon_type_get_scale:
 *
 * Returns: 1 for text of the usual size: what stands between texts grows with it
 */
double
jalon_type_get_scale (JalonType *self)
{
  return self->text_scale;
}

/**
 * jalon_type_get_layout:
 * @text: one line, as it is written: never markup
 *
 * Returns: (transfer none): the text, set; as long as no other is asked for
 */
PangoLayout *
jalon_type_get_layout (JalonType *self, JalonStyle style, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts[style], text);

  if (layout)
    return layout;
  if (g_hash_table_size (self->layouts[style]) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts[style]);
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (self->layouts[style], g_strdup (text), layout);
  return layout;
}

/**
 * jalon_type_measure:
 * @text: one line
 * @width: (out) (optional): in logical pixels, whole ones
 * @height: (out) (optional): in logical pixels
 */
void
jalon_type_measure (JalonType *self, JalonStyle style, const char *text, double *width, double *height)
{
  PangoRectangle extent;

  pango_layout_get_extents (jalon_type_get_layout (self, style, text), NULL, &extent);
  if (width)
    *width = ceil ((double) extent.width / PANGO_SCALE);
  if (height)
    *height = ceil ((double) extent.height / PANGO_SCALE);
}

/**
 * jalon_type_get_line_height:
 *
 * Returns: the height of a line of Latin letters, in logical pixels
 */
double
jalon_type_get_line_height (JalonType *self, JalonStyle style)
{
  if (self->line_heights[style] <= 0)
    jalon_type_measure (self, style, "Édg", NULL, &self->line_heights[style]);
  return self->line_heights[style];
}

/* The longest beginning of a text, in whole letters, that fits with an ellipsis behind it. */
static char *
shorten (JalonType *self, JalonStyle style, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (jalon_type_get_layout (self, style, text));
  double full, ellipsis;
  int index, trailing;

  jalon_type_measure (self, style, text, &full, NULL);
  if (full <= width)
    return g_strdup (text);
  jalon_type_measure (self, style, "…", &ellipsis, NULL);
  for (double room = width - ellipsis; room > 0; room -= ellipsis)
    {
      g_autofree char *head = NULL, *cut = NULL;
      double set;

      pango_layout_xy_to_index (layout, (int) (room * PANGO_SCALE), 0, &index, &trailing);
      head = g_strchomp (g_strndup (text, (gsize) index));
      cut = g_strconcat (head, "…", NULL);
      jalon_type_measure (self, style, cut, &set, NULL);
      if (set <= width)
        return g_steal_pointer (&cut);
    }
  return g_strdup ("…");
}

static GPtrArray *
break_lines (JalonType *self, JalonStyle style, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (jalon_type_get_layout (self, style, text));
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l; l = l->next)
    {
      PangoLayoutLine *line = l->data;

      g_ptr_array_add (lines, g_strstrip (g_strndup (text + line->start_index, (gsize) line->length)));
    }
  return lines;
}

static Wrapped *
wrap (JalonType *self, JalonStyle style, const char *text, double width, guint max_lines)
{
  g_autoptr (GPtrArray) lines = break_lines (self, style, text, width);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  Wrapped *wrapped = g_new0 (Wrapped, 1);

  for (guint i = 0; i < MIN (lines->len, max_lines); i++)
    {
      g_autoptr (GString) line = g_string_new (g_ptr_array_index (lines, i));
      char *fitting;

      for (guint j = i + 1; i + 1 == max_lines && j < lines->len; j++)
        g_string_append_printf (line, " %s", (const char *) g_ptr_array_index (lines, j));
      fitting = shorten (self, style, line->str, width);
      wrapped->shortened = wrapped->shortened || strcmp (fitting, line->str) != 0;
      g_ptr_array_add (kept, fitting);
    }
  if (kept->len == 0)
    g_ptr_array_add (kept, g_strdup (""));
  g_ptr_array_add (kept, NULL);
  wrapped->lines = (char **) g_ptr_array_steal (kept, NULL);
  return wrapped;
}

/**
 * jalon_type_wrap:
 * @text: the whole text
 * @width: what there is, in logical pixels
 * @max_lines: at least 1
 * @shortened: (out) (optional): whether an ellipsis stands for some of it, which a tooltip must then give
 *
 * Breaks a text between words. What doesn't fit into the lines, and a word wider than a line, is shortened with an ellipsis.
 *
 * Returns: (transfer full): the lines, at least one, none wider than @width unless an ellipsis is
 */
char **
jalon_type_wrap (JalonType *self, JalonStyle style, const char *text, double width, guint max_lines, gboolean *shortened)
{
  /* No finer than Pango tells widths apart. */
  g_autofree char *key = g_strdup_printf ("%d %u %s", (int) (CLAMP (width, 0, MAX_WIDTH) * PANGO_SCALE), max_lines, text);
  Wrapped *wrapped = g_hash_table_lookup (self->wrapped[style], key);

  if (wrapped == NULL)
    {
      if (g_hash_table_size (self->wrapped[style]) >= MAX_LAYOUTS)
        g_hash_table_remove_all (self->wrapped[style]);
      wrapped = wrap (self, style, text, width, max_lines);
      g_hash_table_insert (self->wrapped[style], g_steal_pointer (&key), wrapped);
    }
  if (shortened)
    *shortened = wrapped->shortened;
  return g_strdupv (wrapped->lines);
}
