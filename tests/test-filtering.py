#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters by keyboard alone, in the real window, as a screen reader is told of them; prints TAP.

Argument: the program. Nothing sleeps: each step waits until what it expects is there, and fails after a while."""

import os
import subprocess
import sys

import gi

import interface
from interface import BUTTONS, children, find_application, keys, plain, text_of, wait, walk

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PROGRAM = sys.argv[1]
CHECK = ("check box",)
STARTED = []


def start(*arguments):
    """The window of the program on the bundled data, once its headline is there."""
    # pylint: disable=consider-using-with
    process = subprocess.Popen([PROGRAM, *arguments], env={**os.environ, "G_DEBUG": "fatal-criticals"})
    STARTED.append(process)

    def window():
        application = find_application(process)
        return next(iter(children(application)), None) if application else None

    found = wait("the window", window)
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)
    wait("the headline", lambda: says(found, "2,67 Md €") or says(found, "€2.67B"))
    return found


def end():
    """Ends the program."""
    for process in STARTED:
        process.kill()
        process.wait()
    STARTED.clear()


def says(root, part):
    """Whether something on the screen says this."""
    return any(part in plain(text) for node in walk(root) for text in (node.get_name() or "", text_of(node)))


def find(root, name, role=None):
    """The first node whose name begins so."""
    for node in walk(root):
        if plain(node.get_name() or "").startswith(name) and (role is None or node.get_role_name() in role):
            return node
    return None


def has(node, state):
    """Whether a node is in a state."""
    return node is not None and node.get_state_set().contains(state)


def press(*names):
    """Keys, one after the other."""
    for name in names:
        keys(name)


def type_text(text):
    """Real typing."""
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def choose():
    """All filters open by a key; what is typed finds a choice with its count; a key takes it, another clears all, a third undoes."""
    window = start("--language=en")
    press("ctrl+shift+f")
    wait("the filters", lambda: find(window, "Territory, 1 chosen"))
    type_text("marseille")
    choice = wait("the choice", lambda: find(window, "Marseille, ", CHECK))
    assert plain(choice.get_name()) == "Marseille, 21 projects", choice.get_name()
    assert not has(choice, Atspi.StateType.CHECKED)
    press("Down")
    wait("the focus on the choice", lambda: has(find(window, "Marseille, ", CHECK), Atspi.StateType.FOCUSED))
    press("space")
    wait("the check", lambda: has(find(window, "Marseille, ", CHECK), Atspi.StateType.CHECKED))
    wait("the chip", lambda: find(window, "Remove the filter Marseille"))
    wait("the number of projects", lambda: says(window, "21 projects"))
    press("Escape")
    wait("the filters to close", lambda: find(window, "Marseille, ", CHECK) is None)
    press("ctrl+BackSpace")
    wait("the chips to go", lambda: find(window, "Remove the filter") is None)
    press("ctrl+z")
    wait("both chips", lambda: find(window, "Remove the filter Marseille") and find(window, "Remove the filter Région Sud"))
    end()


def open_filter():
    """A filter opens below its name by Enter, with counts; its choices are found by their name in either language."""
    window = start("--language=fr")
    press("ctrl+shift+f")
    wait("the filters", lambda: find(window, "Territoire, 1 choisi"))
    type_text("data cent")
    wait("a choice by its English name", lambda: find(window, "Centre de données, ", CHECK))
    press("Escape")
    wait("all filters", lambda: find(window, "Période", BUTTONS))
    press("Down")
    wait("the focus on the first", lambda: has(find(window, "Lieu", BUTTONS), Atspi.StateType.FOCUSED))
    press("Return")
    wait("its choices", lambda: find(window, "Mougins, ", CHECK))
    press("Down", "space")
    wait("a choice", lambda: find(window, "Lieu, 1 choisi", BUTTONS))
    end()


def nothing_left():
    """What answers no filter says which one to drop; the key for down leads there from the search, Enter drops it."""
    window = start("--language=fr")
    press("ctrl+f")
    type_text("introuvable")
    wait("the hint", lambda: says(window, "Aucun projet ne répond à tous ces filtres."))
    wait("the way out", lambda: find(window, "Sans « introuvable » : 41 projets", BUTTONS))
    press("Down")
    wait("the focus", lambda: has(find(window, "Sans « introuvable »", BUTTONS), Atspi.StateType.FOCUSED))
    press("Return")
    wait("the projects", lambda: says(window, "41 projets") and not says(window, "Aucun projet ne répond"))
    end()


def other_sum():
    """A bar whose sum is another once it is filtered by says so and why, also when the language changes."""
    window = start("--language=en", "--group=organisation")
    press("ctrl+f", "Down")
    wait("the focus on the first bar", lambda: has(find(window, "Several organizations"), Atspi.StateType.FOCUSED))
    press("Return")
    wait("the notice", lambda: says(window, "the bar that led here at least €1.63B firm, up to €5.63B or more: what projects have in common"))
    find(window, "Français").get_action_iface().do_action(0)
    wait("the notice in French", lambda: says(window, "La somme est au moins 1,62 Md € fermes"))
    press("ctrl+z")
    wait("the notice to go", lambda: not says(window, "La somme est"))
    end()


interface.isolate()
sys.exit(interface.run_cases([choose, open_filter, nothing_left, other_sum], end))
