#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the real window by its accessibility tree and real keys, on a display and a bus of its own; prints TAP.

Argument: the program. Nothing sleeps: each step waits until what it expects is there, and fails after a while."""

import os
import pathlib
import subprocess
import sys
import tempfile

import interface
from interface import children, find_application, keys, plain, text_of, wait, walk

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parent.parent


def find(root, part, role=None):
    """The first node with a part of a name."""
    for node in walk(root):
        if part in (node.get_name() or "") and (role is None or node.get_role_name() in role):
            return node
    return None


def says(root, part):
    """Whether something says this, whatever kind of space stands between its words."""
    return any(part in plain(text) for node in walk(root) for text in (node.get_name() or "", text_of(node)))


def type_text(text):
    """Real typing."""
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


class Program:
    """The program on the screen."""

    started = []

    def __init__(self, *arguments):
        # pylint: disable=consider-using-with
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, "G_DEBUG": "fatal-criticals"})
        Program.started.append(self.process)
        self.window = wait("the window", self.find_window)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)

    def find_window(self):
        """The program's first window in the accessible tree."""
        application = find_application(self.process)
        return next(iter(children(application)), None) if application else None

    def windows(self):
        """All its windows."""
        return children(self.window.get_application())

    def end(self):
        """Ends it; nothing may have been said on standard error."""
        self.process.terminate()
        self.process.wait(10)
        self.log.seek(0)
        said = [line for line in self.log.read().splitlines() if "CRITICAL" in line or "WARNING" in line]
        assert not said, said


def start_in_each_language():
    """The headline and the title are there, in French and in English."""
    for language, expected in (("fr", "fermes"), ("en", "firm")):
        program = Program(f"--language={language}")
        wait(f"the headline in {language}", lambda p=program, e=expected: says(p.window, e))
        program.end()


def find_a_project():
    """Typing in the search narrows every view; choosing a bar's only project opens its detail with its sources."""
    program = Program("--language=en")
    wait("the headline", lambda: says(program.window, "firm"))
    keys("ctrl+f")
    type_text("evroc mougins")
    pin = wait("the announcement", lambda: find(program.window, "AI factory: Announcement", ("push button", "button")))
    assert pin.get_action_iface().do_action(0)
    wait("the amount in the detail", lambda: says(program.window, "up to €4B"))
    wait("the history", lambda: says(program.window, "History"))
    program.end()


def switch_language():
    """The language button changes all words, and the selection stays."""
    program = Program("--language=en")
    wait("the headline", lambda: says(program.window, "firm"))
    keys("ctrl+f")
    type_text("evroc mougins")
    mark = wait("the announcement", lambda: find(program.window, "AI factory: Announcement", ("push button", "button")))
    mark.get_action_iface().do_action(0)
    wait("the detail", lambda: says(program.window, "History"))
    find(program.window, "Français").get_action_iface().do_action(0)
    wait("the detail in French", lambda: says(program.window, "Historique"))
    wait("the amount in French", lambda: says(program.window, "jusqu’à 4 Md €"))
    assert not says(program.window, "History")
    program.end()


def bad_file():
    """A bad file lists its problems; nothing else is shown as if it were it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "bad.jalon")
        path.write_text('{"format": "jalon", "version": 1, "title": "x", "projects": [{"id": "a"}]}', encoding="utf-8")
        program = Program("--language=en", path)
        wait("the problems", lambda: any(says(window, "Error · line 1") for window in program.windows()))
        program.end()


def another_region():
    """A file written by hand for another country, in another currency."""
    program = Program("--language=fr", ROOT / "tests/data/good/japan.jalon")
    wait("yen", lambda: says(program.window, "¥") or says(program.window, "JPY"))
    program.end()


CASES = [start_in_each_language, find_a_project, switch_language, bad_file, another_region]


def clear():
    """Ends what a failed case left."""
    for process in Program.started:
        process.kill()
        process.wait()


interface.isolate()
sys.exit(interface.run_cases(CASES, clear))
