/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facts/jalon-address.h"

#include <string.h>

/**
 * jalon_address_is_web:
 * @address: (nullable): an address from a file
 *
 * Returns: whether it is one of the web, http or https: no other is ever opened
 */
gboolean
jalon_address_is_web (const char *address)
{
  const char *host;

  if (address == NULL)
    return FALSE;
  if (g_ascii_strncasecmp (address, "http://", 7) == 0)
    host = address + 7;
  else if (g_ascii_strncasecmp (address, "https://", 8) == 0)
    host = address + 8;
  else
    return FALSE;
  for (const char *c = address; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || *c == 0x7f || *c == '\\')
      return FALSE;
  return strchr ("/?#", host[0]) == NULL;
}

/**
 * jalon_address_get_host:
 * @address: (nullable): an address from a file
 *
 * Returns: (transfer full) (nullable): where an address of the web leads, without a “www.”; %NULL if it is none
 */
char *
jalon_address_get_host (const char *address)
{
  g_autoptr (GUri) uri = jalon_address_is_web (address) ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *name = host != NULL ? g_ascii_strdown (host, -1) : NULL;

  if (name == NULL || name[0] == '\0')
    return NULL;
  for (const char *c = name; *c != '\0'; c++) /* what stood there as %0a */
    if ((guchar) *c <= ' ' || (guchar) *c >= 0x7f)
      return NULL;
  return g_strdup (g_str_has_prefix (name, "www.") && name[4] != '\0' ? name + 4 : name);
}

/**
 * jalon_address_choose_source:
 * @sources: (element-type JalonSource): who says something
 *
 * Returns: (transfer none) (nullable): the one to be read first: the first that can be, else the first; %NULL if there is none
 */
const JalonSource *
jalon_address_choose_source (const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (jalon_address_is_web (((const JalonSource *) g_ptr_array_index (sources, i))->url))
      return g_ptr_array_index (sources, i);
  return sources->len > 0 ? g_ptr_array_index (sources, 0) : NULL;
}
