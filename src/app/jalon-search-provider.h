/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/jalon-finder.h"

G_BEGIN_DECLS

#define JALON_TYPE_SEARCH_PROVIDER (jalon_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (JalonSearchProvider, jalon_search_provider, JALON, SEARCH_PROVIDER, GObject)

/* Has a window show what was found; or, with found NULL, what a text finds there. */
typedef void (*JalonShowFound) (GApplication *application, const JalonFound *found, const char *text);

JalonSearchProvider *jalon_search_provider_new (GApplication *application, JalonShowFound show);
gboolean jalon_search_provider_export (JalonSearchProvider *self, GDBusConnection *connection, const char *path, GError **error);
void jalon_search_provider_unexport (JalonSearchProvider *self);

G_END_DECLS
