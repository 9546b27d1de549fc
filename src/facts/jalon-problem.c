/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-problem.h"

/**
 * jalon_problem_new:
 * @severity: whether it refuses the file
 * @code: what is wrong
 *
 * Returns: (transfer full): a problem of the file as a whole, without arguments: the caller fills in the rest
 */
JalonProblem *
jalon_problem_new (JalonSeverity severity, JalonProblemCode code)
{
  JalonProblem *problem = g_new0 (JalonProblem, 1);

  problem->severity = severity;
  problem->code = code;
  problem->path = g_strdup ("");
  problem->args = g_new0 (char *, 1);
  return problem;
}

/**
 * jalon_problem_free:
 * @problem: (nullable) (transfer full): a problem
 */
void
jalon_problem_free (JalonProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->path);
  g_strfreev (problem->args);
  g_free (problem);
}
