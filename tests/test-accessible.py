#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets in the real window, in two languages, on a display and a bus of its own; prints TAP.

Argument: the program. No node may be called as a class of the toolkit or of ours, and no mark may say too much."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
PATIENCE = 60.0
CLASS_NAME = re.compile(r"(Adw|Gtk|Jalon|Shumate)[A-Z]\w+")

if "ACCESSIBLE_INSIDE" not in os.environ:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as HOME:
        RESULTS = pathlib.Path(HOME, "results.tap")
        INSIDE = {**os.environ, "ACCESSIBLE_INSIDE": str(RESULTS), "HOME": HOME, "XDG_CONFIG_HOME": f"{HOME}/config",
                  "XDG_DATA_HOME": f"{HOME}/data", "XDG_CACHE_HOME": f"{HOME}/cache", "XDG_RUNTIME_DIR": HOME,
                  "GTK_A11Y": "atspi", "LANG": "C", "LC_ALL": "C"}
        for variable in ("WAYLAND_DISPLAY", "NO_AT_BRIDGE", "LANGUAGE", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                         "AT_SPI_BUS_ADDRESS", "G_DEBUG"):
            INSIDE.pop(variable, None)
        ENDED = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x720x24 -nolisten tcp", "dbus-run-session", "--",
                                sys.executable, "-W", "ignore", __file__, os.path.abspath(PROGRAM)], env=INSIDE,
                               check=False, stdout=sys.stderr)
        print(RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "Bail out! nothing came back")
        sys.exit(ENDED.returncode)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def children(node):
    """What lies directly below a node."""
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child is not None]


def names(node):
    """Role and name of a node and of all below it."""
    yield node.get_role_name(), node.get_name() or ""
    for child in children(node):
        yield from names(child)


def read(process, enough):
    """The tree of a program, once it says something that is expected of it."""
    end = time.monotonic() + PATIENCE
    last = None
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            for application in children(Atspi.get_desktop(0)):
                if application.get_process_id() == process.pid:
                    found = list(names(application))
                    if enough(found):
                        return found
        except GLib.Error as error:  # nodes come and go while they are read
            last = error
        time.sleep(0.2)
    raise AssertionError(f"the window never said it all ({last})")


def check(language, mark):
    """Every node has words or none, no mark too many, in one language."""
    with subprocess.Popen([PROGRAM, f"--language={language}"], stdout=sys.stderr, stderr=sys.stderr) as process:
        try:
            # a pin, a bar and a time say they are there
            tree = read(process, lambda found: sum(mark in name for role, name in found if "button" in role) >= 3)
        finally:
            process.kill()
    classes = sorted({name for role, name in tree if CLASS_NAME.fullmatch(name)})
    assert not classes, f"called as their class: {classes}"
    mute = sorted({role for role, name in tree if "button" in role and not name})
    assert not mute, f"without a name: {mute}"
    long = [name for role, name in tree if "button" in role and len(name) >= 120]
    assert not long, f"too long: {long}"


def main():
    """Runs the cases."""
    end = time.monotonic() + PATIENCE  # the registry must be there before the first program looks for it
    while Atspi.get_desktop(0).get_child_count() < 0 and time.monotonic() < end:
        time.sleep(0.1)
    with open(os.environ["ACCESSIBLE_INSIDE"], "w", encoding="utf-8") as results:
        print("1..2", file=results, flush=True)
        failed = 0
        for number, (language, mark) in enumerate((("fr", "Mougins"), ("en", "Mougins")), 1):
            try:
                check(language, mark)
                print(f"ok {number} - in {language}", file=results, flush=True)
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} - in {language}\n# {error}", file=results, flush=True)
    sys.exit(failed > 0)


main()
