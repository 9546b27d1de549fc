/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

/* What two answers may differ in. */
typedef enum
{
  JALON_COMPARE_PLACE,
  JALON_COMPARE_TERRITORY,
  JALON_COMPARE_DEPARTMENT,
  JALON_COMPARE_ORGANISATION,
  JALON_COMPARE_KIND,
  JALON_COMPARE_AS_OF,
  JALON_N_COMPARES
} JalonCompareBy;

/* A value to choose: "" as a date is today's knowledge. */
typedef struct
{
  char *value;
  char *label;
} JalonCompareChoice;

const char *jalon_compare_by_get_words (JalonCompareBy by, const JalonLanguage *language);
GPtrArray *jalon_compare_list_choices (JalonModel *model, JalonCompareBy by);
JalonQuery *jalon_compare_make_query (JalonModel *model, JalonCompareBy by, const char *value);

G_END_DECLS
