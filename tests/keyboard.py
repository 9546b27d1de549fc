# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on the screen, as somebody has it who only has keys and hears what a screen reader says."""

import os
import re
import subprocess
import sys
import tempfile

from interface import BUTTONS, Atspi, called, children, complaints, find_application, focus, keys, plain, text_of, wait, walk

COMMAND = sys.argv[1:]


def name_of(node):
    """What it is called; one that has gone while we look, nothing."""
    try:
        return plain(called(node))
    except Exception:  # pylint: disable=broad-except
        return ""


def words_of(node):
    """Its text, where it is of text."""
    try:
        return plain(text_of(node))
    except Exception:  # pylint: disable=broad-except
        return ""


def has(node, state):
    """Whether a node is in a state."""
    return node.get_state_set().contains(getattr(Atspi.StateType, state))


def find(root, part, role=None):
    """The first node with a part of a name, in what is shown."""
    return next((node for node in walk(root) if part in name_of(node) and (role is None or node.get_role_name() in role)),
                None)


def says(root, part):
    """Whether something says this, whatever kind of space stands between its words."""
    return any(part in name_of(node) or part in words_of(node) for node in walk(root))


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
        return plain(called(cls.node)) if cls.node else ""

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
        focus()

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
        said = complaints(self.log.read())
        assert not said, said

    def kill(self):
        """Ends what a failed case left."""
        self.process.kill()
        self.process.wait()
        Program.started.remove(self)
        self.log.seek(0)
        print("ended:", self.process.returncode, "said:", self.log.read()[-2000:], file=sys.stderr)

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
        return [name_of(node) for node in self.marks(scene)]

    def reach(self, scene, part):
        """Tab into a view, arrows to a mark of it."""
        for _ in range(12):
            if Focus.node in self.marks(scene):
                break
            Focus.after(f"on the way to {scene}", lambda: keys("Tab"))

        def place():
            marks = self.marks(scene)
            at = next((i for i, node in enumerate(marks) if node == Focus.node), None)
            to = next((i for i, node in enumerate(marks) if part in name_of(node)), None)
            return None if at is None or to is None else (to - at,)
        by = wait(f"a focus in {scene} and {part}", place)[0]
        if by:
            keys("--repeat", str(abs(by)), "--repeat-delay", "1", "Right" if by > 0 else "Left")
        return wait(part, lambda: part in self.focused_name())

    # What the views say.

    def summary(self, begin):
        """The summary of a view, by how it begins."""
        return next((name for name in map(name_of, walk(self.window)) if re.match(begin, name)), "")

    def chips(self):
        """What the chips remove."""
        bar = next((node for node in walk(self.window) if name_of(node) in ("Active filters", "Filtres actifs")), None)
        names = [name_of(node) for node in walk(bar) if node.get_role_name() in BUTTONS] if bar else []
        return [name for name in names if name.startswith(("Remove the filter ", "Retirer le filtre "))]

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
