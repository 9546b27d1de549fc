/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_FILTER_PERIOD (jalon_filter_period_get_type ())
G_DECLARE_FINAL_TYPE (JalonFilterPeriod, jalon_filter_period, JALON, FILTER_PERIOD, AdwBin)

GtkWidget *jalon_filter_period_new (JalonModel *model);
void jalon_filter_period_update (JalonFilterPeriod *self);

G_END_DECLS
