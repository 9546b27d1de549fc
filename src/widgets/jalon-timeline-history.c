/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-timeline-view-private.h"

/* So many projects are summed up for all their days within the frame; more in a thread. */
#define QUICK 150
/* So many lines are remembered: who goes back and forth between filters has each summed up once. */
#define MAX_KNOWN 8

static void
known_free (gpointer data)
{
  JalonKnownHistory *known = data;

  g_object_unref (known->query);
  jalon_money_history_unref (known->history);
  g_free (known);
}

static void
take_history (JalonTimelineView *self, JalonMoneyHistory *history)
{
  JalonKnownHistory *known = g_new (JalonKnownHistory, 1);

  *known = (JalonKnownHistory) { jalon_query_copy (self->history_query), jalon_money_history_ref (history) };
  g_queue_push_head (&self->known, known);
  if (g_queue_get_length (&self->known) > MAX_KNOWN)
    known_free (g_queue_pop_tail (&self->known));
  self->history = history;
}

static JalonMoneyHistory *
recall_history (JalonTimelineView *self)
{
  for (GList *l = self->known.head; l != NULL; l = l->next)
    {
      const JalonKnownHistory *known = l->data;

      if (jalon_query_equal (known->query, self->history_query))
        return jalon_money_history_ref (known->history);
    }
  return NULL;
}

static void
give_up (JalonTimelineView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->history, jalon_money_history_unref);
  g_clear_object (&self->history_query);
}

static void
compute_thread (GTask *task, gpointer source, gpointer query, GCancellable *cancellable)
{
  JalonDataset *dataset = g_object_get_data (G_OBJECT (task), "dataset");
  JalonMoneyHistory *history = jalon_money_history_compute (dataset, query, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, history, (GDestroyNotify) jalon_money_history_unref);
  else
    g_clear_pointer (&history, jalon_money_history_unref);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JalonTimelineView *self = JALON_TIMELINE_VIEW (source);
  JalonMoneyHistory *history = g_task_propagate_pointer (G_TASK (result), NULL);

  if (history == NULL)
    return; /* another is on its way */
  take_history (self, history);
  jalon_scene_view_refresh (JALON_SCENE_VIEW (self));
}

static void
compute_away (JalonTimelineView *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, computed_cb, NULL);
  g_task_set_source_tag (task, compute_away);
  g_object_set_data_full (G_OBJECT (task), "dataset", g_object_ref (self->history_dataset), g_object_unref);
  g_task_set_task_data (task, jalon_query_copy (self->history_query), g_object_unref);
  g_task_run_in_thread (task, compute_thread);
}

/**
 * jalon_timeline_view_update_history:
 * @self: a timeline view
 *
 * Has the line of money follow the filters: at once for few projects; for many a thread makes it, and the scene is made anew when it
 * is there.
 */
void
jalon_timeline_view_update_history (JalonTimelineView *self)
{
  JalonModel *model = jalon_scene_view_get_model (JALON_SCENE_VIEW (self));
  JalonDataset *dataset = jalon_model_get_dataset (model);
  g_autoptr (JalonQuery) query = jalon_query_copy (jalon_model_get_query (model));

  jalon_query_set_as_of (query, NULL);
  jalon_query_set_selected (query, NULL);
  jalon_query_set_group (query, JALON_KEY_PLACE);
  if (self->history_dataset == dataset && self->history_query != NULL && jalon_query_equal (query, self->history_query))
    return;
  if (self->history_dataset != dataset)
    jalon_timeline_view_clear_history (self);
  give_up (self);
  g_set_object (&self->history_dataset, dataset);
  self->history_query = g_steal_pointer (&query);
  self->history = recall_history (self);
  if (self->history != NULL)
    return;
  if (jalon_dataset_get_projects (dataset)->len > QUICK)
    compute_away (self);
  else
    take_history (self, jalon_money_history_compute (dataset, self->history_query, NULL));
}

/**
 * jalon_timeline_view_clear_history:
 * @self: a timeline view
 *
 * Forgets the lines of money, and gives up what makes the next.
 */
void
jalon_timeline_view_clear_history (JalonTimelineView *self)
{
  give_up (self);
  g_queue_clear_full (&self->known, known_free);
  g_clear_object (&self->history_dataset);
}
