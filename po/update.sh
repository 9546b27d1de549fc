#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the strings that the sources mark into POTFILES and the catalogues; then the new ones want translating.
set -eu
cd "$(dirname "$0")/.."

{
  grep '^data/' po/POTFILES || true
  grep -rlPz --include='*.c' '\bjalon_tr[cn]?\s*\([^;]*?"|\bN[CN]?_\s*\(\s*"' src
  grep -rlE --include='*.ui' 'translatable=["'\'']' resources || true
} | LC_ALL=C sort -u >po/POTFILES.new
mv po/POTFILES.new po/POTFILES

template=$(mktemp)
trap 'rm -f "$template"' EXIT
sed -n "s/^ *'\(--.*\)',\$/\1/p" po/meson.build \
  | xargs xgettext --package-name=jalon --files-from=po/POTFILES -o "$template"
sed -i "s/charset=CHARSET/charset=UTF-8/; /^\"POT-Creation-Date:/d" "$template"
while read -r language; do
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap "po/$language.po" "$template"
  msgattrib --no-obsolete --no-wrap -o "po/$language.po" "po/$language.po"
  printf '%s: ' "$language"
  msgfmt --check --statistics -o /dev/null "po/$language.po"
done <po/LINGUAS
