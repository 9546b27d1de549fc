/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/jalon-document.h"

G_BEGIN_DECLS

GBytes *jalon_svg_write (const JalonDocument *document);

G_END_DECLS
