#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh PROGRAM: the pictures that catalogs of applications show, as the program itself exports them.
set -eu
for language in en fr; do
  for view in dashboard table; do
    "$1" --export="$(dirname "$0")/$view-$language.png" --view="$view" --size=1280x720 --scale=1 --theme=light --language="$language"
  done
done
