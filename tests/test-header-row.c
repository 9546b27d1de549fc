/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-support.h"
#include "widgets/jalon-header-row.h"
#include "widgets/jalon-page-switcher.h"

typedef struct
{
  JalonWindow *window;
  GtkWidget *row;
  GtkWidget *in_row; /* what turns the pages in the header bar */
  GtkWidget *below;  /* and below the pages */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  g_autoptr (GPtrArray) switchers = NULL;

  fixture->window = ui_window_new (dataset, "fr");
  ui_settle (GTK_WIDGET (fixture->window));
  fixture->row = ui_find_type (GTK_WIDGET (fixture->window), JALON_TYPE_HEADER_ROW);
  switchers = ui_list_type (GTK_WIDGET (fixture->window), JALON_TYPE_PAGE_SWITCHER);
  g_assert_cmpuint (switchers->len, ==, 2);
  for (guint i = 0; i < switchers->len; i++)
    if (gtk_widget_is_ancestor (switchers->pdata[i], fixture->row))
      fixture->in_row = switchers->pdata[i];
    else
      fixture->below = switchers->pdata[i];
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Text of twice the size. */
static void
set_up_large (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  set_up (fixture, data);
}

static void
tear_down_large (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

/* What it can do with, and so the least that it is ever given. */
static int
get_least (GtkWidget *row)
{
  int least;

  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* The pages are turned in the header bar or below, at every width, and never in both. */
static void
test_one_switcher (Fixture *fixture, gconstpointer data)
{
  g_assert_false (jalon_header_row_get_crowded (JALON_HEADER_ROW (fixture->row)));
  for (int width = get_least (fixture->row); width <= 1200; width += 20)
    {
      gboolean crowded;

      gtk_widget_allocate (fixture->row, width, 40, -1, NULL);
      crowded = jalon_header_row_get_crowded (JALON_HEADER_ROW (fixture->row));
      g_assert_cmpint (crowded, ==, !gtk_widget_get_child_visible (fixture->in_row));
      while (gtk_widget_get_visible (fixture->below) != crowded)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* No child gets less than it needs, or lies on another, in either direction of reading. */
static void
test_no_overlap (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (fixture->row, GPOINTER_TO_INT (data));
  for (int width = MAX (160, get_least (fixture->row)); width <= 1200; width += 8)
    {
      graphene_rect_t seen[8];
      guint n = 0;

      gtk_widget_allocate (fixture->row, width, 40, -1, NULL);
      for (GtkWidget *child = gtk_widget_get_first_child (fixture->row); child != NULL; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_get_child_visible (child))
          {
            int least;

            gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
            g_assert_true (gtk_widget_compute_bounds (child, fixture->row, &seen[n]));
            g_assert_cmpfloat (graphene_rect_get_width (&seen[n]), >=, least);
            g_assert_cmpfloat (graphene_rect_get_x (&seen[n]), >=, 0);
            g_assert_cmpfloat (graphene_rect_get_x (&seen[n]) + graphene_rect_get_width (&seen[n]), <=, width);
            for (guint i = 0; i < n; i++)
              {
                graphene_rect_t shared;

                if (graphene_rect_intersection (&seen[i], &seen[n], &shared))
                  g_assert_cmpfloat (graphene_rect_get_width (&shared), ==, 0);
              }
            n++;
          }
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/header-row/one-switcher", Fixture, NULL, set_up, test_one_switcher, tear_down);
  g_test_add ("/header-row/no-overlap", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR), set_up, test_no_overlap, tear_down);
  g_test_add ("/header-row/no-overlap/large", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR), set_up_large, test_no_overlap, tear_down_large);
  g_test_add ("/header-row/no-overlap/rtl", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL), set_up, test_no_overlap, tear_down);
  return g_test_run ();
}
