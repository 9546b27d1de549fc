#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh WORK: builds the Debian package in the folder WORK from a copy of the sources, has lintian read it, and installs and removes
# it in a root of its own, and by apt in a bare Debian: nothing may be outside the standards, and nothing left.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)
version=$(sed -n "s/^ *version: '\(.*\)',$/\1/p" "$source/meson.build")
tree=$work/jalon-$version
export LC_ALL=C.UTF-8 PATH="/usr/lib/ccache:$PATH"

fail () {
  echo "deb: $*" >&2
  exit 1
}

# Who builds it answers for it: as Debian's tools have it, else as git knows it.
maintainer () {
  local name email
  name=${DEBFULLNAME:-$(git -C "$source" config user.name || git -C "$source" log -1 --format=%an)}
  email=${DEBEMAIL:-$(git -C "$source" config user.email || git -C "$source" log -1 --format=%ae)}
  if [ -z "$name" ] || [ -z "$email" ]; then
    fail 'please say who you are: DEBFULLNAME and DEBEMAIL'
  fi
  echo "$name <$email>"
}

# The day of the release, so that the same sources give the same package.
release_date () {
  date --utc --rfc-email --date="$(sed -n 's/.*<release .*date="\([^"]*\)".*/\1/p' "$source/data/jalon.metainfo.xml.in.in" | head -n 1)"
}

copy_sources () {
  local name
  rm -rf "$tree"
  mkdir -p "$tree/debian/source"
  tar -C "$source" --exclude='./build*' --exclude=./.git --exclude='__pycache__' -cf - . | tar -C "$tree" -xf -
  for name in control changelog; do
    sed -e "s|@MAINTAINER@|$(maintainer)|; s|@VERSION@|$version|; s|@DATE@|$(release_date)|" "$here/$name.in" >"$tree/debian/$name"
  done
  cp "$here/rules" "$here/copyright" "$tree/debian/"
  echo '3.0 (native)' >"$tree/debian/source/format"
}

# dpkg in a root of its own, which knows of no other package.
in_root () {
  dpkg --root="$work/root" --force-not-root --force-depends --force-script-chrootless --log=/dev/null "$@" >>"$work/dpkg.log" 2>&1 \
    || { tail -n 20 "$work/dpkg.log" >&2; fail "dpkg $*"; }
}

left () {
  find "$work/root" -path "$work/root/var/lib/dpkg" -prune -o -mindepth 1 -print | grep -vxF -e "$work/root/var" -e "$work/root/var/lib" || true
}

# A Debian of this release, of which nothing stays, where apt finds what the package depends on: it is installed, used, and goes again.
in_debian () {
  local mirror
  # shellcheck disable=SC2016 # apt's own $
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sed -n 1p)
  cat >"$work/in-debian.sh" <<'END'
set -eu
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
apt-get install -y -q --no-install-recommends /tmp/jalon.deb
jalon --version
jalon --summary
LANGUAGE=fr jalon --summary | grep -q '^Investissements '
jalon --export=/tmp/map.png --view=map
test -s /tmp/map.png
apt-get purge -y -q jalon
test -z "$(find /etc /usr /var -iname '*jalon*' ! -path '/var/log/*')"
END
  cp "$package" "$work/jalon.deb"
  # shellcheck disable=SC2016 # mmdebstrap's shell is to read it
  mmdebstrap --quiet --variant=apt --format=null --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Languages "none"' \
    --customize-hook="copy-in $work/jalon.deb $work/in-debian.sh /tmp" --customize-hook='chroot "$1" sh /tmp/in-debian.sh' \
    "$VERSION_CODENAME" /dev/null "$mirror" >"$work/in-debian.log" 2>&1 || { tail -n 20 "$work/in-debian.log" >&2; fail 'it does not install'; }
}

copy_sources
(cd "$tree" && dpkg-buildpackage --build=binary --no-sign) >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log" >&2; exit 1; }
package=$(find "$work" -maxdepth 1 -name "jalon_${version}_*.deb")
lintian --allow-root --fail-on error --info "$work/jalon_${version}"_*.changes || fail 'lintian has found errors'

rm -rf "$work/root"
mkdir -p "$work/root/var/lib/dpkg/info" "$work/root/var/lib/dpkg/updates" "$work/root/var/lib/dpkg/triggers"
: >"$work/root/var/lib/dpkg/status"
: >"$work/dpkg.log"
in_root --install "$package"
strange=$(find "$work/root" -type f ! -path "$work/root/var/lib/dpkg/*" -printf '%P\n' | grep -vE '^usr/(bin/jalon$|share/)' || true)
[ -z "$strange" ] || fail "installed outside of /usr/bin and /usr/share: $strange"
[ "$("$work/root/usr/bin/jalon" --version)" = "Jalon $version" ] || fail 'it does not run'
JALON_DATA_DIR=$work/root/usr/share/jalon "$work/root/usr/bin/jalon" --export="$work/map.png" --view=map \
  || fail 'it draws no map'
in_root --purge jalon
[ -z "$(left)" ] || fail "left behind: $(left)"
# shellcheck source=/dev/null
. /etc/os-release
if [ "$ID" = debian ]; then
  in_debian
  echo "$package: installed by apt in a bare Debian $VERSION_ID, used and removed"
else
  echo "$package: not tried in a bare system: this one is no Debian" >&2
fi
echo "$package: $(stat -c %s "$package") bytes, $(dpkg-deb --field "$package" Installed-Size) KiB installed; comes and goes"
