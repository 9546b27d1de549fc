# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests that drive the real program share: a desktop of their own, and its accessibility tree."""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402, F401

PATIENCE = float(os.environ.get("PATIENCE", 60))
RESULTS = "INTERFACE_RESULTS"
BUTTONS = ("push button", "button", "toggle button")  # newer releases of AT-SPI have another word for the first
# GDK 4.24 says so of a popover's frame, on X11 where no compositor is.
NOT_OURS = "gdk_frame_timings_submitted() called on submitted frame"
CLASS_NAME = re.compile(r"(Adw|Gtk|Jalon|Shumate)[A-Z]\w+")
OURS = ("WAYLAND_DISPLAY", "NO_AT_BRIDGE", "LANGUAGE", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "G_DEBUG", "XAUTHORITY")


@contextlib.contextmanager
def xvfb(_folder):
    """A display of one screen: the words before a command that is to run on it, and its environment."""
    yield ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24 -nolisten tcp"], {}


def isolate(display=xvfb):
    """Runs the calling program again on a display, in a home and with buses of its own, and ends with it; inside, returns."""
    if RESULTS in os.environ:
        return
    # The tree's registry talks on our output: the results go by a file. A portal may mount a folder in the home.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        results = pathlib.Path(home, "results.tap")
        inside = {name: value for name, value in os.environ.items() if name not in OURS}
        inside |= {RESULTS: str(results), "HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data",
                   "XDG_CACHE_HOME": f"{home}/cache", "XDG_STATE_HOME": f"{home}/state", "XDG_RUNTIME_DIR": home,
                   "GTK_A11Y": "atspi", "LANG": "C", "LC_ALL": "C"}
        with display(home) as (words, environment):
            ended = subprocess.run([*words, "dbus-run-session", "--", sys.executable, "-W", "ignore", *sys.argv],
                                   env={**inside, **environment}, check=False, stdout=sys.stderr)
        print(results.read_text(encoding="utf-8") if results.exists() else "Bail out! nothing came back")
    sys.exit(ended.returncode)


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
        time.sleep(0.01)
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


def is_of(process_id, process):
    """Whether this is a process, or speaks for one that is in a sandbox: there it has no number outside."""
    try:
        return process_id == process.pid or pathlib.Path(f"/proc/{process_id}/comm").read_text(encoding="utf-8").startswith("xdg-dbus-proxy")
    except FileNotFoundError:
        return False


def find_application(process):
    """A program in the tree, or None."""
    return next((found for found in children(Atspi.get_desktop(0)) if is_of(found.get_process_id(), process)), None)


def focus():
    """Gives our window what is typed. On Wayland the compositor has the focus on its display: Weston is asked for the next window, since
    it gives nobody the focus of a dialog that has gone."""
    if "WAYLAND_DISPLAY" in os.environ:
        keys("super+Tab")
    else:
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)


def text_of(node):
    """What a node says: its text, else its name."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else node.get_name() or ""


def called(node):
    """What a node is called: by itself or, as newer releases of GTK have it for what stands in a menu, by what labels it."""
    name = node.get_name() or ""
    if name or "menu item" not in node.get_role_name():
        return name
    return " ".join(text_of(relation.get_target(0)) for relation in node.get_relation_set()
                    if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets() > 0)


def plain(text):
    """With no other spaces than usual ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def complaints(said):
    """What of all that a program wrote on standard error tells of a mistake in it."""
    return [line for line in said.splitlines() if any(word in line for word in ("CRITICAL", "WARNING", "Sanitizer")) and NOT_OURS not in line]


def code(key):
    """A key as xdotool presses it: a function key by its number, since by its name newer layouts get it with Alt."""
    function = re.search(r"\bF(\d+)$", key)
    if not function:
        return key
    number = int(function[1])
    return f"{key[:function.start()]}{66 + number if number <= 10 else 84 + number}"


def keys(*names):
    """Real keys."""
    subprocess.run(["xdotool", "key", *map(code, names)], check=True)


def run_cases(cases, clear=lambda: None):
    """Runs functions, each called by what it shows, as TAP; after a failed one clears away what it left. The exit status."""
    Atspi.init()
    wait("the registry of accessible programs", lambda: Atspi.get_desktop(0).get_child_count() >= 0)
    failed = 0
    with open(os.environ[RESULTS], "w", encoding="utf-8") as results:
        print(f"1..{len(cases)}", file=results, flush=True)
        for number, case in enumerate(cases, 1):
            try:
                case()
                print(f"ok {number} - {case.__doc__}", file=results, flush=True)
            except Exception as error:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} - {case.__doc__}", file=results)
                print("\n".join(f"# {line}" for line in repr(error).splitlines()), file=results, flush=True)
                clear()
    return failed > 0
