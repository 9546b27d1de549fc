#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the hand-computed cases: run-cases.py [FILE...], all of cases/ without one.

A case is {"why": the sentence it holds, "dataset", "query": {"group", "filters": [[key, value]…], "as_of"}, "expect"}.
What is expected is a part of the summary: an object has at least these members, a list exactly these items.
"""
import json
import pathlib
import sys

import tally


def differences(expected, found, path="summary"):
    if isinstance(expected, dict):
        return [d for key, value in expected.items()
                for d in differences(value, found.get(key, "nothing"), f"{path}.{key}")]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [d for i, value in enumerate(expected) for d in differences(value, found[i], f"{path}[{i}]")]
    return [] if expected == found else [f"{path} is {json.dumps(found)}, not {json.dumps(expected)}"]


def run(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    query = tally.query_of_case(case["query"])
    found = differences(case["expect"], tally.summary(tally.dataset_of_text(json.dumps(case["dataset"])), query))
    for difference in found:
        print(f"{path.name}: {case['why']}\n    {difference}")
    return not found


if __name__ == "__main__":
    paths = [pathlib.Path(a) for a in sys.argv[1:]] or sorted(pathlib.Path(__file__).parent.glob("cases/*.json"))
    results = [run(path) for path in paths]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    sys.exit(not results or not all(results))
