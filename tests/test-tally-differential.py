#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the sums of the program with those of the reference, tests/reference/tally.py.

    test-tally-differential.py TALLY-BATCH [COUNT] [FIRST]

(300 from 0). The hand-computed cases, then random queries on each of COUNT random datasets. Prints TAP.
"""
import json
import importlib
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "reference"))
sys.dont_write_bytecode = True

import compare  # noqa: E402
import generate  # noqa: E402
import promise  # noqa: E402
import tally  # noqa: E402

run_cases = importlib.import_module("run-cases")

QUERIES = 10


class Batch:
    """The program that answers many queries."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def show(self, text):
        data = text.encode()
        self.process.stdin.write(b"dataset %d\n%s" % (len(data), data))

    def ask(self, query):
        filters = [f"{key}={value}" for key, value in query.filters]
        line = "\t".join(["query", query.group, query.as_of or "-", *filters])
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        head = self.process.stdout.readline().decode().strip()
        return json.loads(self.process.stdout.read(int(head))) if head.isdigit() else {"error": head}

    def close(self):
        self.process.stdin.close()
        return self.process.wait()


def differences(batch, text, queries):
    """How the program's answers differ from the reference's, as lines."""
    dataset = tally.dataset_of_text(text)
    batch.show(text)
    for query in queries:
        expected, found = tally.summary(dataset, query), batch.ask(query)
        if not compare.is_same(expected, found):
            yield f"{query}: {found.get('error', '')}"
            for key, value in expected.items():
                if key in found and not compare.is_same(value, found[key]):
                    yield f"    {key} is {json.dumps(found[key])}, not {json.dumps(value)}"


def run_case(batch, path):
    """Whether a hand-computed case comes out as it says, and all of it as the reference's."""
    case = json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps(case["dataset"])
    query = tally.query_of_case(case["query"])
    batch.show(text)
    lines = run_cases.differences(case["expect"], batch.ask(query)) + list(differences(batch, text, [query]))
    for line in lines:
        print(f"# {path.name}: {case['why']} {line}")
    return not lines


def random_runs(count, first):
    for seed in range(first, first + count):
        chooser = random.Random(f"differential {seed}")
        made, _ = generate.generate(seed, chooser.randrange(2, 60) if seed % 10 else chooser.randrange(60, 300))
        text = json.dumps(made, ensure_ascii=False)
        dataset = tally.dataset_of_text(text)
        yield f"seed {seed}", text, [promise.random_query(chooser, dataset) for _ in range(QUERIES)]


def run(batch, number, title, runs):
    bad = 0
    for name, text, queries in runs:
        lines = list(differences(batch, text, queries))
        bad += bool(lines)
        if bad <= 5:
            for line in lines:
                print(f"# {name} {line}")
    print(f"{'not ok' if bad else 'ok'} {number} {title}", f"# {bad} differ" if bad else "", flush=True)
    return bad


def main(program, count=300, first=0):
    print("1..3")
    batch = Batch(program)
    bad = sum(not run_case(batch, path) for path in sorted(compare.CASES.glob("*.json")))
    print(f"{'not ok' if bad else 'ok'} 1 the hand-computed cases", flush=True)
    bad += run(batch, 2, f"{count} random datasets", random_runs(int(count), int(first)))
    status = batch.close()
    print(f"{'not ok' if status else 'ok'} 3 the program ends well")
    return 1 if bad or status else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
