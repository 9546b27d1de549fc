/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/jalon-selection.h"

G_BEGIN_DECLS

/* Both bounds of an amount. */
typedef struct
{
  double firm;
  double ceiling;
} JalonBounds;

/* Rule 5: the lists that are united, each the parts of one whole or, at the top, the projects without one, and what their
 * members may share. */
typedef struct _JalonSharing JalonSharing;

#define JALON_SHARING_TOP (-1)

JalonSharing *jalon_sharing_new (const JalonIndex *index, const JalonSelection *selection);
void jalon_sharing_free (JalonSharing *self);
const guint *jalon_sharing_sort_list (JalonSharing *self, int whole, guint *n);
JalonBounds jalon_sharing_get_taken (const JalonSharing *self, guint share);
void jalon_sharing_set_united (JalonSharing *self, guint share, double firm);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonSharing, jalon_sharing_free)

G_END_DECLS
