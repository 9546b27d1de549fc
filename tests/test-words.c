/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "facts/jalon-dataset-private.h"
#include "words/jalon-words.h"

#define NB "\u00a0"  /* no-break space */
#define NNB "\u202f" /* narrow no-break space */

enum
{
  FR,
  EN,
  EN_GB,
  N_LANGUAGES
};

static const char *const codes[N_LANGUAGES] = { "fr", "en", "en_GB" };

static const JalonLanguage *
speak (int language)
{
  return jalon_language_get (codes[language]);
}

/* Britain's short millions and billions are M and B in older releases of ICU, m and bn in newer ones. */
static char *
as_in_older_icu (char *words)
{
  GString *older = g_string_new (words);

  g_free (words);
  g_string_replace (older, "bn", "B", 0);
  g_string_ascii_up (older);
  return g_string_free (older, FALSE);
}

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { 0, { "0", "0", "0" } },
    { 1.5, { "1,5", "1.5", "1.5" } },
    { 50000, { "50" NNB "000", "50,000", "50,000" } },
    { 5e9, { "5" NNB "000" NNB "000" NNB "000", "5,000,000,000", "5,000,000,000" } },
    { 0.1234567, { "0,123457", "0.123457", "0.123457" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int l = 0; l < N_LANGUAGES; l++)
      assert_words (jalon_words_number (speak (l), rows[i].value), rows[i].words[l]);
  assert_words (jalon_words_projects (speak (FR), 0), "0 projet");
  assert_words (jalon_words_projects (speak (FR), 1), "1 projet");
  assert_words (jalon_words_projects (speak (FR), 5000), "5" NNB "000 projets");
  assert_words (jalon_words_projects (speak (EN), 0), "0 projects");
  assert_words (jalon_words_projects (speak (EN), 1), "1 project");
}

static void
test_money (void)
{
  static const struct
  {
    double value;
    const char *currency;
    JalonMoneyStyle style;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { 4e9, "EUR", JALON_MONEY_COMPACT, { "4" NB "Md" NB "€", "€4B", "€4B" } },
    { 2.68e9, "EUR", JALON_MONEY_COMPACT, { "2,68" NB "Md" NB "€", "€2.68B", "€2.68B" } },
    { 346e6, "EUR", JALON_MONEY_COMPACT, { "346" NB "M" NB "€", "€346M", "€346M" } },
    { 999.6e6, "EUR", JALON_MONEY_COMPACT, { "1" NB "Md" NB "€", "€1B", "€1B" } },
    { 999.4e6, "EUR", JALON_MONEY_COMPACT, { "999" NB "M" NB "€", "€999M", "€999M" } },
    { 109e9, "EUR", JALON_MONEY_COMPACT, { "109" NB "Md" NB "€", "€109B", "€109B" } },
    { 450e3, "EUR", JALON_MONEY_COMPACT, { "450" NB "k" NB "€", "€450K", "€450K" } },
    { 0, "EUR", JALON_MONEY_COMPACT, { "0" NB "€", "€0", "€0" } },
    { 346e6, "JPY", JALON_MONEY_COMPACT, { "346" NB "M" NB "JPY", "¥346M", "JP¥346M" } },
    { 346e6, "CAD", JALON_MONEY_COMPACT, { "346" NB "M" NB "$CA", "CA$346M", "CA$346M" } },
    { 346e6, "USD", JALON_MONEY_COMPACT, { "346" NB "M" NB "$US", "$346M", "US$346M" } },
    { 346e6, "XTS", JALON_MONEY_COMPACT, { "346" NB "M" NB "XTS", "XTS" NB "346M", "XTS" NB "346M" } },
    { 346e6, "", JALON_MONEY_COMPACT, { "346" NB "M", "346M", "346M" } },
    { 2.68e9,
      "EUR",
      JALON_MONEY_FULL,
      { "2" NNB "680" NNB "000" NNB "000" NB "€", "€2,680,000,000", "€2,680,000,000" } },
    { 12.5, "EUR", JALON_MONEY_FULL, { "12,50" NB "€", "€12.50", "€12.50" } },
    { 12, "EUR", JALON_MONEY_FULL, { "12" NB "€", "€12", "€12" } },
    { 1e6, "JPY", JALON_MONEY_FULL, { "1" NNB "000" NNB "000" NB "JPY", "¥1,000,000", "JP¥1,000,000" } },
    { 1e6, NULL, JALON_MONEY_FULL, { "1" NNB "000" NNB "000", "1,000,000", "1,000,000" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int l = 0; l < N_LANGUAGES; l++)
      {
        char *words = jalon_words_money (speak (l), rows[i].value, rows[i].currency, rows[i].style);

        assert_words (l == EN_GB ? as_in_older_icu (words) : words, rows[i].words[l]);
      }
  /* Nothing is cut, however long. */
  g_autofree char *huge = jalon_words_money (speak (EN), 1e300, "EUR", JALON_MONEY_FULL);
  g_assert_cmpuint (strlen (huge), ==, strlen ("€") + 301 + 100);
}

static void
test_amounts (void)
{
  static const struct
  {
    JalonAmount amount;
    const char *words[2];
  } rows[] = {
    { { JALON_QUALIFIER_EXACT, 4e9, 4e9, "" }, { "4" NB "Md" NB "€", "€4B" } },
    { { JALON_QUALIFIER_UNSET, 4e9, 4e9, "" }, { "4" NB "Md" NB "€", "€4B" } },
    { { JALON_QUALIFIER_UP_TO, 4e9, 4e9, "EUR" }, { "jusqu’à 4" NB "Md" NB "€", "up to €4B" } },
    { { JALON_QUALIFIER_ABOUT, 7e8, 7e8, "EUR" }, { "≈" NB "700" NB "M" NB "€", "about €700M" } },
    { { JALON_QUALIFIER_AT_LEAST, 7e8, 7e8, "USD" }, { "au moins 700" NB "M" NB "$US", "at least $700M" } },
    { { JALON_QUALIFIER_RANGE, 1e9, 2e9, "EUR" }, { "de 1 à 2" NB "Md" NB "€", "€1B–2B" } },
    { { JALON_QUALIFIER_RANGE, 8e8, 1.2e9, "EUR" }, { "de 800" NB "M" NB "€ à 1,2" NB "Md" NB "€", "€800M–1.2B" } },
    { { JALON_QUALIFIER_RANGE, 1e9, 2e9, "CAD" }, { "de 1 à 2" NB "Md" NB "$CA", "CA$1B–2B" } },
    { { JALON_QUALIFIER_RANGE, 1e9, 1e9, "EUR" }, { "1" NB "Md" NB "€", "€1B" } },
    { { JALON_QUALIFIER_RANGE, 0, 2e9, "EUR" }, { "de 0" NB "€ à 2" NB "Md" NB "€", "€0–2B" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int l = 0; l < 2; l++)
      assert_words (jalon_words_amount (speak (l), &rows[i].amount, "EUR", JALON_MONEY_COMPACT), rows[i].words[l]);
  assert_words (jalon_words_amount (speak (FR), NULL, "EUR", JALON_MONEY_COMPACT), "montant non publié");
  assert_words (jalon_words_amount (speak (EN), NULL, "EUR", JALON_MONEY_FULL), "undisclosed");
  assert_words (jalon_words_amount (speak (EN), &rows[5].amount, NULL, JALON_MONEY_FULL),
                "€1,000,000,000–2,000,000,000");
}

static void
test_quantities (void)
{
  static char jobs[] = "jobs", pairs[] = "fibre-pairs", unit[] = "MW";
  static JalonAmount one = { JALON_QUALIFIER_EXACT, 1, 1, "" };
  static struct
  {
    JalonAmount amount;
    const char *unit;
    const char *words[2];
  } rows[] = {
    { { JALON_QUALIFIER_EXACT, 96, 96, "" }, "MW", { "96" NB "MW", "96" NB "MW" } },
    { { JALON_QUALIFIER_UP_TO, 50000, 50000, "" },
      "GPU",
      { "jusqu’à 50" NNB "000" NB "GPU", "up to 50,000" NB "GPUs" } },
    { { JALON_QUALIFIER_RANGE, 96, 120.5, "" }, "MW", { "de 96 à 120,5" NB "MW", "96–120.5" NB "MW" } },
    { { JALON_QUALIFIER_EXACT, 1, 1, "" }, "jobs", { "1" NB "emploi", "1" NB "job" } },
    { { JALON_QUALIFIER_ABOUT, 250, 250, "" }, "jobs", { "≈" NB "250" NB "emplois", "about 250" NB "jobs" } },
    { { JALON_QUALIFIER_EXACT, 12.5, 12.5, "" }, "%", { "12,5" NB "%", "12.5%" } },
    { { JALON_QUALIFIER_EXACT, 50000, 50000, "" }, NULL, { "50" NNB "000", "50,000" } },
    { { JALON_QUALIFIER_ABOUT, 120, 120, "" }, "GWh/year", { "≈" NB "120" NB "GWh/an", "about 120" NB "GWh/year" } },
    { { JALON_QUALIFIER_EXACT, 2, 2, "" }, "people/year", { "2" NB "personnes/an", "2" NB "people/year" } },
    { { JALON_QUALIFIER_UP_TO, 4e9, 4e9, "" }, "EUR", { "jusqu’à 4" NB "Md" NB "€", "up to €4B" } },
    { { JALON_QUALIFIER_EXACT, 107000, 107000, "" }, "EUR/MW", { "107" NB "k" NB "€/MW", "€107K/MW" } },
    { { JALON_QUALIFIER_EXACT, 2, 2, "" }, "MWH", { "2" NB "MWH", "2" NB "MWH" } },
    { { JALON_QUALIFIER_EXACT, 3, 3, "" }, "", { "3", "3" } },
    { { JALON_QUALIFIER_EXACT, 3, 3, "" }, NULL, { "3", "3" } },
    { { JALON_QUALIFIER_EXACT, 3, 3, "" }, "\u202ewonk", { "3" NB "wonk", "3" NB "wonk" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int l = 0; l < 2; l++)
      assert_words (jalon_words_quantity (speak (l), &rows[i].amount, rows[i].unit), rows[i].words[l]);
  assert_words (jalon_words_quantity (speak (EN), NULL, "MW"), "not known");
  assert_words (jalon_words_capacity (speak (FR), &(JalonCapacity){ .metric = jobs, .value = &rows[1].amount }),
                "jusqu’à 50" NNB "000" NB "emplois");
  assert_words (jalon_words_capacity (speak (EN), &(JalonCapacity){ .metric = pairs, .value = &one }),
                "1" NB "fiber pair");
  assert_words (jalon_words_capacity (speak (EN), &(JalonCapacity){ .metric = pairs, .unit = unit, .value = &one }),
                "1" NB "MW");
}

static void
test_sums (void)
{
  static const struct
  {
    JalonSum sum;
    const char *words[2];
  } rows[] = {
    { { 2.68e9, 6.68e9, FALSE, FALSE },
      { "2,68" NB "Md" NB "€ fermes, jusqu’à 6,68" NB "Md" NB "€", "€2.68B firm, up to €6.68B" } },
    { { 2.68e9, 2.68e9, FALSE, FALSE }, { "2,68" NB "Md" NB "€", "€2.68B" } },
    { { 2.68e9, 2.68e9, TRUE, FALSE }, { "au moins 2,68" NB "Md" NB "€", "at least €2.68B" } },
    { { 2.68e9, 2.68e9, FALSE, TRUE }, { "≈" NB "2,68" NB "Md" NB "€", "≈€2.68B" } },
    { { 2.68e9, 6.68e9, TRUE, FALSE },
      { "au moins 2,68" NB "Md" NB "€ fermes, jusqu’à 6,68" NB "Md" NB "€ ou plus",
        "at least €2.68B firm, up to €6.68B or more" } },
    { { 0, 4e9, FALSE, FALSE }, { "jusqu’à 4" NB "Md" NB "€", "up to €4B" } },
    { { 0, 4e9, TRUE, TRUE }, { "jusqu’à ≈" NB "4" NB "Md" NB "€ ou plus", "up to ≈€4B or more" } },
    { { 4e9, 4e9 + 1, FALSE, FALSE }, { "4" NB "Md" NB "€", "€4B" } },
    { { 0, 0, FALSE, FALSE }, { "aucun montant compté", "no amount counted" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int l = 0; l < 2; l++)
      assert_words (jalon_words_sum (speak (l), &rows[i].sum, "EUR", JALON_MONEY_COMPACT), rows[i].words[l]);
}

typedef struct
{
  const char *date;
  const char *words[N_LANGUAGES];
} DateRow;

static void
check_dates (const DateRow *rows, gsize n_rows, JalonDateStyle style)
{
  for (gsize i = 0; i < n_rows; i++)
    for (int l = 0; l < N_LANGUAGES; l++)
      {
        JalonDate date;

        g_assert_true (jalon_date_parse (rows[i].date, &date));
        assert_words (jalon_words_date (speak (l), &date, style), rows[i].words[l]);
      }
}

static void
test_dates (void)
{
  static const DateRow rows[] = {
    { "2025-02-10", { "10 février 2025", "February 10, 2025", "10 February 2025" } },
    { "2025-02-01", { "1er février 2025", "February 1, 2025", "1 February 2025" } },
    { "2025-02-11", { "11 février 2025", "February 11, 2025", "11 February 2025" } },
    { "2025-02", { "février 2025", "February 2025", "February 2025" } },
    { "2025", { "2025", "2025", "2025" } },
    { "2024-21", { "printemps 2024", "spring 2024", "spring 2024" } },
    { "2024-22", { "été 2024", "summer 2024", "summer 2024" } },
    { "2024-23", { "automne 2024", "fall 2024", "autumn 2024" } },
    { "2024-24", { "hiver 2024-2025", "winter 2024–2025", "winter 2024–2025" } },
    { "2025-02-14~", { "vers le 14 février 2025", "around February 14, 2025", "around 14 February 2025" } },
    { "2025-02~", { "vers février 2025", "around February 2025", "around February 2025" } },
    { "2024-21~", { "printemps 2024 environ", "around spring 2024", "around spring 2024" } },
    { "2025-02-10/2025-02-11", { "du 10 au 11 février 2025", "February 10–11, 2025", "10–11 February 2025" } },
    { "2025-02-01/2025-02-10", { "du 1er au 10 février 2025", "February 1–10, 2025", "1–10 February 2025" } },
    { "2025-02-28/2025-03-01",
      { "du 28 février au 1er mars 2025", "February 28 – March 1, 2025", "28 February – 1 March 2025" } },
    { "2024-12-30/2025-01-02",
      { "du 30 décembre 2024 au 2 janvier 2025", "December 30, 2024 – January 2, 2025",
        "30 December 2024 – 2 January 2025" } },
    { "2025-02-10~/2025-02-11~",
      { "du 10 au 11 février 2025 environ", "around February 10–11, 2025", "around 10–11 February 2025" } },
    { "2025-02-10/2025-02-11~",
      { "10 février 2025 – vers le 11 février 2025", "February 10, 2025 – around February 11, 2025",
        "10 February 2025 – around 11 February 2025" } },
    { "2025-04/2025-06", { "avril-juin 2025", "April–June 2025", "April–June 2025" } },
    { "2024-12/2025-01",
      { "décembre 2024 – janvier 2025", "December 2024 – January 2025", "December 2024 – January 2025" } },
    { "2024/2026", { "2024-2026", "2024–2026", "2024–2026" } },
    { "2024-21/2024-23", { "printemps 2024 – automne 2024", "spring 2024 – fall 2024", "spring 2024 – autumn 2024" } },
    { "2024-21/2025-03-02",
      { "printemps 2024 – 2 mars 2025", "spring 2024 – March 2, 2025", "spring 2024 – 2 March 2025" } },
    { "1500-03-01", { "1500-03-01", "1500-03-01", "1500-03-01" } },
  };
  static const DateRow short_rows[] = {
    { "2025-02-10", { "10 févr. 2025", "Feb 10, 2025", "10 Feb 2025" } },
    { "2025-02", { "févr. 2025", "Feb 2025", "Feb 2025" } },
    { "2025-02-10/2025-02-11", { "10-11 févr. 2025", "Feb 10–11, 2025", "10–11 Feb 2025" } },
    { "2025-02-28/2025-03-01", { "28 févr. – 1er mars 2025", "Feb 28 – Mar 1, 2025", "28 Feb – 1 Mar 2025" } },
    { "2024-24", { "hiver 2024-2025", "winter 2024–2025", "winter 2024–2025" } },
  };
  const JalonDate none = { 0 };

  check_dates (rows, G_N_ELEMENTS (rows), JALON_DATE_LONG);
  check_dates (short_rows, G_N_ELEMENTS (short_rows), JALON_DATE_SHORT);
  assert_words (jalon_words_date (speak (FR), &none, JALON_DATE_LONG), "sans date");
  assert_words (jalon_words_date (speak (EN), NULL, JALON_DATE_SHORT), "undated");
}

static void
check_label (const char *label, GHashTable *seen)
{
  g_assert_cmpstr (label, !=, NULL);
  g_assert_cmpstr (label, !=, "");
  g_assert_false (g_hash_table_contains (seen, label));
  g_hash_table_add (seen, (gpointer) label);
}

/* Every word has a label, in French another than in English (or the same, for the few that both share), and no two have
 * one. */
static void
test_labels (void)
{
  static const char *const shared[] = { "Cloud", "Confirmation", "Exact", NULL };

  for (int l = 0; l < N_LANGUAGES; l++)
    for (int v = 0; v < JALON_N_VOCABULARIES; v++)
      {
        g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

        for (int word = 0; word < jalon_vocabulary_size ((JalonVocabulary) v); word++)
          {
            const char *label = jalon_words_vocabulary (speak (l), (JalonVocabulary) v, word);

            check_label (label, seen);
            if (l == FR && strcmp (label, jalon_words_vocabulary (speak (EN), (JalonVocabulary) v, word)) == 0)
              g_assert_true (g_strv_contains (shared, label));
          }
      }
  for (int l = 0; l < N_LANGUAGES; l++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (int key = 0; key < JALON_N_KEYS; key++)
        check_label (jalon_words_key (speak (l), (JalonKey) key), seen);
      for (int key = 0; key < JALON_N_GROUPINGS; key++)
        {
          check_label (jalon_words_none (speak (l), (JalonKey) key), seen);
          check_label (jalon_words_several (speak (l), (JalonKey) key), seen);
          check_label (jalon_words_by (speak (l), (JalonKey) key), seen);
        }
      for (int reason = 0; reason < JALON_N_REASONS; reason++)
        check_label (jalon_words_reason (speak (l), (JalonReason) reason), seen);
    }
  g_assert_cmpstr (jalon_words_kind (speak (FR), JALON_KIND_DATA_CENTRE), ==, "Centre de données");
  g_assert_cmpstr (jalon_words_kind (speak (EN), JALON_KIND_DATA_CENTRE), ==, "Data center");
  g_assert_cmpstr (jalon_words_kind (speak (EN_GB), JALON_KIND_DATA_CENTRE), ==, "Data centre");
}

static JalonText *
make_text (const char *fr, const char *en)
{
  JalonText *text = jalon_text_new ();

  jalon_text_set (text, "fr", fr);
  jalon_text_set (text, "en", en);
  return text;
}

static JalonDataset *
make_dataset (void)
{
  JalonDataset *dataset = jalon_dataset_new ();
  JalonPlace *place = jalon_place_new ("new-town");
  JalonTerritory *area = jalon_territory_new ("coast");
  JalonTerritory *wide = jalon_territory_new ("wide");

  JalonPlace *french = jalon_place_new ("nice"), *other = jalon_place_new ("osaka");

  place->name = make_text ("Villeneuve", "Newtown");
  french->department = g_strdup ("2A");
  french->region = g_strdup ("FR-COR");
  other->department = g_strdup ("27");
  other->region = g_strdup ("JP-27");
  g_assert_true (jalon_dataset_add (dataset, JALON_LIST_PLACES, french));
  g_assert_true (jalon_dataset_add (dataset, JALON_LIST_PLACES, other));
  area->name = make_text ("La Côte", "The Coast");
  g_ptr_array_add (area->regions, g_strdup ("XX-CST"));
  wide->name = make_text ("Part\u202eout", "Everywhere\u202e");
  g_ptr_array_add (wide->regions, g_strdup ("XX-CST"));
  g_ptr_array_add (wide->regions, g_strdup ("XX-INL"));
  g_assert_true (jalon_dataset_add (dataset, JALON_LIST_PLACES, place));
  g_assert_true (jalon_dataset_add (dataset, JALON_LIST_TERRITORIES, wide));
  g_assert_true (jalon_dataset_add (dataset, JALON_LIST_TERRITORIES, area));
  return dataset;
}

static void
test_groups (void)
{
  static const struct
  {
    JalonKey key;
    const char *value;
    const char *words[2];
  } rows[] = {
    { JALON_KEY_PLACE, "new-town", { "Villeneuve", "Newtown" } },
    { JALON_KEY_PLACE, "nowhere", { "nowhere", "nowhere" } },
    { JALON_KEY_PLACE, "none", { "Sans lieu précis", "No precise place" } },
    { JALON_KEY_PLACE, "several", { "Plusieurs lieux", "Several places" } },
    { JALON_KEY_REGION, "XX-CST", { "La Côte", "The Coast" } },
    { JALON_KEY_REGION, "XX-INL", { "Région XX-INL", "Region XX-INL" } },
    { JALON_KEY_REGION, "FR-COR", { "Corse", "Corsica" } },
    { JALON_KEY_REGION, "FR-ARA", { "Auvergne-Rhône-Alpes", "Auvergne-Rhône-Alpes" } },
    { JALON_KEY_DEPARTMENT, "06", { "Département 06", "Department 06" } }, /* of no country */
    { JALON_KEY_DEPARTMENT, "2A", { "Corse-du-Sud", "Corse-du-Sud" } },
    { JALON_KEY_DEPARTMENT, "27", { "Département 27", "Department 27" } }, /* Osaka, not Eure */
    { JALON_KEY_COUNTRY, "FR", { "France", "France" } },
    { JALON_KEY_COUNTRY, "DE", { "Allemagne", "Germany" } },
    { JALON_KEY_COUNTRY, "JP", { "Japon", "Japan" } },
    { JALON_KEY_COUNTRY, "QX", { "QX", "QX" } },
    { JALON_KEY_TERRITORY, "wide", { "Partout", "Everywhere" } }, /* its RLO gone */
    { JALON_KEY_KIND, "data-centre", { "Centre de données", "Data center" } },
    { JALON_KEY_STATUS, "building", { "En construction", "Under construction" } },
    { JALON_KEY_STATUS, "elsewhere", { "elsewhere", "elsewhere" } },
    { JALON_KEY_YEAR, "2025", { "2025", "2025" } },
    { JALON_KEY_QUARTER, "2025-Q1", { "T1 2025", "Q1 2025" } },
    { JALON_KEY_QUARTER, "2025-Q5", { "2025-Q5", "2025-Q5" } },
    { JALON_KEY_QUARTER, "é025-Q1", { "é025-Q1", "é025-Q1" } },
    { JALON_KEY_MONTH, "2025-02", { "février 2025", "February 2025" } },
    { JALON_KEY_MONTH, "none", { "Sans mois précis", "No precise month" } },
  };
  g_autoptr (JalonDataset) dataset = make_dataset ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int l = 0; l < 2; l++)
      assert_words (jalon_words_group (speak (l), dataset, rows[i].key, rows[i].value), rows[i].words[l]);
}

static void
test_open_words (void)
{
  assert_words (jalon_words_metric (speak (FR), "power"), "Puissance électrique");
  assert_words (jalon_words_metric (speak (EN), "unheard-of"), "unheard-of");
  assert_words (jalon_words_confidence (speak (FR), "high"), "Bien établi");
  assert_words (jalon_words_confidence (speak (EN), "odd\u202e"), "odd");
  assert_words (jalon_words_organisation_kind (speak (FR), "public"), "Organisme public");
  assert_words (jalon_words_link (speak (FR), "funded-by"), "Financé par");
  assert_words (jalon_words_unit (speak (FR), "people", 1), "personne");
  assert_words (jalon_words_unit (speak (EN), "person", 2), "people");
}

static gpointer
speak_dates_and_money (gpointer data)
{
  JalonDate date;

  g_assert_true (jalon_date_parse ("2025-02-28/2025-03-01", &date));
  for (int i = 0; i < 300; i++)
    {
      assert_words (jalon_words_date (speak (FR), &date, JALON_DATE_LONG), "du 28 février au 1er mars 2025");
      assert_words (jalon_words_money (speak (EN), 4e9, "EUR", JALON_MONEY_COMPACT), "€4B");
      assert_words (jalon_words_money (speak (FR), 4e9, "EUR", JALON_MONEY_COMPACT), "4" NB "Md" NB "€");
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("speaker", speak_dates_and_money, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The same words whatever the process's locale is, or is said to be. */
static void
test_process_locale (void)
{
  static const char *const locales[] = { "C", "C.UTF-8", "fr_FR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8" };
  g_autofree char *before = g_strdup (g_getenv ("LC_ALL"));

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_setenv ("LC_ALL", locales[i], TRUE);
      setlocale (LC_ALL, "");
      test_money ();
      test_dates ();
      test_numbers ();
    }
  if (before != NULL)
    g_setenv ("LC_ALL", before, TRUE);
  else
    g_unsetenv ("LC_ALL");
  setlocale (LC_ALL, "C");
}

/* What people type for a date, and what is none. */
static void
test_read_date (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *date; /* NULL: none */
  } cases[] = { { "en", "2025-02-14", "2025-02-14" },
                { "en", "Feb 14, 2025", "2025-02-14" },
                { "en", " february 14th 2025 ", "2025-02-14" },
                { "en", "2/14/2025", "2025-02-14" },
                { "en_GB", "14/2/2025", "2025-02-14" },
                { "fr", "14/02/2025", "2025-02-14" },
                { "fr", "14.2.2025", "2025-02-14" },
                { "fr", "14 FÉVRIER 2025", "2025-02-14" },
                { "fr", "1er févr. 2025", "2025-02-01" },
                { "fr", "août 2024", "2024-08" },
                { "fr", "8/2024", "2024-08" },
                { "fr", "2024", "2024" },
                { "fr", "2025-02-14~", "2025-02-14~" },
                { "fr", "jui 2024", NULL },
                { "fr", "14 février", NULL },
                { "fr", "31/02/2025", NULL },
                { "fr", "2/14/2025", NULL },
                { "fr", "1 2 3 2025", NULL },
                { "fr", "hier", NULL },
                { "fr", "", NULL },
                { "en", "99999999999999999999", NULL },
                { "en", "0/0/2025", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JalonDate date;
      gboolean read = jalon_words_read_date (jalon_language_get (cases[i].language), cases[i].text, &date);
      g_autofree char *edtf = read ? jalon_date_to_string (&date) : NULL;

      g_test_message ("%s %s", cases[i].language, cases[i].text);
      g_assert_cmpstr (edtf, ==, cases[i].date);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* First, so that the threads find no format made yet. */
  g_test_add_func ("/words/threads", test_threads);
  g_test_add_func ("/words/numbers", test_numbers);
  g_test_add_func ("/words/money", test_money);
  g_test_add_func ("/words/amounts", test_amounts);
  g_test_add_func ("/words/quantities", test_quantities);
  g_test_add_func ("/words/sums", test_sums);
  g_test_add_func ("/words/dates", test_dates);
  g_test_add_func ("/words/labels", test_labels);
  g_test_add_func ("/words/groups", test_groups);
  g_test_add_func ("/words/open-words", test_open_words);
  g_test_add_func ("/words/process-locale", test_process_locale);
  g_test_add_func ("/words/read-date", test_read_date);
  return g_test_run ();
}
