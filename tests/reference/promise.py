#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the promise of the sums over random datasets with a known truth, and the identities of the groups.

    promise.py [COUNT] [FIRST]

runs the seeds FIRST … FIRST + COUNT - 1 (3000 from 0), a few random queries each. Exit status 1 if one fails.
"""
import json
import random
import sys
from fractions import Fraction

import generate
import tally

QUERIES = 6


def values_in(dataset, key):
    """Values worth asking for at a key."""
    project = dataset.data["projects"]
    found = {"none", "several"}
    for name, items in (("place", dataset.places), ("organisation", dataset.organisations),
                        ("event", dataset.events), ("territory", dataset.territories)):
        if name == key:
            return sorted(found | set(items))
    if key in tally.GEOGRAPHIC:
        reach = [g for p in project for scope in ("site", "region", "country") for g in tally.grounds(dataset, p, scope)]
        return sorted(found | {v for g in reach for v in tally.values_of_ground(dataset, g, key)})
    fixed = {"status": set(generate.STATUSES), "year": {"2024", "2025", "2026"}, "quarter": {"2024-Q2", "2025-Q1"},
             "month": {"2024-05", "2025-02"}}
    return sorted(found | (fixed[key] if key in fixed else {p[key] for p in project if key in p}))


def random_date(chooser):
    return chooser.choice(("2024", "2024-07", "2025-02-10", "2025-21", "2025-06", "2025-09-01/2025-09-20~", "2026-01"))


def random_query(chooser, dataset):
    filters = []
    for _ in range(chooser.choice((0, 0, 1, 1, 2, 3))):
        key = chooser.choice(tally.FILTERS)
        if key in ("from", "to"):
            filters.append((key, random_date(chooser)))
        elif key == "text":
            filters.append((key, chooser.choice(("saint elan", "d", "Œuv", "donnees L’avenir", "cal port", "IA"))))
        else:
            filters += [(key, value) for value in chooser.sample(values_in(dataset, key), chooser.choice((1, 1, 2)))]
    as_of = random_date(chooser) if chooser.random() < 0.3 else None
    return tally.Query(chooser.choice(tally.GROUPINGS), tuple(filters), as_of)


def true_set(truth, project, as_of):
    states = [units for day, units in truth["sets"][project]
              if as_of is None or day <= str(tally.span_of(as_of).end)]
    return set(states[-1]) if states else set()


def problems_of(dataset, truth, query):
    """The sentences that are not true of one query."""
    _, selected, reasons, sums, remainders = tally.tally(dataset, query)
    found = []
    counted = [p for p in selected if sums.counts[p]]
    union = set().union(*(true_set(truth, p, query.as_of) for p in counted))
    if sums.total.firm > len(union) * Fraction(truth["unit"]):
        found.append(f"firm {sums.total.firm} exceeds the true union {len(union) * truth['unit']}")
    if sums.total.firm > sums.total.ceiling:
        found.append("firm exceeds the ceiling")
    shared_firm, shared_ceiling, unshared = tally.balance(sums, remainders)
    if min(shared_firm, shared_ceiling, unshared) < 0:
        found.append("shared or firm_unshared is negative")
    if sum(r.ceiling for r in remainders.values()) - shared_ceiling != sums.total.ceiling:
        found.append("the ceilings do not make the total")
    if sum(r.firm for r in remainders.values()) + unshared - shared_firm != sums.total.firm:
        found.append("the firm amounts do not make the total")
    shown = tally.summary(dataset, query)
    if any(r.firm > r.ceiling for r in remainders.values()):
        found.append("a remainder is firmer than its ceiling")
    if not sum(g["projects"] for g in shown["groups"]) == shown["projects"] == len(selected):
        found.append("the groups do not hold the projects")
    listed = [e["project"] for e in shown["addends"] + shown["left_out"]]
    if len(listed) != len(set(listed)):
        found.append("a project is listed twice")
    return found


def run(first, count):
    failed = queries = firm = 0
    for seed in range(first, first + count):
        chooser = random.Random(-1 - seed)
        made, truth = generate.generate(seed, chooser.randrange(3, 13))
        dataset = tally.dataset_of_text(json.dumps(made))
        for query in [tally.Query()] + [random_query(chooser, dataset) for _ in range(QUERIES - 1)]:
            queries += 1
            firm += tally.tally(dataset, query)[3].total.firm > 0
            for problem in problems_of(dataset, truth, query):
                failed += 1
                print(f"seed {seed}, {len(made['projects'])} projects, {query}: {problem}")
    print(f"{count} seeds, {queries} queries, {firm} with firm money, {failed} failed")
    return failed


if __name__ == "__main__":
    arguments = [int(a) for a in sys.argv[1:]]
    sys.exit(run(arguments[1] if len(arguments) > 1 else 0, arguments[0] if arguments else 3000) > 0)
