/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-dataset.h"
#include "facts/jalon-problem.h"

G_BEGIN_DECLS

#define JALON_READER_ERROR (jalon_reader_error_quark ())
GQuark jalon_reader_error_quark (void);

typedef enum
{
  JALON_READER_ERROR_UNREADABLE, /* no bytes could be had: not there, not allowed, a folder */
  JALON_READER_ERROR_REFUSED     /* the bytes are no good Jalon file: the problems say why */
} JalonReaderError;

JalonDataset *jalon_reader_read_bytes (GBytes *bytes, GPtrArray *problems, GError **error);
JalonDataset *jalon_reader_read_file (GFile *file, GPtrArray *problems, GCancellable *cancellable, GError **error);

G_END_DECLS
