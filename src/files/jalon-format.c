/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-format.h"

#include <string.h>

/* The file format, version 1, as tables. data/jalon.schema.json says the same. */

#define MEMBER(type, record, name) { #name, JALON_FIELD_##type, G_STRUCT_OFFSET (record, name), 0, FALSE }
#define REQUIRED(type, record, name) { #name, JALON_FIELD_##type, G_STRUCT_OFFSET (record, name), 0, TRUE }
#define OF(type, detail, record, name) { #name, JALON_FIELD_##type, G_STRUCT_OFFSET (record, name), detail, FALSE }
#define REQUIRED_OF(type, detail, record, name) { #name, JALON_FIELD_##type, G_STRUCT_OFFSET (record, name), detail, TRUE }
#define ID { "id", JALON_FIELD_ID, G_STRUCT_OFFSET (JalonRecord, id), 0, TRUE }
#define LIST(list, name) { name, JALON_FIELD_LIST, 0, JALON_LIST_##list, FALSE }
#define END { NULL }

static const JalonField head_members[] = {
  { "format", JALON_FIELD_CONSTANT, 0, 0, TRUE },
  { "version", JALON_FIELD_CONSTANT, 0, 0, TRUE },
  REQUIRED (TEXT, JalonDatasetHead, title),
  MEMBER (TEXT, JalonDatasetHead, subtitle),
  MEMBER (DATE, JalonDatasetHead, updated),
  MEMBER (CURRENCY, JalonDatasetHead, currency),
  OF (REFERENCE, JALON_LIST_TERRITORIES, JalonDatasetHead, focus),
  LIST (RATES, "rates"),
  LIST (TERRITORIES, "territories"),
  LIST (SOURCES, "sources"),
  LIST (PLACES, "places"),
  LIST (ORGANISATIONS, "organisations"),
  LIST (EVENTS, "events"),
  { "projects", JALON_FIELD_LIST, 0, JALON_LIST_PROJECTS, TRUE },
  LIST (INDICATORS, "indicators"),
  LIST (DISPUTES, "disputes"),
  LIST (STORY, "story"),
  END,
};

static const JalonField rate_members[] = {
  REQUIRED (CURRENCY, JalonRate, currency),
  REQUIRED (RATE, JalonRate, per),
  MEMBER (DATE, JalonRate, date),
  OF (REFERENCE, JALON_LIST_SOURCES, JalonRate, source),
  END,
};

static const JalonField territory_members[] = {
  ID,
  REQUIRED (TEXT, JalonTerritory, name),
  OF (CODES, JALON_CODE_REGION, JalonTerritory, regions),
  OF (CODES, JALON_CODE_DEPARTMENT, JalonTerritory, departments),
  OF (REFERENCES, JALON_LIST_PLACES, JalonTerritory, places),
  END,
};

static const JalonField source_members[] = {
  ID,
  REQUIRED (TEXT, JalonSource, publisher),
  MEMBER (TEXT, JalonSource, title),
  MEMBER (DATE, JalonSource, date),
  MEMBER (ADDRESS, JalonSource, url),
  OF (CODE, JALON_CODE_LANGUAGE, JalonSource, language),
  END,
};

static const JalonField place_members[] = {
  ID,
  REQUIRED (TEXT, JalonPlace, name),
  REQUIRED (LATITUDE, JalonPlace, lat),
  REQUIRED (LONGITUDE, JalonPlace, lon),
  REQUIRED_OF (WORD, JALON_VOCABULARY_PRECISION, JalonPlace, precision),
  OF (REFERENCE, JALON_LIST_PLACES, JalonPlace, within),
  OF (CODE, JALON_CODE_DEPARTMENT, JalonPlace, department),
  OF (CODE, JALON_CODE_REGION, JalonPlace, region),
  OF (CODE, JALON_CODE_COUNTRY, JalonPlace, country),
  END,
};

static const JalonField organisation_members[] = {
  ID,
  REQUIRED (TEXT, JalonOrganisation, name),
  MEMBER (STRING, JalonOrganisation, kind),
  OF (CODE, JALON_CODE_COUNTRY, JalonOrganisation, country),
  OF (REFERENCES, JALON_LIST_PLACES, JalonOrganisation, at),
  MEMBER (ADDRESS, JalonOrganisation, url),
  MEMBER (TEXT, JalonOrganisation, summary),
  END,
};

static const JalonField event_members[] = {
  ID,
  REQUIRED (TEXT, JalonEvent, name),
  REQUIRED (DATE, JalonEvent, start),
  MEMBER (DATE, JalonEvent, end),
  OF (REFERENCE, JALON_LIST_PLACES, JalonEvent, place),
  END,
};

static const JalonField project_members[] = {
  ID,
  REQUIRED (TEXT, JalonProject, title),
  REQUIRED_OF (WORD, JALON_VOCABULARY_KIND, JalonProject, kind),
  REQUIRED_OF (WORD, JALON_VOCABULARY_SCOPE, JalonProject, scope),
  OF (WORD, JALON_VOCABULARY_RELEVANCE, JalonProject, relevance),
  OF (WORD, JALON_VOCABULARY_STATUS, JalonProject, status),
  MEMBER (TEXT, JalonProject, summary),
  OF (REFERENCES, JALON_LIST_ORGANISATIONS, JalonProject, by),
  OF (REFERENCES, JALON_LIST_PLACES, JalonProject, at),
  MEMBER (ELSEWHERE, JalonProject, elsewhere),
  OF (CODE, JALON_CODE_DEPARTMENT, JalonProject, department),
  OF (CODE, JALON_CODE_REGION, JalonProject, region),
  OF (CODE, JALON_CODE_COUNTRY, JalonProject, country),
  OF (REFERENCE, JALON_LIST_PROJECTS, JalonProject, part_of),
  MEMBER (OVERLAPS, JalonProject, overlaps),
  OF (RECORDS, JALON_PART_LINK, JalonProject, links),
  MEMBER (COUNTS, JalonProject, counts),
  MEMBER (TEXT, JalonProject, why),
  OF (RECORDS, JALON_PART_CAPACITY, JalonProject, capacities),
  OF (RECORDS, JALON_PART_ASIDE, JalonProject, figures),
  REQUIRED_OF (RECORDS, JALON_PART_ANNOUNCEMENT, JalonProject, announcements),
  END,
};

static const JalonField indicator_members[] = {
  ID,
  REQUIRED (TEXT, JalonIndicator, label),
  MEMBER (TEXT, JalonIndicator, unit),
  MEMBER (DATE, JalonIndicator, date),
  OF (REFERENCE, JALON_LIST_PLACES, JalonIndicator, place),
  OF (CODE, JALON_CODE_DEPARTMENT, JalonIndicator, department),
  OF (CODE, JALON_CODE_REGION, JalonIndicator, region),
  OF (CODE, JALON_CODE_COUNTRY, JalonIndicator, country),
  OF (REFERENCE, JALON_LIST_PROJECTS, JalonIndicator, project),
  OF (REFERENCE, JALON_LIST_EVENTS, JalonIndicator, event),
  OF (REFERENCES, JALON_LIST_SOURCES, JalonIndicator, sources),
  { "series", JALON_FIELD_SERIES, G_STRUCT_OFFSET (JalonIndicator, readings), JALON_PART_READING, FALSE },
  END,
};

static const JalonField dispute_members[] = {
  REQUIRED (TEXT, JalonDispute, subject),
  MEMBER (ANY_IDS, JalonDispute, about),
  OF (RECORDS, JALON_PART_STATEMENT, JalonDispute, statements),
  MEMBER (TEXT, JalonDispute, resolution),
  END,
};

static const JalonField step_members[] = {
  REQUIRED_OF (WORD, JALON_VOCABULARY_SLIDE, JalonStoryStep, slide),
  OF (REFERENCE, JALON_LIST_PROJECTS, JalonStoryStep, project),
  OF (WORD, JALON_VOCABULARY_GROUPING, JalonStoryStep, group),
  MEMBER (TEXT, JalonStoryStep, headline),
  MEMBER (TEXT, JalonStoryStep, notes),
  MEMBER (SECONDS, JalonStoryStep, seconds),
  END,
};

static const JalonField announcement_members[] = {
  REQUIRED (DATE, JalonAnnouncement, date),
  REQUIRED_OF (WORD, JALON_VOCABULARY_ACT, JalonAnnouncement, act),
  OF (REFERENCE, JALON_LIST_EVENTS, JalonAnnouncement, event),
  OF (WORD, JALON_VOCABULARY_SCOPE, JalonAnnouncement, scope),
  MEMBER (AMOUNT, JalonAnnouncement, amount),
  MEMBER (TEXT, JalonAnnouncement, summary),
  MEMBER (DATE, JalonAnnouncement, expected),
  OF (REFERENCES, JALON_LIST_SOURCES, JalonAnnouncement, sources),
  MEMBER (STRING, JalonAnnouncement, confidence),
  END,
};

static const JalonField capacity_members[] = {
  REQUIRED (STRING, JalonCapacity, metric),
  MEMBER (QUANTITY, JalonCapacity, value),
  MEMBER (STRING, JalonCapacity, unit),
  MEMBER (DATE, JalonCapacity, date),
  OF (REFERENCES, JALON_LIST_SOURCES, JalonCapacity, sources),
  END,
};

static const JalonField aside_members[] = {
  REQUIRED (TEXT, JalonAside, label),
  REQUIRED (AMOUNT, JalonAside, amount),
  MEMBER (DATE, JalonAside, date),
  OF (REFERENCES, JALON_LIST_SOURCES, JalonAside, sources),
  END,
};

static const JalonField link_members[] = {
  REQUIRED (ANY_ID, JalonLink, to),
  MEMBER (STRING, JalonLink, type),
  END,
};

static const JalonField reading_members[] = {
  MEMBER (DATE, JalonReading, date),
  REQUIRED (QUANTITY, JalonReading, value),
  OF (REFERENCES, JALON_LIST_SOURCES, JalonReading, sources),
  END,
};

static const JalonField statement_members[] = {
  REQUIRED (TEXT, JalonStatement, text),
  OF (REFERENCES, JALON_LIST_SOURCES, JalonStatement, sources),
  END,
};

static const JalonShape shapes[JALON_N_LISTS] = {
  [JALON_LIST_SOURCES] = source_members,
  [JALON_LIST_PLACES] = place_members,
  [JALON_LIST_TERRITORIES] = territory_members,
  [JALON_LIST_ORGANISATIONS] = organisation_members,
  [JALON_LIST_EVENTS] = event_members,
  [JALON_LIST_PROJECTS] = project_members,
  [JALON_LIST_INDICATORS] = indicator_members,
  [JALON_LIST_RATES] = rate_members,
  [JALON_LIST_DISPUTES] = dispute_members,
  [JALON_LIST_STORY] = step_members,
};

static const JalonShape parts[JALON_N_PARTS] = {
  [JALON_PART_ANNOUNCEMENT] = announcement_members,
  [JALON_PART_CAPACITY] = capacity_members,
  [JALON_PART_ASIDE] = aside_members,
  [JALON_PART_LINK] = link_members,
  [JALON_PART_READING] = reading_members,
  [JALON_PART_STATEMENT] = statement_members,
};

/* The codes of ISO 4217, list one, without the two that stand for no currency. */
static const char currencies[] =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW "
  "CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
  "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK "
  "MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
  "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW "
  "UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG ";

/**
 * jalon_format_get_head:
 *
 * Returns: the members of the outermost object
 */
JalonShape
jalon_format_get_head (void)
{
  return head_members;
}

/**
 * jalon_format_get_shape:
 * @list: a list of the dataset
 *
 * Returns: the members of its objects
 */
JalonShape
jalon_format_get_shape (JalonList list)
{
  return shapes[list];
}

/**
 * jalon_format_get_part:
 * @part: a kind of objects inside others
 *
 * Returns: their members
 */
JalonShape
jalon_format_get_part (JalonPart part)
{
  return parts[part];
}

/**
 * jalon_format_get_list_name:
 * @list: a list of the dataset
 *
 * Returns: its name in the file
 */
const char *
jalon_format_get_list_name (JalonList list)
{
  for (JalonShape field = head_members; field->name != NULL; field++)
    if (field->type == JALON_FIELD_LIST && field->detail == (int) list)
      return field->name;
  return NULL;
}

static gboolean
is_country (const char *string)
{
  return g_ascii_isupper (string[0]) && g_ascii_isupper (string[1]) && string[2] == '\0';
}

static gboolean
is_region (const char *string)
{
  gsize length = strlen (string);

  if (length < 4 || length > 6 || !g_ascii_isupper (string[0]) || !g_ascii_isupper (string[1]) || string[2] != '-')
    return FALSE;
  for (const char *c = string + 3; *c != '\0'; c++)
    if (!g_ascii_isupper (*c) && !g_ascii_isdigit (*c))
      return FALSE;
  return TRUE;
}

static gboolean
is_department (const char *string)
{
  gsize length = strlen (string);

  if (length < 1 || length > 10 || !g_ascii_isalnum (string[0]) || jalon_format_is_reserved (string))
    return FALSE;
  for (const char *c = string; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

/* Two or three small letters, then subtags of one to eight letters and digits. */
static gboolean
is_language (const char *string)
{
  g_auto (GStrv) subtags = g_strsplit (string, "-", -1);

  for (guint i = 0; subtags[i] != NULL; i++)
    {
      gsize length = strlen (subtags[i]);

      if (i == 0 ? length < 2 || length > 3 : length < 1 || length > 8)
        return FALSE;
      for (const char *c = subtags[i]; *c != '\0'; c++)
        if (i == 0 ? !g_ascii_islower (*c) : !g_ascii_isalnum (*c))
          return FALSE;
    }
  return subtags[0] != NULL;
}

/**
 * jalon_format_is_code:
 * @code: a kind of code
 * @string: a string
 *
 * Returns: whether @string has the form of such a code
 */
gboolean
jalon_format_is_code (JalonCode code, const char *string)
{
  switch (code)
    {
    case JALON_CODE_COUNTRY:
      return is_country (string);
    case JALON_CODE_REGION:
      return is_region (string);
    case JALON_CODE_AREA:
      return is_country (string) || is_region (string);
    case JALON_CODE_DEPARTMENT:
      return is_department (string);
    case JALON_CODE_LANGUAGE:
    default:
      return is_language (string);
    }
}

/**
 * jalon_format_is_id:
 * @string: a string
 *
 * Returns: whether it has the form of an id: [a-z0-9][a-z0-9-]*
 */
gboolean
jalon_format_is_id (const char *string)
{
  if (string[0] == '-' || string[0] == '\0')
    return FALSE;
  for (const char *c = string; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

/**
 * jalon_format_is_reserved:
 * @string: a string
 *
 * Returns: whether it is a word that groups and filters use for themselves
 */
gboolean
jalon_format_is_reserved (const char *string)
{
  return strcmp (string, "none") == 0 || strcmp (string, "several") == 0;
}

/**
 * jalon_format_is_currency:
 * @string: a string
 *
 * Returns: whether it is a currency code of ISO 4217
 */
gboolean
jalon_format_is_currency (const char *string)
{
  if (strlen (string) != 3)
    return FALSE;
  for (const char *code = currencies; *code != '\0'; code += 4)
    if (memcmp (code, string, 3) == 0)
      return TRUE;
  return FALSE;
}
