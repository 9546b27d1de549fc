#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive presentations by real keys on an X server with two screens, and read them by the accessibility tree; prints TAP.

Argument: the program. Plain Xvfb has one output; Xorg's dummy driver has several, and one can be unplugged. Nothing sleeps: each step
waits until what it expects is there, and fails after a while."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
PATIENCE = 60.0

SCREENS = """
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x720"
    Virtual 2560 720
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
"""


def start_server(folder):
    """An X server with two outputs side by side. Returns it and its display."""
    config = pathlib.Path(folder, "xorg.conf")
    config.write_text(SCREENS, encoding="utf-8")
    end, started = os.pipe()
    # pylint: disable=consider-using-with
    server = subprocess.Popen(["Xorg", "-displayfd", str(started), "-config", config, "-logfile", pathlib.Path(folder, "xorg.log"),
                               "-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts"], pass_fds=[started],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(started)
    with os.fdopen(end, encoding="ascii") as told:
        number = told.readline().strip()
    return server, f":{number}"


if "PRESENT_INSIDE" not in os.environ:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as HOME:
        RESULTS = pathlib.Path(HOME, "results.tap")
        SERVER, DISPLAY = start_server(HOME)
        INSIDE = {**os.environ, "PRESENT_INSIDE": str(RESULTS), "HOME": HOME, "XDG_CONFIG_HOME": f"{HOME}/config",
                  "XDG_DATA_HOME": f"{HOME}/data", "XDG_CACHE_HOME": f"{HOME}/cache", "XDG_STATE_HOME": f"{HOME}/state",
                  "XDG_RUNTIME_DIR": HOME, "GTK_A11Y": "atspi", "LANG": "C", "LC_ALL": "C", "DISPLAY": DISPLAY}
        for name in ("WAYLAND_DISPLAY", "NO_AT_BRIDGE", "LANGUAGE", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "G_DEBUG",
                     "XAUTHORITY"):
            INSIDE.pop(name, None)
        try:
            ENDED = subprocess.run(["dbus-run-session", "--", sys.executable, "-W", "ignore", __file__, os.path.abspath(PROGRAM)],
                                   env=INSIDE, check=False, stdout=sys.stderr)
        finally:
            SERVER.terminate()
            SERVER.wait()
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
        yield found
        todo = children(found) + todo


def xrandr(*arguments):
    """Changes the outputs."""
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True)
    subprocess.run(["xrandr", "--query"], check=True, capture_output=True)  # has the server look again what is connected


def plug(number):
    """Plugs a screen in, the second to the right of the first."""
    xrandr("--output", f"DUMMY{number}", "--mode", "slide", "--pos", f"{number * 1280}x0")


def unplug(number):
    """Pulls its cable."""
    xrandr("--output", f"DUMMY{number}", "--off")


def keys(*names):
    """Real keys."""
    subprocess.run(["xdotool", "key", *names], check=True)


def plain(text):
    """With no other spaces than usual ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class Talk:
    """The program on the screen."""

    started = []

    def __init__(self, *arguments):
        # pylint: disable=consider-using-with
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([PROGRAM, *arguments], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, "G_DEBUG": "fatal-criticals"})
        Talk.started.append(self.process)
        wait("a slide", self.slides)

    def windows(self):
        """Those of its windows that are shown."""
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                return [window for window in children(application) if window.get_state_set().contains(Atspi.StateType.SHOWING)]
        return []

    def slides(self):
        """The names of the slides in each window that shows some: the audience's has one, the speaker's two."""
        found = [[plain(node.get_name()) for node in walk(window) if node.get_role_name() in ("image", "img") and node.get_name()]
                 for window in self.windows()]
        return sorted((names for names in found if names), key=len)

    def audience(self):
        """The name of the slide that the audience sees."""
        return next(names[0] for names in self.slides() if len(names) == 1)

    def speaker(self):
        """The names of the slides that the speaker sees."""
        return next(names for names in self.slides() if len(names) == 2)

    def dashboard(self):
        """Whether the dashboard is there, by its search."""
        return any(node.get_name().startswith("Search a project") for window in self.windows() for node in walk(window))

    def press(self, part):
        """Presses a button."""
        for window in self.windows():
            for node in walk(window):
                if part in (node.get_name() or "") and node.get_role_name() in ("push button", "button", "toggle button"):
                    return node.get_action_iface().do_action(0)
        return False

    def expect(self, beginning):
        """Waits for a slide whose name begins so."""
        wait(f"the slide {beginning}", lambda: self.audience().startswith(beginning))

    def ended(self, status=0):
        """Waits for its end; nothing may have been said on standard error."""
        assert self.process.wait(PATIENCE) == status
        self.log.seek(0)
        said = [line for line in self.log.read().splitlines() if "CRITICAL" in line or "WARNING" in line]
        assert not said, said


def one_screen():
    """With one screen it simply works; F5 plays and stops."""
    unplug(1)
    talk = Talk("--present", "--language=en", "--pace=0.5")
    wait("the next slide by itself", lambda: talk.audience().startswith("Why the amounts"))
    keys("F5")
    keys("Home", "Right")
    talk.expect("At a glance")
    keys("End")
    talk.expect("Who says so")
    keys("Escape")
    talk.ended()


CASES = [one_screen]


def main():
    """Runs all cases."""
    Atspi.init()
    wait("the registry of accessible programs", lambda: Atspi.get_desktop(0).get_child_count() >= 0)
    xrandr("--newmode", "slide", *"74.48 1280 1336 1472 1664 720 721 724 746".split())
    for number in (0, 1):
        xrandr("--addmode", f"DUMMY{number}", "slide")
    plug(0)
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)  # pylint: disable=consider-using-with
    results = open(os.environ["PRESENT_INSIDE"], "w", encoding="utf-8")  # pylint: disable=consider-using-with
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
            for process in Talk.started:
                process.kill()
                process.wait()
    manager.terminate()
    manager.wait()
    sys.exit(failed > 0)


main()
