/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-ecosystem-view.h"

#include <string.h>

#include "facts/jalon-address.h"
#include "scenes/jalon-ecosystem-layout.h"

/**
 * JalonEcosystemView:
 *
 * The indicators, or the organisations, as cards. A source opens in the browser; an indicator shows the project that it belongs to, or
 * else its source; an organisation filters.
 */
struct _JalonEcosystemView
{
  JalonSceneView parent_instance;

  gboolean organisations;
};

G_DEFINE_FINAL_TYPE (JalonEcosystemView, jalon_ecosystem_view, JALON_TYPE_SCENE_VIEW)

/* Nobody looks at a page that isn't shown. */
static JalonScene *
jalon_ecosystem_view_layout (JalonSceneView *view, const JalonLayoutInput *input, double width, double height)
{
  JalonQuery *query = jalon_model_get_query (jalon_scene_view_get_model (view));
  g_autoptr (JalonEcosystem) ecosystem = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (view)))
    return NULL;
  ecosystem = jalon_ecosystem_new (input->figures, query);
  if (JALON_ECOSYSTEM_VIEW (view)->organisations)
    return jalon_organisations_layout (input, ecosystem, width);
  return jalon_indicators_layout (input, ecosystem, width);
}

static void
open_address (JalonSceneView *view, const char *address)
{
  if (jalon_address_is_web (address))
    gtk_widget_activate_action (GTK_WIDGET (view), "win.open-address", "s", address);
}

static void
open_source (JalonSceneView *view, const char *key)
{
  JalonDataset *dataset = jalon_model_get_dataset (jalon_scene_view_get_model (view));
  const char *slash = strrchr (key, '/');
  const JalonSource *source = slash != NULL ? jalon_dataset_lookup (dataset, JALON_LIST_SOURCES, slash + 1) : NULL;

  open_address (view, source != NULL ? source->url : key);
}

static void
show_indicator (JalonSceneView *view, const char *key)
{
  JalonModel *model = jalon_scene_view_get_model (view);
  g_auto (GStrv) parts = g_strsplit (key, "/", 2);
  const JalonIndicator *indicator = jalon_dataset_lookup (jalon_model_get_dataset (model), JALON_LIST_INDICATORS, parts[0]);
  const JalonReading *reading = indicator != NULL && indicator->readings->len > 0
                                    ? g_ptr_array_index (indicator->readings, indicator->readings->len - 1) : NULL;

  if (indicator != NULL && indicator->project != NULL)
    {
      jalon_query_set_selected (jalon_model_get_query (model), indicator->project->base.id);
      jalon_model_set_page (model, JALON_PAGE_DASHBOARD);
    }
  else if (reading != NULL && reading->sources->len > 0)
    {
      open_address (view, ((const JalonSource *) g_ptr_array_index (reading->sources, 0))->url);
    }
}

static void
jalon_ecosystem_view_activate (JalonSceneView *view, const JalonMark *mark)
{
  JalonModel *model = jalon_scene_view_get_model (view);

  if (mark->target == JALON_TARGET_SOURCE)
    open_source (view, mark->key);
  else if (mark->target == JALON_TARGET_INDICATOR)
    show_indicator (view, mark->key);
  else if (mark->target == JALON_TARGET_ORGANISATION)
    jalon_query_toggle_value (jalon_model_get_query (model), JALON_KEY_ORGANISATION, mark->key);
}

static void
jalon_ecosystem_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jalon_ecosystem_view_parent_class)->map (widget);
  jalon_scene_view_invalidate (JALON_SCENE_VIEW (widget));
}

static void
jalon_ecosystem_view_class_init (JalonEcosystemViewClass *klass)
{
  JalonSceneViewClass *view_class = JALON_SCENE_VIEW_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->map = jalon_ecosystem_view_map;
  view_class->layout = jalon_ecosystem_view_layout;
  view_class->activate = jalon_ecosystem_view_activate;
  view_class->takes_natural_height = TRUE;
}

static void
jalon_ecosystem_view_init (JalonEcosystemView *self)
{
}

/**
 * jalon_ecosystem_view_new:
 * @model: what to show
 * @organisations: whether to show the organisations; else the indicators
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jalon_ecosystem_view_new (JalonModel *model, gboolean organisations)
{
  JalonEcosystemView *self = g_object_new (JALON_TYPE_ECOSYSTEM_VIEW, NULL);

  self->organisations = organisations;
  jalon_scene_view_set_model (JALON_SCENE_VIEW (self), model);
  return GTK_WIDGET (self);
}
