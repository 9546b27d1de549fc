#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-export.py PROGRAM SOURCE_DIR: a whole dashboard against one bar chart by matplotlib, each as a whole process."""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
RUNS = 7
CHART = """
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(19.2, 10.8), dpi=100)
axes.barh(["a", "b", "c", "d", "e"], [4000, 1500, 700, 346, 76])
figure.savefig(sys.argv[1])
"""


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start


def main():
    with tempfile.TemporaryDirectory() as folder:
        export = [PROGRAM, f"--export={folder}/jalon.png", "--size=1920x1080", "--scale=1", SOURCE / "data" / "region-sud.jalon"]
        chart = [sys.executable, "-c", CHART, f"{folder}/matplotlib.png"]
        times = {"jalon": [], "matplotlib": []}
        for command in (export, chart):
            seconds(command)
        for _ in range(RUNS):  # in turn, so that a busy machine is busy for both
            times["jalon"].append(seconds(export))
            times["matplotlib"].append(seconds(chart))
    median = {name: statistics.median(values) for name, values in times.items()}
    for name, value in median.items():
        print(f"{name}: {value * 1000:.0f} ms (median of {RUNS}; {min(times[name]) * 1000:.0f} to {max(times[name]) * 1000:.0f})")
    return median["jalon"] >= median["matplotlib"]


sys.exit(main())
