#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start the real program where something that it usually finds isn't there, or isn't right; prints TAP.

Argument: the program. It starts, says what it can't do, and goes on. Nothing sleeps: each step waits until what it expects is there,
and fails after a while."""

import contextlib
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

import interface
from interface import Gio, GLib, find_application, keys, plain, text_of, wait, walk

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parent.parent
JAPAN = ROOT / "tests/data/good/japan.jalon"
NO_BUS = "unix:path=/nonexistent/bus"
# What libraries say of such a day on standard error: of the locale, and of what can't be written or reached.
EXPECTED = ("Locale not supported by C library", "Unable to acquire session bus", "failed to commit changes to dconf",
            "Failed to create /proc/", "Attempting to store changes into '/sys/", "Attempting to set the permissions of '/sys/", "jalon: ")


# A session bus that starts nobody: no portal, no settings service.
BARE_BUS = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def accessible_bus():
    """Where screen readers talk: given to a program that can't ask a session bus for it."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1,
                             None).unpack()[0]


@contextlib.contextmanager
def bare_bus():
    """A session bus with nobody on it: its address."""
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as config:
        config.write(BARE_BUS)
        config.flush()
        with subprocess.Popen(["dbus-daemon", "--nofork", "--print-address", f"--config-file={config.name}"], text=True,
                              stdout=subprocess.PIPE) as daemon:
            try:
                yield daemon.stdout.readline().strip()
            finally:
                daemon.terminate()


class Day:
    """The program on the screen, in an environment and a home of its own; used in a with statement, it ends without a complaint."""

    started = []

    def __init__(self, *arguments, prepare=None, **environment):
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # pylint: disable=consider-using-with
        self.arguments = [str(argument) for argument in arguments]
        home = self.home.name
        self.environment = os.environ | {"HOME": home, "G_DEBUG": "fatal-criticals", "GSETTINGS_BACKEND": "keyfile"}
        self.environment |= {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")} | environment
        self.prepare = prepare
        self.process = self.output = None
        self.kept = ""  # in the end: the file of its settings

    def write(self, name, contents):
        """A file in the home."""
        path = pathlib.Path(self.home.name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(contents, encoding="utf-8")
        return path

    def __enter__(self):
        # pylint: disable=consider-using-with
        self.output = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen([PROGRAM, *self.arguments], stdout=self.output, stderr=subprocess.STDOUT, env=self.environment,
                                        preexec_fn=self.prepare, restore_signals=False)
        Day.started.append(self.process)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)
        return self

    def texts(self):
        """All that its windows say."""
        for node in walk(wait("the program in the accessible tree", lambda: find_application(self.process))):
            try:
                yield from [plain(node.get_name() or ""), plain(text_of(node))]
            except GLib.Error:  # it went meanwhile
                continue

    def says(self, *parts):
        """Waits until its windows say all of these."""
        for part in parts:
            wait(f"“{part}”", lambda p=part: any(p in text for text in self.texts()))

    def works(self):
        """It shows the bundled data, and follows a search."""
        self.says("41 projects")
        self.search("evroc mougins")
        self.says("up to €4B")
        wait("the search", lambda: not any("41 projects" in text for text in self.texts()))

    @staticmethod
    def search(text):
        """Types into the search."""
        keys("ctrl+f")
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.output.seek(0)
            print(self.output.read(), file=sys.stderr)
            return
        subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jalon", "windowfocus"], check=True)
        keys("ctrl+q")
        assert self.process.wait(interface.PATIENCE) == 0
        self.output.seek(0)
        said = [line for line in interface.complaints(self.output.read()) if not any(part in line for part in EXPECTED)]
        assert not said, said
        settings = pathlib.Path(self.home.name, "CONFIG/glib-2.0/settings/keyfile")
        self.kept = settings.read_text(encoding="utf-8") if settings.exists() else ""
        self.home.cleanup()


def titles():
    """What stands above the windows that can be seen."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jalon", "getwindowname", "%@"], check=False,
                           capture_output=True, text=True)
    return found.stdout.splitlines()


def no_session_bus():
    """Without a session bus it works and keeps what it can; no screen reader is told, and nobody misses it."""
    for settings in ("keyfile", "dconf"):
        day = Day(DBUS_SESSION_BUS_ADDRESS=NO_BUS, AT_SPI_BUS_ADDRESS=accessible_bus(), GSETTINGS_BACKEND=settings)
        del day.environment["GTK_A11Y"]
        with day:
            wait("the data", lambda: titles() == ["AI investments in Région Sud and Valence"])
            keys("alt+2")  # the table
        assert ("page=table" in day.kept) == (settings == "keyfile"), day.kept


def no_portal():
    """Where the portal is to be asked and nobody answers, the dialog for files is the toolkit's own."""
    environment = {"GTK_USE_PORTAL": "1", "AT_SPI_BUS_ADDRESS": accessible_bus(),
                   "ASAN_OPTIONS": "detect_leaks=0:abort_on_error=1"}  # the toolkit's dialog loses what libcloudproviders tells it
    with bare_bus() as address, Day(DBUS_SESSION_BUS_ADDRESS=address, **environment) as day:
        day.works()
        keys("ctrl+o")
        wait("the dialog", lambda: len(titles()) == 2 and "Open" in titles())
        keys("Escape")
        wait("the end of the dialog", lambda: len(titles()) == 1)


def no_schema():
    """Without the schema of its settings it works, and says why they aren't kept; again where they are asked for."""
    with Day(GSETTINGS_SCHEMA_DIR="/nonexistent") as day:
        day.says("Settings aren’t kept: Jalon isn’t wholly installed")
        day.works()
        keys("ctrl+comma")
        day.says("Settings aren’t kept: Jalon isn’t wholly installed")


def no_home():
    """In a home where nothing can be written it shows a file, and says that settings aren't kept."""
    folders = {f"XDG_{name}_HOME": f"/proc/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    with Day(JAPAN, HOME="/proc", **folders) as day:
        day.says("AI investments in Japan", "Settings aren’t kept: the home folder can’t be written")
    with Day(HOME="/proc", **folders | {"XDG_DATA_HOME": "/sys"}) as day:  # there, but not to be written
        day.works()


def fill_the_disk():
    """To be called in the program's process: no file can have more than a few bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))


def full_disk():
    """On a full disk it works; an export says so, and leaves no half of a file."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("out.png", "out.csv", "out.pdf", "out.jalon"):
            done = subprocess.run([PROGRAM, "--language=en", f"--export={folder}/{name}"], check=False, capture_output=True, text=True,
                                  preexec_fn=fill_the_disk, restore_signals=False)
            assert done.returncode == 1 and done.stderr.startswith("jalon: ") and name in done.stderr, (name, done)
            assert not os.listdir(folder), os.listdir(folder)
    day = Day(prepare=fill_the_disk)
    with day:
        day.works()


def no_locale():
    """With a locale that isn't installed it speaks the language all the same, and English where it doesn't speak it."""
    with Day(LC_ALL="fr_FR.UTF-8") as day:
        day.says("41 projets", "jusqu’à 4 Md €")
    with Day(LC_ALL="tlh_QO.UTF-8") as day:
        day.works()


FUTURE = """[GROUP]
language='tlh'
window-width='wide'
window-height=99999999
maximized=17
side-share=@mb nothing
timeline-share=-3.5
basemap='/nonexistent/hologram.mbtiles'
online-tiles='maybe'
online-tiles-url=['one', 'two']
hologram=true
last-file='warp://nowhere'
states=[('', 'jalon:?filter=kind=cloud&group=galaxy&page=hologram&warp=9')]
hint-read='half
no line at all
[GROUP/deeper]
language=1
"""


def settings_from_the_future():
    """Settings of a later version, or of none: what can be understood holds, and what can't is said where it was a map or a view."""
    day = Day()
    group = "io/github/jalon/Jalon" + ("/Devel" if (pathlib.Path(PROGRAM).parent / "data/io.github.jalon.Jalon.Devel.desktop").exists() else "")
    day.write("CONFIG/glib-2.0/settings/keyfile", FUTURE.replace("GROUP", group))
    with day:
        day.says("The map hologram.mbtiles can’t be opened", "Cloud")
    day = Day()
    day.write("CONFIG/glib-2.0/settings/keyfile", f"[{group}]\nstates=[('', 'jalon:?filter=kind=cloud&group=galaxy&warp=9')]\n")
    with day:
        day.says("Of the view of last time, not understood: group=galaxy, warp=9", "Cloud")
    day = Day()
    day.write("CONFIG/glib-2.0/settings/keyfile", "\x01\x02 nothing of this is a setting\n")
    with day:
        day.works()


def no_icons():
    """With an icon theme that has none of its icons each button has a picture and a name."""
    day = Day()
    for folder in ("mime", "fonts", "glib-2.0"):  # all but icons
        pathlib.Path(day.home.name, "share").mkdir(exist_ok=True)
        os.symlink(f"/usr/share/{folder}", f"{day.home.name}/share/{folder}")
    day.environment["XDG_DATA_DIRS"] = f"{day.home.name}/share"
    day.write("CONFIG/gtk-4.0/settings.ini", "[Settings]\ngtk-icon-theme-name=None\n")
    with day:
        day.works()


def large_scale():
    """At 200 % of the scale, with room for half as much, it works."""
    with Day(GDK_SCALE="2") as day:
        day.works()


def bad_base_map():
    """With a base map that is damaged, missing or something else, the pins stand on plain land, and it says so."""
    whole = (ROOT / "resources/basemap/basemap.mbtiles").read_bytes()

    def folder(path):
        path.unlink()
        path.mkdir()
    for change in (lambda path: path.write_bytes(b"nonsense"), lambda path: path.write_bytes(whole[:len(whole) // 3]),
                   lambda path: path.write_bytes(whole[:5000] + bytes(len(whole) - 5000)), pathlib.Path.touch, folder, pathlib.Path.unlink,
                   lambda path: shutil.rmtree(path.parent.parent)):
        day = Day()
        change(day.write("map/basemap/basemap.mbtiles", ""))
        day.environment["JALON_DATA_DIR"] = f"{day.home.name}/map"
        with day:
            day.says("The base map can’t be read: the pins stand on plain land")
            day.works()


def no_base_map_to_export():
    """A map is exported without its base map, and it says so; what has no map needs none."""
    with tempfile.TemporaryDirectory() as folder:
        for view, said in (("map", "jalon: The base map can’t be read: the pins stand on plain land"), ("bars", None)):
            done = subprocess.run([PROGRAM, "--language=en", f"--export={folder}/{view}.png", f"--view={view}"], check=False,
                                  capture_output=True, text=True, env=os.environ | {"JALON_DATA_DIR": folder, "LC_ALL": "C.UTF-8"})
            assert done.returncode == 0 and os.path.getsize(f"{folder}/{view}.png") > 10000, done
            assert said in done.stderr.splitlines() if said else not done.stderr, done


def no_display():
    """Without a display it says so, and what can be done without one."""
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run([PROGRAM], check=False, capture_output=True, text=True, env=without | {"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})
    assert done.returncode == 1 and done.stderr.startswith("jalon: Aucun écran") and len(done.stderr.splitlines()) == 1, done


def broken_kiosk():
    """A kiosk whose kept slide is of another version begins at the beginning."""
    day = Day("--kiosk", "--language=en")
    day.write("STATE/jalon/kiosk-slide", "hologram 99\x00")
    day.__enter__()
    day.says("AI investments")
    day.process.send_signal(signal.SIGTERM)
    day.process.wait(interface.PATIENCE)


CASES = [no_session_bus, no_portal, no_schema, no_home, full_disk, no_locale, settings_from_the_future, no_icons, large_scale, bad_base_map,
         no_base_map_to_export, no_display, broken_kiosk]


def clear():
    """Ends what a failed case left."""
    for process in Day.started:
        process.kill()
        process.wait()


interface.isolate()
sys.exit(interface.run_cases(CASES, clear))
