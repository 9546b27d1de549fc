#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""smoke.py PICTURE LANGUAGE COMMAND...: the program opens its window in that language, as a screen reader hears it."""

import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PICTURE, LANGUAGE, COMMAND = sys.argv[1], sys.argv[2], sys.argv[3:]
TITLE = {"fr": "Investissements", "en": "investments"}[LANGUAGE]
ANNOUNCEMENTS = {"fr": "Annonces", "en": "Announcements"}[LANGUAGE]
PATIENCE = 60


def names(accessible, depth=0):
    """The names below an accessible; what goes while one looks has none."""
    try:
        yield accessible.get_name() or ""
        for i in range(accessible.get_child_count() if depth < 20 else 0):
            child = accessible.get_child_at_index(i)
            if child is not None:
                yield from names(child, depth + 1)
    except gi.repository.GLib.Error:
        return


def wait(program, found):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if program.poll() is not None:
            sys.exit(f"smoke: it ended by itself: {program.returncode}")
        heard = list(names(Atspi.get_desktop(0)))
        if found(heard):
            return
        time.sleep(0.3)
    sys.exit(f"smoke: heard only {[name for name in heard if name][:60]}")


def main():
    with subprocess.Popen([*COMMAND, f"--language={LANGUAGE}"]) as program:
        try:
            wait(program, lambda heard: any(TITLE in name for name in heard)
                 and any(re.match(ANNOUNCEMENTS, name) for name in heard))
            time.sleep(2)
            subprocess.run(["import", "-window", "root", PICTURE], check=True)
        finally:
            subprocess.run(["flatpak", "kill", COMMAND[-1]], check=False)
            program.terminate()


main()
