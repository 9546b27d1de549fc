#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print 'PASSED FAILED' for a JSON log of `meson test`, counting the cases inside the TAP programs.

A skipped case is a failed one, and so is a program that ends badly without a case of its own to blame.
"""

import json
import re
import sys


def count(entry):
    """The passed and failed cases of one test program."""
    passed = failed = 0
    for line in entry.get("stdout", "").splitlines():
        case = re.match(r"(not )?ok\b[^#]*(#\s*skip)?", line, re.IGNORECASE)
        if case:
            bad = case[1] or case[2]
            failed += bool(bad)
            passed += not bad
    if entry["result"] == "OK":
        return max(passed, 1 - failed), failed
    return passed, max(failed, 1)


with open(sys.argv[1], encoding="utf-8") as log:
    results = [count(json.loads(line)) for line in log]
print(sum(passed for passed, _ in results), sum(failed for _, failed in results))
