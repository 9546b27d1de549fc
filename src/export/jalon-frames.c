/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-frames.h"

#include <math.h>
#include <string.h>

#include "export/jalon-picture.h"
#include "export/jalon-sheet.h"
#include "export/jalon-views.h"
#include "export/jalon-whole-file.h"
#include "words/jalon-words.h"

/* Ten seconds of a film of 25 frames a second: the timeline as it plays, and the whole at last for two seconds more. */
#define MOVING 250
#define STILL 50
#define MAX_DIGITS 9
#define MAP_PART 0.5

/* A film while it is made. All its frames look at the same days and the same piece of land. */
typedef struct
{
  const JalonExportRequest *request;
  const char *digest;
  const JalonMoneyHistory *history;
  double scale;
  JalonTimeWindow window;
  double top, bottom;    /* between them map and timeline stand still, whatever is said above and below; 0 before the first one is drawn */
  JalonMapFrame map;
  int first, last;       /* Julian days */
} Film;

/* Finds the number in a name: a per cent sign, the digits of a width, and a letter of printf(). Returns its letter, or NULL. */
static const char *
find_number (const char *name, const char **end)
{
  for (const char *sign = strchr (name, '%'); sign != NULL; sign = strchr (sign + 1, '%'))
    {
      const char *letter = sign + 1 + strspn (sign + 1, "0123456789");

      if (*letter != '\0' && strchr ("diuxXos", *letter) != NULL)
        {
          *end = letter + 1;
          return sign;
        }
    }
  return NULL;
}

/* The file's name in a path: folders may be called as they like. */
static const char *
get_name (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);

  return slash != NULL ? slash + 1 : path;
}

/**
 * jalon_frames_is_pattern:
 * @path: where an export goes to
 *
 * Returns: whether its name holds a number as printf() writes them, so that it stands for the frames of a film
 */
gboolean
jalon_frames_is_pattern (const char *path)
{
  const char *end;

  return find_number (get_name (path), &end) != NULL;
}

/* One number, %d or %04d, and the ending of pictures. */
static gboolean
check_pattern (const JalonExportRequest *request, const char *path, GError **error)
{
  const JalonLanguage *language = request->language;
  g_autofree char *display_name = g_filename_display_name (path);
  const char *end, *rest, *sign = find_number (get_name (path), &end);
  gsize n_digits = (gsize) (end - sign) - 2;
  gboolean padded = n_digits == 2 && sign[1] == '0' && sign[2] != '0' && sign[2] - '0' <= MAX_DIGITS;
  JalonExportFormat format;

  if (end[-1] != 'd' || (n_digits > 0 && !padded) || find_number (end, &rest) != NULL)
    g_set_error (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_NUMBER,
                 jalon_tr (language, "“%s” must hold one number of a frame, such as %%04d."), display_name);
  else if (!jalon_export_format_from_path (path, &format) || format != JALON_EXPORT_PNG)
    g_set_error (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_ENDING,
                 jalon_tr (language, "“%s” names frames of a film: it must end in .png."), display_name);
  else if (request->view != JALON_VIEW_TIMELINE)
    g_set_error_literal (error, JALON_EXPORT_ERROR, JALON_EXPORT_ERROR_VIEW,
                         jalon_tr (language, "Frames of a film are of the timeline: say --view=timeline."));
  else
    return TRUE;
  return FALSE;
}

static char *
make_path (const char *pattern, guint number)
{
  const char *end, *name = get_name (pattern), *sign = find_number (name, &end);
  int width = end - sign > 2 ? sign[2] - '0' : 0;

  return g_strdup_printf ("%.*s%0*u%s", (int) (sign - pattern), pattern, width, number, end);
}

/* From the first day that is shown to that of the last announcement known. */
static void
find_days (Film *film, const JalonFigures *figures)
{
  const JalonDate *as_of = jalon_query_get_as_of (film->request->query);
  int until = as_of != NULL ? jalon_date_get_last_day (as_of) : G_MAXINT;

  film->window = jalon_timeline_get_opening (figures);
  film->first = (int) ceil (film->window.first);
  film->last = film->first;
  for (guint i = 0; i < jalon_figures_get_n_shares (figures); i++)
    {
      const GPtrArray *announcements = jalon_figures_get_share (figures, i)->project->announcements;

      for (guint j = 0; j < announcements->len; j++)
        {
          int day = jalon_date_get_first_day (&((const JalonAnnouncement *) g_ptr_array_index (announcements, j))->date);

          if (day <= until)
            film->last = MAX (film->last, day);
        }
    }
}

static void
fill (Film *film, JalonDocument *document, const JalonLayoutInput *input)
{
  gboolean is_first = film->bottom <= 0;
  JalonSheet sheet, left, right;

  jalon_sheet_begin (&sheet, document, input, document->about->title);
  jalon_sheet_add_foot (&sheet, TRUE);
  jalon_sheet_add_legend (&sheet, TRUE);
  jalon_sheet_add_title (&sheet);
  jalon_sheet_add_headline (&sheet);
  if (is_first)
    {
      film->top = sheet.top;
      film->bottom = sheet.bottom;
    }
  sheet.top = film->top;
  sheet.bottom = film->bottom;
  left = right = sheet;
  left.right = sheet.left + floor (jalon_sheet_get_width (&sheet) * MAP_PART);
  right.left = left.right + JALON_SHEET_GAP;
  if (is_first)
    film->map = jalon_sheet_fit_map (&left, jalon_sheet_get_height (&left));
  jalon_sheet_add_map (&left, &film->map, jalon_sheet_get_height (&left));
  jalon_sheet_add_timeline (&right, &film->window, jalon_sheet_get_height (&right));
  jalon_sheet_end (&sheet, 2);
}

/* What was known on a day; @day after the last one: all of it, as it is asked for. */
static GBytes *
draw (Film *film, int day, GError **error)
{
  const JalonExportRequest *request = film->request;
  JalonDate as_of = jalon_date_from_days (day, day);
  g_autoptr (JalonQuery) query = jalon_query_copy (request->query);
  g_autoptr (JalonFigures) figures = NULL;
  g_autoptr (JalonAbout) about = NULL;
  g_autoptr (JalonDocument) document = NULL;
  JalonLayoutInput input;

  if (day <= film->last)
    jalon_query_set_as_of (query, &as_of);
  figures = jalon_figures_compute (request->dataset, query);
  about = jalon_about_new (figures, query, request->language, film->digest);
  document = jalon_views_begin (request, about, film->scale < JALON_FINE_SCALE);
  document->watch = NULL; /* of the film, not of a frame */
  input = (JalonLayoutInput) { .figures = figures, .history = film->history, .language = request->language, .type = document->type };
  if (!jalon_picture_check_size (document->width, document->height, film->scale, request->language, error))
    return NULL;
  fill (film, document, &input);
  return jalon_picture_write_png (document, film->scale, error);
}

static gboolean
write_all (Film *film, const char *pattern, GError **error)
{
  int days = film->last - film->first;
  guint n_moving = (guint) MIN (days, MOVING);
  g_autoptr (GBytes) whole = draw (film, film->last + 1, error); /* first, since the map of all is that of each */

  if (whole == NULL)
    return FALSE;
  for (guint i = 0; i < n_moving + STILL; i++)
    {
      g_autofree char *path = make_path (pattern, i + 1);
      g_autoptr (GBytes) frame = i >= n_moving ? g_bytes_ref (whole) : draw (film, film->first + days * (int) i / (int) n_moving, error);

      if (frame == NULL || !jalon_watch_step (film->request->watch, (double) i / (n_moving + STILL), error)
          || !jalon_whole_file_write (path, frame, film->request->language, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * jalon_frames_write:
 * @request: a timeline to take away
 * @pattern: where to: a path of jalon_frames_is_pattern(); the first frame has the number 1
 * @error: return location for an error of %JALON_EXPORT_ERROR
 *
 * Writes the timeline as it plays, the map beside it, as pictures that others make films of: at most 300, each whole or not at all. The
 * last ones show everything. After an error those before it stay.
 *
 * Returns: whether all were written
 */
gboolean
jalon_frames_write (const JalonExportRequest *request, const char *pattern, GError **error)
{
  g_autoptr (JalonFigures) figures = NULL;
  g_autoptr (JalonMoneyHistory) history = NULL;
  g_autofree char *digest = NULL;
  Film film = { .request = request, .scale = request->scale != 0 ? request->scale : JALON_FINE_SCALE };

  if (!check_pattern (request, pattern, error))
    return FALSE;
  figures = jalon_figures_compute (request->dataset, request->query);
  film.digest = digest = jalon_export_get_digest (request->dataset);
  film.history = history = jalon_money_history_compute (request->dataset, request->query, NULL);
  find_days (&film, figures);
  return write_all (&film, pattern, error);
}
