/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ICU's number and date formats of one locale, made when first asked for and kept. Safe in threads. */
typedef struct _JalonFormats JalonFormats;

/* Two dates side by side, what they have in common said once: `10` and `11 February 2025`. */
typedef struct
{
  char *from;
  char *to;          /* NULL: both read the same, as `from` */
  gboolean is_tight; /* they differ in one word each, without a space: 10–11 February, but 28 February – 1 March */
} JalonInterval;

JalonFormats *jalon_formats_new (const char *locale);
char *jalon_formats_number (JalonFormats *self, const char *skeleton, double value);
char *jalon_formats_date (JalonFormats *self, const char *skeleton, double time);
JalonInterval jalon_formats_interval (JalonFormats *self, const char *skeleton, double from, double to);
void jalon_interval_clear (JalonInterval *interval);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JalonInterval, jalon_interval_clear)

G_END_DECLS
