#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# session.sh x11|wayland HOME TEST.py ARGUMENT...: a display, a runtime folder and buses of its own around a test of the interface, in
# the folder HOME. As root it has its own mounts, so that /run/user/UID, where portals look, is its own too.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
if [ "$(id -u)" = 0 ] && [ -z "${JALON_SESSION:-}" ]; then
  JALON_SESSION=1 exec unshare --mount --propagation private "$BASH" "$0" "$@"
fi
export PROTOCOL=$1 HOME=$2
shift 2
if [ -n "${JALON_SESSION:-}" ]; then
  mkdir -p "/run/user/$(id -u)"
  mount -t tmpfs -o mode=700 tmpfs "/run/user/$(id -u)"
  XDG_RUNTIME_DIR=/run/user/$(id -u)
  export XDG_RUNTIME_DIR
fi
mkdir -p "$HOME"
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=atspi XDG_CURRENT_DESKTOP=GNOME LC_ALL=C.UTF-8
# Where a test of tests/interface.py writes what it found; having it, it makes no desktop of its own.
export INTERFACE_RESULTS=$XDG_RUNTIME_DIR/results.tap
unset WAYLAND_DISPLAY
status=0
# shellcheck disable=SC2016 # the inner shell is to read them
xvfb-run -a -s '-screen 0 1600x1000x24 -nolisten tcp' dbus-run-session -- "$BASH" -c '
  if [ "$PROTOCOL" = wayland ]; then
    printf "[shell]\npanel-position=none\nlocking=false\nanimation=none\nstartup-animation=none\nbackground-color=0xff808080\n" \
      >"$XDG_RUNTIME_DIR/weston.ini"
    weston --backend=x11-backend.so --use-pixman --width=1600 --height=1000 --shell=desktop-shell.so --socket=jalon --idle-time=0 \
      --config="$XDG_RUNTIME_DIR/weston.ini" &
    compositor=$!
    until [ -S "$XDG_RUNTIME_DIR/jalon" ] || ! kill -0 "$compositor"; do sleep 0.1; done
    export WAYLAND_DISPLAY=jalon GDK_BACKEND=wayland
    # What a person types goes to the compositor, which is the only window.
    until xdotool windowfocus "$(xwininfo -root -tree | sed -n "s/^ *\(0x[0-9a-f]*\) .Weston Compositor.*/\1/p")"; do sleep 0.1; done
  else
    openbox &
    compositor=$!
  fi
  dbus-update-activation-environment WAYLAND_DISPLAY GDK_BACKEND
  status=0
  /usr/bin/python3 -W ignore "$@" || status=$?
  kill "$compositor"
  exit $status' "$0" "$@" >"$XDG_RUNTIME_DIR/log" 2>&1 || status=$?
grep -s . "$INTERFACE_RESULTS" || status=1
[ "$status" = 0 ] || tail -n 20 "$XDG_RUNTIME_DIR/log" >&2
exit "$status"
