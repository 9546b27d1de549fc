/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

/* What one filling of the detail needs everywhere; for the siblings jalon-detail-*.c only. */
typedef struct
{
  GtkBox *box;
  JalonModel *model;
  const JalonLanguage *language;
  const char *currency;
  const JalonProject *project;
  const JalonShare *share;    /* in what is selected, or else in the whole file; NULL: not known yet */
  const JalonShare *here;     /* in what is selected; NULL: it isn't */
  const JalonFigures *whole;  /* the answer for the whole file; NULL where it isn't needed */
  int last_day;               /* what begins later isn't known yet; G_MAXINT: all is known */
} JalonDetailRows;

GtkWidget *jalon_detail_make_label (const char *text, const char *css_class);
void jalon_detail_make_selectable (GtkWidget *label);
GtkWidget *jalon_detail_add_label (const JalonDetailRows *rows, const char *text, const char *css_class);
JalonDetailRows jalon_detail_begin_section (const JalonDetailRows *rows, const char *title);
void jalon_detail_append_words (GString *line, const char *words);
void jalon_detail_add_project (const JalonDetailRows *rows, GtkWidget *child, const char *words, const JalonProject *project);
void jalon_detail_add_note (const JalonDetailRows *rows, const JalonText *note);
void jalon_detail_add_sources (const JalonDetailRows *rows, const GPtrArray *sources);
gboolean jalon_detail_is_known (const JalonDetailRows *rows, const JalonDate *date);

void jalon_detail_add_tree (const JalonDetailRows *rows);
void jalon_detail_add_dispute (const JalonDetailRows *rows, const JalonDispute *dispute);
void jalon_detail_add_reports (const JalonDetailRows *rows);
void jalon_detail_add_history (const JalonDetailRows *rows);
void jalon_detail_add_asides (const JalonDetailRows *rows);
void jalon_detail_add_quantities (const JalonDetailRows *rows);
void jalon_detail_add_links (const JalonDetailRows *rows);
void jalon_detail_add_all_sources (const JalonDetailRows *rows);

G_END_DECLS
