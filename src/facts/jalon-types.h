/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The facts are plain records: whoever holds a JalonDataset may read their fields, through pointers to const; only the
 * reader, which makes them, writes. A record lives as long as its dataset. */
typedef struct _JalonRecord JalonRecord;
typedef struct _JalonText JalonText;
typedef struct _JalonDate JalonDate;
typedef struct _JalonAmount JalonAmount;
typedef struct _JalonAnnouncement JalonAnnouncement;
typedef struct _JalonProject JalonProject;
typedef struct _JalonPlace JalonPlace;
typedef struct _JalonTerritory JalonTerritory;
typedef struct _JalonOrganisation JalonOrganisation;
typedef struct _JalonEvent JalonEvent;
typedef struct _JalonIndicator JalonIndicator;
typedef struct _JalonSource JalonSource;
typedef struct _JalonRate JalonRate;
typedef struct _JalonDispute JalonDispute;
typedef struct _JalonStoryStep JalonStoryStep;
typedef struct _JalonProblem JalonProblem;
typedef struct _JalonDataset JalonDataset;

G_END_DECLS
