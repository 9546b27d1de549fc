/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-flow.h"

G_BEGIN_DECLS

#define JALON_TYPE_CHIP_BOX (jalon_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (JalonChipBox, jalon_chip_box, JALON, CHIP_BOX, JalonFlow)

GtkWidget *jalon_chip_box_new (int spacing, guint max_lines);
void jalon_chip_box_append (JalonChipBox *self, GtkWidget *child);
void jalon_chip_box_remove (JalonChipBox *self, GtkWidget *child);
void jalon_chip_box_set_more (JalonChipBox *self, GtkWidget *more);

G_END_DECLS
