#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people come for, done in the real window by real keys alone and read by its accessibility tree, on a display of its own; TAP.

Arguments: the program, and what it is to be called with first. Nothing sleeps: each step waits until what it expects is there, and
fails after a while. One program is used for all tasks but those about starting; each task begins with the bundled data's first view."""

import pathlib
import re
import sys
import tempfile

import interface
from interface import Atspi, focus, keys, wait, walk
from keyboard import BUTTONS, Focus, Program, find, type_text, name_of, says

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIRST_VIEW = "jalon:?filter=territory=region-sud-rovaltain&group=place&page=dashboard&scale=log&language=en"
TOTAL = "at least ≈€2.67B firm, up to ≈€6.67B or more"


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

    @classmethod
    def finish(cls):
        """Ends it: one program answers for all that are called on its bus."""
        if cls.program in Program.started:
            cls.program.end()


def find_evroc():
    """Find evroc: what is typed narrows headline, bars, map, timeline, table and chips."""
    program = Shared.begin()
    program.search("evroc")
    program.follow(3, "up to €4B", 8)
    assert "Remove the filter “evroc”" in program.chips(), program.chips()
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
    focus()  # as a window manager does, where there is one


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
    wait("the chip", lambda: any("evroc mougins" in chip for chip in program.chips()))
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
    keys("Home")  # selects it; else newer releases of GTK do so by the first Down, and older ones go on to the next
    program.press_to("Down", "evroc – Mougins AI factory: up to €4,000,000,000")
    keys("Return")
    wait("the detail", lambda: says(program.window, "History"))
    program.press_to("Tab", "Sophia Mag")
    keys("Escape")


def trap_in_the_naive_sum():
    """The trap in the naive sum: the table's sum is less than its rows, and says why; a national envelope counts nowhere here."""
    program = Shared.begin()
    keys("alt+2")
    wait("the account", lambda: says(program.window, "41 projects · the rows, less €13.2M that may be the same money"))
    left_out = [row for row in program.rows() if "wider than this selection" in row]
    assert left_out and not any(row[3] for row in left_out), left_out[:3]
    keys("alt+1")


def take_the_list_away():
    """Take the list away: all of it is copied, to be pasted anywhere."""
    program = Shared.begin()
    keys("alt+2")
    wait("rows", program.rows)
    keys("F6")
    program.press_to("Tab", "Copy the selected rows")
    keys("space")
    keys("ctrl+f")
    wait("the search", lambda: Focus.name().startswith("Search"))
    keys("ctrl+a", "ctrl+v")
    pasted = wait("what was copied", lambda: program.field("Search") if "evroc – Mougins AI factory" in program.field("Search") else None)
    for part in ("Project", "Counted here", "up to €4,000,000,000", "4000000000", "SUD IA – regional plan"):
        assert part in pasted, (part, pasted[:300])
    keys("ctrl+a", "BackSpace")
    wait("an empty search", lambda: program.field("Search") == "")


def filter_from_a_bar():
    """Filter by kind from a bar and clear: bars by kind, one key on a bar, one key to clear, one to take that back."""
    program = Shared.begin()
    program.show(FIRST_VIEW.replace("group=place", "group=kind"))
    program.to_pane(2)
    program.reach("Amounts, ", "Supercomputer: ")
    keys("Return")
    program.follow(1, "€1.5B")
    keys("ctrl+BackSpace")
    wait("everything", lambda: program.summary(r".*65 projects"))
    assert program.chips() == [], program.chips()
    keys("ctrl+z")
    program.follow(1, "€1.5B")


def back_and_forward():
    """Back and forward, as in a browser."""
    program = Shared.begin()
    program.to_pane(2)
    program.reach("Amounts, ", "Mougins: up to €4B")
    keys("Return")
    wait("Mougins alone", lambda: program.summary(r"up to €4B\. "))
    keys("alt+Left")
    wait("all again", lambda: program.summary(re.escape(TOTAL)) and program.summary(r"Map\. 41 projects"))
    keys("alt+Right")
    wait("Mougins again", lambda: program.summary(r"up to €4B\. "))
    assert any("Mougins" in chip for chip in program.chips()), program.chips()


def copy_the_state():
    """Copy the view as text and paste it into the search: it is there again."""
    program = Shared.begin()
    program.show("jalon:?filter=kind=data-centre&filter=territory=region-sud-rovaltain&group=year&page=dashboard&scale=linear")
    wait("data centers", lambda: program.summary(r"Amounts, Year"))
    seen = program.summary(r"Amounts, Year")
    keys("ctrl+shift+c")
    program.show(FIRST_VIEW)
    wait("the first view", lambda: program.summary(re.escape(TOTAL)))
    keys("ctrl+f")
    wait("the search", lambda: Focus.name().startswith("Search"))
    keys("ctrl+a", "ctrl+v")
    wait("the view", lambda: program.summary(r"Amounts, Year") == seen)
    assert program.field("Search") == ""
    wait("its chips", lambda: len(program.chips()) == 2)


def a_wrong_state():
    """A state that doesn't fit changes nothing, and says what doesn't."""
    program = Shared.begin()
    program.search("jalon:?filter=territory=elsewhere&group=kind")
    keys("Return")
    wait("why not", lambda: says(program.window, "filter=territory=elsewhere"))
    program.search("")
    program.follow(41, TOTAL, 87)


def compare_two_territories():
    """Compare two territories, each with its sum, and whether the sums may be added up."""
    program = Shared.begin()
    program.show("jalon:?page=compare")
    keys("F6")
    program.press_to("Tab", "What to compare")
    Focus.after("by its list", lambda: keys("space"))
    keys("Up", "Return")
    wait("two places", lambda: find(program.window, "Cambrai – E-Valley (former air base 103): up to €10B", BUTTONS))
    Focus.after("by its list", lambda: keys("space"))
    keys("Down", "Return")
    wait("two territories", lambda: find(program.window, "Région Sud and Rovaltain (Valence): at least ≈€2.67B firm", BUTTONS))
    wait("whether they share", lambda: says(program.window, "So the two sums can’t be added up."))


def change_the_grouping():
    """Change what the bars stand for: by kind, by year; the sum stays."""
    program = Shared.begin()
    program.to_pane(2)
    program.press_to("Tab", "Group the bars: By place")
    Focus.after("by its list", lambda: keys("space"))
    keys("Down", "Return")
    wait("other bars", lambda: program.summary(rf"Amounts, (?!Place).*{re.escape(TOTAL)}"))


def linear_and_logarithmic():
    """Measure the bars on a linear scale, and on a logarithmic one again."""
    program = Shared.begin()

    def measure(by):
        program.to_pane(2)
        program.press_to("Tab", "How the bars are sorted and measured")
        keys("space")
        program.press_to("Down", by)
        keys("space", "Escape")
        wait(f"bars on a {by.lower()}", lambda: program.summary(rf"Amounts, .*\. {by}\."))
        assert program.summary(re.escape(TOTAL))

    measure("Linear scale")
    measure("Logarithmic scale")


def play_a_step():
    """Play the announcements, and pause: what was known on the day that it came to is what every view says."""
    program = Shared.begin()
    program.to_pane(3)
    program.press_to("Tab", "Play the Announcements")
    keys("space")
    day = wait("a day", lambda: program.field("What was known on:") if program.field("What was known on:") != "June 11, 2026" else "")
    wait("the next step", lambda: program.field("What was known on:") not in (day, "June 11, 2026"))
    keys("space")
    wait("a pause", lambda: find(program.window, "Play the Announcements", BUTTONS))
    day = program.field("What was known on:")
    wait("the handle", lambda: find(program.window, f"What was known on {day}", ("slider",)))
    known = program.summary(r".*\. [0-9]+ projects?\b(?! ·.*Timeline)")
    assert known and TOTAL not in known, known
    keys("alt+1")
    assert program.field("What was known on:") == day, "it went on"


def open_the_tray():
    """Open the tray: what has no point on the map, with the envelopes that contain some of it."""
    program = Shared.begin()
    program.to_pane(1)
    program.press_to("Tab", "21 projects without a point on the map")
    keys("space")
    wait("a regional plan", lambda: find(program.window, "SUD IA – regional plan: €70M", BUTTONS))
    wait("a national envelope", lambda: find(program.window, "AI summit €109bn envelope", BUTTONS))
    keys("Escape")


def a_figure_over_time():
    """Read a figure of the ecosystem over time, each value with its date and its source."""
    program = Shared.begin()
    keys("alt+3")
    wait("figures", lambda: find(program.window, "Submarine cables connected to Marseille: 16 cables"))
    values = [name for name in program.mark_names("32 figures of the ecosystem") if name.startswith("Submarine cables")]
    assert any("15 cables · Jan 20, 2022" in name for name in values) and any("18 cables · Oct 30, 2024" in name for name in values), values
    keys("F6")
    program.reach("32 figures of the ecosystem", "Submarine cables connected to Marseille: 18 cables · Oct 30, 2024")
    keys("alt+1")


def next_and_previous():
    """The next and the previous project, by keys."""
    program = Shared.begin()
    program.to_pane(1)
    program.reach("Map. ", "evroc – Mougins AI factory")
    keys("Return")
    wait("a place in the list", lambda: says(program.window, "1 of 41"))
    program.to_pane(4)
    keys("Page_Down")
    wait("the next", lambda: says(program.window, "2 of 41"))
    keys("Page_Up")
    wait("the previous", lambda: says(program.window, "1 of 41"))
    keys("Escape")
    wait("no detail", lambda: not says(program.window, "1 of 41"))


def nothing_found():
    """A search that finds nothing says so, and one key clears it."""
    program = Shared.begin()
    program.search("zzzz")
    wait("nothing", lambda: program.summary(r".*0 projects"))
    keys("ctrl+a", "BackSpace")
    program.follow(41, TOTAL, 87)


def brush_by_keys():
    """Filter by date with the ends of the brush, and take it away."""
    program = Shared.begin()
    program.to_pane(3)
    program.press_to("Tab", "Announced from the beginning")
    keys("Page_Up")
    wait("a chip", lambda: any("Since" in chip for chip in program.chips()))
    wait("an end", lambda: find(program.window, "Announced from: ", ("slider",)))
    assert len(program.chips()) == 2, program.chips()
    keys("Escape")
    program.follow(41, TOTAL, 87)


def look_closer():
    """Zoom and pan time and the map; no figure changes by it."""
    program = Shared.begin()
    program.to_pane(3)
    program.reach("Timeline, ", "evroc – Mougins AI factory: Announcement, up to €4B")
    opened = program.summary("Timeline, ")
    keys("plus")
    closer = wait("a shorter time", lambda: program.summary("Timeline, ") if program.summary("Timeline, ") != opened else "")
    keys("shift+Right")
    wait("another time", lambda: program.summary("Timeline, ") not in (closer, opened))
    keys("0")
    wait("the time it opened with", lambda: program.summary("Timeline, ") == opened)
    assert program.summary(re.escape(TOTAL))


def in_french_from_the_start():
    """In French from the start: a program of its own says it all in French."""
    Shared.finish()
    program = Program("--language=fr")
    wait("the headline", lambda: program.summary(r"au moins ≈ 2,67 Md € fermes"))
    assert says(program.window, "Tableau de bord") and not says(program.window, "Dashboard")
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


CASES = [find_evroc, how_much_in_marseille, what_is_left_out, what_was_known, source_of_the_billion_and_a_half, switch_language,
         largest_project, trap_in_the_naive_sum, take_the_list_away, filter_from_a_bar, back_and_forward, copy_the_state, a_wrong_state,
         compare_two_territories, change_the_grouping, linear_and_logarithmic, play_a_step, open_the_tray, a_figure_over_time,
         next_and_previous, nothing_found, brush_by_keys, look_closer, in_french_from_the_start, bad_file, another_region]


def clear():
    """Ends what a failed case left."""
    for program in list(Program.started):
        try:
            print("shown:", [name for name in map(name_of, walk(program.window.get_application())) if name][:200],
                  file=sys.stderr)
        except Exception:  # pylint: disable=broad-except
            print("gone", file=sys.stderr)
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
