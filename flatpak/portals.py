#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""portals.py PICTURE LANGUAGE COMMAND...: the program in its sandbox speaks a language, and reaches files by the portal only."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import ground
from ground import BUTTON, Sandboxed, ask, choose, find, is_choosing, press, wait
from interface import run_cases

PICTURE, LANGUAGE, COMMAND = sys.argv[1], sys.argv[2], [*sys.argv[3:], f"--language={sys.argv[2]}"]
WORDS = {"fr": {"announcements": "Annonces", "save": "Enregistrer…", "saved": "enregistré"},
         "en": {"announcements": "Announcements", "save": "Save…", "saved": "was saved"}}[LANGUAGE]


def speak_the_language():
    """It opens its window in the language, as a screen reader hears it."""
    with Sandboxed(*COMMAND):
        wait("the announcements", lambda: find(WORDS["announcements"]))
        subprocess.run(["import", "-window", "root", PICTURE], check=True)


def save_by_the_portal():
    """An export is saved where the portal's dialog says, under the name that was typed."""
    with tempfile.TemporaryDirectory() as folder, Sandboxed(*COMMAND):
        for name in ("export.png", "without-an-ending"):
            path = pathlib.Path(folder, name)
            wait("the announcements", lambda: find(WORDS["announcements"]))
            ask("ctrl+e", "the dialog", lambda: find(WORDS["save"], BUTTON))
            press(WORDS["save"])
            wait("the portal's dialog", is_choosing)
            choose(path)
            wait(f"the toast of {name}", lambda: find(WORDS["saved"]))
            wait(f"the file {name}", path.exists)
            assert path.read_bytes().startswith(b"\x89PNG"), path.read_bytes()[:8]


def open_by_the_portal():
    """A file that the sandbox doesn't see is opened by the portal's dialog."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(shutil.copy(ground.OTHER, folder))
        with Sandboxed(*COMMAND):
            wait("the announcements", lambda: find(WORDS["announcements"]))
            ask("ctrl+o", "the portal's dialog", is_choosing)
            choose(path)
            wait("what is in it", lambda: find(ground.OTHERS))


sys.exit(run_cases([speak_the_language, save_by_the_portal, open_by_the_portal]))
