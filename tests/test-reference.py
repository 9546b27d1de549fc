#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference of the sums passes its hand-computed cases and holds the promise."""
import pathlib
import subprocess
import sys

REFERENCE = pathlib.Path(__file__).parent / "reference"
RUNS = ((["run-cases.py"], "the hand-computed cases"), (["promise.py", "300"], "the promise and the identities"))

print(f"1..{len(RUNS)}")
failed = 0
for number, (command, name) in enumerate(RUNS, 1):
    done = subprocess.run([sys.executable, REFERENCE / command[0], *command[1:]], capture_output=True, text=True, check=False)
    failed += done.returncode != 0
    print(f"{'ok' if done.returncode == 0 else 'not ok'} {number} {name}")
    for line in (done.stdout + done.stderr).splitlines():
        print(f"# {line}")
sys.exit(failed > 0)
