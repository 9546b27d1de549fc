/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-figures.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

/* What every export says of itself, in its language. */
typedef struct
{
  char *title;
  char *filters;      /* "" without one */
  char *filter_codes; /* as on the command line, separated by spaces; "" without one */
  char *as_of;        /* the query's date, or that of the file; "" without one */
  char *total;        /* with its qualifier */
  char *left_out;     /* how many projects, by reason; "" for none */
  char *less;         /* what was taken off as shared; "" for nothing */
  GPtrArray *sources; /* const JalonSource*: of the selected projects, in the file's order */
  char *updated;      /* ISO 8601, a day; "" if the file has none */
  char *digest;       /* SHA-256 of the dataset, in hexadecimal */
  char *generator;    /* Jalon and its version */
  char *language;     /* BCP 47 */
} JalonAbout;

JalonAbout *jalon_about_new (const JalonFigures *figures, JalonQuery *query, const JalonLanguage *language, const char *digest);
void jalon_about_free (JalonAbout *about);
char *jalon_about_describe (const JalonAbout *about);
char *jalon_about_write_sources (const JalonAbout *about, const JalonLanguage *language, const char *separator);

/* How old a file is. */
#define JALON_ABOUT_OLD_FROM 90 /* days: much will have been announced since */

int jalon_about_count_days (JalonDataset *dataset, int today);
char *jalon_about_say_date (JalonDataset *dataset, const JalonLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonAbout, jalon_about_free)

G_END_DECLS
