/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-ecosystem-sheet.h"

#include "scenes/jalon-ecosystem-layout.h"

/* The page ends where its cards do; before they are laid out, here, in logical pixels. */
#define MAX_HEIGHT 100000.0

static void
add_part (JalonSheet *sheet, const char *heading, JalonScene *scene)
{
  jalon_sheet_add_heading (sheet, heading);
  jalon_page_add (sheet->page, JALON_ROLE_FIGURE, scene, sheet->left, sheet->top);
  sheet->top += jalon_scene_get_height (scene) + JALON_SHEET_GAP;
}

/**
 * jalon_ecosystem_sheet_add:
 * @query: what @input answers
 *
 * Adds the figures of the ecosystem and the organisations as a page that is as high as it must be, whatever the height of the document
 * was.
 */
void
jalon_ecosystem_sheet_add (JalonDocument *document, const JalonLayoutInput *input, JalonQuery *query)
{
  g_autoptr (JalonEcosystem) ecosystem = jalon_ecosystem_new (input->figures, query);
  JalonSheet sheet;

  document->height = MAX_HEIGHT;
  jalon_sheet_begin (&sheet, document, input, document->about->title);
  jalon_sheet_add_foot (&sheet, FALSE);
  jalon_sheet_add_title (&sheet);
  add_part (&sheet, jalon_tr (document->language, "The ecosystem in figures"),
            jalon_indicators_layout (input, ecosystem, jalon_sheet_get_width (&sheet)));
  add_part (&sheet, jalon_tr (document->language, "Organizations"),
            jalon_organisations_layout (input, ecosystem, jalon_sheet_get_width (&sheet)));
  jalon_sheet_shrink (&sheet);
  jalon_sheet_end (&sheet, 1);
}
