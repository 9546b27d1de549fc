/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The translations of one language: read-only once made, safe in threads. */
typedef struct _JalonCatalogue JalonCatalogue;

JalonCatalogue *jalon_catalogue_new (GBytes *mo, GError **error);
void jalon_catalogue_free (JalonCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonCatalogue, jalon_catalogue_free)

const char *jalon_catalogue_lookup (const JalonCatalogue *self, const char *context, const char *message, guint form);

#define JALON_CATALOGUE_ERROR (jalon_catalogue_error_quark ())
GQuark jalon_catalogue_error_quark (void);
typedef enum
{
  JALON_CATALOGUE_ERROR_DAMAGED
} JalonCatalogueError;

G_END_DECLS
