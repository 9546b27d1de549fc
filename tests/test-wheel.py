#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Move through time by the wheel and by dragging, in the real window by a real pointer, on a display of its own; TAP.

Arguments: the program, and what it is to be called with first."""

import re
import subprocess
import sys

import interface
from interface import Atspi, keys, wait
from keyboard import Focus, Program, find

TOTAL = "at least ≈€2.67B firm, up to ≈€6.67B or more"
UP, DOWN, LEFT, RIGHT = 4, 5, 6, 7  # what a turn of the wheel is to the X server


def mouse(*words):
    """What a mouse does, as xdotool has it."""
    subprocess.run(["xdotool", *map(str, words)], check=True)


class Timeline:
    """The timeline of a window that has just opened, the pointer over its middle."""

    def __init__(self):
        self.program = Program("--language=en")
        wait("the headline", lambda: self.program.summary(re.escape(TOTAL)))
        self.opened = wait("the timeline", self.shows)
        view = find(self.program.window, "Timeline, ", ("panel", "group", "grouping"))
        box = wait("its place", lambda: self.place(view))
        self.middle = (int(box.x + box.width / 2), int(box.y + box.height / 2))
        mouse("mousemove", *self.middle)

    @staticmethod
    def place(view):
        """Where the view is in its window, which is all of the screen."""
        box = view.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box if box.width > 100 else None

    def shows(self):
        """The time that it says it shows, with what is in it."""
        return self.program.summary("Timeline, ")

    def another(self, what, *seen):
        """What it shows as soon as that is none of these."""
        return wait(what, lambda: self.shows() if self.shows() not in seen else "")

    def again(self, what, seen):
        """Waits until it shows this again."""
        wait(what, lambda: self.shows() == seen)

    def zoom_in(self):
        """What it shows after some steps of the wheel, each of which it has taken."""
        shown = self.opened
        for _ in range(6):
            mouse("click", UP)
            shown = self.another("a shorter time", shown)
        return shown

    def end(self):
        """No figure changed by any of it."""
        assert self.program.summary(re.escape(TOTAL))
        self.program.end()


def zoom():
    """The wheel zooms in and as far out again; out of all there is it goes no further."""
    timeline = Timeline()
    mouse("click", UP)
    closer = timeline.another("a shorter time", timeline.opened)
    mouse("click", UP)
    timeline.another("a still shorter one", timeline.opened, closer)
    mouse("click", DOWN)
    timeline.again("the one before", closer)
    mouse("click", "--repeat", 30, "--delay", 5, DOWN)
    far = timeline.another("all there is", closer)
    mouse("click", DOWN)
    mouse("click", UP)
    timeline.another("less than all", far)
    keys("ctrl+f")
    timeline.end()


def pan():
    """The wheel pans with Shift, and sideways; the time it shows stays as long."""
    timeline = Timeline()
    middle = timeline.zoom_in()
    mouse("keydown", "shift", "click", DOWN, "keyup", "shift")
    later = timeline.another("a later one", timeline.opened, middle)
    mouse("keydown", "shift", "click", UP, "keyup", "shift")
    timeline.again("the middle", middle)
    mouse("click", RIGHT)
    timeline.again("the same as with Shift", later)
    mouse("click", LEFT)
    timeline.again("the middle again", middle)
    timeline.end()


def drag():
    """Dragging pans, and back; the marks stay under the pointer."""
    timeline = Timeline()
    middle = timeline.zoom_in()
    x, y = timeline.middle
    mouse("mousedown", 1, "mousemove", x - 40, y, "mousemove", x - 200, y, "mouseup", 1)
    timeline.another("a later time", timeline.opened, middle)
    mouse("mousedown", 1, "mousemove", x - 100, y, "mousemove", x, y, "mouseup", 1)
    timeline.again("the middle", middle)
    timeline.end()


def clear():
    """Ends what a failed case left."""
    for program in list(Program.started):
        program.kill()


def main():
    """All of it."""
    Atspi.init()
    Focus.watch()
    return interface.run_cases([zoom, pan, drag], clear)


interface.isolate()
sys.exit(main())
