/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A language to speak: a catalogue of translations and ICU's ways with numbers and dates. Immutable, one for each code for the life
 * of the process, safe in threads; handed down to whatever formats or lays out. */
typedef struct _JalonLanguage JalonLanguage;

const JalonLanguage *jalon_language_get (const char *code);         /* "fr", "en", "en_GB", "fr_FR.UTF-8"…; NULL: unknown */
const JalonLanguage *jalon_language_get_default (void);             /* from LANGUAGE, LC_ALL, LC_MESSAGES, LANG; else English */
const char *jalon_language_get_code (const JalonLanguage *language);      /* "fr", "en", "en_GB" */
const char *jalon_language_get_text_code (const JalonLanguage *language); /* for jalon_text_get(): "fr" or "en" */
const char *jalon_language_get_name (const JalonLanguage *language);      /* in itself: "Français" */
const char *jalon_language_get_locale (const JalonLanguage *language);    /* for ICU: "fr_FR", "en_US", "en_GB" */

const char *jalon_tr (const JalonLanguage *language, const char *message) G_GNUC_FORMAT (2);
const char *jalon_trc (const JalonLanguage *language, const char *context, const char *message) G_GNUC_FORMAT (3);
const char *jalon_trn (const JalonLanguage *language, const char *one, const char *many, double n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* For tables: marks for extraction a message, one with a context for jalon_trc(), and two for jalon_trn(). */
#define N_(message) message
#define NC_(context, message) message
#define NN_(one, many) one, many

G_END_DECLS
