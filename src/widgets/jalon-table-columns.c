/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-table-columns.h"

#include <string.h>

#include "export/jalon-clip.h"
#include "scenes/jalon-layout-private.h"
#include "widgets/jalon-kind-dot.h"
#include "words/jalon-words.h"

/* Logical pixels, at a text scale of 1. */
#define LETTER_WIDTH 9  /* more than enough for a letter */
#define PADDING 36      /* of a cell, in libadwaita 1.10: more than in 1.2 */
#define DOT_WIDTH 24

#define PROBED "jalon-column" /* on a probe: the column that compared it first */

/* What a column is: its heading; the member that is copied; which of the two tables has it; how wide it is at a text scale of 1, in
 * logical pixels. They give way to a narrow window from the last to the first of `order`. */
typedef struct
{
  const char *heading;
  const char *member;
  gboolean of_projects;
  gboolean of_announcements;
  gboolean is_number;
  gboolean expands;
  int width;
} Column;

static const Column columns[JALON_N_TABLE_COLUMNS] = {
  [JALON_TABLE_PROJECT] = { NC_ ("column", "Project"), "title", TRUE, TRUE, FALSE, TRUE, 188 },
  [JALON_TABLE_ACT] = { NC_ ("column", "Act"), "act_label", FALSE, TRUE, FALSE, FALSE, 110 },
  [JALON_TABLE_AMOUNT] = { NC_ ("column", "Amount"), "stated_label", TRUE, TRUE, TRUE, FALSE, 160 },
  [JALON_TABLE_COUNTED] = { NC_ ("column", "Counted here"), "counted_label", TRUE, FALSE, TRUE, FALSE, 160 },
  [JALON_TABLE_PLACE] = { NC_ ("column", "Place"), "places", TRUE, TRUE, FALSE, FALSE, 120 },
  [JALON_TABLE_ORGANISATION] = { NC_ ("column", "Organization"), "organisations", TRUE, TRUE, FALSE, FALSE, 140 },
  [JALON_TABLE_STATUS] = { NC_ ("column", "Status"), "status_label", TRUE, FALSE, FALSE, FALSE, 104 },
  [JALON_TABLE_DATE] = { NC_ ("column", "Date"), "announced_label", TRUE, TRUE, FALSE, FALSE, 116 },
  [JALON_TABLE_EVENT] = { NC_ ("column", "Event"), "event_label", FALSE, TRUE, FALSE, FALSE, 140 },
  [JALON_TABLE_REASON] = { NC_ ("column", "Left out because"), "left_out_label", TRUE, FALSE, FALSE, FALSE, 160 },
  [JALON_TABLE_SOURCES] = { NC_ ("column", "Sources"), "sources", TRUE, TRUE, TRUE, FALSE, 84 },
};

static const JalonTableColumn order[] = {
  JALON_TABLE_PROJECT, JALON_TABLE_AMOUNT, JALON_TABLE_ACT, JALON_TABLE_DATE, JALON_TABLE_PLACE, JALON_TABLE_COUNTED,
  JALON_TABLE_STATUS, JALON_TABLE_SOURCES, JALON_TABLE_ORGANISATION, JALON_TABLE_EVENT, JALON_TABLE_REASON,
};

/* What is copied beside the words: the same amounts as numbers. */
static const struct
{
  const char *heading;
  const char *member;
  gboolean of_announcements;
} numbers[] = {
  { NC_ ("column", "Amount, firm"), "stated_firm", TRUE },
  { NC_ ("column", "Amount, at most"), "stated_ceiling", TRUE },
  { NC_ ("column", "Counted, firm"), "counted_firm", FALSE },
  { NC_ ("column", "Counted, at most"), "counted_ceiling", FALSE },
};

/* GTK 4.8 makes a row as high as its cells are at their least width: so that is nearly that of the column. */
static GtkWidget *
make_label (gboolean is_number, int width)
{
  int n_chars = (width - PADDING) / LETTER_WIDTH;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (is_number)
    {
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }
  else
    {
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_label_set_width_chars (GTK_LABEL (label), n_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), n_chars);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, make_label (((const Column *) data)->is_number, ((const Column *) data)->width));
}

/* What a cell says, after what stands above it. */
static void
name_cell (GtkWidget *cell, JalonTableColumn column, JalonTableRow *row, const char *text)
{
  const JalonLanguage *language = jalon_table_row_get_language (row);
  const char *heading = jalon_table_columns_get_heading (column, language);
  g_autofree char *name = text[0] != '\0' ? jalon_layout_join_name (language, heading, text) : g_strdup (heading);

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  JalonTableColumn column = (JalonTableColumn) ((const Column *) data - columns);
  GtkWidget *label = gtk_list_item_get_child (item);
  JalonTableRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = jalon_table_row_get_text (row, column);
  gboolean counts = column != JALON_TABLE_AMOUNT || jalon_table_row_get_announcement (row) != NULL
                    || jalon_table_row_get_share (row)->disclosed;

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1); /* also where there is none */
  gtk_widget_set_tooltip_text (label, text[0] != '\0' ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  name_cell (gtk_widget_get_parent (label), column, row, text);
  if (counts)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
setup_project_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JalonModel *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *kind = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_ellipsize (GTK_LABEL (kind), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (FALSE, columns[JALON_TABLE_PROJECT].width - DOT_WIDTH));
  gtk_box_append (GTK_BOX (words), kind);
  gtk_box_append (GTK_BOX (box), jalon_kind_dot_new (model));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

/* The list item's own widgets, the cell and the row around it, say who they are. */
static void
name_row (GtkWidget *child, const char *title, const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_project_cb (GtkSignalListItemFactory *factory, GtkListItem *item, JalonModel *model)
{
  JalonTableRow *row = gtk_list_item_get_item (item);
  const JalonShare *share = jalon_table_row_get_share (row);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *dot = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (dot));
  g_autofree char *text = jalon_table_row_get_text (row, JALON_TABLE_PROJECT);
  g_autofree char *name = jalon_table_row_get_name (row);

  jalon_kind_dot_set (JALON_KIND_DOT (dot), share->project->kind, share->disclosed ? &share->stated : NULL);
  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_widget_set_tooltip_text (title, text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)),
                      jalon_words_kind (jalon_model_get_language (model), share->project->kind));
  name_row (box, text, name);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  JalonTableColumn column = (JalonTableColumn) ((const Column *) data - columns);

  if (JALON_IS_TABLE_ROW ((gpointer) a))
    return jalon_table_row_compare ((JalonTableRow *) a, (JalonTableRow *) b, column);
  g_object_set_data ((gpointer) a, PROBED, GINT_TO_POINTER (column)); /* asked by jalon_table_columns_get_order() */
  return -1;
}

/**
 * jalon_table_columns_new:
 * @model: the model
 * @column: which one
 *
 * Returns: (transfer full): the column, without a title
 */
GtkColumnViewColumn *
jalon_table_columns_new (JalonModel *model, JalonTableColumn column)
{
  const Column *details = &columns[column];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) details, NULL));
  GtkColumnViewColumn *result = gtk_column_view_column_new (NULL, factory);

  if (column == JALON_TABLE_PROJECT)
    {
      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_project_cb), model, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_project_cb), model, 0);
    }
  else
    {
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) details);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) details);
    }
  gtk_column_view_column_set_sorter (result, sorter);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_expand (result, details->expands);
  g_object_unref (sorter);
  return result;
}

/**
 * jalon_table_columns_get_order:
 * @view: a table of these columns
 * @column: (out): the column that sorts it first; unchanged if none does
 * @direction: (out): which way; unchanged if no column sorts
 *
 * GTK tells this only from 4.10 on: so the table's sorter is given two probes, which the first column to be asked tells apart.
 *
 * Returns: whether a column sorts the table
 */
gboolean
jalon_table_columns_get_order (GtkColumnView *view, JalonTableColumn *column, GtkSortType *direction)
{
  g_autoptr (GObject) lesser = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) greater = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), lesser, greater);

  if (ordering == GTK_ORDERING_EQUAL)
    return FALSE;
  *column = (JalonTableColumn) GPOINTER_TO_INT (g_object_get_data (lesser, PROBED));
  *direction = ordering == GTK_ORDERING_SMALLER ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
  return TRUE;
}

/**
 * jalon_table_columns_get_heading:
 * @column: which one
 * @language: the language to speak
 *
 * Returns: (transfer none): what stands above the column
 */
const char *
jalon_table_columns_get_heading (JalonTableColumn column, const JalonLanguage *language)
{
  return jalon_trc (language, "column", columns[column].heading);
}

/**
 * jalon_table_columns_get_width:
 * @column: which one
 * @text_scale: how much larger than usual text is
 *
 * Returns: how wide the column is, in logical pixels
 */
int
jalon_table_columns_get_width (JalonTableColumn column, double text_scale)
{
  return (int) (columns[column].width * text_scale);
}

static gboolean
has_column (gboolean announcements, JalonTableColumn column)
{
  return announcements ? columns[column].of_announcements : columns[column].of_projects;
}

/**
 * jalon_table_columns_choose:
 * @announcements: whether rows are announcements
 * @text_scale: how much larger than usual text is
 * @room: the width that there is, in logical pixels
 * @shown: (out) (array fixed-size=11): whether each column is shown
 *
 * Chooses as many columns as fit, the most telling first; the project and its amount in any case.
 */
void
jalon_table_columns_choose (gboolean announcements, double text_scale, int room, gboolean *shown)
{
  gboolean full = FALSE;

  for (int i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    shown[i] = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int width = jalon_table_columns_get_width (order[i], text_scale);

      if (!has_column (announcements, order[i]))
        continue;
      full |= i > 1 && width > room;
      shown[order[i]] = !full;
      room -= width;
    }
}

static void
add_clip_column (GArray *clip, char *heading, const char *member)
{
  const JalonClipColumn column = { heading, member };

  g_array_append_val (clip, column);
}

static void
clear_clip_column (gpointer column)
{
  g_free (((JalonClipColumn *) column)->heading);
}

static GArray *
list_clip_columns (gboolean announcements, const JalonLanguage *language, const char *currency)
{
  GArray *clip = g_array_new (FALSE, FALSE, sizeof (JalonClipColumn));

  g_array_set_clear_func (clip, clear_clip_column);
  for (JalonTableColumn i = 0; i < JALON_N_TABLE_COLUMNS; i++)
    {
      if (has_column (announcements, i))
        add_clip_column (clip, g_strdup (jalon_table_columns_get_heading (i, language)), columns[i].member);
      if (i == JALON_TABLE_PROJECT)
        add_clip_column (clip, g_strdup (jalon_trc (language, "column", "Kind")), "kind_label");
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].of_announcements || !announcements)
      add_clip_column (clip, g_strdup_printf ("%s (%s)", jalon_trc (language, "column", numbers[i].heading), currency), numbers[i].member);
  return clip;
}

/**
 * jalon_table_columns_copy:
 * @rows: (element-type JalonTableRow): rows of the table
 * @announcements: whether they are announcements
 * @language: the language to speak
 * @currency: of the amounts
 *
 * Writes rows down for the clipboard: all columns, shown or not, in words, and the amounts as numbers; as text apart by tabs, and as an
 * HTML table.
 *
 * Returns: (transfer full): what is copied
 */
GdkContentProvider *
jalon_table_columns_copy (const GPtrArray *rows, gboolean announcements, const JalonLanguage *language, const char *currency)
{
  g_autoptr (GArray) clip = list_clip_columns (announcements, language, currency);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GBytes) html = NULL;
  g_autofree char *text = NULL;
  char *table;
  GdkContentProvider *providers[2];

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (members, jalon_table_row_get_members (g_ptr_array_index (rows, i)));
  text = jalon_clip_write_text ((const JalonClipColumn *) (gpointer) clip->data, clip->len, members);
  table = jalon_clip_write_html ((const JalonClipColumn *) (gpointer) clip->data, clip->len, members);
  html = g_bytes_new_take (table, strlen (table));
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", html);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
