#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh WORK TREE COMMAND...: builds the flatpak, exports it as a repository and a bundle, installs it from there and tests it in its
# sandbox (as root). Where the GNOME runtime can't be reached, COMMAND makes the TREE that a stand-in for it is made of.
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/common.sh"
mkdir -p "$1" "$2"
work=$(cd "$1" && pwd)
tree=$(cd "$2" && pwd)
shift 2
source=$(dirname "$here")
id=io.github.jalon.Jalon
version=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$here/$id.json")
export FLATPAK_USER_DIR=$work/flatpak
pictures=$work/pictures
server=

reach_runtime () {
  flatpak --user info "org.gnome.Sdk//$version" >/dev/null 2>&1 && return
  if timeout 20 flatpak --user remote-add --if-not-exists flathub https://dl.flathub.org/repo/flathub.flatpakrepo 2>/dev/null; then
    flatpak --user install -y --noninteractive flathub "org.gnome.Sdk//$version" "org.gnome.Platform//$version" && return
  fi
  "$@"
  "$here/runtime.sh" "$work" "$tree" "$version"
}

# Builds the flatpak of the sources in folder $1 into the repository.
build () {
  flatpak-builder --user --state-dir="$work/state" --repo="$work/repo" --default-branch=stable --force-clean --disable-updates --ccache \
    "${builder[@]}" --jobs="$(nproc)" "$work/app" "$1/flatpak/$id.json" >"$work/build.log" 2>&1 \
    || { tail -n 40 "$work/build.log" >&2; exit 1; }
}

# The file with which one installs from a repository at address $1.
write_ref () {
  printf '[Flatpak Ref]\nName=%s\nBranch=stable\nTitle=Jalon\nIsRuntime=false\nUrl=%s\n' "$id" "$1"
}

# Serves the repository as any web server would.
serve () {
  python3 -u -m http.server --bind 127.0.0.1 --directory "$work" 0 >"$work/server.log" 2>&1 &
  server=$!
  trap 'kill "$server"' EXIT
  until port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$work/server.log") && [ -n "$port" ]; do sleep 0.1; done
}

# All that is installed for the desktop is what it gets to see.
check_exports () {
  local files=$FLATPAK_USER_DIR/app/$id/current/active/files exported=$FLATPAK_USER_DIR/exports/share missing=
  while read -r file; do
    [ -e "$exported/$file" ] || missing+=" $file"
  done < <(cd "$files/share" && find applications dbus-1/services icons mime/packages metainfo gnome-shell -name "$id*" -type f 2>/dev/null)
  for file in "applications/$id.desktop" "dbus-1/services/$id.service" "icons/hicolor/scalable/apps/$id.svg" \
    "icons/hicolor/symbolic/apps/$id-symbolic.svg" "mime/packages/$id.xml"; do
    [ -e "$exported/$file" ] || missing+=" $file"
  done
  [ -z "$missing" ] || { echo "not exported to the desktop:$missing" >&2; exit 1; }
  grep -q "^MimeType=application/vnd.jalon+json;" "$exported/applications/$id.desktop"
  (cd "$exported" && find . -name "$id*" | sort | sed 's/^\./exported: share/')
}

# It asks for the display and the graphics card only. fallback-x11 is printed with the x11 that it may stand for.
check_permissions () {
  flatpak --user info --show-permissions "$id" | tee "$work/permissions"
  printf '[Context]\nshared=ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;\n' | diff - <(grep . "$work/permissions") \
    || { echo 'the permissions are others than these' >&2; exit 1; }
}

# A test in a session of its own, on display $1, in home $2.
session () {
  local begun=$SECONDS status=0
  mkdir -p "$2"
  FAILED_PICTURE=$pictures/failed-$(basename "$2").png "$here/session.sh" "$@" || status=1
  say "$(basename "$3") in $(basename "$2") took $((SECONDS - begun))s"
  return "$status"
}

# All tests on display $1; one that fails leaves the others theirs.
test_on () {
  local status=0 language
  session "$1" "$work/homes/$1" "$source/tests/test-e2e.py" "$here/run.sh" || status=1
  for language in fr en; do
    session "$1" "$work/homes/$1-$language" "$here/portals.py" "$pictures/$1-$language.png" "$language" "$here/run.sh" || status=1
  done
  return "$status"
}

# The tests on both displays at once, which mostly wait, and what they say one after the other.
test_on_both () {
  local status=0 x11
  test_on x11 >"$work/x11.log" 2>&1 &
  x11=$!
  test_on wayland >"$work/wayland.log" 2>&1 || status=1
  wait "$x11" || status=1
  cat "$work/x11.log" "$work/wayland.log"
  return "$status"
}

# An update by the web server: what was set and opened stays.
check_update () {
  rm -rf "$work/next" "$work/update-home"
  mkdir -p "$work/next"
  tar -C "$source" --exclude='./build*' --exclude=./.git -cf - . | tar -C "$work/next" -xf -
  sed -i "s/^\(  version: '.*\.\)\([0-9]*\)',/\1$(($(sed -n "s/^  version: '.*\.\([0-9]*\)',/\1/p" "$source/meson.build") + 1))',/" \
    "$work/next/meson.build"
  build "$work/next"
  mkdir "$work/update-home"
  cp "$source/tests/data/good/japan.jalon" "$work/update-home/"
  session x11 "$work/update-home" "$here/update.py" before "$work/update-home/japan.jalon" "$here/run.sh"
  before=$(flatpak run --user "$id" --version 2>/dev/null)
  flatpak --user update -y --noninteractive "$id" >&2
  after=$(flatpak run --user "$id" --version 2>/dev/null)
  [ "$before" != "$after" ] || { echo "the update left $before" >&2; exit 1; }
  echo "updated: from $before to $after"
  session x11 "$work/update-home" "$here/update.py" after "$work/update-home/japan.jalon" "$here/run.sh"
}

reach_runtime "$@"
builder=()
if flatpak --user remotes | grep -q stand-in; then
  echo "NOTE: the GNOME runtime can't be reached. This one is a stand-in made of Debian testing's packages; don't publish the bundle."
  python3 "$here/sources.py" "$here/$id.json" "$work/state" "$(debian_mirror)"
  mkdir -p "$work/bin" # the catalog's entry is composed by a newer appstreamcli than an old system's
  printf '#!/bin/sh\nexec "%s/in-tree.sh" "%s" appstreamcli "$@"\n' "$here" "$tree" >"$work/bin/appstreamcli"
  chmod +x "$work/bin/appstreamcli"
  export PATH=$work/bin:$PATH
  builder=(--disable-download)
fi
say 'building'
rm -rf "$pictures" "$work/repo" "$work/homes"
mkdir -p "$pictures"
build "$source"
flatpak build-bundle "$work/repo" "$work/$id.flatpak" "$id" stable
{
  write_ref "${JALON_REPO_URL:-https://YOUR.SERVER/repo}"
  echo 'RuntimeRepo=https://dl.flathub.org/repo/flathub.flatpakrepo'
} >"$work/$id.flatpakref"
serve
write_ref "http://127.0.0.1:$port/repo" >"$work/here.flatpakref"
flatpak --user uninstall -y --noninteractive "$id" >/dev/null 2>&1 || true
flatpak --user install -y --noninteractive --no-deps "$work/$id.flatpak" >&2
flatpak --user uninstall -y --noninteractive "$id" >&2
flatpak --user install -y --noninteractive --from "http://127.0.0.1:$port/here.flatpakref" >&2
say 'built, bundled, and installed from the bundle and from a web server'
echo "installed: $(flatpak --user info --show-size "$id"), bundle: $(stat -c %s "$work/$id.flatpak") bytes"
check_permissions
check_exports
flatpak run --user "$id" --version 2>/dev/null
flatpak run --user "$id" --summary 2>/dev/null | head -n 4
test_on_both
check_update
say "passed; pictures are in $pictures"
