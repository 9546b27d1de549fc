/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "figures/jalon-query.h"
#include "words/jalon-language.h"

G_BEGIN_DECLS

void jalon_options_add (GApplication *application);
const JalonLanguage *jalon_options_get_language (GVariantDict *options, const JalonLanguage *otherwise, GError **error);
gboolean jalon_options_have_query (GVariantDict *options);
gboolean jalon_options_apply (GVariantDict *options, JalonQuery *query, JalonDataset *dataset, gboolean open_on_focus, GError **error);
JalonDataset *jalon_options_read_bundled (void);

#define JALON_OPTIONS_ERROR (jalon_options_error_quark ())
GQuark jalon_options_error_quark (void);
typedef enum
{
  JALON_OPTIONS_ERROR_USAGE /* exit status 2 */
} JalonOptionsError;

G_END_DECLS
