/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-amount.h"

#include "facts/jalon-records-private.h"
#include "facts/jalon-text.h"

/**
 * jalon_amount_new:
 * @qualifier: how it was stated
 * @min: its value, or the lower end of a range
 * @max: the same value, or the upper end of a range
 * @currency: (nullable): ISO 4217 code; %NULL where it is no money
 *
 * Returns: (transfer full): a new amount
 */
JalonAmount *
jalon_amount_new (JalonQualifier qualifier, double min, double max, const char *currency)
{
  JalonAmount *amount = g_new0 (JalonAmount, 1);

  amount->qualifier = qualifier;
  amount->min = min;
  amount->max = max;
  if (currency != NULL)
    g_strlcpy (amount->currency, currency, sizeof amount->currency);
  return amount;
}

/**
 * jalon_amount_free:
 * @amount: (nullable) (transfer full): an amount
 */
void
jalon_amount_free (JalonAmount *amount)
{
  if (amount == NULL)
    return;
  jalon_text_free (amount->note);
  g_clear_pointer (&amount->extras, g_ptr_array_unref);
  g_free (amount);
}

/**
 * jalon_amount_get_firm:
 * @amount: an amount
 *
 * Returns: what the truth is at least, in the amount's unit: nothing for 'up to', the lower end of a range (rule 2)
 */
double
jalon_amount_get_firm (const JalonAmount *amount)
{
  return amount->qualifier == JALON_QUALIFIER_UP_TO ? 0 : amount->min;
}

/**
 * jalon_amount_get_ceiling:
 * @amount: an amount
 *
 * Returns: what the truth is at most, in the amount's unit; of 'at least', what is stated (rule 2)
 */
double
jalon_amount_get_ceiling (const JalonAmount *amount)
{
  return amount->max;
}

/**
 * jalon_amount_is_open:
 * @amount: an amount
 *
 * Returns: whether the truth may be more than the ceiling: 'at least'
 */
gboolean
jalon_amount_is_open (const JalonAmount *amount)
{
  return amount->qualifier == JALON_QUALIFIER_AT_LEAST;
}
