/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/jalon-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/jalon-export.h"

/* A new file's rights, before the process's mask. */
#define RIGHTS 0666

static int
get_code (int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return JALON_EXPORT_ERROR_FOLDER;
    case EACCES:
    case EPERM:
    case EROFS:
      return JALON_EXPORT_ERROR_DENIED;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return JALON_EXPORT_ERROR_SPACE;
    default:
      return JALON_EXPORT_ERROR_FAILED;
    }
}

static gboolean
fail (const JalonLanguage *language, const char *path, int number, GError **error)
{
  int code = get_code (number);
  g_autofree char *name = g_filename_display_name (path);

  if (code == JALON_EXPORT_ERROR_FOLDER)
    g_set_error (error, JALON_EXPORT_ERROR, code, jalon_tr (language, "“%s” can’t be written: there is no such folder."), name);
  else if (code == JALON_EXPORT_ERROR_DENIED)
    g_set_error (error, JALON_EXPORT_ERROR, code, jalon_tr (language, "“%s” can’t be written: this is not allowed there."), name);
  else if (code == JALON_EXPORT_ERROR_SPACE)
    g_set_error (error, JALON_EXPORT_ERROR, code, jalon_tr (language, "“%s” can’t be written: there is no room left for it."),
                 name);
  else
    g_set_error (error, JALON_EXPORT_ERROR, code, jalon_tr (language, "“%s” can’t be written: %s."), name, g_strerror (number));
  return FALSE;
}

/* Returns 0, or what went wrong. */
static int
write_all (int file, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t written = write (file, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      data += written;
      length -= (gsize) written;
    }
  return fsync (file) == 0 ? 0 : errno;
}

/* Writes a file beside the one that is meant, with the rights of what is there, then puts it in its place. Returns 0, or what went wrong. */
static int
replace (const char *path, GBytes *bytes, const struct stat *there)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".jalon-XXXXXX", NULL);
  int file = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, RIGHTS);
  int problem;

  if (file < 0)
    return errno;
  problem = write_all (file, bytes);
  if (problem == 0 && there != NULL && fchmod (file, there->st_mode & 07777) != 0)
    problem = errno;
  if (close (file) != 0 && problem == 0)
    problem = errno;
  if (problem == 0 && g_rename (temporary, path) != 0)
    problem = errno;
  if (problem != 0)
    g_unlink (temporary);
  return problem;
}

/**
 * jalon_whole_file_write:
 * @path: the file's name; what it links to is what is written
 * @language: of the sentences of errors
 * @error: return location for an error of %JALON_EXPORT_ERROR
 *
 * Writes a file whole or not at all: what was there stays as it was until all of the new one is on the disk, and what is no
 * ordinary file is left alone.
 *
 * Returns: whether it was written
 */
gboolean
jalon_whole_file_write (const char *path, GBytes *bytes, const JalonLanguage *language, GError **error)
{
  struct stat there;
  gboolean exists = stat (path, &there) == 0;
  char *real = exists ? realpath (path, NULL) : NULL;
  int problem = 0;

  if (exists && !S_ISREG (there.st_mode))
    problem = S_ISDIR (there.st_mode) ? EISDIR : EPERM;
  else if (exists && access (path, W_OK) != 0)
    problem = errno;
  else
    problem = replace (real != NULL ? real : path, bytes, exists ? &there : NULL);
  free (real);
  return problem == 0 || fail (language, path, problem, error);
}
