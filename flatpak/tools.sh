#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tools.sh: flatpak and flatpak-builder from Debian 12's backports: its own flatpak-builder 1.2 looks in the SDK for a program that
# newer ones don't have. They are read through a list of their own: the machine's sources of packages stay as they are.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
# shellcheck source=/dev/null
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
[ "$codename" = bookworm ] || exit 0
dpkg --compare-versions "$(dpkg-query -W -f '${Version}' flatpak-builder 2>/dev/null || echo 0)" lt 1.4 || exit 0
ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || apt-get update
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
chmod 755 "$lists"
mkdir -p "$lists/state/partial"
for suite in "$codename" "$codename-backports"; do
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$(debian_mirror)" "$suite"
done >"$lists/sources"
options=(-o Dir::Etc::sourcelist="$lists/sources" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$lists/state"
  -o Acquire::Languages=none -o DPkg::Lock::Timeout=600)
apt-get "${options[@]}" update
DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install -y --no-install-recommends -t "$codename-backports" flatpak flatpak-builder
