/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes/jalon-ecosystem-layout.h"
#include "scenes/jalon-layout-private.h"

G_BEGIN_DECLS

/* A card that is being filled from above; what is drawn stands within its padding. */
typedef struct
{
  const JalonLayoutInput *input;
  JalonScene *scene;
  double scale; /* of text */
  double left;
  double width; /* that text may have */
  double y;
} JalonCard;

JalonScene *jalon_card_new_indicator (
    const JalonLayoutInput *input, const JalonEcosystem *ecosystem, const JalonIndicator *indicator, double width);
JalonScene *jalon_card_new_organisation (const JalonLayoutInput *input, const JalonOrganisation *organisation, double width);
void jalon_card_add_series (JalonCard *card, const JalonIndicator *indicator, const GPtrArray *readings);
void jalon_card_add_text (JalonCard *card, JalonStyle style, JalonInk ink, const char *text, guint max_lines);
void jalon_card_add_source (JalonCard *card, const char *owner, const JalonSource *source, gboolean brief);
char *jalon_card_say_value (const JalonLayoutInput *input, const JalonIndicator *indicator, const JalonReading *reading);

G_END_DECLS
