/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-flow.h"

G_BEGIN_DECLS

#define JALON_TYPE_WRAP (jalon_wrap_get_type ())
G_DECLARE_FINAL_TYPE (JalonWrap, jalon_wrap, JALON, WRAP, JalonFlow)

GtkWidget *jalon_wrap_new (void);
GtkWidget *jalon_wrap_new_columns (int least, guint most, int gap);

G_END_DECLS
