/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

void
jalon_sub_editor_read (JalonDraft *draft)
{
}
