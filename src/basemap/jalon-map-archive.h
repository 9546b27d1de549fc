/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An MBTiles file of vector tiles, open for reading. Safe from several threads at once. */
typedef struct _JalonMapArchive JalonMapArchive;

JalonMapArchive *jalon_map_archive_open (const char *path, GError **error);
void jalon_map_archive_free (JalonMapArchive *self);
int jalon_map_archive_get_max_zoom (const JalonMapArchive *self);
const char *jalon_map_archive_get_credit (const JalonMapArchive *self);
GBytes *jalon_map_archive_read (JalonMapArchive *self, int zoom, int x, int y, GError **error);
GPtrArray *jalon_map_archive_sample (JalonMapArchive *self, int n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonMapArchive, jalon_map_archive_free)

G_END_DECLS
