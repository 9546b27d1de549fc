# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Read by the scripts beside it.
set -euo pipefail
say () { printf '== %s (%ss)\n' "$*" "$SECONDS" >&2; }

# Where this machine's own apt gets Debian's packages, or where everybody gets them.
debian_mirror () {
  local mirror=
  if command -v apt-get >/dev/null; then
    # shellcheck disable=SC2016 # apt's own $
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sed -n 1p)
  fi
  echo "${mirror:-https://deb.debian.org/debian/}"
}
