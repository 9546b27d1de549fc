#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the real window by its accessibility tree and real keys, on a display and a bus of its own; prints TAP.

Argument: the program. Nothing sleeps: each step waits until what it expects is there, and fails after a while."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parent.parent
PATIENCE = 60.0

if "E2E_INSIDE" not in os.environ:
    # A display, a home and buses of its own. The tree's registry talks on our output: the results go by a file.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as HOME:
        RESULTS = pathlib.Path(HOME, "results.tap")
        INSIDE = {**os.environ, "E2E_INSIDE": str(RESULTS), "HOME": HOME, "XDG_CONFIG_HOME": f"{HOME}/config",
                  "XDG_DATA_HOME": f"{HOME}/data", "XDG_CACHE_HOME": f"{HOME}/cache", "XDG_RUNTIME_DIR": HOME,
                  "GTK_A11Y": "atspi", "LANG": "C", "LC_ALL": "C"}
        for name in ("WAYLAND_DISPLAY", "NO_AT_BRIDGE", "LANGUAGE", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                     "AT_SPI_BUS_ADDRESS", "G_DEBUG"):
            INSIDE.pop(name, None)
        ENDED = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x720x24 -nolisten tcp", "dbus-run-session", "--",
                                sys.executable, "-W", "ignore", __file__, os.path.abspath(PROGRAM)], env=INSIDE,
                               check=False, stdout=sys.stderr)
        print(RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "Bail out! nothing came back")
        sys.exit(ENDED.returncode)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def wait(what, condition):
    """The first true value of a condition; accessible objects die under us, so an exception means try again."""
    end = time.monotonic() + PATIENCE
    last = None
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):  # who came and who went
            pass
        try:
            value = condition()
            if value:
                return value
        except Exception as error:  # pylint: disable=broad-except
            last = error
        time.sleep(0.05)
    raise AssertionError(f"never came: {what} ({last})")


def children(node):
    """What lies directly below a node."""
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child is not None]


def walk(node):
    """A node and all below it."""
    todo = [node]
    while todo:
        found = todo.pop(0)
        try:
            yield found
            todo = children(found) + todo
        except Exception:  # pylint: disable=broad-except
            continue


def find(root, part, role=None):
    """The first node with a part of a name."""
    for node in walk(root):
        if part in (node.get_name() or "") and (role is None or node.get_role_name() in role):
            return node
    return None


def text_of(node):
    """What a node says: its text, else its name."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else node.get_name() or ""


def says(root, part):
    """Whether something says this, whatever kind of space stands between its words."""
    return any(part in text.replace("\u00a0", " ").replace("\u202f", " ")
               for node in walk(root) for text in (node.get_name() or "", text_of(node)))


def keys(*names):
    """Real keys."""
    subprocess.run(["xdotool", "key", *names], check=True)


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
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return children(application)[0]
        return None

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


def main():
    """Runs all cases."""
    Atspi.init()
    # The registry must be there before the first program looks for it.
    wait("the registry of accessible programs", lambda: Atspi.get_desktop(0).get_child_count() >= 0)
    results = open(os.environ["E2E_INSIDE"], "w", encoding="utf-8")  # pylint: disable=consider-using-with
    print(f"1..{len(CASES)}", file=results, flush=True)
    failed = 0
    for number, case in enumerate(CASES, 1):
        try:
            case()
            print(f"ok {number} - {case.__doc__}", file=results, flush=True)
        except Exception as error:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {case.__doc__}", file=results)
            print("\n".join(f"# {line}" for line in repr(error).splitlines()), file=results, flush=True)
            for process in Program.started:
                process.kill()
                process.wait()
    sys.exit(failed > 0)


main()
