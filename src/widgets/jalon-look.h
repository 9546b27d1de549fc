/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

void jalon_look_follow (JalonModel *model);

G_END_DECLS
