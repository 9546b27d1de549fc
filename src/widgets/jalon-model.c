/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/jalon-model.h"

/**
 * JalonModel:
 *
 * What one window shows: a dataset, the query and its figures, the language and the look. Every view of the window watches it and
 * writes to its query; no view knows another.
 */
struct _JalonModel
{
  GObject parent_instance;

  JalonDataset *dataset;
  JalonQuery *query;
  JalonFigures *figures;
  const JalonLanguage *language;
  JalonTheme theme;
  JalonType *type; /* NULL: as family and scale say, once it is needed */
  char *family;
  double text_scale;
  gboolean logarithmic;
  JalonBarsOrder order;
  gboolean ecosystem;
  JalonPage page;
};

static const char *const page_nicks[JALON_N_PAGES] = { "dashboard", "table", "ecosystem", "compare" };

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JalonModel, jalon_model, G_TYPE_OBJECT)

static void
emit_changed (JalonModel *self, JalonModelChange what)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) what);
}

static void
compute (JalonModel *self)
{
  g_clear_pointer (&self->figures, jalon_figures_unref);
  if (self->dataset != NULL)
    self->figures = jalon_figures_compute (self->dataset, self->query);
}

static void
query_changed_cb (JalonModel *self, guint what)
{
  JalonModelChange change = 0;

  if (what & (JALON_QUERY_FILTERS | JALON_QUERY_AS_OF | JALON_QUERY_GROUP))
    {
      compute (self);
      change |= JALON_MODEL_FIGURES;
    }
  if (what & JALON_QUERY_SELECTED)
    change |= JALON_MODEL_SELECTED;
  emit_changed (self, change);
}

static void
jalon_model_dispose (GObject *object)
{
  JalonModel *self = JALON_MODEL (object);

  if (self->query != NULL)
    g_signal_handlers_disconnect_by_data (self->query, self);
  g_clear_object (&self->query);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->figures, jalon_figures_unref);
  g_clear_pointer (&self->type, jalon_type_unref);
  G_OBJECT_CLASS (jalon_model_parent_class)->dispose (object);
}

static void
jalon_model_finalize (GObject *object)
{
  g_free (JALON_MODEL (object)->family);
  G_OBJECT_CLASS (jalon_model_parent_class)->finalize (object);
}

static void
jalon_model_class_init (JalonModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jalon_model_dispose;
  object_class->finalize = jalon_model_finalize;

  /**
   * JalonModel::changed:
   * @what: the JalonModelChange flags
   *
   * Emitted after something changed, once for all that changed together.
   */
  signals[CHANGED] = g_signal_new ("changed", JALON_TYPE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
jalon_model_init (JalonModel *self)
{
  self->query = jalon_query_new ();
  self->text_scale = 1;
  self->logarithmic = TRUE;
  g_signal_connect_swapped (self->query, "changed", G_CALLBACK (query_changed_cb), self);
}

/**
 * jalon_model_new:
 * @language: the language to speak
 *
 * Makes a model without a dataset.
 *
 * Returns: (transfer full): the model
 */
JalonModel *
jalon_model_new (const JalonLanguage *language)
{
  JalonModel *self = g_object_new (JALON_TYPE_MODEL, NULL);

  self->language = language;
  return self;
}

/**
 * jalon_model_get_dataset:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the facts that are shown
 */
JalonDataset *
jalon_model_get_dataset (JalonModel *self)
{
  return self->dataset;
}

/**
 * jalon_model_set_dataset:
 * @self: a model
 * @dataset: the facts to show
 *
 * Shows another file: the filters go, and the query begins at the file's focus, as DESIGN's section 9 says.
 */
void
jalon_model_set_dataset (JalonModel *self, JalonDataset *dataset)
{
  const JalonTerritory *focus = jalon_dataset_get_focus (dataset);

  g_signal_handlers_block_by_func (self->query, query_changed_cb, self);
  g_set_object (&self->dataset, dataset);
  jalon_query_clear_filters (self->query);
  jalon_query_set_as_of (self->query, NULL);
  jalon_query_set_selected (self->query, NULL);
  if (focus != NULL)
    jalon_query_toggle_value (self->query, JALON_KEY_TERRITORY, focus->base.id);
  compute (self);
  g_signal_handlers_unblock_by_func (self->query, query_changed_cb, self);
  emit_changed (self, JALON_MODEL_DATASET | JALON_MODEL_FIGURES | JALON_MODEL_SELECTED);
}

/**
 * jalon_model_get_query:
 * @self: a model
 *
 * Returns: (transfer none): what is asked: every view watches it and writes to it
 */
JalonQuery *
jalon_model_get_query (JalonModel *self)
{
  return self->query;
}

/**
 * jalon_model_get_figures:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the answer to the query; %NULL without a dataset
 */
JalonFigures *
jalon_model_get_figures (JalonModel *self)
{
  return self->figures;
}

/**
 * jalon_model_get_selected:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the project whose detail is shown
 */
const JalonProject *
jalon_model_get_selected (JalonModel *self)
{
  const char *id = jalon_query_get_selected (self->query);

  return id != NULL && self->dataset != NULL ? jalon_dataset_get_project (self->dataset, id) : NULL;
}

static int
compare_by_money (gconstpointer a, gconstpointer b)
{
  const JalonShare *one = *(const JalonShare *const *) a;
  const JalonShare *other = *(const JalonShare *const *) b;

  if (one->rollup.ceiling > other->rollup.ceiling || one->rollup.ceiling < other->rollup.ceiling)
    return one->rollup.ceiling > other->rollup.ceiling ? -1 : 1;
  return one->project->base.index < other->project->base.index ? -1 : 1;
}

static GPtrArray *
list_by_money (JalonModel *self)
{
  GPtrArray *shares = g_ptr_array_new ();
  guint n = self->figures != NULL ? jalon_figures_get_n_shares (self->figures) : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (shares, (gpointer) jalon_figures_get_share (self->figures, i));
  g_ptr_array_sort (shares, compare_by_money);
  return shares;
}

static gboolean
find_selected (JalonModel *self, const GPtrArray *shares, guint *position)
{
  const JalonProject *selected = jalon_model_get_selected (self);

  for (guint i = 0; i < shares->len; i++)
    if (((const JalonShare *) g_ptr_array_index (shares, i))->project == selected)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * jalon_model_step_selected:
 * @self: a model
 * @step: 1 for the next project, -1 for the one before
 *
 * Selects a neighbour of the selected project, by falling money, round the ends; without one, the first.
 */
void
jalon_model_step_selected (JalonModel *self, int step)
{
  g_autoptr (GPtrArray) shares = list_by_money (self);
  guint n = shares->len;
  guint at = step > 0 ? n - 1 : 0;

  if (n == 0)
    return;
  find_selected (self, shares, &at);
  at = (at + n + (guint) (step + (int) n)) % n;
  jalon_query_set_selected (self->query, ((const JalonShare *) g_ptr_array_index (shares, at))->project->base.id);
}

/**
 * jalon_model_find_selected:
 * @self: a model
 * @position: (out): where the selected project stands among those that the query lists, by falling money, from 0
 * @n: (out): how many it lists
 *
 * Returns: whether it lists the selected project
 */
gboolean
jalon_model_find_selected (JalonModel *self, guint *position, guint *n)
{
  g_autoptr (GPtrArray) shares = list_by_money (self);

  *n = shares->len;
  return find_selected (self, shares, position);
}

/**
 * jalon_model_get_language:
 * @self: a model
 *
 * Returns: the language of the window
 */
const JalonLanguage *
jalon_model_get_language (JalonModel *self)
{
  return self->language;
}

/**
 * jalon_model_set_language:
 * @self: a model
 * @language: a language
 *
 * Has the window speak another language: interface and data together.
 */
void
jalon_model_set_language (JalonModel *self, const JalonLanguage *language)
{
  if (self->language == language)
    return;
  self->language = language;
  emit_changed (self, JALON_MODEL_LANGUAGE);
}

/**
 * jalon_model_get_theme:
 * @self: a model
 *
 * Returns: the theme that scenes are painted in
 */
JalonTheme
jalon_model_get_theme (JalonModel *self)
{
  return self->theme;
}

/**
 * jalon_model_get_type_setting:
 * @self: a model
 *
 * Returns: (transfer none): how text in scenes is set
 */
JalonType *
jalon_model_get_type_setting (JalonModel *self)
{
  if (self->type == NULL)
    self->type = jalon_type_new (self->family, self->text_scale);
  return self->type;
}

/**
 * jalon_model_set_look:
 * @self: a model
 * @theme: the theme
 * @family: (nullable): the font's family, or %NULL for the default
 * @text_scale: how much larger than usual text is, 1 for not at all
 *
 * Follows the desktop's settings.
 */
void
jalon_model_set_look (JalonModel *self, JalonTheme theme, const char *family, double text_scale)
{
  gboolean same_type = g_strcmp0 (self->family, family) == 0 && ABS (self->text_scale - text_scale) < 1e-6;

  if (self->theme == theme && same_type)
    return;
  self->theme = theme;
  if (!same_type)
    {
      g_free (self->family);
      self->family = g_strdup (family);
      self->text_scale = text_scale;
      g_clear_pointer (&self->type, jalon_type_unref);
    }
  emit_changed (self, JALON_MODEL_LOOK);
}

/**
 * jalon_model_get_logarithmic:
 * @self: a model
 *
 * Returns: whether bars are on a logarithmic scale
 */
gboolean
jalon_model_get_logarithmic (JalonModel *self)
{
  return self->logarithmic;
}

/**
 * jalon_model_set_logarithmic:
 * @self: a model
 * @logarithmic: whether bars are on a logarithmic scale
 *
 * Chooses the scale of the bars.
 */
void
jalon_model_set_logarithmic (JalonModel *self, gboolean logarithmic)
{
  if (self->logarithmic == logarithmic)
    return;
  self->logarithmic = logarithmic;
  emit_changed (self, JALON_MODEL_LOOK);
}

/**
 * jalon_model_get_order:
 * @self: a model
 *
 * Returns: how the bars are to be sorted
 */
JalonBarsOrder
jalon_model_get_order (JalonModel *self)
{
  return self->order;
}

/**
 * jalon_model_set_order:
 * @self: a model
 * @order: how the bars are to be sorted
 *
 * Sorts the bars.
 */
void
jalon_model_set_order (JalonModel *self, JalonBarsOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  emit_changed (self, JALON_MODEL_LOOK);
}

/**
 * jalon_model_get_ecosystem:
 * @self: a model
 *
 * Returns: whether the map shows the ecosystem
 */
gboolean
jalon_model_get_ecosystem (JalonModel *self)
{
  return self->ecosystem;
}

/**
 * jalon_model_set_ecosystem:
 * @self: a model
 * @ecosystem: whether the map shows the ecosystem
 *
 * Lays indicators and organisations on the map, or takes them away.
 */
void
jalon_model_set_ecosystem (JalonModel *self, gboolean ecosystem)
{
  if (self->ecosystem == ecosystem)
    return;
  self->ecosystem = ecosystem;
  emit_changed (self, JALON_MODEL_LAYERS);
}

/**
 * jalon_page_get_nick:
 * @page: a page
 *
 * Returns: its name in actions and in states
 */
const char *
jalon_page_get_nick (JalonPage page)
{
  return page_nicks[page];
}

/**
 * jalon_page_from_nick:
 * @nick: a name
 * @page: (out): the page
 *
 * Returns: whether there is a page of that name
 */
gboolean
jalon_page_from_nick (const char *nick, JalonPage *page)
{
  for (JalonPage i = 0; i < JALON_N_PAGES; i++)
    if (strcmp (page_nicks[i], nick) == 0)
      {
        *page = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * jalon_model_get_page:
 * @self: a model
 *
 * Returns: the page of the window
 */
JalonPage
jalon_model_get_page (JalonModel *self)
{
  return self->page;
}

/**
 * jalon_model_set_page:
 * @self: a model
 * @page: the page of the window
 *
 * Turns to another page; query and selection stay.
 */
void
jalon_model_set_page (JalonModel *self, JalonPage page)
{
  if (self->page == page)
    return;
  self->page = page;
  emit_changed (self, JALON_MODEL_PAGE);
}
