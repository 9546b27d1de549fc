#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tree.sh TREE PACKAGE...: Debian testing in a folder, with what runs Jalon and the PACKAGEs that build and test it (as root).
# TREE.running lists what only running needs.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
export tree=$1
shift
export packages="$*"
if [ -e "$tree.done" ] && [ "$(cat "$tree.done")" = "$packages" ]; then
  exit 0
fi
[ "$(id -u)" = 0 ] || { echo 'tree.sh: only root can make a Debian in a folder' >&2; exit 1; }
rm -rf "$tree" "$tree.done"
mkdir -p "$(dirname "$tree")"
running=libgtk-4-1,libgtk-4-bin,libgtk-4-common,libadwaita-1-0,libjson-glib-1.0-0,libsqlite3-0,librsvg2-common,libegl1,libgles2
running+=,adwaita-icon-theme,hicolor-icon-theme,fonts-cantarell,fonts-dejavu-core,gsettings-desktop-schemas,dconf-gsettings-backend
running+=,libharfbuzz-icu0,libsoup-3.0-0,ca-certificates,locales,at-spi2-core,dbus,tzdata,shared-mime-info,libglib2.0-bin
say 'Debian testing in a folder'
# A mirror may be behind: signed it is all the same.
# shellcheck disable=SC2016 # mmdebstrap's shell is to read them
mmdebstrap --quiet --variant=minbase --mode=root --format=directory --include="$running" \
  --aptopt='Acquire::Check-Valid-Until "false"' \
  --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"' \
  --dpkgopt='path-exclude=/usr/share/man/*' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
  --dpkgopt='path-exclude=/usr/share/locale/*/*' \
  --dpkgopt='path-include=/usr/share/locale/en*/*' --dpkgopt='path-include=/usr/share/locale/fr*/*' \
  --customize-hook='chroot "$1" dpkg-query -W -f "\${binary:Package}\n" | sort >"$tree.running"' \
  --customize-hook='chroot "$1" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $packages >"$tree.log" 2>&1' \
  --customize-hook='for l in en_US fr_FR; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done' \
  testing "$tree" "$(debian_mirror)" || { tail -n 20 "$tree.log" >&2; exit 1; }
echo "$packages" >"$tree.done"
say "$(du -sh "$tree" | cut -f1) in $tree"
