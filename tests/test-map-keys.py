#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Move the map of the real window by keys alone, on a display and a bus of its own; prints TAP. Argument: the program."""

import os
import subprocess
import sys
import tempfile

import interface
from interface import BUTTONS, Atspi, children, complaints, find_application, keys, wait, walk

PROGRAM = sys.argv[1]
MAP = "Map: arrows move it"
STEP = 80  # what an arrow moves
STARTED = []


def named(root, part):
    """The first node with a part of a name."""
    return next((node for node in walk(root) if part in (node.get_name() or "")), None)


def place(node):
    """The middle of a node in its window."""
    box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return box.x + box.width / 2, box.y + box.height / 2


def has_focus(node):
    """Whether keys go to it."""
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


class Map:
    """The map of a window that has just opened, its pins where they stand."""

    def __init__(self, *arguments):
        # pylint: disable=consider-using-with
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([PROGRAM, "--language=en", *arguments], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, "G_DEBUG": "fatal-criticals"})
        STARTED.append(self.process)
        self.window = wait("the window", self.find_window)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)
        self.map = wait("the map", lambda: named(self.window, MAP))
        wait("its pins", lambda: len(self.pins()) > 3)

    def find_window(self):
        """The program's first window in the accessible tree."""
        application = find_application(self.process)
        return next(iter(children(application)), None) if application else None

    def pins(self):
        """The nodes that stand for pins: those with a sum or without an amount."""
        return [node for node in walk(self.map) if node.get_role_name() in BUTTONS]

    def places(self):
        """Where the pins with money are, by name."""
        return {node.get_name(): place(node) for node in self.pins() if "€" in node.get_name()}

    def focus(self):
        """Tabs until the map itself has the keys."""
        for _ in range(40):
            if has_focus(self.map):
                return
            keys("Tab")
        wait("the focus on the map", lambda: has_focus(self.map))

    def end(self):
        """Ends it; nothing may have been said on standard error."""
        self.process.terminate()
        self.process.wait(10)
        self.log.seek(0)
        said = complaints(self.log.read())
        assert not said, said


def moved(before, after, dx, dy):
    """Whether the pins that are still there moved by so much."""
    same = [name for name in before if name in after]
    return bool(same) and all(abs(after[name][0] - before[name][0] - dx) < 3 and abs(after[name][1] - before[name][1] - dy) < 3
                              for name in same)


def arrows_pan():
    """With the focus on the map itself each arrow moves it by a step; Home brings all back."""
    chart = Map()
    chart.focus()
    start = chart.places()
    for key, dx, dy in (("Right", -STEP, 0), ("Down", 0, -STEP), ("Left", STEP, 0), ("Up", 0, STEP)):
        before = chart.places()
        keys(key)
        wait(f"a step by {key}", lambda b=before, x=dx, y=dy: moved(b, chart.places(), x, y))
    keys("Right")
    wait("another step", lambda: moved(start, chart.places(), -STEP, 0))
    keys("Home")
    wait("the first view", lambda: moved(start, chart.places(), 0, 0))
    chart.end()


def apart(places):
    """How far each two pins are from one another, across and down, by their names."""
    return {(one, other): (places[other][0] - places[one][0], places[other][1] - places[one][1])
            for one in places for other in places if one < other}


def are_doubled(start, chart):
    """Whether pins that are still there are twice as far from one another."""
    before, after = apart(start), apart(chart.places())
    same = [pair for pair in before if pair in after]
    return same and all(abs(after[pair][i] - 2 * before[pair][i]) < 5 for pair in same for i in (0, 1))


def plus_and_minus_zoom():
    """Plus parts the pins twice as far, minus brings them back, and so does 0 after two steps out."""
    chart = Map()
    chart.focus()
    start = chart.places()
    keys("plus")
    wait("pins twice as far apart", lambda: are_doubled(start, chart))
    keys("minus")
    wait("the first view", lambda: moved(start, chart.places(), 0, 0))
    keys("minus", "minus", "0")
    wait("the first view again", lambda: moved(start, chart.places(), 0, 0))
    chart.end()


def focused_pin(chart, *others):
    """The pin that has the keys, and is none of these."""
    return next((pin for pin in chart.pins() if has_focus(pin) and place(pin) not in others), None)


def arrows_go_from_pin_to_pin():
    """With the focus on a pin an arrow goes to another one and the map stays, also after the last; with Ctrl it moves."""
    chart = Map()
    chart.focus()
    start = chart.places()
    keys("Tab")
    first = place(wait("the focus on a pin", lambda: focused_pin(chart)))
    keys("Right")
    wait("another pin", lambda: focused_pin(chart, first))
    assert moved(start, chart.places(), 0, 0)
    keys("--repeat", "30", "--repeat-delay", "1", "Right")
    wait("the last pin", lambda: has_focus(chart.pins()[-1]))
    keys("Right", "plus")
    wait("pins twice as far apart", lambda: are_doubled(start, chart))
    keys("minus")
    wait("the first view", lambda: moved(start, chart.places(), 0, 0))
    keys("ctrl+Right")
    wait("a step", lambda: moved(start, chart.places(), -STEP, 0))
    chart.end()


def merged_pins_open_by_key():
    """Enter on a merged pin lists its projects; Enter on one of them opens its detail."""
    chart = Map()
    chart.focus()
    keys("Tab")
    pin = wait("the focus on a pin", lambda: focused_pin(chart))
    while "projects" not in pin.get_name():
        keys("Right")
        pin = wait("the next pin", lambda p=place(pin): focused_pin(chart, p))
    keys("Return")
    wait("the list", lambda: sum(node.get_role_name() == "list item" and bool(node.get_name()) for node in walk(chart.window)) > 1)
    keys("Return")
    wait("the detail", lambda: named(chart.window, "History"))
    chart.end()


def at_rest(chart):
    """Where the pins are once they stay there."""
    seen = [{}]

    def stays():
        seen.append(chart.places())
        return seen[-1] if seen[-1] == seen[-2] else None

    return wait("the map at rest", stays)


def resize(width, height):
    """Another size for the window."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jalon"], check=True, capture_output=True, text=True)
    subprocess.run(["xdotool", "windowsize", found.stdout.split()[0], str(width), str(height)], check=True)


def fit_follows_the_size():
    """In a window of another size the map fits again, unless it was moved: then what it shows stays as large."""
    chart = Map()
    chart.focus()
    start = at_rest(chart)
    resize(1000, 520)

    def is_smaller():
        before, after = apart(start), apart(chart.places())
        same = [pair for pair in before if pair in after]
        return same and all(abs(after[pair][1]) < abs(before[pair][1]) * 0.9 for pair in same if abs(before[pair][1]) > 40)

    wait("a smaller map", is_smaller)
    small = at_rest(chart)
    keys("Right")
    wait("a step", lambda: moved(small, chart.places(), -STEP, 0))
    resize(1280, 700)

    def is_as_large():
        after = chart.places()
        there, now = apart(small), apart(after)
        same = [pair for pair in there if pair in now]
        shifted = any(abs(after[name][0] - small[name][0] + STEP) > 40 for name in small if name in after)
        return shifted and same and all(abs(now[pair][i] - there[pair][i]) < 3 for pair in same for i in (0, 1))

    wait("the same pins farther in", is_as_large)
    chart.end()


def clear():
    """Ends what a failed case left."""
    for process in STARTED:
        process.kill()
        process.wait()


interface.isolate()
sys.exit(interface.run_cases([arrows_pan, plus_and_minus_zoom, arrows_go_from_pin_to_pin, merged_pins_open_by_key,
                              fit_follows_the_size], clear))
