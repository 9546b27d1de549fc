#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# session.sh x11|wayland COMMAND...: a display, a home, a runtime folder and buses of its own around a command. As root it has its own
# mounts, so that /run/user/UID, where portals look, is its own too.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
if [ "$(id -u)" = 0 ] && [ -z "${JALON_SESSION:-}" ]; then
  JALON_SESSION=1 exec unshare --mount --propagation private "$BASH" "$0" "$@"
fi
export PROTOCOL=$1
shift
if [ -n "${JALON_SESSION:-}" ]; then
  mkdir -p "/run/user/$(id -u)"
  mount -t tmpfs -o mode=700 tmpfs "/run/user/$(id -u)"
  XDG_RUNTIME_DIR=/run/user/$(id -u)
  export XDG_RUNTIME_DIR
fi
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache
export GDK_BACKEND=$PROTOCOL GSK_RENDERER=cairo GTK_A11Y=atspi
unset WAYLAND_DISPLAY
# shellcheck disable=SC2016 # the inner shell is to read them
xvfb-run -a -s '-screen 0 1280x720x24' dbus-run-session -- "$BASH" -c '
  if [ "$PROTOCOL" = wayland ]; then
    weston --backend=x11-backend.so --use-pixman --width=1280 --height=720 --shell=kiosk-shell.so --socket=jalon --idle-time=0 \
      --no-config >/dev/null 2>&1 &
    compositor=$!
    for i in $(seq 100); do [ -S "$XDG_RUNTIME_DIR/jalon" ] && break; sleep 0.1; done
    export WAYLAND_DISPLAY=jalon
  else
    openbox >/dev/null 2>&1 &
    compositor=$!
  fi
  status=0
  "$@" || status=$?
  kill "$compositor"
  exit $status' "$0" "$@" 2>"$XDG_RUNTIME_DIR/log" || { status=$?; tail -n 20 "$XDG_RUNTIME_DIR/log" >&2; exit $status; }
