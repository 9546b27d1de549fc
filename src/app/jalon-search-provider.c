/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-search-provider.h"

#include "app/jalon-options.h"
#include "app/jalon-settings.h"
#include "files/jalon-reader.h"

/* What is read for a search, at most: an overview doesn't wait. */
#define MOST_BYTES (G_GOFFSET_CONSTANT (16) << 20)
#define INTERFACE "org.gnome.Shell.SearchProvider2"

static const char xml[]
    = "<node><interface name='" INTERFACE "'>"
      "<method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
      "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/>"
      "<arg type='as' direction='out'/></method>"
      "<method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
      "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
      "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
      "</interface></node>";

/**
 * JalonSearchProvider:
 *
 * Answers what GNOME's overview asks: finds projects, places and organizations in the bundled data and in the file that was shown
 * last, without a window. Reading and searching are done in threads; while one is at it, the application stays.
 */
struct _JalonSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  JalonShowFound show;
  GDBusConnection *connection; /* owned while exported */
  guint registration;

  GMutex lock;         /* of what follows, for threads */
  JalonFinder *finder; /* owned, or NULL */
  char *recent;        /* owned: of which file the finder is, and as of when */
};

G_DEFINE_FINAL_TYPE (JalonSearchProvider, jalon_search_provider, G_TYPE_OBJECT)

/* A question on its way through a thread. */
typedef struct
{
  GDBusMethodInvocation *invocation; /* owned until it is answered */
  char *recent;                      /* the address of the file that was shown last; "" for none */
  char *text;                        /* what is searched, or NULL: what is known of the ids is asked */
  char **ids;
  const JalonLanguage *language;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->recent);
  g_free (question->text);
  g_strfreev (question->ids);
  g_free (question);
}

/* Tells two states of a file apart; NULL where there is nothing to be read, or too much. */
static char *
stamp (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                                                  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *uri = g_file_get_uri (file);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MOST_BYTES)
    return NULL;
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT ".%u", uri, g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC));
}

/* A file that can't be shown isn't searched. */
static JalonFinder *
read_finder (GFile *recent)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) jalon_problem_free);
  g_autoptr (JalonDataset) bundled = jalon_options_read_bundled ();
  g_autoptr (JalonDataset) dataset = recent != NULL ? jalon_reader_read_file (recent, problems, NULL, NULL) : NULL;

  return jalon_finder_new (dataset, bundled);
}

/* The finder of both data; read again once the file has changed, or is another. */
static JalonFinder *
get_finder (JalonSearchProvider *self, const char *uri)
{
  g_autoptr (GFile) file = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *recent = file != NULL ? stamp (file) : NULL;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  if (self->finder == NULL || g_strcmp0 (recent, self->recent) != 0)
    {
      g_clear_pointer (&self->finder, jalon_finder_unref);
      self->finder = read_finder (recent != NULL ? file : NULL);
      g_free (self->recent);
      self->recent = g_steal_pointer (&recent);
    }
  return jalon_finder_ref (self->finder);
}

static const char *
get_icon (const char *id)
{
  JalonFound found;

  if (!jalon_found_parse (id, &found))
    return APP_ID;
  switch (found.kind)
    {
    case JALON_FOUND_PLACE:
      return "mark-location-symbolic";
    case JALON_FOUND_ORGANISATION:
      return "system-users-symbolic";
    case JALON_FOUND_PROJECT:
    case JALON_N_FOUND:
    default:
      return APP_ID;
    }
}

/* One of the dictionaries that say what is known of a result. */
static void
add_meta (GVariantBuilder *metas, const JalonFinder *finder, const char *id, const JalonLanguage *language)
{
  g_autofree char *name = jalon_finder_get_name (finder, id, language);
  g_autofree char *description = jalon_finder_describe (finder, id, language);
  g_autoptr (GIcon) icon = g_themed_icon_new (get_icon (id));
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);

  if (name == NULL)
    return; /* it went since it was found */
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", serialized);
  g_variant_builder_close (metas);
}

static void
answer_in_thread (GTask *task, gpointer provider, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  g_autoptr (JalonFinder) finder = get_finder (JALON_SEARCH_PROVIDER (provider), question->recent);
  GVariantBuilder answer;

  if (question->text != NULL)
    {
      g_auto (GStrv) ids = jalon_finder_find (finder, question->text);

      g_task_return_pointer (task, g_variant_ref_sink (g_variant_new ("(^as)", ids)), (GDestroyNotify) g_variant_unref);
      return;
    }
  g_variant_builder_init (&answer, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; question->ids[i] != NULL; i++)
    add_meta (&answer, finder, question->ids[i], question->language);
  g_task_return_pointer (task, g_variant_ref_sink (g_variant_new ("(aa{sv})", &answer)), (GDestroyNotify) g_variant_unref);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JalonSearchProvider *self = JALON_SEARCH_PROVIDER (object);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GVariant) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  g_dbus_method_invocation_return_value (g_steal_pointer (&question->invocation), answer);
  g_application_release (self->application);
}

/* The address of the file that was shown last. */
static char *
get_recent (void)
{
  GSettings *settings = jalon_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "last-file") : g_strdup ("");
}

/* Takes either what is searched or the ids that are asked about. */
static void
ask (JalonSearchProvider *self, GDBusMethodInvocation *invocation, char *text, char **ids)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, answered_cb, NULL);
  Question *question = g_new0 (Question, 1);
  const JalonLanguage *chosen = jalon_settings_get_language ();

  g_task_set_source_tag (task, ask);
  question->invocation = invocation;
  question->recent = get_recent ();
  question->text = text;
  question->ids = ids;
  question->language = chosen != NULL ? chosen : jalon_language_get_default ();
  g_task_set_task_data (task, question, question_free);
  g_application_hold (self->application);
  g_task_run_in_thread (task, answer_in_thread);
}

static void
activate_result (JalonSearchProvider *self, const char *id)
{
  JalonFound found;

  if (jalon_found_parse (id, &found))
    self->show (self->application, &found, NULL);
}

static char *
join_terms (GVariant *parameters, guint index)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, index);
  g_autofree const char **words = g_variant_get_strv (terms, NULL);

  return g_strjoinv (" ", (char **) words);
}

static void
method_call_cb (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer data)
{
  JalonSearchProvider *self = data;
  g_autofree char *text = NULL;
  const char *id;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      ask (self, invocation, join_terms (parameters, 0), NULL);
      return;
    }
  if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      ask (self, invocation, join_terms (parameters, 1), NULL);
      return;
    }
  if (g_str_equal (method, "GetResultMetas"))
    {
      char **ids;

      g_variant_get (parameters, "(^as)", &ids);
      ask (self, invocation, NULL, ids);
      return;
    }
  if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get_child (parameters, 0, "&s", &id);
      activate_result (self, id);
    }
  else
    {
      text = join_terms (parameters, 0);
      self->show (self->application, NULL, text);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static const GDBusInterfaceInfo *
get_interface (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      GDBusNodeInfo *node = g_dbus_node_info_new_for_xml (xml, NULL);
      GDBusInterfaceInfo *info = g_dbus_interface_info_ref (g_dbus_node_info_lookup_interface (node, INTERFACE));

      g_dbus_node_info_unref (node);
      g_once_init_leave (&made, (gsize) info);
    }
  return (const GDBusInterfaceInfo *) made;
}

static void
jalon_search_provider_finalize (GObject *object)
{
  JalonSearchProvider *self = JALON_SEARCH_PROVIDER (object);

  jalon_search_provider_unexport (self);
  g_clear_pointer (&self->finder, jalon_finder_unref);
  g_free (self->recent);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (jalon_search_provider_parent_class)->finalize (object);
}

static void
jalon_search_provider_class_init (JalonSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jalon_search_provider_finalize;
}

static void
jalon_search_provider_init (JalonSearchProvider *self)
{
  g_mutex_init (&self->lock);
}

/**
 * jalon_search_provider_new:
 * @application: the application, which outlives it
 * @show: has a window show what was chosen
 *
 * Returns: (transfer full): a provider, not yet on a bus
 */
JalonSearchProvider *
jalon_search_provider_new (GApplication *application, JalonShowFound show)
{
  JalonSearchProvider *self = g_object_new (JALON_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->show = show;
  return self;
}

/**
 * jalon_search_provider_export:
 * @self: a provider
 * @connection: a bus
 * @path: where it can be asked
 * @error: return location
 *
 * Returns: whether it can be asked now
 */
gboolean
jalon_search_provider_export (JalonSearchProvider *self, GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };

  self->registration = g_dbus_connection_register_object (connection, path, (GDBusInterfaceInfo *) get_interface (), &vtable, self,
                                                          NULL, error);
  if (self->registration > 0)
    g_set_object (&self->connection, connection);
  return self->registration > 0;
}

/**
 * jalon_search_provider_unexport:
 * @self: a provider
 *
 * Takes it from its bus again.
 */
void
jalon_search_provider_unexport (JalonSearchProvider *self)
{
  if (self->registration > 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
