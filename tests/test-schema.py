#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader and data/jalon.schema.json say the same of every file in tests/data, but for what a schema can't see; bad files
and warned ones have the problems of tests/golden; good ones are written back with the same meaning.

test-schema.py CHECK_FILE [--update]"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

HERE = Path(__file__).resolve().parent
BAD_GOLDEN = HERE / "golden" / "bad-files.txt"
WARNED_GOLDEN = HERE / "golden" / "warned-files.txt"

# Warnings of form: a note doesn't answer them.
FORM = ("isn't an address of the web", "isn't known and is kept unread", "has no announcement")

# What only the reader sees: ids, circles, the calendar, comparisons, and limits that JSON Schema has no word for.
READER_ONLY = set("""
bad-date deep duplicate-id event-backwards min-over-max overlaps-itself overlaps-part overlaps-twice overlaps-whole own-rate
part-of-cycle part-of-itself second-rate span-backwards unknown-about unknown-event unknown-focus unknown-link
unknown-organisation unknown-overlap unknown-step unknown-place unknown-source unknown-whole within-cycle within-itself within-unknown
""".split())


def strict(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a name is there twice")
    return dict(pairs)


def refuse(constant):
    raise ValueError(constant + " is no JSON")


def finite(text):
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text + " is too large")
    return number


def load(path):
    text = path.read_bytes().decode("utf-8")
    document = json.loads(text, object_pairs_hook=strict, parse_constant=refuse, parse_float=finite)
    json.dumps(document, ensure_ascii=False).encode("utf-8")  # no half of a surrogate pair
    if "\0" in json.dumps(document, ensure_ascii=False).replace("\\u0000", "\0"):
        raise ValueError("a string holds NUL")
    return document


def by_schema(validator, path):
    try:
        return validator.is_valid(load(path))
    except ValueError:
        return False


def check(program, paths):
    return subprocess.run([program, *map(str, paths)], capture_output=True, text=True, check=False, cwd=HERE)


def meaning(value, currency=None, top=True):
    """A document without what says no more than the default, its numbers as the nearest doubles."""
    if isinstance(value, dict):
        currency = value.get("currency", "EUR") if top else currency
        kept = {name: meaning(item, currency, False) for name, item in value.items()}
        for name, default in (("qualifier", "exact"), ("counts", True), ("elsewhere", False), ("currency", currency)):
            if kept.get(name) == default and not (top and name == "currency"):
                del kept[name]
        if top:
            kept.setdefault("currency", "EUR")
        empty_lists = ("by", "at", "sources", "overlaps", "links", "capacities", "figures", "regions", "departments", "places",
                       "about", "statements", "rates", "territories", "organisations", "events", "indicators", "disputes", "story")
        return {name: item for name, item in kept.items() if not (item == [] and name in empty_lists)}
    if isinstance(value, list):
        return [meaning(item, currency, False) for item in value]
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def explain(value):
    """The document with a note on every object but texts."""
    if isinstance(value, list):
        return [explain(item) for item in value]
    if not isinstance(value, dict) or set(value) <= {"fr", "en"}:
        return value
    return {"note": "Explained.", **{name: explain(item) for name, item in value.items()}}


def golden(program, paths, wanted, file):
    told = check(program, [path.relative_to(HERE) for path in paths]).stdout
    told = "".join(line for line in told.splitlines(keepends=True) if wanted in line)
    if "--update" in sys.argv:
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
    return (f"problems are those of {file.name}", told == file.read_text(encoding="utf-8"), told)


def main():
    program = Path(sys.argv[1]).resolve()
    schema = json.loads((HERE.parent / "data" / "jalon.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    good = sorted((HERE / "data" / "good").glob("*.jalon")) + sorted((HERE.parent / "data").glob("*.jalon"))
    bad = sorted((HERE / "data" / "bad").glob("*.jalon"))
    warned = sorted((HERE / "data" / "warned").glob("*.jalon"))
    cases = []

    for path in good:
        result = check(program, [path])
        cases.append((f"reader takes {path.name}", result.returncode == 0 and " error: " not in result.stdout, result.stdout))
        cases.append((f"schema takes {path.name}", by_schema(validator, path), ""))
        with tempfile.TemporaryDirectory() as folder:
            once, twice = Path(folder) / "once.jalon", Path(folder) / "twice.jalon"
            subprocess.run([program, "--write", path, once], check=True)
            subprocess.run([program, "--write", once, twice], check=True)
            cases.append((f"{path.name} is written back the same", meaning(load(path)) == meaning(load(once)), ""))
            cases.append((f"{path.name} is written alike twice", once.read_bytes() == twice.read_bytes(), ""))
            cases.append((f"schema takes {path.name} written", by_schema(validator, once), ""))
    for path in bad:
        result = check(program, [path])
        cases.append((f"reader refuses {path.name}", result.returncode == 1 and " error: " in result.stdout, result.stdout))
        cases.append((f"schema refuses {path.name}", by_schema(validator, path) == (path.stem in READER_ONLY), ""))
    cases.append(("only bad files are named as the reader's own", READER_ONLY <= {path.stem for path in bad}, ""))

    for path in warned:
        text = path.read_text(encoding="utf-8")
        cases.append((f"reader takes {path.name}", check(program, [path]).returncode == 0, ""))
        cases.append((f"schema takes {path.name}", by_schema(validator, path), ""))
        with tempfile.TemporaryDirectory() as folder:
            explained = Path(folder) / path.name
            explained.write_text(json.dumps(explain(json.loads(text))), encoding="utf-8")
            left = [line for line in check(program, [explained]).stdout.splitlines()
                    if not any(sentence in line for sentence in FORM)]
        cases.append((f"a note answers each warning of {path.name}", left == [], "\n".join(left)))
    cases.append(golden(program, bad, " error: ", BAD_GOLDEN))
    cases.append(golden(program, warned, ": ", WARNED_GOLDEN))

    print(f"1..{len(cases)}")
    for number, (name, passed, detail) in enumerate(cases, 1):
        print(f"{'ok' if passed else 'not ok'} {number} {name}")
        if not passed:
            print("".join(f"# {line}\n" for line in detail.splitlines()[:20]), end="")
    return 0 if all(passed for _, passed, _ in cases) else 1


if __name__ == "__main__":
    sys.exit(main())
