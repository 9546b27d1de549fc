#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the real program over a session bus of its own, as a desktop does; prints TAP.

Arguments: the program, and the folder of the files that tell a desktop of it. Nothing sleeps: each step waits until what it expects
is there, and fails after a while."""

import configparser
import os
import pathlib
import shutil
import subprocess
import sys

import interface
from interface import Gio, GLib, children, complaints, find_application, plain, text_of, wait, walk

PROGRAM, DATA = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
APP_ID = next(DATA.glob("*.desktop")).stem
PATH = "/" + APP_ID.replace(".", "/")
JAPAN = pathlib.Path(__file__).resolve().parent / "data/good/japan.jalon"
HOME = pathlib.Path(os.environ.get("HOME", "/"))
LOG = HOME / "log"
SETTINGS = HOME / "config/glib-2.0/settings/keyfile"


def ini(path):
    """The groups of a file."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    assert parser.read(path, encoding="utf-8"), path
    return parser


class Bus:
    """The session bus, and the program on it."""

    connection = None

    @classmethod
    def call(cls, path, method, arguments, destination=APP_ID):
        """What a method answers; the bus starts the program where it must."""
        if cls.connection is None:
            cls.connection = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        interface_name, _dot, name = method.rpartition(".")
        reply = cls.connection.call_sync(destination, path, interface_name, name, arguments, None, Gio.DBusCallFlags.NONE,
                                         int(interface.PATIENCE * 1000), None)
        return reply.unpack()

    @classmethod
    def daemon(cls, method, arguments=None):
        """What the bus itself answers."""
        return cls.call("/org/freedesktop/DBus", f"org.freedesktop.DBus.{method}", arguments, "org.freedesktop.DBus")

    @classmethod
    def is_owned(cls):
        """Whether the program is on the bus."""
        return cls.daemon("NameHasOwner", GLib.Variant("(s)", (APP_ID,)))[0]

    @classmethod
    def process(cls):
        """The program's process."""
        return cls.daemon("GetConnectionUnixProcessID", GLib.Variant("(s)", (APP_ID,)))[0]


def search(method, signature, *arguments):
    """What the search provider answers: its path is what its own file says."""
    provider = ini(DATA / f"{APP_ID}.search-provider.ini")["Shell Search Provider"]
    answer = Bus.call(provider["ObjectPath"], f"org.gnome.Shell.SearchProvider2.{method}", GLib.Variant(f"({signature})", arguments),
                      provider["BusName"])
    return answer[0] if answer else None


def find(*terms):
    """The ids of what is found."""
    return search("GetInitialResultSet", "as", terms)


def metas(*ids):
    """What is known of results, by id."""
    return {meta["id"]: meta for meta in search("GetResultMetas", "as", ids)}


class Running:
    """Stands for a process that the bus started."""

    def __init__(self):
        self.pid = Bus.process()


def windows():
    """The windows of the program that the bus knows, in the accessible tree."""
    application = find_application(Running()) if Bus.is_owned() else None
    return children(application) if application else []


def says(part):
    """Whether a window says this, whatever kind of space stands between its words."""
    return any(part in plain(text) for window in windows() for node in walk(window) for text in (node.get_name() or "", text_of(node)))


def end():
    """Ends the program; nothing may have been said on standard error."""
    if Bus.is_owned():
        Bus.call(PATH, "org.freedesktop.Application.ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {})))
    wait("the end", lambda: not Bus.is_owned())
    said = complaints(LOG.read_text(encoding="utf-8"))
    LOG.write_text("")
    assert not said, said


def remember(**settings):
    """Writes what the program is to remember when it starts."""
    SETTINGS.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key.replace('_', '-')}={GLib.Variant('s', value).print_(False)}\n" for key, value in settings.items())
    SETTINGS.write_text(f"[{APP_ID.replace('.', '/')}]\n{lines}", encoding="utf-8")


def install():
    """Puts the program's own files where the bus looks for them; the program that is started speaks into a log."""
    service = ini(DATA / f"{APP_ID}.service")["D-BUS Service"]
    command = service["Exec"].split()
    assert (command[0].endswith("/bin/jalon"), command[1:], service["Name"]) == (True, ["--gapplication-service"], APP_ID), dict(service)
    start = HOME / "start"
    start.write_text(f'#!/bin/sh\nG_DEBUG=fatal-criticals GSETTINGS_BACKEND=keyfile exec "{PROGRAM}" "$@" 2>>"{LOG}"\n', encoding="utf-8")
    start.chmod(0o755)
    LOG.write_text("")
    services = HOME / "data/dbus-1/services"
    services.mkdir(parents=True)
    (services / f"{APP_ID}.service").write_text(f"[D-BUS Service]\nName={APP_ID}\nExec={start} {command[1]}\n", encoding="utf-8")
    Bus.daemon("ReloadConfig")
    wait("the program among what the bus can start", lambda: APP_ID in Bus.daemon("ListActivatableNames")[0])


def find_without_a_window():
    """The bus starts the program without a window; accents, case and language don't matter."""
    remember(language="en")
    entry = ini(DATA / f"{APP_ID}.desktop")["Desktop Entry"]
    assert entry["DBusActivatable"] == "true" and entry["Icon"] == APP_ID
    assert find("mougins")[0] == "bundled:place:mougins"
    assert "bundled:organisation:universite-cote-d-azur" in find("UNIVERSITE", "cote")
    assert "bundled:organisation:institut-merieux" in find("mérieux") and find("mérieux") == find("merieux")
    assert find("evroc", "usine") == find("evroc", "factory") == ["bundled:project:evroc-mougins"]
    assert find("usine", "d'ia") and find("no such thing as this") == find("") == find("--") == []
    assert not windows()
    end()


def say_what_was_found():
    """A result says its name, its amount with the qualifier, and has an icon; in the language that was chosen; what went is left out."""
    remember(language="en")
    ids = ["bundled:project:evroc-mougins", "bundled:place:mougins", "bundled:organisation:evroc", "bundled:place:atlantis", "nonsense",
           "recent:project:evroc-mougins"]
    known = metas(*ids)
    assert list(known) == ids[:3], known
    assert known[ids[0]]["name"] == "evroc – Mougins AI factory"
    assert plain(known[ids[0]]["description"]) == "up to €4B · Data center · Mougins – Actipôle (chemin de la Plaine) · Under construction", known[ids[0]]
    assert plain(known[ids[1]]["description"]) == "up to €4B · 2 projects", known[ids[1]]
    assert known[ids[2]]["description"].endswith(" projects"), known[ids[2]]
    assert [Gio.Icon.deserialize(GLib.Variant("(sv)", (meta["icon"][0], GLib.Variant("as", meta["icon"][1])))).get_names()[0]
            for meta in known.values()] == [APP_ID, "mark-location-symbolic", "system-users-symbolic"]
    end()
    remember(language="fr")
    assert metas(ids[0])[ids[0]]["name"] == "evroc – usine d’IA de Mougins"
    assert plain(metas(ids[0])[ids[0]]["description"]).startswith("jusqu’à 4 Md € · ")
    end()


def narrow():
    """More words find less."""
    some = find("marseille")
    fewer = search("GetSubsearchResultSet", "asas", some, ["marseille", "mistral"])
    assert some[0] == "bundled:place:marseille" and fewer and set(fewer) < set(some), (some, fewer)
    end()


def recent_file():
    """What was shown last is searched too, before the bundled data, as soon as it changes, and not at all where it can't be read."""
    mine = HOME / "mine.jalon"
    remember(language="en", last_file=mine.as_uri())
    assert not find("denki")
    shutil.copy(JAPAN, mine)
    assert find("denki") == ["recent:organisation:denki", "recent:project:denki-koto"]
    assert find("koto")[0] == "recent:place:koto" and find("evroc")
    assert plain(metas("recent:project:denki-koto")["recent:project:denki-koto"]["description"]).startswith("≈¥150B · ")
    mine.write_text(JAPAN.read_text(encoding="utf-8").replace("Denki", "Dynamo"), encoding="utf-8")
    assert find("dynamo") and not find("denki")
    mine.write_text("{", encoding="utf-8")
    assert not find("dynamo") and find("evroc")
    shutil.copy(JAPAN, mine)
    search("ActivateResult", "sasu", "recent:place:sakai", ["sakai"], 0)
    wait("the title", lambda: windows() and windows()[0].get_name() == "AI investments in Japan")
    wait("the filter", lambda: says("1 project") and not says("Denki Kōtō"))
    end()


def activate():
    """A project that was chosen is shown in its detail, a place is a filter; in one window."""
    remember(language="en")
    search("ActivateResult", "sasu", "bundled:project:evroc-mougins", ["evroc"], 0)
    wait("the detail", lambda: says("up to €4B") and says("History"))
    search("ActivateResult", "sasu", "bundled:place:rovaltain", ["rovaltain"], 0)
    wait("the filter", lambda: says("Rovaltain supercomputer") and not says("History"))
    search("ActivateResult", "sasu", "bundled:organisation:evroc", ["evroc"], 0)
    wait("the organization", lambda: says("evroc") and not says("Rovaltain supercomputer"))
    assert len(windows()) == 1
    end()


def launch():
    """All results: the words stand in the search of a window."""
    remember(language="en")
    search("LaunchSearch", "asu", ["evroc", "& factory"], 0)
    wait("the search", lambda: says("evroc & factory"))
    search("LaunchSearch", "asu", ["medusa"], 0)
    wait("the other search", lambda: says("medusa") and not says("evroc & factory"))
    assert len(windows()) == 1
    end()


def go_when_idle():
    """Nobody asks any more, and no window is open: the program goes."""
    find("evroc")
    wait("the end", lambda: not Bus.is_owned())
    end()


def open_in_the_running_one():
    """A double click shows a file in the program that runs; another one on the same file shows the window it is in."""
    remember(language="en")
    Bus.call(PATH, "org.freedesktop.Application.Activate", GLib.Variant("(a{sv})", ({},)))
    wait("the first window", lambda: len(windows()) == 1)
    process = Bus.process()
    for _again in range(2):
        Bus.call(PATH, "org.freedesktop.Application.Open", GLib.Variant("(asa{sv})", ([JAPAN.as_uri()], {})))
        wait("the file", lambda: says("AI investments in Japan"))
        assert len(windows()) == 2
    Bus.call(PATH, "org.freedesktop.Application.ActivateAction", GLib.Variant("(sava{sv})", ("new-window", [], {})))
    wait("the third window", lambda: len(windows()) == 3)
    remote = subprocess.run([PROGRAM, "--language=fr", JAPAN], check=False, capture_output=True, text=True, timeout=interface.PATIENCE)
    assert (remote.returncode, remote.stderr) == (0, ""), remote
    wait("the command line's window", lambda: len(windows()) == 4 and says("Investissements dans l’IA au Japon"))
    assert Bus.process() == process
    end()


CASES = [find_without_a_window, say_what_was_found, narrow, recent_file, activate, launch, go_when_idle, open_in_the_running_one]


def clear():
    """Ends what a failed case left, and shows what it said."""
    print(LOG.read_text(encoding="utf-8"), file=sys.stderr)
    LOG.write_text("")
    if Bus.is_owned():
        os.kill(Bus.process(), 9)
        wait("the end", lambda: not Bus.is_owned())


interface.isolate()
install()
sys.exit(interface.run_cases(CASES, clear))
