/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "files/jalon-draft.h"

/**
 * jalon_draft_problem:
 * @draft: a draft
 * @severity: whether it refuses the file
 * @code: what is wrong
 * @node: where
 * @arg: (nullable): the first argument of the code; the others after it, %NULL at their end
 */
void
jalon_draft_problem (JalonDraft *draft,
                     JalonSeverity severity,
                     JalonProblemCode code,
                     JalonJsonNode node,
                     const char *arg,
                     ...)
{
  g_autoptr (GStrvBuilder) args = NULL;
  va_list list;

  if (!jalon_problems_wants (draft->problems, severity))
    return;
  args = g_strv_builder_new ();
  va_start (list, arg);
  for (; arg != NULL; arg = va_arg (list, const char *))
    g_strv_builder_add (args, arg);
  va_end (list);
  jalon_problems_add (draft->problems, severity, code, jalon_json_get_offset (draft->json, node),
                      jalon_json_dup_path (draft->json, node), g_strv_builder_end (args));
}

/**
 * jalon_draft_get_node:
 * @draft: a draft
 * @list: a list of the dataset
 * @record: a record of it
 *
 * Returns: the object it was read from
 */
JalonJsonNode
jalon_draft_get_node (JalonDraft *draft, JalonList list, const JalonRecord *record)
{
  return g_array_index (draft->nodes[list], JalonJsonNode, record->index);
}

/**
 * jalon_draft_get_item:
 * @draft: a draft
 * @object: an object
 * @name: one of its lists
 * @index: of an item of that list
 *
 * Returns: the item
 */
JalonJsonNode
jalon_draft_get_item (JalonDraft *draft, JalonJsonNode object, const char *name, guint index)
{
  JalonJsonNode array = jalon_json_get_member (draft->json, object, name);
  JalonJsonNode item = jalon_json_get_first (draft->json, array);

  for (guint i = 0; i < index; i++)
    item = jalon_json_get_next (draft->json, array, item);
  return item;
}

/**
 * jalon_draft_get_member:
 * @draft: a draft
 * @object: an object
 * @name: a name
 *
 * Returns: the value of that name, or the object itself where it has none: the place to show
 */
JalonJsonNode
jalon_draft_get_member (JalonDraft *draft, JalonJsonNode object, const char *name)
{
  JalonJsonNode member = jalon_json_get_member (draft->json, object, name);

  return member == JALON_JSON_NONE ? object : member;
}
