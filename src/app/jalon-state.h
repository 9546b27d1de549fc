/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/jalon-model.h"

G_BEGIN_DECLS

#define JALON_STATE_UNSAID -1

/* What a window shows, read from one line of text. */
typedef struct
{
  JalonQuery *query;             /* owned: all of it, what isn't said isn't asked */
  int page;                      /* a JalonPage, or JALON_STATE_UNSAID */
  int logarithmic;               /* a gboolean, or JALON_STATE_UNSAID */
  JalonBarsOrder order;          /* AUTOMATIC also where it isn't said */
  const JalonLanguage *language; /* NULL: not said */
} JalonState;

gboolean jalon_state_is_text (const char *text);
gboolean jalon_state_may_become (const char *text);
JalonState *jalon_state_parse (const char *text, JalonDataset *dataset, GPtrArray *refused, GError **error);
void jalon_state_free (JalonState *self);
void jalon_state_apply (const JalonState *self, JalonModel *model);
char *jalon_state_describe (JalonModel *model, gboolean with_language);
const JalonLanguage *jalon_state_find_language (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonState, jalon_state_free)

#define JALON_STATE_ERROR (jalon_state_error_quark ())
GQuark jalon_state_error_quark (void);
typedef enum
{
  JALON_STATE_ERROR_FORM,  /* no state at all */
  JALON_STATE_ERROR_VALUE  /* no such page, scale, sorting or language */
} JalonStateError;

G_END_DECLS
