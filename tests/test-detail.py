#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets in the detail of a project and of the data, and what keys do there; on a display of its own; TAP.

Argument: the program. Nothing sleeps: each step waits until what it expects is there, and fails after a while."""

import subprocess
import sys

import interface
from interface import children, find_application, keys, plain, text_of, wait, walk

PROGRAM = sys.argv[1]
STATE = "jalon:?selected=sesterce-valence&filter=territory%3Dregion-sud-rovaltain"
SECTIONS = ["What it is part of", "Where sources differ", "History", "Size and jobs", "Related", "Note"]
STARTED = []


def start(*arguments):
    """The program, and its window in the accessible tree."""
    process = subprocess.Popen([PROGRAM, *arguments], stdout=sys.stderr, stderr=sys.stderr)  # pylint: disable=consider-using-with
    STARTED.append(process)
    window = wait("the window", lambda: children(find_application(process))[0])
    interface.focus()
    return window


def stop():
    """Ends what was started."""
    while STARTED:
        STARTED[-1].kill()
        STARTED.pop().wait()


def named(root, part):
    """The first node of which a part is said."""
    return next((node for node in walk(root) if part in plain(node.get_name() or "") or part in plain(text_of(node))), None)


def find_detail(window):
    """What is said of the selected project."""
    return next((node for node in walk(window) if node.get_name() == "Sesterce – Rovaltain supercomputer (Valence)"
                 and any(child.get_name() == "History" for child in walk(node))), None)


def sections():
    """The detail tells its parts in their order, each amount and statement with its sources, every one a link with words."""
    window = start("--language=en", f"--state={STATE}")
    detail = wait("the detail", lambda: find_detail(window))
    groups = [node for node in walk(detail) if node.get_name() in SECTIONS and children(node)]
    assert [node.get_name() for node in groups] == SECTIONS, [node.get_name() for node in groups]
    for part, where in (("2 of 41, by falling amount", detail), ("Sesterce – €52bn national plan: €52B · not in this selection", groups[0]),
                        ("€1.5B", groups[1]), ("€1.8B", groups[1]), ("€400M", groups[1]), ("Decided: Keep €1.5bn", groups[1])):
        assert named(where, part), f"{part}, not among {[(node.get_name(), text_of(node)) for node in walk(where)]}"
    links = [node for node in walk(detail) if node.get_role_name() == "link"]
    assert len(links) > 20, len(links)
    assert not [node for node in links if not node.get_name()], "a link without words"
    assert any("Lyon Capitale" in plain(node.get_name()) and "lyoncapitale.fr" in node.get_name() for node in links), links
    stop()


def detail_keys():
    """Page Down goes to the next project, y asks why, Ctrl+C copies with the source."""
    window = start("--language=en", f"--state={STATE}")
    wait("the detail", lambda: find_detail(window))
    keys("ctrl+f", "F6", "F6", "F6", "F6")
    keys("Page_Down")
    wait("the next project", lambda: named(window, "3 of 41, by falling amount"))
    keys("ctrl+c")
    wait("the toast", lambda: named(window, "Copied with its source"))
    keys("y")
    wait("why", lambda: [other for other in children(window.get_application()) if other.get_name() == "Why?"])
    keys("Escape")
    wait("no why", lambda: not [other for other in children(window.get_application()) if other.get_name() == "Why?"])
    stop()


def data():
    """The title says how old the data are; it opens what is to be known of them."""
    window = start("--language=en", "--state=jalon:?group=place")
    title = wait("the title", lambda: named(window, "Data as of June 11, 2026 · "))
    assert "old" in title.get_name(), title.get_name()
    title.get_action_iface().do_action(0)
    about = wait("the data", lambda: next(other for other in children(window.get_application()) if other.get_name() == "About These Data"))
    for part in ("AI investments in Région Sud and Valence", " days old", "The eleven amounts proper to Région Sud",
                 "Checksum (SHA-256)", "Differences (42)", "Sources (218)"):
        wait(part, lambda p=part: named(about, p))
    keys("Escape")
    wait("no data", lambda: not [other for other in children(window.get_application()) if other.get_name() == "About These Data"])
    stop()


interface.isolate()
sys.exit(interface.run_cases([sections, detail_keys, data], stop))
