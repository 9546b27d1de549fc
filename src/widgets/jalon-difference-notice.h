/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_TYPE_DIFFERENCE_NOTICE (jalon_difference_notice_get_type ())
G_DECLARE_FINAL_TYPE (JalonDifferenceNotice, jalon_difference_notice, JALON, DIFFERENCE_NOTICE, AdwBin)

GtkWidget *jalon_difference_notice_new (JalonModel *model);

G_END_DECLS
