/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jalon-presenter.h"
#include "app/jalon-window.h"

G_BEGIN_DECLS

void jalon_kiosk_run (JalonPresenter *presenter, JalonWindow *dashboard, double idle);

G_END_DECLS
