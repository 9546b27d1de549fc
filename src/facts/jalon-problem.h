/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts/jalon-types.h"

G_BEGIN_DECLS

typedef enum
{
  JALON_SEVERITY_WARNING,
  JALON_SEVERITY_ERROR
} JalonSeverity;

/* What is wrong with a file, with its arguments. The sentences, one a code, are in words/jalon-problem-text.c. */
typedef enum
{
  /* No bytes */
  JALON_PROBLEM_UNREADABLE,    /* the system's message */
  JALON_PROBLEM_IS_FOLDER,
  JALON_PROBLEM_FILE_TOO_LARGE,
  JALON_PROBLEM_EMPTY,

  /* Not JSON as RFC 8259 has it */
  JALON_PROBLEM_NOT_UTF8,           /* the byte, in hexadecimal */
  JALON_PROBLEM_NUL,
  JALON_PROBLEM_BYTE_ORDER_MARK,    /* warning */
  JALON_PROBLEM_UNEXPECTED_END,
  JALON_PROBLEM_EXPECTED_VALUE,     /* the character found */
  JALON_PROBLEM_EXPECTED_KEY,       /* the character found */
  JALON_PROBLEM_EXPECTED_COLON,     /* the character found */
  JALON_PROBLEM_EXPECTED_COMMA,     /* the character found, the closing bracket */
  JALON_PROBLEM_TRAILING,           /* the character found */
  JALON_PROBLEM_BAD_LITERAL,        /* the word found */
  JALON_PROBLEM_BAD_NUMBER,         /* the number found */
  JALON_PROBLEM_NUMBER_TOO_LARGE,   /* the number found */
  JALON_PROBLEM_BAD_ESCAPE,         /* the escape found */
  JALON_PROBLEM_CONTROL_CHARACTER,  /* U+0009 */
  JALON_PROBLEM_NUL_ESCAPE,
  JALON_PROBLEM_LONE_SURROGATE,     /* the escape found */
  JALON_PROBLEM_DUPLICATE_KEY,      /* the name */
  JALON_PROBLEM_STRING_TOO_LONG,
  JALON_PROBLEM_TOO_DEEP,
  JALON_PROBLEM_TOO_MANY_VALUES,
  JALON_PROBLEM_TOO_MANY_PROJECTS,

  /* Not a Jalon file */
  JALON_PROBLEM_NOT_JALON,
  JALON_PROBLEM_VERSION_TOO_NEW,    /* the file's version */
  JALON_PROBLEM_BAD_VERSION,

  /* Wrong members; the first argument is the member's name where not said otherwise */
  JALON_PROBLEM_MISSING,
  JALON_PROBLEM_EXPECTED_TEXT,
  JALON_PROBLEM_EXPECTED_STRING,
  JALON_PROBLEM_EXPECTED_NUMBER,
  JALON_PROBLEM_EXPECTED_BOOLEAN,
  JALON_PROBLEM_EXPECTED_LIST,
  JALON_PROBLEM_EXPECTED_OBJECT,
  JALON_PROBLEM_EXPECTED_OVERLAP,
  JALON_PROBLEM_EXPECTED_ELSEWHERE,
  JALON_PROBLEM_EMPTY_TEXT,
  JALON_PROBLEM_BAD_LANGUAGE,       /* the code found */
  JALON_PROBLEM_BAD_ID,             /* the id found */
  JALON_PROBLEM_RESERVED_ID,        /* the id found */
  JALON_PROBLEM_DUPLICATE_ID,       /* the id found, the line of the first */
  JALON_PROBLEM_UNKNOWN_ID,         /* the id found, the list's name */
  JALON_PROBLEM_UNKNOWN_ID_ANYWHERE, /* the id found */
  JALON_PROBLEM_REPEATED_ID,        /* the id found */
  JALON_PROBLEM_UNKNOWN_WORD,       /* the word found, the words accepted */
  JALON_PROBLEM_BAD_DATE,           /* the date found */
  JALON_PROBLEM_BAD_COUNTRY,        /* the code found */
  JALON_PROBLEM_BAD_REGION,         /* the code found */
  JALON_PROBLEM_BAD_DEPARTMENT,     /* the code found */
  JALON_PROBLEM_BAD_AREA,           /* the code found, of a region or a country */
  JALON_PROBLEM_BAD_CURRENCY,       /* the code found */
  JALON_PROBLEM_BAD_LATITUDE,       /* the number found */
  JALON_PROBLEM_BAD_LONGITUDE,      /* the number found */
  JALON_PROBLEM_NEGATIVE,           /* the number found */
  JALON_PROBLEM_BAD_RATE,           /* the number found */
  JALON_PROBLEM_BAD_SECONDS,        /* the number found */
  JALON_PROBLEM_MIN_OVER_MAX,       /* min, max */
  JALON_PROBLEM_VALUE_AND_RANGE,
  JALON_PROBLEM_HALF_RANGE,
  JALON_PROBLEM_QUALIFIED_RANGE,
  JALON_PROBLEM_NO_VALUE,
  JALON_PROBLEM_STRAY_QUALIFIER,
  JALON_PROBLEM_VALUE_AND_SERIES,

  /* Facts that cannot be */
  JALON_PROBLEM_SECOND_RATE,        /* the currency, the line of the first */
  JALON_PROBLEM_OWN_RATE,           /* the currency */
  JALON_PROBLEM_PART_OF_CYCLE,      /* the ids, one after the other */
  JALON_PROBLEM_WITHIN_CYCLE,       /* the ids, one after the other */
  JALON_PROBLEM_OVERLAPS_ITSELF,    /* the id */
  JALON_PROBLEM_OVERLAPS_WHOLE,     /* the id of the project, of the one that contains it */
  JALON_PROBLEM_EVENT_ORDER,        /* start, end */

  /* Warnings of form: always raised */
  JALON_PROBLEM_SIMILAR_MEMBER,     /* the name found, the name meant */
  JALON_PROBLEM_BAD_ADDRESS,        /* the address found */
  JALON_PROBLEM_NO_RATE,            /* the currency, the dataset's currency */
  JALON_PROBLEM_REGION_COUNTRY,     /* region, country */
  JALON_PROBLEM_NO_ANNOUNCEMENT,

  /* Warnings of a careful sub-editor: a note on the object they name answers them */
  JALON_PROBLEM_NO_SOURCE,
  JALON_PROBLEM_NO_ENGLISH,         /* the member's name */
  JALON_PROBLEM_AFTER_UPDATED,      /* the date, the dataset's date */
  JALON_PROBLEM_PARTS_EXCEED,       /* sum of the parts' firm amounts, own ceiling */
  JALON_PROBLEM_ANNOUNCED_AGAIN,    /* the date of the earlier one */
  JALON_PROBLEM_ADDS_THE_SAME,      /* amount, the date of the earlier one */
  JALON_PROBLEM_SAME_MONEY,         /* the id of the other project, amount */
  JALON_PROBLEM_DROPPED_UP_TO,      /* amount, the date of the earlier one */
  JALON_PROBLEM_SAID_UP_TO,
  JALON_PROBLEM_CONFIRMS_ANOTHER,   /* amount, the earlier one, its date */
  JALON_PROBLEM_RAISES_TO_LESS,     /* amount, the earlier one, its date */
  JALON_PROBLEM_CUTS_TO_MORE,       /* amount, the earlier one, its date */
  JALON_PROBLEM_SOURCES_DIFFER,     /* amount, the other one, the date */
  JALON_PROBLEM_READINGS_DIFFER,    /* value, the other one, the date */
  JALON_PROBLEM_STATUS_DENIED,      /* the status, the act, its date */
  JALON_PROBLEM_NAMED_PLACE,        /* the name in the title */
  JALON_PROBLEM_FAR_FROM_WHOLE,     /* kilometres, the id of the place it lies within */
  JALON_PROBLEM_OTHER_REGION,       /* region, the region of the place it lies within, its id */
  JALON_PROBLEM_SITE_OF_SEVERAL,
  JALON_PROBLEM_REGION_UNSAID,
  JALON_PROBLEM_COUNTRY_UNSAID,
  JALON_PROBLEM_NO_WHY,

  JALON_PROBLEM_MORE,               /* how many */
  JALON_N_PROBLEMS
} JalonProblemCode;

struct _JalonProblem
{
  JalonSeverity severity;
  JalonProblemCode code;
  guint line;   /* from 1; 0: the file as a whole */
  guint column; /* from 1, in characters */
  char *path;   /* projects[3].announcements[0].date, or empty */
  char **args;  /* what the sentence of the code names, in its order */
};

JalonProblem *jalon_problem_new (JalonSeverity severity, JalonProblemCode code);
void jalon_problem_free (JalonProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JalonProblem, jalon_problem_free)

G_END_DECLS
