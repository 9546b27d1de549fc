#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh ARGUMENT...: the installed flatpak, as a desktop starts it: the files among the arguments are handed into its sandbox.
set -eu
count=$#
while [ "$count" -gt 0 ]; do
  argument=$1
  shift
  if [ -f "$argument" ]; then
    set -- "$@" @@ "$argument" @@
  else
    set -- "$@" "$argument"
  fi
  count=$((count - 1))
done
exec flatpak run --user --die-with-parent --file-forwarding io.github.jalon.Jalon "$@"
