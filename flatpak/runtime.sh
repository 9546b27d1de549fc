#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# runtime.sh WORK TREE VERSION: a STAND-IN for org.gnome.Platform and org.gnome.Sdk, made of TREE's packages and installed in
# WORK/flatpak, for machines that can't reach the real ones. It proves the manifest, the build, the sandbox and its permissions, not
# the real runtime's exact libraries.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
work=$1 tree=$2 version=$3
sdk=$work/sdk platform=$work/platform repo=$work/runtime-repo
arch=$(flatpak --default-arch)
# Takes the files named on standard input, as dpkg -L does, out of folder $1; what is a folder stays.
unlist () {
  { grep ^/usr/ || true; } | sort -u | sed "s|^|$1|" | xargs -r -d '\n' rm -f 2>/dev/null || true
}

# shellcheck disable=SC2016 # dpkg-query is to read them
list () { chroot "$tree" dpkg-query -W -f '${db:Status-Abbrev}${binary:Package}\n' "$@" | sed -n 's/^ii //p'; }

say 'laying out a stand-in SDK'
rm -rf "$sdk" "$platform" "$repo"
mkdir -p "$sdk/files"
cp -al "$tree/usr" "$sdk/usr" # hard links cost no disk
(cd "$sdk/usr" && rm -rf share/doc share/man share/lintian share/bug share/info games local src lib/systemd lib/apt share/vulkan)
rm -f "$sdk"/usr/lib/*/lib{LLVM,gallium,z3,tsan,hwasan}* "$sdk"/usr/lib/*/libicu*.a # big, and there is no GPU here
# The real runtime has none of these: the manifest must bring them.
list '*shumate*' '*protobuf*' '*qrencode*' | xargs chroot "$tree" dpkg -L | unlist "$sdk"
mkdir "$sdk/usr/etc" # a runtime's /etc
for entry in alternatives fonts ssl ca-certificates.conf gss inputrc locale.alias nsswitch.conf os-release profile protocols services \
  terminfo X11 xdg python3 dconf glvnd; do
  [ ! -e "$tree/etc/$entry" ] || cp -a "$tree/etc/$entry" "$sdk/usr/etc/"
done
printf '%s\n' 'include /run/flatpak/ld.so.conf.d/app-*.conf' 'include /app/etc/ld.so.conf' /app/lib \
  'include /run/flatpak/ld.so.conf.d/runtime-*.conf' >"$sdk/usr/etc/ld.so.conf"
[ -e "$sdk/usr/bin/ldconfig" ] || ln -s ../sbin/ldconfig "$sdk/usr/bin/ldconfig" # flatpak calls it by PATH
cp -al "$sdk" "$platform"
list | sort | comm -13 "$tree.running" - \
  | xargs -r chroot "$tree" dpkg -L | unlist "$platform"
ostree init --repo="$repo" --mode=bare-user-only # hard links again, where an archive would compress
for name in Sdk Platform; do
  folder=$work/${name,,}
  printf '[Runtime]\nname=org.gnome.%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' \
    "$name" "$arch" "$version" "$arch" "$version" >"$folder/metadata"
  flatpak build-export --runtime --disable-fsync --no-update-summary "$repo" "$folder" "$version" >/dev/null
done
flatpak build-update-repo "$repo" >/dev/null
flatpak --user remote-add --if-not-exists --no-gpg-verify stand-in "file://$repo"
flatpak --user config --set languages 'en;fr'
flatpak --user install -y --noninteractive stand-in "org.gnome.Sdk//$version" "org.gnome.Platform//$version" >&2
rm -rf "$sdk" "$platform"
