/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_FOUND_PROJECT,
  JALON_FOUND_PLACE,
  JALON_FOUND_ORGANISATION,
  JALON_N_FOUND
} JalonFoundKind;

/* What an id of a finder stands for. */
typedef struct
{
  gboolean recent;     /* of the file that was shown last; else of the data that come with the program */
  JalonFoundKind kind;
  const char *id;      /* borrowed from the text that was read */
} JalonFound;

gboolean jalon_found_parse (const char *text, JalonFound *found);

/* What a desktop searches in: immutable, safe in threads. */
typedef struct _JalonFinder JalonFinder;

JalonFinder *jalon_finder_new (JalonDataset *recent, JalonDataset *bundled);
JalonFinder *jalon_finder_ref (JalonFinder *self);
void jalon_finder_unref (JalonFinder *self);
char **jalon_finder_find (const JalonFinder *self, const char *text);
char *jalon_finder_get_name (const JalonFinder *self, const char *id, const JalonLanguage *language);
char *jalon_finder_describe (const JalonFinder *self, const char *id, const JalonLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonFinder, jalon_finder_unref)

G_END_DECLS
