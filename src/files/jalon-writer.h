/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"

G_BEGIN_DECLS

GBytes *jalon_writer_to_bytes (JalonDataset *dataset);
GBytes *jalon_writer_extract_to_bytes (JalonDataset *dataset, GHashTable *kept, const char *about);
gboolean jalon_writer_write_file (JalonDataset *dataset, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
