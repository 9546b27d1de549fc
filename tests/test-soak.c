/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <malloc.h>
#include <unistd.h>

#include "app/jalon-presenter.h"
#include "ui-support.h"

/* A day at a stand in a minute: the loop of a kiosk paints as many slides as at its usual pace in eight hours, with flights and counting,
 * a visitor now and then, and the other language. A critical ends the test (fatal-warnings). */

#define HOURS 8
#define PACE 0.012  /* seconds */
#define IDLE 0.3
#define LOOPS_TO_A_VISIT 4u
#define LOOKS 4u
#define PATIENCE 600.0
#define MOST_GROWTH (5 * 1024 * 1024)

/* The sanitizer keeps what was freed: there it is asked for leaks instead, on a shorter day. */
#if defined(__SANITIZE_ADDRESS__)
#define SHORTER 20
#else
#define SHORTER 1
#endif

typedef struct
{
  JalonPresenter *presenter; /* borrowed */
  JalonWindow *dashboard;    /* borrowed */
  char *painted;             /* owned: the key of the last slide that was */
  guint slides;
  guint loops;
  guint visits;
} Day;

static gsize
get_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  malloc_trim (0); /* what was freed is not what leaks */
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  fields = g_strsplit (text, " ", 3);
  return (gsize) g_ascii_strtoull (fields[1], NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

static gboolean
is_away (gpointer data)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (((Day *) data)->presenter));
}

static gboolean
is_back (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((Day *) data)->presenter));
}

/* Somebody touches the screen, sees the dashboard, and leaves; the slides then speak the other language. */
static void
visit (Day *day)
{
  JalonSlideView *view = jalon_presenter_get_view (day->presenter);

  g_signal_emit_by_name (day->presenter, "touched");
  ui_wait (is_away, day);
  ui_wait (is_back, day);
  day->visits++;
  jalon_slide_view_set_language (view, jalon_language_get (day->visits % 2 == 0 ? "fr" : "en"));
}

static void
painted_cb (GdkFrameClock *clock, Day *day)
{
  const char *key = jalon_slide_view_get_shown (jalon_presenter_get_view (day->presenter))->key;
  const GPtrArray *slides = jalon_slide_view_get_slides (jalon_presenter_get_view (day->presenter));

  if (g_strcmp0 (key, day->painted) == 0)
    return;
  g_free (day->painted);
  day->painted = g_strdup (key);
  day->slides++;
  day->loops += g_str_equal (key, ((const JalonSlide *) g_ptr_array_index (slides, slides->len - 1))->key);
}

static JalonPresenter *
find_presenter (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JALON_IS_PRESENTER (l->data))
      return l->data;
  g_assert_not_reached ();
}

/* Nothing pops up over a slide. */
static void
check_quiet (JalonPresenter *presenter)
{
  g_autoptr (GPtrArray) widgets = ui_list_type (GTK_WIDGET (presenter), GTK_TYPE_WIDGET);

  for (guint i = 0; i < widgets->len; i++)
    g_assert_false (gtk_widget_get_has_tooltip (g_ptr_array_index (widgets, i)));
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Until the end of so many loops. */
static void
watch (Day *day, guint loops)
{
  gint64 end = g_get_monotonic_time () + (gint64) (PATIENCE * G_USEC_PER_SEC);

  while (day->loops < loops)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
}

/* A visitor, then so many loops, so that what a window has while it is shown is gone again. */
static void
spend_loops (Day *day, guint loops)
{
  visit (day);
  watch (day, day->loops + loops);
}

/* What a leak would have left: tiles of the dashboard's map come and go, some megabytes of them, so it is the least of a few looks. */
static gsize
get_least (Day *day)
{
  gsize least = G_MAXSIZE;

  for (guint i = 0; i < LOOKS; i++)
    {
      spend_loops (day, 1);
      least = MIN (least, get_resident ());
    }
  return least;
}

static void
spend (Day *day, guint wanted)
{
  guint wake = g_timeout_add (10, tick_cb, NULL);
  gsize first, last;

  spend_loops (day, 1);
  first = get_least (day);
  while (day->slides < wanted)
    {
      spend_loops (day, LOOPS_TO_A_VISIT);
      g_test_message ("%u slides: %.1f MB", day->slides, (double) get_resident () / 1e6);
    }
  last = get_least (day);
  check_quiet (day->presenter);
  g_source_remove (wake);
  g_test_message ("%u slides, %u loops, %u visits: %.1f MB after the first loops, %.1f MB at the end", day->slides, day->loops,
                  day->visits, (double) first / 1e6, (double) last / 1e6);
#if SHORTER == 1
  g_assert_cmpuint (last, <=, first + MOST_GROWTH);
#endif
}

static gboolean
is_shown (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

/* What a dashboard keeps once it has been used, in both languages: the tiles of its map. */
static void
warm_up (JalonWindow *dashboard)
{
  gtk_window_present (GTK_WINDOW (dashboard));
  ui_wait (is_shown, dashboard);
  ui_settle (GTK_WIDGET (dashboard));
  jalon_model_set_language (jalon_window_get_model (dashboard), jalon_language_get ("en"));
  ui_settle (GTK_WIDGET (dashboard));
  jalon_model_set_language (jalon_window_get_model (dashboard), jalon_language_get ("fr"));
  gtk_widget_set_visible (GTK_WIDGET (dashboard), FALSE);
}

static void
test_day (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("io.github.jalon.Soak", G_APPLICATION_NON_UNIQUE);
  g_autoptr (JalonDataset) dataset = ui_read_bundled ();
  const JalonPresenterOptions options = { .pace = PACE, .loop = TRUE, .kiosk = TRUE, .idle = IDLE };
  g_autoptr (GError) error = NULL;
  Day day = { 0 };

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  day.dashboard = jalon_window_new (application, jalon_language_get ("fr"));
  jalon_window_show_dataset (day.dashboard, dataset);
  warm_up (day.dashboard);
  jalon_window_present_slides (day.dashboard, &options);
  day.presenter = find_presenter (application);
  gtk_window_set_default_size (GTK_WINDOW (day.presenter), 640, 360);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (day.presenter)), "after-paint", G_CALLBACK (painted_cb), &day);
  spend (&day, (guint) (HOURS * 3600 / JALON_PRESENTER_USUAL_PACE) / SHORTER);
  gtk_window_destroy (GTK_WINDOW (day.presenter));
  gtk_window_destroy (GTK_WINDOW (day.dashboard));
  g_free (day.painted);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("jalon-soak-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/soak/day", test_day);
  failed = g_test_run ();
  ui_remove_folder (state);
  return failed;
}
