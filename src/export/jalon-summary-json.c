/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-summary.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "words/jalon-words.h"

/* The largest double below which every whole number is one. */
#define WHOLE 9007199254740992.0

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (fabs (value) < WHOLE && floor (value) == value)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_bounds (JsonBuilder *builder, const JalonSum *sum)
{
  add_number (builder, "firm", sum->firm);
  add_number (builder, "ceiling", sum->ceiling);
}

static void
add_head (JsonBuilder *builder, const JalonFigures *figures)
{
  const JalonDate *as_of = jalon_figures_get_as_of (figures);
  g_autofree char *date = as_of ? jalon_date_to_string (as_of) : NULL;

  add_string (builder, "format", "jalon-summary");
  add_number (builder, "version", 1);
  add_string (builder, "currency", jalon_dataset_get_currency (jalon_figures_get_dataset (figures)));
  add_string (builder, "as_of", date);
  add_string (builder, "group", jalon_key_get_nick (jalon_figures_get_group_key (figures)));
  add_number (builder, "projects", jalon_figures_get_n_shares (figures));
  add_number (builder, "undisclosed", jalon_figures_get_n_undisclosed (figures));
  add_number (builder, "cancelled", jalon_figures_get_n_cancelled (figures));
}

static void
add_sums (JsonBuilder *builder, const JalonFigures *figures)
{
  JalonSum total = jalon_figures_get_total (figures);
  JalonSum shared = jalon_figures_get_shared (figures);

  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_bounds (builder, &total);
  json_builder_set_member_name (builder, "open");
  json_builder_add_boolean_value (builder, total.open);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "shared");
  json_builder_begin_object (builder);
  add_bounds (builder, &shared);
  json_builder_end_object (builder);
  add_number (builder, "firm_unshared", jalon_figures_get_firm_unshared (figures));
}

static void
add_groups (JsonBuilder *builder, const JalonFigures *figures, const JalonLanguage *language)
{
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < jalon_figures_get_n_groups (figures); i++)
    {
      const JalonGroup *group = jalon_figures_get_group (figures, i);
      g_autofree char *label = jalon_words_group (language, jalon_figures_get_dataset (figures),
                                                  jalon_figures_get_group_key (figures), group->key);

      json_builder_begin_object (builder);
      add_string (builder, "key", group->key);
      add_string (builder, "label", label);
      add_bounds (builder, &group->sum);
      add_number (builder, "projects", group->n_projects);
      add_number (builder, "undisclosed", group->n_undisclosed);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_addends (JsonBuilder *builder, const JalonFigures *figures)
{
  json_builder_set_member_name (builder, "addends");
  json_builder_begin_array (builder);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (!jalon_share_is_addend (share))
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "project", share->project->base.id);
      add_bounds (builder, &share->remainder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_left_out (JsonBuilder *builder, const JalonFigures *figures)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const JalonShare *share = jalon_figures_get_share (figures, i);

      if (share->reason == JALON_REASON_NONE)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "project", share->project->base.id);
      add_string (builder, "reason", jalon_reason_get_nick (share->reason));
      if (share->of)
        add_string (builder, "of", share->of->base.id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * jalon_summary_to_json:
 * @language: of the groups' labels
 *
 * Returns: (transfer full): the figures as the object that `--summary --json` prints, amounts in the dataset's currency, a line
 *   break at the end
 */
char *
jalon_summary_to_json (const JalonFigures *figures, const JalonLanguage *language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_head (builder, figures);
  add_sums (builder, figures);
  add_groups (builder, figures, language);
  add_addends (builder, figures);
  add_left_out (builder, figures);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
