/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-problems.h"

typedef struct
{
  JalonProblem *problem;
  guint32 offset;
  guint order;
} Entry;

struct _JalonProblems
{
  GArray *entries[2]; /* Entry, by severity: at most JALON_PROBLEMS_MAX */
  guint counts[2];    /* all, also those that are not kept */
};

/* Where the counting of lines and columns has come to. */
typedef struct
{
  const char *text;
  guint32 length;
  guint32 offset;
  guint line;
  guint column;
} Place;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->problem, jalon_problem_free);
}

/**
 * jalon_problems_new:
 *
 * Returns: (transfer full): a collector without problems
 */
JalonProblems *
jalon_problems_new (void)
{
  JalonProblems *self = g_new0 (JalonProblems, 1);

  for (int i = 0; i < 2; i++)
    {
      self->entries[i] = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_array_set_clear_func (self->entries[i], clear_entry);
    }
  return self;
}

/**
 * jalon_problems_free:
 * @self: (transfer full): a collector
 */
void
jalon_problems_free (JalonProblems *self)
{
  g_array_unref (self->entries[0]);
  g_array_unref (self->entries[1]);
  g_free (self);
}

/**
 * jalon_problems_wants:
 * @self: a collector
 * @severity: a severity
 *
 * Counts one more problem of @severity. Where it will be kept, the caller adds it; else it need not be put together.
 *
 * Returns: whether it will be kept
 */
gboolean
jalon_problems_wants (JalonProblems *self, JalonSeverity severity)
{
  return self->counts[severity]++ < JALON_PROBLEMS_MAX;
}

/**
 * jalon_problems_add:
 * @self: a collector that wants it
 * @severity: whether it refuses the file
 * @code: what is wrong
 * @offset: where, in bytes from the beginning; %JALON_PROBLEMS_NO_OFFSET: the file as a whole
 * @path: (transfer full) (nullable): JSON path
 * @args: (transfer full) (nullable): the arguments of the code
 */
void
jalon_problems_add (JalonProblems *self,
                    JalonSeverity severity,
                    JalonProblemCode code,
                    guint32 offset,
                    char *path,
                    char **args)
{
  Entry entry = { .problem = jalon_problem_new (severity, code), .offset = offset, .order = self->counts[severity] };

  if (path != NULL)
    {
      g_free (entry.problem->path);
      entry.problem->path = path;
    }
  if (args != NULL)
    {
      g_strfreev (entry.problem->args);
      entry.problem->args = args;
    }
  g_array_append_val (self->entries[severity], entry);
}

/**
 * jalon_problems_add_plain:
 * @self: a collector
 * @code: what is wrong: an error
 * @offset: where, in bytes from the beginning; %JALON_PROBLEMS_NO_OFFSET: the file as a whole
 * @path: (transfer full) (nullable): JSON path
 * @arg: (nullable): the only argument of the code
 */
void
jalon_problems_add_plain (JalonProblems *self, JalonProblemCode code, guint32 offset, char *path, const char *arg)
{
  char **args;

  if (!jalon_problems_wants (self, JALON_SEVERITY_ERROR))
    {
      g_free (path);
      return;
    }
  args = g_new0 (char *, 2);
  args[0] = g_strdup (arg);
  jalon_problems_add (self, JALON_SEVERITY_ERROR, code, offset, path, args);
}

/**
 * jalon_problems_count_errors:
 * @self: a collector
 *
 * Returns: how many errors there were
 */
guint
jalon_problems_count_errors (JalonProblems *self)
{
  return self->counts[JALON_SEVERITY_ERROR];
}

static void
go_to (Place *place, guint32 offset)
{
  for (; place->offset < MIN (offset, place->length); place->offset++)
    {
      guchar byte = (guchar) place->text[place->offset];

      if (byte == '\n')
        {
          place->line++;
          place->column = 1;
        }
      else if ((byte & 0xc0) != 0x80)
        place->column++;
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->offset != second->offset)
    {
      if (first->offset == JALON_PROBLEMS_NO_OFFSET || second->offset == JALON_PROBLEMS_NO_OFFSET)
        return first->offset == JALON_PROBLEMS_NO_OFFSET ? -1 : 1;
      return first->offset < second->offset ? -1 : 1;
    }
  if (first->problem->severity != second->problem->severity)
    return first->problem->severity > second->problem->severity ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

static JalonProblem *
make_more (JalonProblems *self, guint n_more)
{
  gboolean errors = self->counts[JALON_SEVERITY_ERROR] > JALON_PROBLEMS_MAX;
  JalonProblem *more = jalon_problem_new (errors ? JALON_SEVERITY_ERROR : JALON_SEVERITY_WARNING, JALON_PROBLEM_MORE);

  g_strfreev (more->args);
  more->args = g_new0 (char *, 2);
  more->args[0] = g_strdup_printf ("%u", n_more);
  return more;
}

/**
 * jalon_problems_finish:
 * @self: a collector
 * @bytes: (nullable): the file
 * @problems: (nullable) (element-type JalonProblem): where to put them
 *
 * Hands over what was collected, errors before warnings where there are more than %JALON_PROBLEMS_MAX, in the order of the file.
 */
void
jalon_problems_finish (JalonProblems *self, GBytes *bytes, GPtrArray *problems)
{
  GArray *errors = self->entries[JALON_SEVERITY_ERROR];
  GArray *warnings = self->entries[JALON_SEVERITY_WARNING];
  guint n_all = self->counts[JALON_SEVERITY_ERROR] + self->counts[JALON_SEVERITY_WARNING];
  guint n_warnings = MIN (warnings->len, JALON_PROBLEMS_MAX - errors->len);
  Place place = { .line = 1, .column = 1 };
  gsize length = 0;

  if (problems == NULL)
    return;
  if (bytes != NULL)
    place.text = g_bytes_get_data (bytes, &length);
  place.length = (guint32) MIN (length, G_MAXUINT32 - 1);
  for (guint i = 0; i < n_warnings; i++)
    {
      g_array_append_vals (errors, &g_array_index (warnings, Entry, i), 1);
      g_array_index (warnings, Entry, i).problem = NULL;
    }
  g_array_sort (errors, compare_entries);
  for (guint i = 0; i < errors->len; i++)
    {
      Entry *entry = &g_array_index (errors, Entry, i);

      if (entry->offset != JALON_PROBLEMS_NO_OFFSET)
        {
          go_to (&place, entry->offset);
          entry->problem->line = place.line;
          entry->problem->column = place.column;
        }
      g_ptr_array_add (problems, g_steal_pointer (&entry->problem));
    }
  if (n_all > errors->len)
    g_ptr_array_add (problems, make_more (self, n_all - errors->len));
}
