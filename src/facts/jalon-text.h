/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-types.h"

G_BEGIN_DECLS

JalonText *jalon_text_new (void);
JalonText *jalon_text_new_plain (const char *string);
void jalon_text_free (JalonText *text);
void jalon_text_set (JalonText *text, const char *language, const char *string);
const char *jalon_text_get (const JalonText *text, const char *language);
const char *jalon_text_get_exact (const JalonText *text, const char *language);
gboolean jalon_text_is_plain (const JalonText *text);
const char *const *jalon_text_get_languages (const JalonText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonText, jalon_text_free)

G_END_DECLS
