/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/jalon-present-options.h"

#include "app/jalon-options.h"

#define LONGEST 86400.0

/**
 * jalon_present_options_wanted:
 * @options: the options given
 *
 * Returns: whether slides are to be shown instead of a window
 */
gboolean
jalon_present_options_wanted (GVariantDict *options)
{
  return g_variant_dict_contains (options, "present") || g_variant_dict_contains (options, "kiosk");
}

static gboolean
read_seconds (GVariantDict *options, const char *name, double *seconds, GError **error)
{
  const char *value = NULL;
  char *end = NULL;

  if (!g_variant_dict_lookup (options, name, "&s", &value))
    return TRUE;
  *seconds = g_ascii_strtod (value, &end);
  if (end != value && *end == '\0' && *seconds > 0 && *seconds <= LONGEST)
    return TRUE;
  g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE, "--%s=%s: accepted is a number of seconds over 0", name, value);
  return FALSE;
}

/**
 * jalon_present_options_read:
 * @options: the options given
 * @read: (out caller-allocates): how slides are shown
 * @error: return location for %JALON_OPTIONS_ERROR
 *
 * Reads --kiosk, --loop, --in-turn, --pace and --idle.
 *
 * Returns: whether all of them make sense
 */
gboolean
jalon_present_options_read (GVariantDict *options, JalonPresenterOptions *read, GError **error)
{
  static const char *const companions[] = { "loop", "pace", "idle" };

  *read = (JalonPresenterOptions) { .idle = JALON_PRESENTER_USUAL_IDLE };
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      const char *wanted = g_str_equal (companions[i], "idle") ? "kiosk" : "present";

      if (!g_variant_dict_contains (options, companions[i]) || g_variant_dict_contains (options, "kiosk")
          || g_variant_dict_contains (options, wanted))
        continue;
      g_set_error (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE, "--%s goes with --%s", companions[i], wanted);
      return FALSE;
    }
  read->kiosk = g_variant_dict_contains (options, "kiosk");
  read->loop = read->kiosk || g_variant_dict_contains (options, "loop");
  read->in_turn = g_variant_dict_contains (options, "in-turn");
  if (read->in_turn && !read->loop)
    {
      g_set_error_literal (error, JALON_OPTIONS_ERROR, JALON_OPTIONS_ERROR_USAGE, "--in-turn goes with --loop or --kiosk");
      return FALSE;
    }
  return read_seconds (options, "pace", &read->pace, error) && read_seconds (options, "idle", &read->idle, error);
}
