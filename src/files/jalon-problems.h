/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-problem.h"

G_BEGIN_DECLS

/* At most so many problems of a file are listed, and how many more there are. */
#define JALON_PROBLEMS_MAX 1000

/* The place of a problem of the file as a whole. */
#define JALON_PROBLEMS_NO_OFFSET G_MAXUINT32

/* Collects the problems of one file while it is read, by byte offset; lines and columns are counted once, at the end. */
typedef struct _JalonProblems JalonProblems;

JalonProblems *jalon_problems_new (void);
void jalon_problems_free (JalonProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonProblems, jalon_problems_free)

gboolean jalon_problems_wants (JalonProblems *self, JalonSeverity severity);
void jalon_problems_add (JalonProblems *self, JalonSeverity severity, JalonProblemCode code, guint32 offset, char *path,
                         char **args);
void jalon_problems_add_plain (JalonProblems *self, JalonProblemCode code, guint32 offset, char *path, const char *arg);
guint jalon_problems_count_errors (JalonProblems *self);
void jalon_problems_finish (JalonProblems *self, GBytes *bytes, GPtrArray *problems);

G_END_DECLS
