#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled dataset: what it must hold, and the sums its note and its README state. Prints TAP.

tests/data/founding-article.json names what must be found. Its paths are JSON pointers (RFC 6901) into the object with the
id, in which * stands for any element of a list; an expected object holds where the found one has those members.
"""

import itertools
import json
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS / "reference"))
import tally  # noqa: E402: needs the line above

DATASET = TESTS.parent / "data/region-sud.jalon"
# Adding up the amounts of the founding article, with and without the national envelope.
NAIVE_SUMS = (170_450_000_000, 61_450_000_000)
# The firm sum and the ceiling of the amounts proper to each territory, in euros, and what two of them may share.
STATED_SUMS = {"region-sud-rovaltain": (2_680_000_000, 6_680_000_000), "region-sud": (1_180_000_000, 5_180_000_000)}
SHARED = 13_200_000
DATES = (None, "2024-12-31", "2025-02-28", "2025-06-30", "2025-12-31")

data = json.loads(DATASET.read_text(encoding="utf-8"))
dataset = tally.read(DATASET)
number = 0
failures = 0


def case(name, problems):
    global number, failures
    number += 1
    failures += bool(problems)
    print(f"{'not ' if problems else ''}ok {number} {name}")
    for problem in problems:
        print(f"#   {problem}")


def values_at(value, path):
    """Every value a path with * leads to."""
    if not path:
        return [value]
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        chosen = value if step == "*" else value[int(step):][:1]
    else:
        chosen = [value[step]] if isinstance(value, dict) and step in value else []
    return [found for item in chosen for found in values_at(item, rest)]


def holds(found, expected):
    if isinstance(found, dict) and isinstance(expected, dict):
        return all(key in found and holds(found[key], value) for key, value in expected.items())
    return found == expected


def missing(find):
    found = [item for item in data[find["list"]] if item["id"] == find["id"]]
    if not found:
        return [f"no {find['id']} among the {find['list']}"]
    if "path" in find and not any(holds(v, find["value"]) for v in values_at(found[0], find["path"].split("/")[1:])):
        return [f"{find['list']} {find['id']}: {find['path']} is not {json.dumps(find['value'])}"]
    return []


def wrong_sum(territory, firm, ceiling):
    summary = tally.summary(dataset, tally.Query(filters=(("territory", territory),)))
    expected = {"firm": firm - SHARED, "ceiling": ceiling - SHARED, "open": True}
    return [] if summary["total"] == expected else [f"{summary['total']} is not {expected}"]


def naive_queries():
    """Every value of every grouping, at several dates, that gives a naive sum as its total or as a bar."""
    for as_of in DATES:
        for key in tally.GROUPINGS:
            every = tally.summary(dataset, tally.Query(group=key, as_of=as_of))
            for filters in itertools.chain([()], ([(key, group["key"])] for group in every["groups"])):
                summary = every if not filters else tally.summary(dataset, tally.Query(key, tuple(filters), as_of))
                amounts = [summary["total"], *summary["groups"]]
                if any(amount[bound] in NAIVE_SUMS for amount in amounts for bound in ("firm", "ceiling")):
                    yield f"{key} {filters} as of {as_of}"


def texts(value, language):
    """What the data say in a language."""
    if isinstance(value, dict):
        if isinstance(value.get(language), str):
            yield value[language]
        value = list(value.values())
    for item in value if isinstance(value, list) else []:
        yield from texts(item, language)


# French keeps a space before these signs, within quotes, in a large number and before its unit: none at which a line may break.
BREAKS = re.compile(r" [;:!?»]|« |[0-9] [0-9]{3}(?![0-9])|[0-9] (?:Md|M|€|%|MW|GW|km)(?!\w)|(?:Md|M) ?[€$]|\w[;!?»]")
# English writes money as €4bn or €450m.
OTHERWISE = re.compile(r"[0-9]\s?(?:B|M|Md|MM)\b|[0-9] ?€|[0-9]\s(?:m|bn)\b|€ ?[0-9.,]+ (?:million|billion)")


def badly_set(language, pattern):
    for text in texts(data, language):
        found = pattern.search(text)
        if found:
            yield f"{found.group()!r} in {text[:100]}"


for item in json.loads((TESTS / "data/founding-article.json").read_text(encoding="utf-8")):
    case(item["name"], missing(item["find"]))
for territory, (firm, ceiling) in STATED_SUMS.items():
    case(f"the sums of {territory}", wrong_sum(territory, firm, ceiling))
case("no query gives a naive sum", list(naive_queries()))
case("French is set as French", list(badly_set("fr", BREAKS)))
case("money is written alike in English", list(badly_set("en", OTHERWISE)))
print(f"1..{number}")
sys.exit(failures > 0)
