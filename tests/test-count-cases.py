#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What count-cases.py says of logs that nothing ran for."""

import json
import pathlib
import subprocess
import sys
import tempfile

COUNTER = pathlib.Path(__file__).with_name("count-cases.py")

# What happened, the program's output and meson's result, and what is to be counted.
CASES = [
    ("cases are counted", [("1..2\nok 1 a\nok 2 b\n", "OK")], "2 0"),
    ("a failed case is counted", [("1..2\nok 1 a\nnot ok 2 b\n", "FAIL")], "1 1"),
    ("a skipped case is a failed one", [("1..2\nok 1 a\nok 2 b # SKIP no display\n", "OK")], "1 1"),
    ("a crash after good cases is a failure", [("1..3\nok 1 a\n", "ERROR")], "1 1"),
    ("a crash before any case is a failure", [("", "ERROR")], "0 1"),
    ("a time limit passed is a failure", [("1..1\nok 1 a\n", "TIMEOUT")], "1 1"),
    ("a program without TAP is one case", [("all is well\n", "OK")], "1 0"),
    ("a skipped program is a failure", [("1..0 # SKIP\n", "SKIP")], "0 1"),
    ("programs are added up", [("ok 1\n", "OK"), ("ok 1\nnot ok 2\n", "FAIL")], "2 1"),
]


def counted(programs):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        log.writelines(json.dumps({"stdout": stdout, "result": result}) + "\n" for stdout, result in programs)
        log.flush()
        return subprocess.run([sys.executable, COUNTER, log.name], check=True, capture_output=True, text=True).stdout.strip()


failures = 0
print(f"1..{len(CASES)}")
for number, (name, programs, expected) in enumerate(CASES, 1):
    result = counted(programs)
    failures += result != expected
    print(f"{'ok' if result == expected else 'not ok'} {number} {name}")
    if result != expected:
        print(f"# {result} instead of {expected}")
sys.exit(failures > 0)
