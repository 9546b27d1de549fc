/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-presenter.h"

G_BEGIN_DECLS

gboolean jalon_present_options_wanted (GVariantDict *options);
gboolean jalon_present_options_read (GVariantDict *options, JalonPresenterOptions *read, GError **error);

G_END_DECLS
