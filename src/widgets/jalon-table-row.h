/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "figures/jalon-figures.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_TABLE_PROJECT,
  JALON_TABLE_ACT,
  JALON_TABLE_AMOUNT,
  JALON_TABLE_COUNTED,
  JALON_TABLE_PLACE,
  JALON_TABLE_ORGANISATION,
  JALON_TABLE_STATUS,
  JALON_TABLE_DATE,
  JALON_TABLE_EVENT,
  JALON_TABLE_REASON,
  JALON_TABLE_SOURCES,
  JALON_N_TABLE_COLUMNS
} JalonTableColumn;

#define JALON_TYPE_TABLE_ROW (jalon_table_row_get_type ())
G_DECLARE_FINAL_TYPE (JalonTableRow, jalon_table_row, JALON, TABLE_ROW, GObject)

JalonTableRow *jalon_table_row_new (
    JalonFigures *figures, const JalonLanguage *language, const JalonShare *share, const JalonAnnouncement *announcement);
const JalonShare *jalon_table_row_get_share (JalonTableRow *self);
const JalonAnnouncement *jalon_table_row_get_announcement (JalonTableRow *self);
const JalonLanguage *jalon_table_row_get_language (JalonTableRow *self);
JsonObject *jalon_table_row_get_members (JalonTableRow *self);
char *jalon_table_row_get_text (JalonTableRow *self, JalonTableColumn column);
char *jalon_table_row_get_name (JalonTableRow *self);
int jalon_table_row_compare (JalonTableRow *self, JalonTableRow *other, JalonTableColumn column);

G_END_DECLS
