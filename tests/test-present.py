#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive presentations by real keys on an X server with two screens, and read them by the accessibility tree; prints TAP.

Argument: the program. Plain Xvfb has one output; Xorg's dummy driver has several, and one can be unplugged. Nothing sleeps: each step
waits until what it expects is there, and fails after a while."""

import contextlib
import ctypes
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

import interface
import session_manager
from interface import BUTTONS, CLASS_NAME, Atspi, children, complaints, find_application, keys, plain, wait, walk

PROGRAM = sys.argv[1]

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


@contextlib.contextmanager
def two_screens(folder):
    """A display of two outputs side by side, as interface.isolate() takes it."""
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
    try:
        yield [], {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


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


class Talk:
    """The program on the screen."""

    started = []

    def __init__(self, *arguments):
        # pylint: disable=consider-using-with
        self.classes = set()
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([PROGRAM, *arguments], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, "G_DEBUG": "fatal-criticals"})
        Talk.started.append(self.process)
        wait("a slide", self.slides)

    def windows(self):
        """Those of its windows that are shown."""
        application = find_application(self.process)
        return [window for window in children(application) if window.get_state_set().contains(Atspi.StateType.SHOWING)]

    def pictures(self, window):
        """The names of a window's slides; whatever is called as a class beside them is written down, from the first look on."""
        told = [(node.get_role_name(), node.get_name() or "") for node in walk(window)]
        slides = [plain(name) for role, name in told if role in ("image", "img") and ". " in name]  # an icon says no sentence
        if slides:
            self.classes.update(name for _role, name in told if CLASS_NAME.fullmatch(name))
        return slides

    def slides(self):
        """The names of the slides in each window that shows some: the audience's has one, the speaker's two."""
        found = [self.pictures(window) for window in self.windows()]
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

    def progress(self):
        """How far the line is until the next slide, 0 to 1; None where there is none."""
        lines = [node for window in self.windows() for node in walk(window) if node.get_role_name() == "progress bar"]
        return lines[0].get_value_iface().get_current_value() if lines else None

    def find(self, part):
        """The button that is called so."""
        return next(node for window in self.windows() for node in walk(window)
                    if part in (node.get_name() or "") and node.get_role_name() in BUTTONS)

    def toggle(self, part, state):
        """Presses a button that stays, and waits until it is (state) or no longer is pressed."""
        assert self.find(part).get_action_iface().do_action(0)
        wait(f"{part}: {state}", lambda: self.find(part).get_state_set().contains(Atspi.StateType.PRESSED) == state)

    def expect(self, beginning):
        """Waits for a slide whose name begins so."""
        wait(f"the slide {beginning}", lambda: self.audience().startswith(beginning))

    def ended(self, status=0):
        """Waits for its end; nothing may have been said on standard error."""
        assert self.process.wait(interface.PATIENCE) == status
        self.log.seek(0)
        said = complaints(self.log.read())
        assert not said, said
        assert not self.classes, f"called as their class: {self.classes}"


def whole_talk():
    """A whole presentation by keys on two screens; the second is unplugged in the middle."""
    plug(1)
    talk = Talk("--present", "--language=fr")
    talk.expect("Investissements")
    wait("the speaker's console", lambda: talk.speaker()[1].startswith("En un coup d’œil. "))
    seen = [talk.audience()]
    while True:
        coming = talk.speaker()[1]
        if coming == seen[-1]:
            break
        keys("Next")
        wait(f"the slide {coming}", lambda c=coming: talk.audience() == c and talk.speaker()[0] == c)
        seen.append(coming)
    assert len(seen) > 20, seen
    assert any(name.startswith("evroc") and "jusqu’à 4 Md €" in name for name in seen), seen
    expected = ["Investissements", "En un coup d’œil", "Pourquoi", "evroc", "Annoncés sans montant public", "Par lieu",
                "Au fil des annonces", "L’écosystème", "Qui le dit"]
    places = [next(i for i, name in enumerate(seen) if name.startswith(part)) for part in expected]
    assert places == sorted(places), places
    keys("Home")
    talk.expect("Investissements")
    keys("4", "Return")
    talk.expect("evroc")
    keys("l")
    wait("English", lambda: "up to €4B" in talk.audience())
    assert talk.speaker()[0].startswith("evroc – usine"), talk.speaker()
    talk.toggle("Figer", True)
    keys("space")
    wait("the speaker alone goes on", lambda: talk.speaker()[0].startswith("Sesterce"))
    talk.expect("evroc")
    talk.toggle("Figer", False)
    talk.expect("Sesterce")
    unplug(1)
    wait("one window", lambda: len(talk.slides()) == 1)
    keys("BackSpace")
    talk.expect("evroc")
    plug(1)
    wait("the console again", lambda: talk.speaker()[0].startswith("evroc"))
    keys("Escape")
    talk.ended()


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


def mouse(*words):
    """What a mouse does, as xdotool has it."""
    subprocess.run(["xdotool", *map(str, words)], check=True)


def shoot(part="1280x720+0+0"):
    """A part of the screen as grey values."""
    return subprocess.run(["import", "-window", "root", "-crop", part, "-depth", "8", "gray:-"], check=True, capture_output=True).stdout


def lightness():
    """How light the screen is, from 0 for all black to 1 for all white."""
    shot = shoot()
    return sum(shot) / len(shot) / 255


def pointer():
    """A click, a swipe and buttons turn the slides; the buttons come with the pointer and go again."""
    unplug(1)
    talk = Talk("--present", "--language=en")
    talk.expect("AI investments")
    wait("the slide", lambda: 0.3 < lightness() < 0.99)
    where = "300x60+490+640"
    alone = shoot(where)
    mouse("mousemove", 500, 300)
    wait("the buttons", lambda: shoot(where) != alone)
    wait("no buttons", lambda: shoot(where) == alone)
    mouse("click", 1)
    talk.expect("At a glance")
    mouse("mousedown", 1, "mousemove", 520, 300, "mousemove", 300, 300, "mouseup", 1)
    talk.expect("Why the amounts")
    mouse("mousemove", 400, 300, "mousedown", 1, "mousemove", 500, 300, "mousemove", 700, 300, "mouseup", 1)
    talk.expect("At a glance")
    mouse("click", 3)
    talk.expect("AI investments")
    wait("no buttons", lambda: shoot(where) == alone)
    keys("Tab")
    wait("the buttons again", lambda: shoot(where) != alone)
    assert talk.find("Next slide").get_action_iface().do_action(0)
    talk.expect("At a glance")
    talk.find("End the presentation").get_action_iface().do_action(0)
    talk.ended()


def blank():
    """B and full stop make the screen black, W and comma white, and either again shows the slide."""
    unplug(1)
    talk = Talk("--present", "--language=en")
    talk.expect("AI investments")
    for key, said, light in (("b", "black", 0), ("period", "black", 0), ("w", "white", 1), ("comma", "white", 1)):
        keys(key)
        wait(f"a {said} screen", lambda wanted=light: lightness() == wanted)
        assert not talk.slides()
        keys(key)
        wait("the slide", lambda: 0.3 < lightness() < 0.99)
        talk.expect("AI investments")
    keys("b", "Right")
    talk.expect("At a glance")
    keys("1", "2", "Return")
    wait("the twelfth", lambda: talk.audience().startswith("Phocéa"))
    keys("9", "9", "9", "Return")
    talk.expect("Who says so")
    keys("Escape")
    talk.ended()


def loop():
    """In a loop the first slide follows the last, in the other language if asked; a line says how long it takes; P waits."""
    unplug(1)
    talk = Talk("--present", "--language=en", "--loop", "--pace=1.5")
    keys("End")
    talk.expect("Who says so")
    wait("a line that goes on", lambda: 0 < talk.progress() < 0.5 and wait("more of it", lambda: talk.progress() > 0.5))
    talk.expect("AI investments")
    keys("p")
    wait("no line", lambda: talk.progress() is None)
    keys("Home", "Left")
    talk.expect("Who says so")
    keys("Escape")
    talk.ended()
    talk = Talk("--present", "--language=en", "--loop", "--in-turn")
    keys("p", "End", "Right")
    talk.expect("Investissements")
    keys("End", "Right")
    talk.expect("AI investments")
    keys("Escape")
    talk.ended()


def end():
    """Without a loop the last slide stays, and nothing goes on."""
    unplug(1)
    talk = Talk("--present", "--language=en", "--pace=0.3")
    keys("End", "Left")
    wait("the last", lambda: talk.audience().startswith("Who says so") and talk.progress() is None)
    keys("Right")
    talk.expect("Who says so")
    keys("Escape")
    talk.ended()


class ScreenSaver:
    """The X server's idle time, as its extension tells it."""

    class Info(ctypes.Structure):
        """XScreenSaverInfo."""

        _fields_ = [("window", ctypes.c_ulong), ("state", ctypes.c_int), ("kind", ctypes.c_int), ("since", ctypes.c_ulong),
                    ("idle", ctypes.c_ulong), ("mask", ctypes.c_ulong)]

    def __init__(self):
        self.x11, self.saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def idle(self):
        """Milliseconds."""
        info = self.Info()
        assert self.saver.XScreenSaverQueryInfo(self.display, self.root, ctypes.byref(info))
        return info.idle


def awake():
    """The screen stays awake while slides are shown, by the session's manager and by the X server, and only then."""
    unplug(1)
    saver = ScreenSaver()
    subprocess.run(["xset", "s", "4", "4"], check=True)
    with session_manager.running() as said:
        talk = Talk("--present", "--language=en")
        talk.expect("AI investments")
        wait("a word to the manager", lambda: "Inhibit" in said())
        wait("some idle time", lambda: saver.idle() > 1000)
        wait("idle time that begins anew", lambda: saver.idle() < 500)
        assert "A presentation is shown" in said() and "Uninhibit" not in said()
        keys("Escape")
        talk.ended()
        wait("leave to sleep", lambda: "Uninhibit" in said())
        wait("idle time that goes on", lambda: saver.idle() > 4000)


def kiosk():
    """A kiosk can't be left but by its chord, lets visitors explore, and goes on where it was after a crash."""
    unplug(1)
    talk = Talk("--kiosk", "--language=en", "--pace=1", "--idle=2")
    wait("a later slide", lambda: talk.audience().startswith("evroc"))
    talk.process.send_signal(signal.SIGKILL)
    talk.process.wait()
    talk = Talk("--kiosk", "--language=en", "--pace=300", "--idle=8")
    assert not wait("a slide", talk.audience).startswith("AI investments"), talk.audience()
    keys("alt+F4")
    keys("ctrl+q")
    shown = wait("the slide still", talk.audience)
    assert talk.find("Français").get_action_iface().do_action(0)
    wait("French", lambda: talk.audience() != shown and talk.find("English"))
    assert talk.find("English").get_action_iface().do_action(0)
    wait("English, and still the loop", lambda: talk.audience() == shown)
    keys("space")
    wait("the dashboard", talk.dashboard)
    keys("alt+F4")
    keys("ctrl+q")
    wait("the loop", lambda: talk.audience() == shown)
    wait("the end", lambda: keys("ctrl+alt+shift+q") or talk.process.poll() is not None)  # the focus comes after the slide
    talk.ended()


CASES = [whole_talk, one_screen, pointer, blank, loop, end, awake, kiosk]


def clear():
    """Ends what a failed case left."""
    for process in Talk.started:
        process.kill()
        process.wait()


def main():
    """Runs all cases on outputs that can be unplugged."""
    xrandr("--newmode", "slide", *"74.48 1280 1336 1472 1664 720 721 724 746".split())
    for number in (0, 1):
        xrandr("--addmode", f"DUMMY{number}", "slide")
    plug(0)
    with subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL) as manager:
        failed = interface.run_cases(CASES, clear)
        manager.terminate()
    sys.exit(failed)


interface.isolate(two_screens)
main()
