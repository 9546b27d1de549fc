#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-export-basemap.py PROGRAM SOURCE_DIR: what `--export` draws with `--basemap`, also where that is no map."""

import atexit
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
DATA = SOURCE / "data" / "region-sud.jalon"
OTHER = SOURCE / "tests" / "data" / "other-map.mbtiles"
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE", "MALLOC_CHECK_")
} | {"LC_ALL": "C"}

folder = pathlib.Path(tempfile.mkdtemp(prefix="jalon-export-basemap-"))
atexit.register(shutil.rmtree, folder, ignore_errors=True)


def export(name, *arguments, said=None):
    """The bytes of an export, and what was said on standard error: nothing, or what is given."""
    out = folder / name
    done = subprocess.run([PROGRAM, f"--export={out}", "--language=fr", *map(str, arguments), DATA],
                          capture_output=True, env=ENVIRONMENT, check=False)
    errors = done.stderr.decode()
    assert done.returncode == 0, (arguments, done.returncode, errors)
    assert errors == ("" if said is None else f"jalon: {said}\n"), errors
    return out.read_bytes()


def other_map_is_drawn_and_credited():
    for view in ("map", "dashboard"):
        plain = export("plain.svg", f"--view={view}").decode()
        drawn = export("other.svg", f"--view={view}", f"--basemap={OTHER}").decode()
        assert "Nobody &amp; friends" in drawn and "Nobody" not in plain
        assert "Natural Earth" in plain and "Natural Earth" not in drawn
    assert export("plain.png", "--view=map") != export("other.png", "--view=map", f"--basemap={OTHER}")
    assert export("address.png", "--view=map", f"--basemap={OTHER.as_uri()}") == (folder / "other.png").read_bytes()


def bundled_map_stays_where_the_file_is_none():
    damaged = folder / "cut.mbtiles"
    damaged.write_bytes(OTHER.read_bytes()[:4096])
    wrong = {
        DATA: "region-sud.jalon n’est pas une carte\u00a0: il faut un fichier MBTiles.",
        folder / "none.mbtiles": "La carte none.mbtiles ne peut pas être ouverte.",
        damaged: "La carte cut.mbtiles est endommagée.",
    }
    for ending in ("svg", "pdf", "png"):
        plain = export(f"plain.{ending}", "--view=map")
        for file, sentence in wrong.items():
            assert export(f"wrong.{ending}", "--view=map", f"--basemap={file}", said=sentence) == plain, (ending, file)


def tables_need_no_map():
    assert export("a.csv") == export("b.csv", f"--basemap={folder / 'none.mbtiles'}")


CASES = [other_map_is_drawn_and_credited, bundled_map_stays_where_the_file_is_none, tables_need_no_map]


def main():
    failures = 0
    print(f"1..{len(CASES)}")
    for number, case in enumerate(CASES, 1):
        try:
            case()
            verdict = "ok"
        except (AssertionError, OSError, UnicodeDecodeError) as problem:
            failures += 1
            verdict = "not ok"
            for line in f"{type(problem).__name__}: {problem}".splitlines()[:20]:
                print(f"#   {line[:400]}")
        print(f"{verdict} {number} {case.__name__.replace('_', ' ')}", flush=True)
    return failures > 0


sys.exit(main())
