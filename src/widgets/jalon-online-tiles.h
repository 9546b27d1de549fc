/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JALON_TYPE_ONLINE_TILES (jalon_online_tiles_get_type ())
G_DECLARE_FINAL_TYPE (JalonOnlineTiles, jalon_online_tiles, JALON, ONLINE_TILES, GObject)

gboolean jalon_online_tiles_accepts (const char *address);
JalonOnlineTiles *jalon_online_tiles_new (const char *address, const char *credit, const char *cache_folder);
const char *jalon_online_tiles_get_credit (JalonOnlineTiles *self);
void jalon_online_tiles_fetch_async (JalonOnlineTiles *self,
                                     int zoom,
                                     int x,
                                     int y,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GdkTexture *jalon_online_tiles_fetch_finish (JalonOnlineTiles *self, GAsyncResult *result, GError **error);

G_END_DECLS
