/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "widgets/jalon-player.h"

/* From the first announcement to the end, at speed 1. */
#define DURATION (20.0 * G_USEC_PER_SEC)
/* A longer time between two frames, as while the machine slept, counts as so long: nobody saw what would be skipped. */
#define LONGEST_STEP (G_USEC_PER_SEC / 4)

/**
 * JalonPlayer:
 *
 * Moves the as-of date of a model from the first announcement to the end, by the frame clock of a widget. The date is set whenever
 * something was announced, so that nothing is summed up or drawn for nothing; the day in between moves on by itself, or, where the
 * desktop wants no animations, from announcement to announcement. It stops at the end, or when somebody else sets the date.
 */
struct _JalonPlayer
{
  GObject parent_instance;

  JalonModel *model;  /* owned */
  GtkWidget *widget;  /* borrowed: it owns the player */
  GArray *days;       /* int: when something was announced, from the begin to the end of what is played */
  double end;         /* Julian day */
  double progress;    /* 0 to 1 */
  double speed;
  int day;            /* the as-of date that was set last */
  gboolean setting;   /* the date is being set by the player itself */
  guint tick;         /* 0: stopped */
  gint64 time;        /* of the last frame, or 0 */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonPlayer, jalon_player, G_TYPE_OBJECT)

static gboolean
is_animated (JalonPlayer *self)
{
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animated, NULL);
  return animated;
}

static double
get_start (JalonPlayer *self)
{
  return g_array_index (self->days, int, 0);
}

static void
set_as_of (JalonPlayer *self, int day)
{
  const JalonDate date = jalon_date_from_days (day, day);

  if (day == self->day)
    return;
  self->day = day;
  self->setting = TRUE;
  jalon_query_set_as_of (jalon_model_get_query (self->model), &date);
  self->setting = FALSE;
}

/* The last day with an announcement until now. */
static int
find_day (JalonPlayer *self)
{
  double now = jalon_player_get_day (self);
  guint i = self->days->len - 1;

  while (i > 0 && g_array_index (self->days, int, i) > now)
    i--;
  return g_array_index (self->days, int, i);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  jalon_player_reach (data, gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

static void
model_changed_cb (JalonPlayer *self, guint what)
{
  if (what & JALON_MODEL_FIGURES && !self->setting)
    jalon_player_stop (self);
}

static void
stop_ticking (JalonPlayer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

/* Nobody is told: a window that closes while it plays may be half gone. */
static void
jalon_player_dispose (GObject *object)
{
  JalonPlayer *self = JALON_PLAYER (object);

  stop_ticking (self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->days, g_array_unref);
  G_OBJECT_CLASS (jalon_player_parent_class)->dispose (object);
}

static void
jalon_player_class_init (JalonPlayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jalon_player_dispose;

  /**
   * JalonPlayer::changed:
   *
   * Emitted when it begins or ends to play, and when the day moves on.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jalon_player_init (JalonPlayer *self)
{
  self->speed = 1;
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
}

/**
 * jalon_player_new:
 * @model: whose date is moved
 * @widget: whose frames it follows; must outlive the player
 *
 * Returns: (transfer full): a player that stands still
 */
JalonPlayer *
jalon_player_new (JalonModel *model, GtkWidget *widget)
{
  JalonPlayer *self = g_object_new (JALON_TYPE_PLAYER, NULL);

  self->model = g_object_ref (model);
  self->widget = widget;
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
collect_days (JalonPlayer *self, const JalonFigures *base, double first, double last)
{
  g_array_set_size (self->days, 0);
  for (guint i = 0; i < jalon_figures_get_n_shares (base); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (base, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        {
          int day = jalon_date_get_first_day (&((const JalonAnnouncement *) g_ptr_array_index (announcements, j))->date);

          if (day > 0 && day >= first && day <= last)
            g_array_append_val (self->days, day);
        }
    }
  g_array_sort (self->days, compare_days);
  for (guint i = self->days->len; i > 1; i--)
    if (g_array_index (self->days, int, i - 1) == g_array_index (self->days, int, i - 2))
      g_array_remove_index (self->days, i - 1);
}

/* Where to go on: from the as-of date, if there is one on the way. */
static double
find_progress (JalonPlayer *self)
{
  const JalonDate *as_of = jalon_query_get_as_of (jalon_model_get_query (self->model));
  double day = as_of ? jalon_date_get_last_day (as_of) : 0, start = get_start (self);
  guint n = 0;

  if (!as_of || day < start || day >= self->end)
    return 0;
  if (is_animated (self))
    return (day - start) / (self->end - start);
  while (n < self->days->len && g_array_index (self->days, int, n) <= day)
    n++;
  return (double) n / self->days->len;
}

/**
 * jalon_player_play:
 * @base: the figures of the filters, without as-of date and window
 * @first: the Julian day to begin with, or before the first announcement
 * @last: the Julian day to end with
 *
 * Begins to play, or goes on from the as-of date that is set.
 */
void
jalon_player_play (JalonPlayer *self, const JalonFigures *base, double first, double last)
{
  const JalonDate *updated = jalon_dataset_get_updated (jalon_figures_get_dataset (base));

  jalon_player_stop (self);
  collect_days (self, base, first, last);
  if (self->days->len == 0)
    return;
  self->end = g_array_index (self->days, int, self->days->len - 1) + 1;
  if (updated && jalon_date_is_set (updated) && jalon_date_get_last_day (updated) <= last)
    self->end = MAX (self->end, jalon_date_get_last_day (updated));
  self->progress = find_progress (self);
  self->day = 0;
  self->time = 0;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  jalon_player_advance (self, 0);
}

/**
 * jalon_player_stop:
 *
 * Stands still; the as-of date stays.
 */
void
jalon_player_stop (JalonPlayer *self)
{
  if (self->tick == 0)
    return;
  stop_ticking (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * jalon_player_is_playing:
 *
 * Returns: whether the day moves on
 */
gboolean
jalon_player_is_playing (JalonPlayer *self)
{
  return self->tick != 0;
}

/**
 * jalon_player_get_day:
 *
 * Returns: where it is, as a Julian day with its fraction; meaningless unless it plays
 */
double
jalon_player_get_day (JalonPlayer *self)
{
  guint n = self->days->len;

  if (n == 0)
    return 0;
  if (is_animated (self))
    return get_start (self) + self->progress * (self->end - get_start (self));
  return g_array_index (self->days, int, MIN ((guint) (self->progress * n + 1e-9), n - 1));
}

/**
 * jalon_player_get_speed:
 *
 * Returns: 1: in about twenty seconds from begin to end
 */
double
jalon_player_get_speed (JalonPlayer *self)
{
  return self->speed;
}

/**
 * jalon_player_set_speed:
 * @speed: 2: twice as fast as usual
 */
void
jalon_player_set_speed (JalonPlayer *self, double speed)
{
  self->speed = speed;
}

/**
 * jalon_player_reach:
 * @time: of a frame, in microseconds of its clock
 *
 * Moves the day on to a frame, by the time since the last one, but no more than a quarter of a second.
 */
void
jalon_player_reach (JalonPlayer *self, gint64 time)
{
  gint64 past = self->time > 0 ? CLAMP (time - self->time, 0, LONGEST_STEP) : 0;

  self->time = time;
  jalon_player_advance (self, past);
}

/**
 * jalon_player_advance:
 * @microseconds: how much time went by
 *
 * Moves the day on; at the end all is known, and it stops.
 */
void
jalon_player_advance (JalonPlayer *self, gint64 microseconds)
{
  if (self->tick == 0)
    return;
  self->progress += (double) microseconds * self->speed / DURATION;
  if (self->progress < 1)
    {
      set_as_of (self, find_day (self));
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  self->setting = TRUE;
  jalon_query_set_as_of (jalon_model_get_query (self->model), NULL);
  self->setting = FALSE;
  jalon_player_stop (self);
}
