/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

static void
test_catalogue (gconstpointer data)
{
  const char *language = data;
  g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/locale/%s.mo", language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  guint32 magic;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, sizeof magic);
  memcpy (&magic, g_bytes_get_data (bytes, NULL), sizeof magic);
  g_assert_true (magic == 0x950412de || GUINT32_SWAP_LE_BE (magic) == 0x950412de);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/resources/catalogue/fr", "fr", test_catalogue);
  g_test_add_data_func ("/resources/catalogue/en_GB", "en_GB", test_catalogue);
  return g_test_run ();
}
