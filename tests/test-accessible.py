#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets in the real window, in two languages, on a display and a bus of its own; prints TAP.

Argument: the program. No node may be called as a class of the toolkit or of ours, and no mark may say too much."""

import subprocess
import sys

import interface
from interface import CLASS_NAME, Atspi, called, children, find_application, keys, wait
from keyboard import Focus, Program, find

# What follows in the menu, and what is asked why it is what it is.
WORDS = {
    "fr": {"items": ("À propos de ces données", "À propos de Jalon"), "total": "Total"},
    "en": {"items": ("About These Data", "About Jalon"), "total": "Total"},
}


def names(node):
    """Role and name of a node and of all below it."""
    yield node.get_role_name(), called(node)
    for child in children(node):
        yield from names(child)


def read(process, enough):
    """The tree of a program, if it says what is expected of it."""
    found = list(names(find_application(process)))
    return found if enough(found) else None


def beside(program, what):
    """The tree with a window beside the first, which is closed again."""
    process = program.process
    yield wait(f"the window of {what}", lambda: read(process, lambda _found: len(children(find_application(process))) == 2))
    keys("Escape")
    wait("its end", lambda: len(children(find_application(process))) == 1)
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)


def told(program, words):
    """What is told of the data and of the program from the menu, and why a total is what it is."""
    for item in words["items"]:
        keys("F10")
        wait("the menu", lambda i=item: find(program.window, i))
        program.press_to("Down", item)
        keys("Return")
        yield from beside(program, item)
    program.to_pane(2)
    program.press_to("Tab", words["total"])
    keys("y")
    yield from beside(program, "why")


def trees(program, mark, words):
    """What there is on each page, and in each window beside it, one after the other."""
    process = program.process
    # a pin, a bar and a time say they are there
    yield wait("the marks", lambda: read(process, lambda found: sum(mark in name for role, name in found if "button" in role) >= 3))
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)
    for page in ("alt+2", "alt+3", "alt+4", "alt+1"):
        seen = list(names(find_application(process)))
        keys(page)
        yield wait(f"the page of {page}", lambda s=seen: read(process, lambda found: found != s))
    for window in ("ctrl+comma", "ctrl+question", "ctrl+e"):
        keys(window)
        yield from beside(program, window)
    yield from told(program, words)


def check(language, mark):
    """Every node has words or none, no mark too many, in one language."""
    program = Program(f"--language={language}")
    for tree in trees(program, mark, WORDS[language]):
        check_tree(tree)
    program.end()


def check_tree(tree):
    """No class of a toolkit, nothing mute, nothing too long."""
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


def clear():
    """Ends what a failed case left."""
    for program in list(Program.started):
        program.kill()


def main():
    """Both."""
    Atspi.init()
    Focus.watch()
    return interface.run_cases([french, english], clear)


interface.isolate()
sys.exit(main())
