#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the program's summaries with the reference's, labels aside.

    compare.py PROGRAM [COUNT] [FIRST]      the cases, then a few random queries on each of COUNT random datasets (100 from 0)

A file that differs is kept and named with its query. Exit status 1 if one differs.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import generate
import promise
import tally

CASES = pathlib.Path(__file__).parent / "cases"


def is_same(expected, found):
    """To the cent below 10^13, else to 1e-12."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            k == "label" or k in found and is_same(v, found[k]) for k, v in expected.items()) and found.keys() <= expected.keys()
    if isinstance(expected, list):
        return isinstance(found, list) and len(expected) == len(found) and all(map(is_same, expected, found))
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        return isinstance(found, (int, float)) and abs(expected - found) <= max(0.005, 1e-12 * abs(expected))
    return expected == found


def options_of(query):
    options = [f"--group={query.group}"] + [f"--filter={key}={value}" for key, value in query.filters]
    return options + ([f"--as-of={query.as_of}"] if query.as_of else [])


def differs(program, made, query, name):
    path = pathlib.Path(tempfile.gettempdir()) / f"{name}.jalon"
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    command = [program, "--summary", "--json", *options_of(query), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    expected = tally.summary(tally.dataset_of_text(path.read_text(encoding="utf-8")), query)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        found = {}
    if is_same(expected, found):
        path.unlink()
        return False
    print(f"differs: {' '.join(command)} {done.stderr.strip()}")
    for key, value in expected.items():
        if not is_same(value, found.get(key)):
            print(f"    {key} is {json.dumps(found.get(key))}, not {json.dumps(value)}")
    return True


def random_runs(first, count):
    for seed in range(first, first + count):
        chooser = random.Random(-1 - seed)
        made, _ = generate.generate(seed, chooser.randrange(3, 40))
        dataset = tally.dataset_of_text(json.dumps(made))
        for number in range(4):
            yield made, promise.random_query(chooser, dataset), f"seed-{seed}-{number}"


def case_runs():
    for path in sorted(CASES.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        yield case["dataset"], tally.query_of_case(case["query"]), f"case-{path.stem}"


def main(program, count=100, first=0):
    results = [differs(program, *run) for run in [*case_runs(), *random_runs(int(first), int(count))]]
    print(f"{len(results) - sum(results)} same, {sum(results)} different")
    return sum(results) > 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
