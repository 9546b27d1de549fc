/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-scene-motion.h"

#include <adwaita.h>

#define DURATION (240 * 1000) /* microseconds */

struct _JalonSceneMotion
{
  GtkWidget *view;  /* borrowed */
  JalonScene *from; /* owned; NULL: at rest */
  guint tick;       /* of the view, or 0 */
  gint64 start;     /* of the first frame, microseconds of its clock; 0: it is to come */
  double progress;  /* 0 to 1, of the time */
};

static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer motion)
{
  JalonSceneMotion *self = motion;

  gtk_widget_queue_draw (view);
  if (jalon_scene_motion_advance (self, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * jalon_scene_motion_new:
 * @view: the view, which outlives what is made
 *
 * Returns: (transfer full): a motion at rest
 */
JalonSceneMotion *
jalon_scene_motion_new (GtkWidget *view)
{
  JalonSceneMotion *self = g_new0 (JalonSceneMotion, 1);

  self->view = view;
  return self;
}

/**
 * jalon_scene_motion_free:
 * @self: (transfer full): a motion that was stopped
 */
void
jalon_scene_motion_free (JalonSceneMotion *self)
{
  g_free (self);
}

/**
 * jalon_scene_motion_begin:
 * @self: a motion
 * @from: the scene that the view showed until now; where it was still moving there, the one it moved to
 *
 * Sets out from what is seen. Nothing moves where the desktop wants no animations, or in a view that isn't seen.
 */
void
jalon_scene_motion_begin (JalonSceneMotion *self, JalonScene *from)
{
  JalonScene *seen = jalon_scene_motion_mix (self, from);

  jalon_scene_motion_stop (self);
  if (!adw_get_enable_animations (self->view) || !gtk_widget_get_mapped (self->view))
    {
      g_clear_pointer (&seen, jalon_scene_unref);
      return;
    }
  self->from = seen != NULL ? seen : jalon_scene_ref (from);
  self->tick = gtk_widget_add_tick_callback (self->view, tick_cb, self, NULL);
}

/**
 * jalon_scene_motion_stop:
 * @self: a motion
 *
 * Comes to rest at once.
 */
void
jalon_scene_motion_stop (JalonSceneMotion *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  self->tick = 0;
  self->start = 0;
  self->progress = 0;
  g_clear_pointer (&self->from, jalon_scene_unref);
}

/**
 * jalon_scene_motion_advance:
 * @self: a motion
 * @time: of a frame, microseconds; that of the first is when it sets out
 *
 * Goes on to a frame.
 *
 * Returns: whether there is a way to go
 */
gboolean
jalon_scene_motion_advance (JalonSceneMotion *self, gint64 time)
{
  if (self->from == NULL)
    return FALSE;
  if (self->start == 0)
    self->start = time;
  self->progress = (double) (time - self->start) / DURATION;
  if (self->progress < 1)
    return TRUE;
  g_clear_pointer (&self->from, jalon_scene_unref);
  self->progress = 0;
  self->start = 0;
  return FALSE;
}

/**
 * jalon_scene_motion_mix:
 * @self: a motion
 * @to: the scene that it goes to, which may change on the way
 *
 * Returns: (transfer full) (nullable): what is seen on the way; %NULL at rest: then it is @to
 */
JalonScene *
jalon_scene_motion_mix (const JalonSceneMotion *self, const JalonScene *to)
{
  double left = 1 - self->progress;

  return self->from != NULL ? jalon_scene_interpolate (self->from, to, 1 - left * left * left) : NULL;
}
