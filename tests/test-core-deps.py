#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-core-deps.py BUILD_DIR PROGRAM: the core library, which all of PROGRAM is linked from, needs no GTK."""

import json
import pathlib
import re
import subprocess
import sys

GTK_LIBRARIES = re.compile(r"\blib(gtk|gdk|gsk|adwaita|shumate)[-_.\w]*\.so\S*")
GTK_HEADERS = re.compile(r"-I\S*/(gtk-4\.0|gdk-pixbuf-2\.0|libadwaita-1|shumate-1\.0)\b")

build, program = pathlib.Path(sys.argv[1]), sys.argv[2]
failures = 0


def case(number, name, offenders):
    global failures
    failures += bool(offenders)
    print(f"{'not ' if offenders else ''}ok {number} {name}")
    for offender in sorted(offenders):
        print(f"#   {offender}")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


loaded = run("ldd", program)
commands = [
    entry
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    if entry["output"].startswith("libjalon-core.a.p/")
]
symbols = run("nm", "--undefined-only", str(build / "libjalon-core.a"))

print("1..4")
case(1, "the check sees the libraries and the sources of the core", set() if "libglib-2.0" in loaded and commands else {loaded})
case(2, "no library of GTK is loaded", {match[0] for match in GTK_LIBRARIES.finditer(loaded)})
case(3, "no header of GTK can be included", {e["file"] for e in commands if GTK_HEADERS.search(e["command"])})
case(4, "no function of GTK is called", set(re.findall(r" U ((?:gtk|gdk|gsk|adw|shumate)_\w+)", symbols)))
sys.exit(failures > 0)
