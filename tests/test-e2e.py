#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people come for, done in the real window by real keys alone and read by its accessibility tree, on a display of its own; TAP.

Arguments: the program, and what it is to be called with first. Nothing sleeps: each step waits until what it expects is there, and
fails after a while. One program is used for all tasks but those about starting; each task begins with the bundled data's first view."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import interface
from interface import Atspi, children, find_application, keys, plain, text_of, wait, walk

COMMAND = sys.argv[1:]
ROOT = pathlib.Path(__file__).resolve().parent.parent
BUTTONS = ("push button", "button", "toggle button")
FIRST_VIEW = "jalon:?filter=territory=region-sud-rovaltain&group=place&page=dashboard&scale=log&language=en"
TOTAL = "at least ≈€2.67B firm, up to ≈€6.67B or more"


def has(node, state):
    """Whether a node is in a state."""
    return node.get_state_set().contains(getattr(Atspi.StateType, state))


def find(root, part, role=None):
    """The first node with a part of a name, in what is shown."""
    return next((node for node in walk(root) if part in plain(node.get_name() or "") and (role is None or node.get_role_name() in role)),
                None)


def says(root, part):
    """Whether something says this, whatever kind of space stands between its words."""
    return any(part in plain(node.get_name() or "") or part in plain(text_of(node)) for node in walk(root))


def type_text(text):
    """Real typing."""
    subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)


class Focus:
    """What has the focus, as the program tells it."""

    node = None
    moves = 0

    @classmethod
    def watch(cls):
        """Begins to listen."""
        cls.listener = Atspi.EventListener.new(cls.moved)
        cls.listener.register("object:state-changed:focused")

    @classmethod
    def moved(cls, event):
        """It goes, or it comes."""
        if event.detail1:
            cls.node = event.source
            cls.moves += 1

    @classmethod
    def name(cls):
        """What a screen reader says of it."""
        return plain(cls.node.get_name() or "") if cls.node else ""

    @classmethod
    def after(cls, what, act):
        """Does something and waits until the focus has moved; of what nobody has looked at yet the toolkit tells no move."""
        before, looks = cls.moves, 0

        def moved():
            nonlocal looks
            looks += 1
            if cls.moves == before and looks % 20 == 0:
                cls.look()
            return cls.moves > before
        act()
        wait(f"another focus than {cls.name()}, {what}", moved)

    @classmethod
    def look(cls):
        """Finds it among all that there is."""
        found = next((node for program in Program.started for window in reversed(program.windows()) for node in walk(window)
                      if has(node, "FOCUSED")), None)
        if found is not None and found != cls.node:
            cls.node = found
            cls.moves += 1


class Program:
    """The program on the screen."""

    started = []

    def __init__(self, *arguments):
        # pylint: disable=consider-using-with
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, "G_DEBUG": "fatal-criticals"})
        Program.started.append(self)
        self.window = wait("the window", self.find_window)
        interface.focus()

    def find_window(self):
        """The program's first window in the accessible tree."""
        application = find_application(self.process)
        return next(iter(children(application)), None) if application else None

    def windows(self):
        """All its windows that are shown."""
        return [window for window in children(self.window.get_application()) if has(window, "VISIBLE")]

    def dialog(self):
        """The window above its first."""
        return next((window for window in self.windows() if window != self.window), None)

    def end(self):
        """Ends it; nothing may have been said on standard error."""
        self.process.terminate()
        self.process.wait(10)
        Program.started.remove(self)
        self.log.seek(0)
        said = [line for line in self.log.read().splitlines() if "CRITICAL" in line or "WARNING" in line]
        assert not said, said

    def kill(self):
        """Ends what a failed case left."""
        self.process.kill()
        self.process.wait()
        Program.started.remove(self)

    # Where the keys go.

    def focused_name(self):
        """What a screen reader says of what has the focus."""
        return Focus.name()

    def press_to(self, key, part, most=40):
        """Presses a key until what has the focus is called so."""
        seen = [Focus.name()]
        while part not in seen[-1]:
            assert len(seen) < most, f"{key} never came to {part}: {seen}"
            Focus.after(f"by {key} to {part}", lambda: keys(key))
            seen.append(Focus.name())

    def to_pane(self, number):
        """Gives a pane of the dashboard the focus: 1 map, 2 figures, 3 timeline, 4 detail."""
        keys("ctrl+f")
        wait("the search", lambda: self.focused_name().startswith(("Search", "Chercher")))
        for _ in range(number):
            Focus.after("by F6", lambda: keys("F6"))

    def marks(self, scene):
        """The marks of a view, called by how its summary begins."""
        view = wait(scene, lambda: find(self.window, scene, ("panel", "group", "grouping")))
        return [node for node in children(view) if node.get_role_name() in BUTTONS]

    def mark_names(self, scene):
        """What they say."""
        return [plain(node.get_name() or "") for node in self.marks(scene)]

    def reach(self, scene, part):
        """Tab into a view, arrows to a mark of it."""
        for _ in range(12):
            if Focus.node in self.marks(scene):
                break
            Focus.after(f"on the way to {scene}", lambda: keys("Tab"))

        def place():
            marks = self.marks(scene)
            at = next((i for i, node in enumerate(marks) if node == Focus.node), None)
            to = next((i for i, node in enumerate(marks) if part in plain(node.get_name() or "")), None)
            return None if at is None or to is None else (to - at,)
        by = wait(f"a focus in {scene} and {part}", place)[0]
        if by:
            keys("--repeat", str(abs(by)), "--repeat-delay", "1", "Right" if by > 0 else "Left")
        return wait(part, lambda: part in self.focused_name())

    # What the views say.

    def summary(self, begin):
        """The summary of a view, by how it begins."""
        return next((plain(node.get_name()) for node in walk(self.window) if re.match(begin, plain(node.get_name() or ""))), "")

    def chips(self):
        """What the chips remove."""
        bar = next((node for node in walk(self.window) if node.get_name() in ("Active filters", "Filtres actifs")), None)
        return [plain(node.get_name()) for node in walk(bar) if node.get_role_name() in BUTTONS] if bar else []

    def rows(self):
        """What the table has in each row."""
        table = next(node for node in walk(self.window) if node.get_role_name() in ("tree table", "table", "tree grid") and
                     node.get_name() in ("Projects", "Announcements"))
        return [[plain(text_of(label)) for label in walk(row) if label.get_role_name() == "label"]
                for row in walk(table) if row.get_role_name() == "table row" and children(row)][1:]

    def field(self, part):
        """What stands in a field."""
        return plain(text_of(find(self.window, part, ("text", "entry"))))

    # What people do.

    def search(self, text):
        """Into the search, in place of what is there."""
        keys("ctrl+f")
        wait("the search", lambda: self.focused_name().startswith(("Search", "Chercher")))
        keys("ctrl+a", "BackSpace")
        if text:
            type_text(text)

    def show(self, state):
        """A view by its text."""
        self.search(state)
        keys("Return")
        wait("an empty search", lambda: self.field("Search") == "")

    def follow(self, projects, money, announcements=None):
        """Whether headline, bars, map, timeline and table all show so much."""
        count = f"{projects} project{'s' if projects != 1 else ''}"
        wait(f"the headline: {money}. {count}", lambda: self.summary(rf"{re.escape(money)}\. {count}\b"))
        wait("the bars", lambda: self.summary(rf"Amounts, .*\b{count}, in all {re.escape(money)}"))
        wait("the map", lambda: self.summary(rf"Map\. {count}\b"))
        wait("the timeline", lambda: self.summary(rf"Timeline, .* {announcements or '[0-9]+'} announcements?\. .*{re.escape(money)}"))
        keys("alt+2")
        wait("the table", lambda: says(self.window, f"{count} ·") or says(self.window, count))
        wait("its sum", lambda: says(self.window, money) and len(self.rows()) == min(projects, len(self.rows())))
        keys("alt+1")
        wait("the dashboard", lambda: find(self.window, "Map. "))


class Shared:
    """The program that the tasks share."""

    program = None

    @classmethod
    def begin(cls):
        """It with the first view."""
        if cls.program is None or cls.program not in Program.started:
            cls.program = Program("--language=en")
            wait("the headline", lambda: cls.program.summary(re.escape(TOTAL)))
        cls.program.show(FIRST_VIEW)
        wait("the first view", lambda: cls.program.summary(re.escape(TOTAL)))
        return cls.program


def find_evroc():
    """Find evroc: what is typed narrows headline, bars, map, timeline, table and chips."""
    program = Shared.begin()
    program.search("evroc")
    program.follow(3, "up to €4B", 8)
    assert "Remove the filter evroc" in program.chips(), program.chips()
    program.search("")
    program.follow(41, TOTAL, 87)


def how_much_in_marseille():
    """How much in Marseille: its bar says it, and taking it filters every view."""
    program = Shared.begin()
    program.to_pane(2)
    program.reach("Amounts, ", "Marseille: at least ≈€346M · 7 undisclosed, 11 projects")
    keys("Return")
    wait("the chip", lambda: any("Marseille" in chip for chip in program.chips()))
    program.follow(21, "at least ≈€346M")


def what_is_left_out():
    """What is left out of the total, and why: one key on it."""
    program = Shared.begin()
    program.to_pane(2)
    program.press_to("Tab", "Total: ")
    keys("y")
    why = wait("why", program.dialog)
    for part in ("Medusa cable", "set aside", "Digital Realty – French programme (13 sites)", "wider"):
        wait(part, lambda p=part: says(why, p))
    keys("Escape")
    wait("no why", lambda: program.dialog() is None)


def what_was_known():
    """What was known on 14 February 2025: no view says more than could be said then."""
    program = Shared.begin()
    program.to_pane(3)
    program.press_to("Tab", "What was known on:")
    keys("ctrl+a")
    type_text("2025-02-14")
    keys("Return")
    wait("the date", lambda: program.field("What was known on:") == "February 14, 2025")
    wait("the handle", lambda: find(program.window, "What was known on February 14, 2025", ("slider",)))
    program.follow(38, "at least ≈€1.62B firm, up to ≈€5.62B or more", 55)
    keys("Escape")


def source_of_the_billion_and_a_half():
    """The source of the €1.5bn: its announcement on the timeline opens the detail, where each source is a button."""
    program = Shared.begin()
    program.search("sesterce")
    wait("its announcements", lambda: find(program.window, "Increase, €1.5B"))
    program.to_pane(3)
    program.reach("Timeline, ", "Increase, €1.5B, Nov 17, 2025")
    keys("Return")
    wait("the detail", lambda: says(program.window, "History"))
    program.to_pane(4)
    program.press_to("Tab", "AFP (via Boursorama)")


def switch_language():
    """Switch the language in the middle: every word changes, what is selected and asked stays."""
    program = Shared.begin()
    program.search("evroc mougins")
    wait("the bar", lambda: find(program.window, "Mougins: up to €4B, 1 project"))
    program.to_pane(3)
    program.reach("Timeline, ", "Announcement, up to €4B")
    keys("Return")
    wait("the detail", lambda: says(program.window, "History"))
    keys("ctrl+f")
    program.press_to("Tab", "Français")
    keys("space")
    wait("the detail in French", lambda: says(program.window, "Historique"))
    wait("the headline", lambda: program.summary(r"jusqu’à 4 Md €\. 3 projets\b"))
    wait("the bars", lambda: program.summary(r"Montants, .*3 projets, .*jusqu’à 4 Md €"))
    wait("the map", lambda: program.summary(r"Carte\. 3 projets\b"))
    wait("the timeline", lambda: program.summary(r"Frise, .*annonces\..*jusqu’à 4 Md €"))
    wait("the chip", lambda: "Retirer le filtre evroc mougins" in program.chips())
    assert not says(program.window, "History") and not says(program.window, "Announcement")
    program.press_to("Tab", "English")
    keys("space")
    wait("the detail in English", lambda: says(program.window, "History"))


def largest_project():
    """The largest project and its source: the table is sorted by amount, and its first row opens the detail."""
    program = Shared.begin()
    keys("alt+2")
    rows = wait("rows", program.rows)
    counted = [row for row in rows if row[3]]
    assert counted[0][0] == "evroc – Mougins AI factory" and counted[0][2] == "up to €4,000,000,000", counted[0]
    program.to_pane(1)
    program.press_to("Tab", "Prologis – warehouses and data centres: €6,400,000,000")
    program.press_to("Down", "evroc – Mougins AI factory: up to €4,000,000,000")
    keys("Return")
    wait("the detail", lambda: says(program.window, "History"))
    program.press_to("Tab", "Sophia Mag")
    keys("Escape")


CASES = [find_evroc, how_much_in_marseille, what_is_left_out, what_was_known, source_of_the_billion_and_a_half, switch_language,
         largest_project]


def clear():
    """Ends what a failed case left."""
    for program in list(Program.started):
        print("shown:", [plain(node.get_name()) for node in walk(program.window.get_application()) if node.get_name()][:200], file=sys.stderr)
        program.kill()


def main():
    """All tasks, and nothing on standard error in any."""
    Atspi.init()
    Focus.watch()
    result = interface.run_cases(CASES, clear)
    for program in list(Program.started):
        program.end()
    return result


interface.isolate()
sys.exit(main())
