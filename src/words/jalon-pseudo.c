/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/jalon-pseudo.h"

#include <string.h>

/* How much longer than the English a pseudo-translation is. */
#define LENGTHEN 1.4

static const char *const accents[128] = {
  ['A'] = "Å", ['C'] = "Ç", ['D'] = "Ð", ['E'] = "É", ['I'] = "Î", ['N'] = "Ñ", ['O'] = "Ö", ['S'] = "Š",
  ['U'] = "Û", ['Y'] = "Ý", ['Z'] = "Ž", ['a'] = "å", ['c'] = "ç", ['d'] = "ð", ['e'] = "é", ['g'] = "ğ",
  ['i'] = "î", ['n'] = "ñ", ['o'] = "ö", ['s'] = "š", ['u'] = "û", ['y'] = "ý", ['z'] = "ž",
};

/* The length in bytes of what must stay as it is at the start of `text`: %1$s, {name}, <tag>, &entity; or 0. */
static gsize
measure_placeholder (const char *text)
{
  const char *end = NULL;

  if (*text == '%')
    {
      gsize flags = strspn (text + 1, "0123456789$-+ #'.*hlqjzt");
      return text[1 + flags] != '\0' ? flags + 2 : 1;
    }
  if (*text == '{')
    end = strchr (text, '}');
  else if (*text == '<')
    end = strchr (text, '>');
  else if (*text == '&')
    end = strchr (text, ';');
  return end != NULL ? (gsize) (end - text) + 1 : 0;
}

/**
 * jalon_pseudo_translate:
 * @message: an English source string
 *
 * Makes of @message what a wordy language might: accented, about 40 % longer, with its
 * placeholders and markup as they were. It stays readable.
 *
 * Returns: (transfer full): the pseudo-translation
 */
char *
jalon_pseudo_translate (const char *message)
{
  g_autoptr (GString) result = g_string_new ("[");
  glong length = g_utf8_strlen (message, -1);
  double wanted = (double) length * LENGTHEN;

  for (const char *p = message; *p != '\0';)
    {
      gsize fixed = measure_placeholder (p);
      guchar c = (guchar) *p;

      if (fixed == 0 && c < G_N_ELEMENTS (accents) && accents[c] != NULL)
        {
          g_string_append (result, accents[c]);
          p++;
          continue;
        }
      if (fixed == 0)
        fixed = (gsize) (g_utf8_next_char (p) - p);
      g_string_append_len (result, p, (gssize) fixed);
      p += fixed;
    }
  for (glong i = length + 2; (double) i < wanted; i++)
    g_string_append (result, i % 6 == 0 ? " " : "ẅ");
  g_string_append_c (result, ']');
  return g_string_free (g_steal_pointer (&result), FALSE);
}
