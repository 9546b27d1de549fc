#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# in-tree.sh TREE COMMAND...: runs a command inside a tree; it sees this machine's /tmp, /run, home and current folder.
set -eu
tree=$1
shift
exec bwrap --bind "$tree" / --dev /dev --proc /proc --ro-bind /sys /sys --bind /tmp /tmp --bind /run /run --bind "$HOME" "$HOME" \
  --bind "$PWD" "$PWD" --setenv PATH /usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --die-with-parent --chdir "$PWD" "$@"
