#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py PROBE JALON BARE BARE_WITH_BASEMAP: from exec to the first complete frame, and the memory that takes, as ratios to a
bare window's in the same run. More memory than the limit allows beside a bare window with the base map is a failure; time, which depends
on what else the machine does, is for who looks."""

import os
import re
import select
import statistics
import subprocess
import sys
import tempfile
import time

PROBE = os.path.abspath(sys.argv[1])
PROGRAMS = dict(zip(("jalon", "bare", "bare with the base map"), sys.argv[2:], strict=True))
RUNS = 11
PATIENCE = 60
LIMIT = 1.3


def weigh(process):
    """A process's memory in MiB: its share, and what no other process has."""
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as rollup:
        sizes = {name: int(size) / 1024 for name, size in re.findall(r"^(\w+): +(\d+) kB$", rollup.read(), re.MULTILINE)}
    return sizes["Pss"], sizes["Private_Clean"] + sizes["Private_Dirty"]


def start(program):
    """One start: milliseconds to the first complete frame, of CPU until then, frames, MiB proportional, MiB private."""
    reader, writer = os.pipe()
    environment = os.environ | {"LD_PRELOAD": PROBE, "PROBE_FD": str(writer)}
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    with subprocess.Popen([program], env=environment, pass_fds=[writer]) as process:
        os.close(writer)
        try:
            if not select.select([reader], [], [], PATIENCE)[0]:
                raise TimeoutError(program)
            with os.fdopen(reader) as words:
                painted, spent, frames = map(int, words.readline().split())
            return painted / 1e3 - begun * 1e3, spent / 1e3, frames, *weigh(process.pid)
        finally:
            process.kill()


def measure():
    """The runs of each program, in turn, so that a busy machine is busy for all; the first, which fills caches, is not counted."""
    runs = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"HOME": home, **{f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}})
        for turn in range(RUNS + 1):
            for name, program in PROGRAMS.items():
                run = start(program)
                if turn > 0:
                    runs[name].append(run)
    return {name: list(zip(*values)) for name, values in runs.items()}


def main():
    """Prints the numbers; returns whether memory keeps the limit."""
    columns = measure()
    middle = {name: list(map(statistics.median, values)) for name, values in columns.items()}
    for name, (wall, cpu, frames, pss, private) in middle.items():
        print(f"{name}: {wall:.0f} ms (least {min(columns[name][0]):.0f}), of CPU {cpu:.0f} ms (least {min(columns[name][1]):.0f}), "
              f"{frames:.0f} frames, PSS {pss:.1f} MiB, private {private:.1f} MiB")
    for name in list(PROGRAMS)[1:]:
        wall, cpu, _, pss, private = (ours / theirs for ours, theirs in zip(middle["jalon"], middle[name]))
        print(f"jalon / {name}: time {wall:.2f}, CPU {cpu:.2f}, PSS {pss:.2f}, private {private:.2f}; limit for time and PSS {LIMIT}")
    return pss <= LIMIT


sys.exit(0 if main() else 1)
