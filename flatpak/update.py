#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""update.py before|after FILE COMMAND...: what is set and opened before an update is there after it, in the same home."""

import pathlib
import sys

import ground
from ground import Sandboxed, ask, choose, find, is_choosing, press, wait
from interface import run_cases

WHEN, FILE, COMMAND = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]


def before():
    """The language is set and a file is opened."""
    with Sandboxed(*COMMAND):
        wait("the announcements in English", lambda: find("Announcements"))
        press("Français")
        wait("the announcements in French", lambda: find("Annonces"))
        ask("ctrl+o", "the portal's dialog", is_choosing)
        choose(FILE)
        wait("what is in it", lambda: find(ground.OTHERS))


def after():
    """After the update the language is the same, the file is shown, and it is among the recent ones."""
    with Sandboxed(*COMMAND):
        wait("the announcements in French", lambda: find("Annonces"))
        wait("what is in it", lambda: find(ground.OTHERS))
    recent = pathlib.Path.home() / ".var/app/io.github.jalon.Jalon/data/recently-used.xbel"
    assert FILE.name in recent.read_text(encoding="utf-8"), "the file isn't among the recent ones"


sys.exit(run_cases([{"before": before, "after": after}[WHEN]]))
