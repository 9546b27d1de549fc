#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh WORK TREE COMMAND...: builds the flatpak, exports it as a repository and a bundle, installs it from there and runs it in its
# sandbox. Where the GNOME runtime can't be reached, COMMAND makes the TREE that a stand-in for it is made of.
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/common.sh"
mkdir -p "$1"
work=$(cd "$1" && pwd)
mkdir -p "$2"
tree=$(cd "$2" && pwd)
shift 2
manifest=$here/io.github.jalon.Jalon.json
id=io.github.jalon.Jalon
version=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$manifest")
export FLATPAK_USER_DIR=$work/flatpak

reach_runtime () {
  flatpak --user info "org.gnome.Sdk//$version" >/dev/null 2>&1 && return
  if timeout 20 flatpak --user remote-add --if-not-exists flathub https://dl.flathub.org/repo/flathub.flatpakrepo 2>/dev/null; then
    flatpak --user install -y --noninteractive flathub "org.gnome.Sdk//$version" "org.gnome.Platform//$version" && return
  fi
  "$@"
  "$here/runtime.sh" "$work" "$tree" "$version"
}

reach_runtime "$@"
builder=()
if flatpak --user remotes | grep -q stand-in; then
  echo "NOTE: the GNOME runtime can't be reached. This one is a stand-in made of Debian testing's packages; don't publish the bundle."
  python3 "$here/sources.py" "$manifest" "$work/state" "$(debian_mirror)"
  mkdir -p "$work/bin" # the catalog's entry is composed by a newer appstreamcli than an old system's
  printf '#!/bin/sh\nexec "%s/in-tree.sh" "%s" appstreamcli "$@"\n' "$here" "$tree" >"$work/bin/appstreamcli"
  chmod +x "$work/bin/appstreamcli"
  export PATH=$work/bin:$PATH
  builder=(--disable-download)
fi
say 'building'
nice flatpak-builder --user --state-dir="$work/state" --repo="$work/repo" --default-branch=stable --force-clean --disable-updates \
  "${builder[@]}" --jobs="$(nproc)" "$work/app" "$manifest" >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log" >&2; exit 1; }
flatpak --user remote-add --if-not-exists --no-gpg-verify jalon "file://$work/repo"
flatpak --user install -y --noninteractive --or-update jalon "$id//stable" >&2
flatpak build-bundle "$work/repo" "$work/$id.flatpak" "$id" stable
{
  printf '[Flatpak Ref]\nName=%s\nBranch=stable\nTitle=Jalon\nIsRuntime=false\n' "$id"
  printf 'Url=%s\nRuntimeRepo=https://dl.flathub.org/repo/flathub.flatpakrepo\n' "${JALON_REPO_URL:-https://YOUR.SERVER/repo}"
} >"$work/$id.flatpakref"
say 'built, installed and bundled'
echo "installed: $(flatpak --user info --show-size "$id"), bundle: $(stat -c %s "$work/$id.flatpak") bytes"
flatpak --user info --show-permissions "$id" | tee "$work/permissions"
# fallback-x11 is printed with the x11 that it may stand for.
printf '[Context]\nshared=ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;\n' | diff - <(grep . "$work/permissions") \
  || { echo 'the permissions are others than these' >&2; exit 1; }
flatpak run --user "$id" --version
flatpak run --user "$id" --summary | head -n 4
for protocol in x11 wayland; do
  for language in fr en; do
    "$here/session.sh" "$protocol" /usr/bin/python3 "$here/smoke.py" "$work/$protocol-$language.png" "$language" flatpak run --user "$id"
    say "seen in $work/$protocol-$language.png"
  done
done
