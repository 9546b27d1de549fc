# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the flatpak share: the program in its sandbox, and the dialogs of the file portal."""

import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests"))
from interface import Atspi, children, keys, plain, wait, walk  # noqa: E402

BUTTON = ("push button", "button", "toggle button")
PORTAL = "xdg-desktop-portal"
# Of a dataset, whatever its language: a word that no view of the bundled one says.
OTHER = pathlib.Path(__file__).resolve().parent.parent / "tests/data/good/japan.jalon"
OTHERS = "Denki"


def programs():
    """The programs in the tree, by name: ours, then those of the portals."""
    found = [program for program in children(Atspi.get_desktop(0)) if program.get_child_count() > 0]
    return ([program for program in found if PORTAL not in program.get_name()],
            [program for program in found if PORTAL in program.get_name()])


def find(part, role=None, theirs=False):
    """The first node with this part of a name, in a window of ours, or of the portals."""
    for program in programs()[theirs]:
        for node in walk(program):
            if part in plain(node.get_name() or "") and (role is None or node.get_role_name() in role):
                return node
    return None


def press(part):
    """Presses the button with a name, as assistive technology does."""
    assert wait(f"the button {part}", lambda: find(part, BUTTON)).get_action_iface().do_action(0)


def ask(chord, what, answer):
    """Presses keys until they are answered: what has the focus may be a window that is just going, or not yet there."""
    def answered():
        keys(chord)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            if answer():
                return True
            time.sleep(0.1)
        return False
    wait(what, answered)


def type_text(text):
    """Real typing."""
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def portal_entry():
    """Where the portal's dialog takes a path, once it has the focus."""
    for program in programs()[True]:
        for node in walk(program):
            if node.get_role_name() in ("text", "entry") and node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
    return None


def is_choosing():
    """Whether a dialog of the file portal is there."""
    return bool(programs()[True])


def choose(path):
    """In the dialog of the file portal, types a path and confirms it; then the dialog is gone."""
    if portal_entry() is None:
        ask("ctrl+l", "an entry with the focus", portal_entry)
    entry = portal_entry()
    keys("ctrl+a")
    type_text(str(path))
    wait("the path", lambda: Atspi.Text.get_text(entry.get_text_iface(), 0, -1) == str(path))

    ask("Return", "the end of the portal's dialog", lambda: not is_choosing())  # the first may only close the list of completions


class Sandboxed:
    """The program, started by COMMAND and run until it is ended."""

    def __init__(self, *command):
        # pylint: disable=consider-using-with
        self.process = subprocess.Popen(command, env={**os.environ, "G_DEBUG": "fatal-criticals"})

    def __enter__(self):
        wait("the window", lambda: self.running() and find("", ("frame", "window")))
        return self

    def running(self):
        assert self.process.poll() is None, f"it ended by itself: {self.process.returncode}"
        return True

    def __exit__(self, kind, error, trace):
        if kind is None:
            ask("ctrl+q", "its end", lambda: self.process.poll() is not None)
            assert self.process.returncode == 0, self.process.returncode
        else:
            subprocess.run(["import", "-window", "root", os.environ.get("FAILED_PICTURE", "failed.png")], check=False)
            self.process.kill()
