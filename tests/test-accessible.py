#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets in the real window, in two languages, on a display and a bus of its own; prints TAP.

Argument: the program. No node may be called as a class of the toolkit or of ours, and no mark may say too much."""

import subprocess
import sys

import interface
from interface import CLASS_NAME, children, find_application, wait

PROGRAM = sys.argv[1]


def names(node):
    """Role and name of a node and of all below it."""
    yield node.get_role_name(), node.get_name() or ""
    for child in children(node):
        yield from names(child)


def read(process, enough):
    """The tree of a program, if it says what is expected of it."""
    found = list(names(find_application(process)))
    return found if enough(found) else None


def check(language, mark):
    """Every node has words or none, no mark too many, in one language."""
    with subprocess.Popen([PROGRAM, f"--language={language}"], stdout=sys.stderr, stderr=sys.stderr) as process:
        try:
            # a pin, a bar and a time say they are there
            tree = wait("the marks", lambda: read(process, lambda found: sum(mark in name for role, name in found if "button" in role) >= 3))
        finally:
            process.kill()
    classes = sorted({name for role, name in tree if CLASS_NAME.fullmatch(name)})
    assert not classes, f"called as their class: {classes}"
    mute = sorted({role for role, name in tree if "button" in role and not name})
    assert not mute, f"without a name: {mute}"
    long = [name for role, name in tree if "button" in role and len(name) >= 120]
    assert not long, f"too long: {long}"


def french():
    """In French every node has words or none, and no mark too many."""
    check("fr", "Mougins")


def english():
    """In English every node has words or none, and no mark too many."""
    check("en", "Mougins")


interface.isolate()
sys.exit(interface.run_cases([french, english]))
