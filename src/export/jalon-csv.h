/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words/jalon-about.h"

G_BEGIN_DECLS

GBytes *jalon_csv_write (const JalonFigures *figures, const JalonAbout *about, const JalonLanguage *language, char separator);

G_END_DECLS
