/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <float.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

#include "words/jalon-language-private.h"
#include "words/jalon-words.h"

/* What writes one number: money of a currency, or a quantity of a unit. */
typedef struct
{
  const JalonLanguage *language;
  char currency[4]; /* empty: a bare number, or of a unit */
  JalonMoneyStyle style;
  const char *unit; /* NULL: none; after a currency what it is for: /MW */
} Writer;

/* A unit may be a currency, or one for something: EUR, EUR/MW. */
static Writer
make_quantity_writer (const JalonLanguage *language, const char *unit)
{
  Writer writer = { language, "", JALON_MONEY_FULL, unit };
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];

  if (unit == NULL || strspn (unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 || (unit[3] != '\0' && unit[3] != '/'))
    return writer;
  u_charsToUChars (unit, wide, 3);
  wide[3] = 0;
  if (ucurr_isAvailable (wide, -DBL_MAX, DBL_MAX, &status))
    {
      memcpy (writer.currency, unit, 3);
      writer.style = JALON_MONEY_COMPACT;
      writer.unit = unit + 3;
    }
  return writer;
}

static char *
write_quantity (const Writer *writer, double value)
{
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  if (strcmp (writer->unit, "%") == 0)
    return jalon_formats_number (jalon_language_get_formats (writer->language), "percent .##", value);
  number = jalon_words_number (writer->language, value);
  unit = jalon_words_unit (writer->language, writer->unit, value);
  return g_strconcat (number, "\u00a0", unit, NULL);
}

static char *
write_value (const Writer *writer, double value)
{
  gboolean has_unit = writer->unit != NULL && *writer->unit != '\0';
  g_autofree char *money = NULL;
  g_autofree char *unit = NULL;

  if (writer->currency[0] == '\0' && has_unit)
    return write_quantity (writer, value);
  money = jalon_words_money (writer->language, value, writer->currency, writer->style);
  unit = has_unit ? jalon_words_unit (writer->language, writer->unit, value) : NULL;
  return g_strconcat (money, unit, NULL);
}

/* Takes `text` apart into what stands before its digits and where what stands after them begins. */
static const char *
find_suffix (const char *text, gsize *prefix_length)
{
  const char *end = text + strlen (text);

  *prefix_length = strcspn (text, "0123456789");
  while (end > text + *prefix_length && !g_ascii_isdigit (end[-1]))
    end--;
  return end;
}

/* €1B–2B, de 1 à 2 Md €: a currency or a unit that both have is said once. */
static char *
write_range (const Writer *writer, double min, double max)
{
  g_autofree char *from = write_value (writer, min);
  g_autofree char *to = write_value (writer, max);
  gsize from_prefix, to_prefix;
  char *from_suffix = (char *) find_suffix (from, &from_prefix);
  const char *to_suffix = find_suffix (to, &to_prefix);
  const char *second = to;

  if (strcmp (from, to) == 0)
    return g_steal_pointer (&from);
  if (to_prefix > 0 && from_prefix == to_prefix && strncmp (from, to, to_prefix) == 0)
    second += to_prefix;
  else if (strcmp (from_suffix, to_suffix) == 0)
    *from_suffix = '\0';
  /* Translators: a range of amounts: €1B–2B */
  return g_strdup_printf (jalon_trc (writer->language, "amounts", "%s–%s"), from, second);
}

static char *
write_amount (const Writer *writer, const JalonAmount *amount)
{
  const JalonLanguage *language = writer->language;
  g_autofree char *value = write_value (writer, amount->max);

  switch (amount->qualifier)
    {
    case JALON_QUALIFIER_ABOUT:
      return g_strdup_printf (jalon_trc (language, "amount", "about %s"), value);
    case JALON_QUALIFIER_AT_LEAST:
      return g_strdup_printf (jalon_trc (language, "amount", "at least %s"), value);
    case JALON_QUALIFIER_UP_TO:
      return g_strdup_printf (jalon_trc (language, "amount", "up to %s"), value);
    case JALON_QUALIFIER_RANGE:
      return write_range (writer, amount->min, amount->max);
    case JALON_QUALIFIER_UNSET:
    case JALON_QUALIFIER_EXACT:
    case JALON_N_QUALIFIERS:
    default:
      return g_steal_pointer (&value);
    }
}

/**
 * jalon_words_money:
 * @language: a language
 * @value: how much, in units of @currency
 * @currency: (nullable): an ISO 4217 code; %NULL or empty: a bare number
 * @style: how exactly
 *
 * Money, compact by ICU's skeleton `compact-short currency/EUR @##`, or in full: with the decimals of its currency,
 * unless it is whole.
 *
 * Returns: (transfer full): the money
 */
char *
jalon_words_money (const JalonLanguage *language, double value, const char *currency, JalonMoneyStyle style)
{
  g_autofree char *skeleton = NULL;
  g_autofree char *money = NULL;

  if (currency == NULL || *currency == '\0')
    {
      if (style == JALON_MONEY_FULL)
        return jalon_words_number (language, value);
      return jalon_formats_number (jalon_language_get_formats (language), "compact-short @##", value);
    }
  skeleton = g_strdup_printf (style == JALON_MONEY_COMPACT ? "compact-short currency/%s @##"
                                                           : "currency/%s precision-currency-standard/w",
                              currency);
  money = jalon_formats_number (jalon_language_get_formats (language), skeleton, value);
  if (money == NULL)
    {
      g_autofree char *number = jalon_words_number (language, value);

      return g_strconcat (number, "\u00a0", currency, NULL);
    }
  return g_steal_pointer (&money);
}

/**
 * jalon_words_amount:
 * @language: a language
 * @amount: (nullable): an amount; %NULL if none was made public
 * @currency: (nullable): the currency of an amount that has none of its own
 * @style: how exactly
 *
 * Returns: (transfer full): the amount with its qualifier, as stated: `up to €4B`, `€1B–2B`, `undisclosed`
 */
char *
jalon_words_amount (const JalonLanguage *language,
                    const JalonAmount *amount,
                    const char *currency,
                    JalonMoneyStyle style)
{
  Writer writer = { language, "", style, NULL };

  if (amount == NULL)
    return g_strdup (jalon_trc (language, "amount", "undisclosed"));
  if (amount->currency[0] != '\0')
    currency = amount->currency;
  g_strlcpy (writer.currency, currency != NULL ? currency : "", sizeof writer.currency);
  return write_amount (&writer, amount);
}

/**
 * jalon_words_quantity:
 * @language: a language
 * @amount: (nullable): how much or how many; %NULL: not known
 * @unit: (nullable): of what: `MW`, `GPUs`, `%`, `EUR/MW`
 *
 * Returns: (transfer full): the quantity with its qualifier and unit: `96 MW`, `up to 50,000 GPUs`
 */
char *
jalon_words_quantity (const JalonLanguage *language, const JalonAmount *amount, const char *unit)
{
  Writer writer = make_quantity_writer (language, unit);

  if (amount == NULL)
    return g_strdup (jalon_trc (language, "quantity", "not known"));
  return write_amount (&writer, amount);
}

/* At least firm; up to the ceiling, if there is one that is higher. */
static char *
write_bounds (const JalonLanguage *language, const char *firm, const char *ceiling, gboolean open)
{
  if (firm == NULL)
    return g_strdup_printf (
        open ? jalon_trc (language, "sum", "up to %s or more") : jalon_trc (language, "sum", "up to %s"), ceiling);
  if (strcmp (firm, ceiling) == 0)
    return open ? g_strdup_printf (jalon_trc (language, "sum", "at least %s"), firm) : g_strdup (firm);
  return g_strdup_printf (open ? jalon_trc (language, "sum", "at least %s firm, up to %s or more")
                               : jalon_trc (language, "sum", "%s firm, up to %s"),
                          firm, ceiling);
}

static char *
write_sum_value (
    const JalonLanguage *language, const JalonSum *sum, double value, const char *currency, JalonMoneyStyle style)
{
  g_autofree char *money = jalon_words_money (language, value, currency, style);

  return sum->approximate ? g_strdup_printf (jalon_trc (language, "sum", "≈%s"), money) : g_steal_pointer (&money);
}

/**
 * jalon_words_sum:
 * @language: a language
 * @sum: a sum
 * @currency: (nullable): its currency
 * @style: how exactly
 *
 * Returns: (transfer full): the sum with what is firm, its ceiling, and whether it is only about so much or may be
 * more: `€2.68B firm, up to €6.68B`; a sum of nothing says that no amount is counted, and is no zero
 */
char *
jalon_words_sum (const JalonLanguage *language, const JalonSum *sum, const char *currency, JalonMoneyStyle style)
{
  g_autofree char *firm = NULL;
  g_autofree char *ceiling = NULL;

  if (!(sum->ceiling > 0))
    return g_strdup (jalon_trc (language, "sum", "no amount counted"));
  if (sum->firm > 0)
    firm = write_sum_value (language, sum, sum->firm, currency, style);
  ceiling = write_sum_value (language, sum, sum->ceiling, currency, style);
  return write_bounds (language, firm, ceiling, sum->open);
}
