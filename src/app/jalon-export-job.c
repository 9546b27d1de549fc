/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-export-job.h"

/* A request with all it borrows. */
typedef struct
{
  JalonExportRequest request;
  JalonExportFormat format;
  char *path; /* NULL: only into memory */
  JalonWatch watch;
  JalonExportJobProgress progress; /* or NULL */
  gpointer data;
} Job;

/* On its way from the thread to who waits. */
typedef struct
{
  GTask *task;
  double part;
} Report;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->request.dataset);
  g_clear_object (&job->request.query);
  g_clear_object (&job->request.basemap);
  g_free (job->path);
  g_free (job);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Job *job = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task))
    job->progress (report->part, job->data);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static void
progress_cb (double part, gpointer data)
{
  Report *report = g_new (Report, 1);

  *report = (Report) { g_object_ref (data), part };
  g_main_context_invoke_full (g_task_get_context (data), G_PRIORITY_DEFAULT, report_cb, report, report_free);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GBytes *bytes = NULL;
  GError *error = NULL;

  if (job->path == NULL)
    bytes = jalon_export_render (&job->request, job->format, &error);
  else if (jalon_export_write_as (&job->request, job->format, job->path, &error))
    bytes = g_bytes_new (NULL, 0);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
run (const JalonExportRequest *request,
     JalonExportFormat format,
     const char *path,
     GCancellable *cancellable,
     JalonExportJobProgress progress,
     GAsyncReadyCallback callback,
     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->request = *request;
  job->request.dataset = g_object_ref (request->dataset);
  job->request.query = jalon_query_copy (request->query);
  if (request->basemap != NULL)
    g_object_ref (request->basemap);
  job->format = format;
  job->path = g_strdup (path);
  job->progress = progress;
  job->data = data;
  job->watch = (JalonWatch) { cancellable, progress != NULL ? progress_cb : NULL, task };
  job->request.watch = &job->watch;
  g_task_set_source_tag (task, run);
  g_task_set_check_cancellable (task, path == NULL); /* what was written was, whatever came after it */
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * jalon_export_job_render_async:
 * @request: what to take away; copied
 * @format: as what
 * @cancellable: (nullable): to hear no more of it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes an export in memory, in a thread.
 */
void
jalon_export_job_render_async (
    const JalonExportRequest *request, JalonExportFormat format, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  run (request, format, NULL, cancellable, NULL, callback, data);
}

/**
 * jalon_export_job_write_async:
 * @request: what to take away; copied
 * @format: as what
 * @path: where to
 * @cancellable: (nullable): to stop it: nothing is written then
 * @progress: (nullable): told how far it is, until @callback is called
 * @callback: called when it is done
 * @data: for @progress and @callback
 *
 * Makes an export and writes it, whole or not at all, in a thread.
 */
void
jalon_export_job_write_async (const JalonExportRequest *request,
                              JalonExportFormat format,
                              const char *path,
                              GCancellable *cancellable,
                              JalonExportJobProgress progress,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  run (request, format, path, cancellable, progress, callback, data);
}

/**
 * jalon_export_job_finish:
 * @result: what the callback was given
 * @error: return location for %JALON_EXPORT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the export; empty where it was written
 */
GBytes *
jalon_export_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
