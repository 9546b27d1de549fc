/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-presenter.h"

G_BEGIN_DECLS

void jalon_screens_arrange (JalonPresenter *presenter, JalonSlideView *current, JalonSlideView *next);

G_END_DECLS
