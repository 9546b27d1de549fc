/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-types.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_SEVERITY_WARNING,
  JALON_SEVERITY_ERROR
} JalonSeverity;

/* What is wrong with a file. The sentences, one a code, are in words/jalon-problem-text.c. */
typedef enum
{
  JALON_PROBLEM_SYNTAX, /* the author of the reader completes this list */
} JalonProblemCode;

struct _JalonProblem
{
  JalonSeverity severity;
  JalonProblemCode code;
  guint line;   /* from 1; 0: the file as a whole */
  guint column; /* from 1, in characters */
  char *path;   /* projects[3].announcements[0].date, or empty */
  char **args;  /* what the sentence of the code names, in its order */
};

G_END_DECLS
