/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-deck.h"

#include "scenes/jalon-slide.h"

/**
 * jalon_deck_fill:
 * @document: one without pages, its type as large as slides want it
 * @query: what the input's figures answer
 *
 * Adds the slides of a talk, a page each.
 */
void
jalon_deck_fill (JalonDocument *document, const JalonLayoutInput *input, JalonQuery *query)
{
  const JalonSlidesInput slides_input = {
    .layout = *input,
    .query = query,
    .about = document->about,
    .credit = document->basemap != NULL ? jalon_basemap_get_credit (document->basemap) : NULL,
    .theme = document->theme,
    .width = document->width,
    .height = document->height,
  };
  g_autoptr (GPtrArray) slides = jalon_slides_lay_out (&slides_input);

  for (guint i = 0; i < slides->len; i++)
    {
      JalonSlide *slide = g_ptr_array_index (slides, i);
      JalonDocumentPage *page = jalon_document_add_page (document, slide->heading);

      while (slide->panels->len > 0)
        g_ptr_array_add (page->panels, g_ptr_array_steal_index (slide->panels, 0));
    }
}
