/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-area-names.h"

#include <string.h>

/* ICU names countries and no areas within them. These are the French ones, by the codes of ISO 3166-2 and of the INSEE, in order. */
typedef struct
{
  const char *code;
  const char *french;
  const char *english; /* NULL: the same */
} Area;

static const Area regions[] = {
  { "FR-ARA", "Auvergne-Rhône-Alpes", NULL }, { "FR-BFC", "Bourgogne-Franche-Comté", NULL }, { "FR-BRE", "Bretagne", "Brittany" },
  { "FR-COR", "Corse", "Corsica" }, { "FR-20R", "Corse", "Corsica" }, { "FR-CVL", "Centre-Val de Loire", NULL },
  { "FR-GES", "Grand Est", NULL }, { "FR-GF", "Guyane", "French Guiana" }, { "FR-GP", "Guadeloupe", NULL },
  { "FR-HDF", "Hauts-de-France", NULL }, { "FR-IDF", "Île-de-France", NULL }, { "FR-MQ", "Martinique", NULL },
  { "FR-NAQ", "Nouvelle-Aquitaine", NULL }, { "FR-NOR", "Normandie", "Normandy" }, { "FR-OCC", "Occitanie", NULL },
  { "FR-PAC", "Provence-Alpes-Côte d’Azur", NULL }, { "FR-PDL", "Pays de la Loire", NULL }, { "FR-RE", "La Réunion", "Réunion" },
  { "FR-YT", "Mayotte", NULL }, { "FR-971", "Guadeloupe", NULL }, { "FR-972", "Martinique", NULL },
  { "FR-973", "Guyane", "French Guiana" }, { "FR-974", "La Réunion", "Réunion" }, { "FR-976", "Mayotte", NULL },
};

static const Area departments[] = {
  { "01", "Ain", NULL }, { "02", "Aisne", NULL }, { "03", "Allier", NULL }, { "04", "Alpes-de-Haute-Provence", NULL },
  { "05", "Hautes-Alpes", NULL }, { "06", "Alpes-Maritimes", NULL }, { "07", "Ardèche", NULL }, { "08", "Ardennes", NULL },
  { "09", "Ariège", NULL }, { "10", "Aube", NULL }, { "11", "Aude", NULL }, { "12", "Aveyron", NULL },
  { "13", "Bouches-du-Rhône", NULL }, { "14", "Calvados", NULL }, { "15", "Cantal", NULL }, { "16", "Charente", NULL },
  { "17", "Charente-Maritime", NULL }, { "18", "Cher", NULL }, { "19", "Corrèze", NULL }, { "21", "Côte-d’Or", NULL },
  { "22", "Côtes-d’Armor", NULL }, { "23", "Creuse", NULL }, { "24", "Dordogne", NULL }, { "25", "Doubs", NULL },
  { "26", "Drôme", NULL }, { "27", "Eure", NULL }, { "28", "Eure-et-Loir", NULL }, { "29", "Finistère", NULL },
  { "2A", "Corse-du-Sud", NULL }, { "2B", "Haute-Corse", NULL }, { "30", "Gard", NULL }, { "31", "Haute-Garonne", NULL },
  { "32", "Gers", NULL }, { "33", "Gironde", NULL }, { "34", "Hérault", NULL }, { "35", "Ille-et-Vilaine", NULL },
  { "36", "Indre", NULL }, { "37", "Indre-et-Loire", NULL }, { "38", "Isère", NULL }, { "39", "Jura", NULL },
  { "40", "Landes", NULL }, { "41", "Loir-et-Cher", NULL }, { "42", "Loire", NULL }, { "43", "Haute-Loire", NULL },
  { "44", "Loire-Atlantique", NULL }, { "45", "Loiret", NULL }, { "46", "Lot", NULL }, { "47", "Lot-et-Garonne", NULL },
  { "48", "Lozère", NULL }, { "49", "Maine-et-Loire", NULL }, { "50", "Manche", NULL }, { "51", "Marne", NULL },
  { "52", "Haute-Marne", NULL }, { "53", "Mayenne", NULL }, { "54", "Meurthe-et-Moselle", NULL }, { "55", "Meuse", NULL },
  { "56", "Morbihan", NULL }, { "57", "Moselle", NULL }, { "58", "Nièvre", NULL }, { "59", "Nord", NULL }, { "60", "Oise", NULL },
  { "61", "Orne", NULL }, { "62", "Pas-de-Calais", NULL }, { "63", "Puy-de-Dôme", NULL }, { "64", "Pyrénées-Atlantiques", NULL },
  { "65", "Hautes-Pyrénées", NULL }, { "66", "Pyrénées-Orientales", NULL }, { "67", "Bas-Rhin", NULL }, { "68", "Haut-Rhin", NULL },
  { "69", "Rhône", NULL }, { "70", "Haute-Saône", NULL }, { "71", "Saône-et-Loire", NULL }, { "72", "Sarthe", NULL },
  { "73", "Savoie", NULL }, { "74", "Haute-Savoie", NULL }, { "75", "Paris", NULL }, { "76", "Seine-Maritime", NULL },
  { "77", "Seine-et-Marne", NULL }, { "78", "Yvelines", NULL }, { "79", "Deux-Sèvres", NULL }, { "80", "Somme", NULL },
  { "81", "Tarn", NULL }, { "82", "Tarn-et-Garonne", NULL }, { "83", "Var", NULL }, { "84", "Vaucluse", NULL },
  { "85", "Vendée", NULL }, { "86", "Vienne", NULL }, { "87", "Haute-Vienne", NULL }, { "88", "Vosges", NULL },
  { "89", "Yonne", NULL }, { "90", "Territoire de Belfort", NULL }, { "91", "Essonne", NULL }, { "92", "Hauts-de-Seine", NULL },
  { "93", "Seine-Saint-Denis", NULL }, { "94", "Val-de-Marne", NULL }, { "95", "Val-d’Oise", NULL }, { "971", "Guadeloupe", NULL },
  { "972", "Martinique", NULL }, { "973", "Guyane", "French Guiana" }, { "974", "La Réunion", "Réunion" },
  { "976", "Mayotte", NULL },
};

static const char *
find (const Area *areas, gsize n, const JalonLanguage *language, const char *code)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (areas[i].code, code) == 0)
      return areas[i].english != NULL && !g_str_has_prefix (jalon_language_get_code (language), "fr") ? areas[i].english
                                                                                                       : areas[i].french;
  return NULL;
}

/**
 * jalon_area_names_get_region:
 * @language: a language
 * @code: an ISO 3166-2 code
 *
 * Returns: (transfer none) (nullable): what the region is called, where that is known
 */
const char *
jalon_area_names_get_region (const JalonLanguage *language, const char *code)
{
  return find (regions, G_N_ELEMENTS (regions), language, code);
}

/**
 * jalon_area_names_get_department:
 * @language: a language
 * @country: (nullable): the ISO 3166-1 code of the country that it is in
 * @code: its code there
 *
 * Returns: (transfer none) (nullable): what the department is called, where that is known
 */
const char *
jalon_area_names_get_department (const JalonLanguage *language, const char *country, const char *code)
{
  return g_strcmp0 (country, "FR") == 0 ? find (departments, G_N_ELEMENTS (departments), language, code) : NULL;
}
