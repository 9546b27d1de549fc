#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A random valid dataset, the same for the same seed.

    generate.py SEED [N] [--truth]

Truth comes first: every project is a hidden set of units of money, sets of parts lie within their whole's, overlapping
projects hold some units in common. What the file says is derived from it: every stated amount holds true of the set
it was stated for. With --truth the output is {"dataset": …, "truth": {"unit": euros, "sets": {project: [[day, [unit…]],
…]}}}: a project's set is that of its last state begun by the as-of date.
"""
import datetime
import json
import random
import sys
from fractions import Fraction

REGIONS = {"FR-PAC": ("06", "13", "83"), "FR-ARA": ("26", "69"), "IT-42": ("GE", "SV")}
COUNTRIES = ("FR", "IT", "JP")
KINDS = ("data-centre", "supercomputer", "cloud", "research", "training", "corporate-centre", "network", "partnership",
         "funding-round", "programme", "envelope")
RELEVANCES = ("core", "infrastructure", "adjacent")
STATUSES = ("announced", "confirmed", "permitting", "permitted", "building", "operating", "delayed", "closed", "cancelled")
PLAIN_ACTS = ("confirms", "confirms", "permits", "starts", "opens", "delays", "notes", "reports")
WORDS = ("Données", "cloud", "œuvre", "Saint-Élan", "l'avenir", "calcul", "Güner", "port", "IA", "Réseau", "data-centre")
FOREIGN = {"USD": 0.5, "JPY": 0.01, "GBP": 1.25}                   # and CHF, which never has a rate


class Project:
    """What is true of a project."""

    def __init__(self, number, whole):
        self.id = f"p{number}"
        self.whole = whole
        self.parts = []
        self.units = set()
        self.states = []                                            # [(day, set of units)]

    def chain(self):
        return [self] + (self.whole.chain() if self.whole else [])

    def is_related(self, other):
        return self in other.chain() or other in self.chain()


class Generator:
    def __init__(self, seed, count):
        self.random = random.Random(seed)
        self.count = count
        self.next_unit = 0
        self.unit = self.random.choice((1, 1, 1000000, 0.25))
        self.some = self.random.choice((0.15, 0.35, 0.6))           # how rich in odd things this dataset is

    def chance(self, probability):
        return self.random.random() < probability

    def fresh(self, count):
        self.next_unit += count
        return set(range(self.next_unit - count, self.next_unit))

    def sample(self, items, count):
        return self.random.sample(sorted(items), min(count, len(items)))

    # ------------------------------------------------------------------------------------------------- the truth

    def make_truth(self):
        self.projects = []
        nesting = self.random.choice((0.2, 0.5, 0.8))
        for number in range(self.count):
            near = self.projects[-8:]
            whole = self.random.choice(near) if near and self.chance(nesting) else None
            project = Project(number, whole)
            if whole:
                whole.parts.append(project)
            self.projects.append(project)
        for project in reversed(self.projects):
            extra = self.random.choice((0, 0, 1, 3, self.random.randrange(12)))
            if not project.parts:
                extra = self.random.randrange(13)
            project.units = set().union(self.fresh(extra), *(p.units for p in project.parts))
        self.overlaps = {}                                          # {(id, id): (at_most or None)}
        for _ in range(self.random.randrange(1 + min(self.count, 40))):
            self.overlap_once()
        self.declare_the_rest()

    def overlap_once(self):
        a, b = self.random.choice(self.projects), self.random.choice(self.projects)
        if a.is_related(b):
            return
        line = [b]                                                  # how deep in b the shared units go
        while line[-1].parts and self.chance(0.4):
            line.append(self.random.choice(line[-1].parts))
        for unit in self.sample(a.units, self.random.choice((0, 1, 3, 20))):
            for p in line[-1].chain():
                p.units.add(unit)
        self.overlaps[self.pair(a, b)] = None

    def pair(self, a, b):
        return (a, b) if self.projects.index(a) < self.projects.index(b) else (b, a)

    def is_declared(self, unit, x, y):
        for a, b in self.overlaps:
            for u, v in ((a, b), (b, a)):
                if unit in u.units and unit in v.units and u.is_related(x) and v.is_related(y):
                    return True
        return False

    def declare_the_rest(self):
        """Any two unrelated projects that hold one unit do so by some declared overlap."""
        holders = {}
        for p in self.projects:
            for unit in p.units:
                holders.setdefault(unit, []).append(p)
        for unit, of_unit in sorted(holders.items()):
            lone = [p for p in of_unit if p.whole is None]
            if len(lone) < 2 and not any(sum(q in of_unit for q in p.parts) > 1 for p in of_unit):
                continue
            for x in of_unit:
                for y in of_unit:
                    if x is not y and not x.is_related(y) and not self.is_declared(unit, x, y):
                        self.overlaps[self.pair(x, y)] = None
        for a, b in self.overlaps:
            common = len(a.units & b.units)
            self.overlaps[a, b] = self.random.choice((None, common, common, common + self.random.randrange(4)))

    # ----------------------------------------------------------------------------------------------------- words

    def text(self):
        words = " ".join(self.random.choice(WORDS) for _ in range(self.random.randrange(1, 4)))
        return words if self.chance(0.4) else {"fr": words, "en": self.random.choice(WORDS) + " " + words}

    def day(self):
        return datetime.date(2024, 1, 1) + datetime.timedelta(days=self.random.randrange(800))

    def date_from(self, day):
        """A date of any precision, and its first day."""
        kind = self.random.randrange(10)
        month = day.replace(day=1)
        if kind == 0:
            return f"{day.year}", day.replace(month=1, day=1)
        if kind in (1, 2):
            return f"{day.year}-{day.month:02}", month
        if kind == 3:
            season, first = ((24, 12), (21, 3), (22, 6), (23, 9))[day.month % 12 // 3]
            year = day.year - 1 if day.month < 3 else day.year
            return f"{year}-{season}", datetime.date(year, first, 1)
        if kind == 4:
            return f"{day}/{day + datetime.timedelta(days=self.random.choice((1, 3, 40)))}", day
        return f"{day}" + ("~" if kind == 5 else ""), day

    # --------------------------------------------------------------------------------------------------- amounts

    def number(self, units, per=1):
        value = units * Fraction(self.unit) / Fraction(str(per))
        return int(value) if value == int(value) else float(value)

    def amount_of(self, size):
        """A statement that holds of a set of so many units."""
        amount, per = {}, 1
        if self.chance(self.some * 0.5):
            amount["currency"] = self.random.choice(sorted(FOREIGN) + ["CHF"])
            per = FOREIGN.get(amount["currency"], 1)
        kind = self.random.choice(("exact", "exact", "about", "at-least", "up-to", "up-to", "range", "plain"))
        less, more = self.random.randrange(4), self.random.randrange(6)
        if kind == "range":
            return {"min": self.number(max(0, size - less), per), "max": self.number(size + more, per), **amount}
        if kind == "plain":
            return {"value": self.number(size, per), **amount}
        stated = max(0, size - less) if kind == "at-least" else size + more if kind == "up-to" else size
        return {"value": self.number(stated, per), "qualifier": kind, **amount}

    def kept_units(self, project):
        """What a part shares with projects outside its line never leaves it, or its whole would share what no overlap
        says."""
        if project.whole is None:
            return set()
        others = [p.units for p in self.projects if p not in project.chain()]
        return project.units & set().union(*others)

    def state_of(self, units, kept):
        return kept | set(self.sample(units, self.random.randrange(1 + len(units))))

    def announcements_of(self, project):
        """A history, and with it the states of the truth."""
        days = sorted(self.day() for _ in range(self.random.randrange(1, 5)))
        dates = sorted((self.date_from(day) for day in days), key=lambda d: d[1])
        whole_set = project.units
        kept = self.kept_units(project)
        state = set(whole_set)
        if not project.parts and self.chance(self.some):
            state = self.state_of(whole_set, kept)
        found = []
        for i, (date, first) in enumerate(dates):
            a = {"date": date, "act": "announces" if i == 0 and self.chance(0.9) else self.random.choice(PLAIN_ACTS)}
            stated = self.chance(0.8 if i == 0 else 0.4)
            kind = self.random.randrange(8)
            if i and kind < 2 and not project.parts:
                a["act"] = "raises" if kind else "cuts"
                state = self.state_of(whole_set, kept)
                stated = True
            elif kind == 2 and not project.parts and (i or self.chance(0.2)):
                tranche = set(self.sample(whole_set - state, self.random.randrange(6)))
                a["act"], a["amount"], stated = "adds", self.amount_of(len(tranche)), False
                state = state | tranche
            elif i and kind == 3 and self.chance(self.some * 0.5):
                a["act"] = "cancels"
            if a["act"] in ("reports", "notes"):
                if self.chance(0.5):
                    a["amount"] = self.amount_of(self.random.randrange(50))
            elif stated:
                a["amount"] = self.amount_of(len(state))
            self.adorn(a)
            project.states.append((first, state))
            found.append(a)
        if len({first for _, first in dates}) == len(dates):
            self.random.shuffle(found)
        return found

    def adorn(self, announcement):
        if self.chance(0.25):
            announcement["event"] = self.random.choice(self.events)["id"]
        if self.chance(self.some * 0.5) and "amount" in announcement:
            announcement["scope"] = self.random.choice(("site", "sites", "region", "country", "company"))
        if self.chance(0.2):
            announcement["summary"] = self.text()
        if self.chance(0.7):
            announcement["sources"] = ["s0"]

    # --------------------------------------------------------------------------------------------------- the file

    def make_places(self):
        self.places = []
        for i in range(self.random.randrange(2, 8)):
            place = {"id": f"place{i}", "name": self.text(), "lat": round(self.random.uniform(40, 48), 3),
                     "lon": round(self.random.uniform(1, 8), 3),
                     "precision": self.random.choice(("site", "commune", "area"))}
            inner = bool(self.places) and self.chance(0.5)
            if inner:
                place["within"] = self.random.choice(self.places)["id"]
            if not inner and self.chance(0.85):
                place["region"] = self.random.choice(sorted(REGIONS))
                if self.chance(0.8):
                    place["department"] = self.random.choice(REGIONS[place["region"]])
            elif not inner and self.chance(0.6):
                place["country"] = self.random.choice(COUNTRIES)
            self.places.append(place)

    def make_lists(self):
        self.make_places()
        place_ids = [p["id"] for p in self.places]
        self.organisations = [{"id": f"org{i}", "name": self.text()} for i in range(4)]
        self.events = [{"id": f"event{i}", "name": self.text(), "start": f"2025-0{i + 1}-10"} for i in range(3)]
        self.territories = [
            {"id": "south", "name": {"fr": "Le Sud", "en": "The South"}, "regions": ["FR-PAC"], "departments": ["26"]},
            {"id": "coast", "name": "Coast", "departments": ["06", "GE"], "places": self.sample(place_ids, 2)},
            {"id": "few", "name": "Few", "places": self.sample(place_ids, 1)}]

    def where(self, project):
        if self.chance(0.75):
            project["at"] = self.sample([p["id"] for p in self.places], self.random.choice((1, 1, 1, 2, 3)))
        if self.chance(self.some * 0.5):
            project["elsewhere"] = self.random.choice((True, ["FR-IDF"], ["FR"], ["FR-PAC", "IT"], ["FR-PAC"]))
        scope = self.random.choice(("site", "site", "sites", "region", "country", "company"))
        project["scope"] = scope
        if scope == "region" and self.chance(0.9) or self.chance(0.2):
            project["region"] = self.random.choice(sorted(REGIONS))
            if self.chance(0.4):
                project["department"] = self.random.choice(REGIONS[project["region"]])
        elif scope == "country" and self.chance(0.8):
            project["country"] = self.random.choice(COUNTRIES)

    def statement_of(self, truth):
        project = {"id": truth.id, "title": self.text(), "kind": self.random.choice(KINDS)}
        self.where(project)
        if self.chance(0.8):
            project["relevance"] = self.random.choice(RELEVANCES)
        if self.chance(self.some * 0.4):
            project["status"] = self.random.choice(STATUSES)
        if self.chance(0.4):
            project["summary"] = self.text()
        if self.chance(0.7):
            project["by"] = self.sample([o["id"] for o in self.organisations], self.random.choice((1, 1, 2)))
        if truth.whole:
            project["part_of"] = truth.whole.id
        if self.chance(self.some * 0.2):
            project["counts"] = False
            project["why"] = "Kept beside"
        project["announcements"] = self.announcements_of(truth)
        return project

    def state_overlaps(self, by_id):
        """From one end, or from both; then the looser statement may be at either."""
        for (a, b), at_most in self.overlaps.items():
            ends = self.random.choice((((a, b),), ((b, a),), ((a, b), (b, a)), ((b, a), (a, b))))
            for number, (end, other) in enumerate(ends):
                stated = other.id
                if at_most is not None and (number == 0 or self.chance(0.5)):
                    stated = {"id": other.id, "at_most": self.number(at_most + number * self.random.randrange(3))}
                by_id[end.id].setdefault("overlaps", []).append(stated)

    def generate(self):
        self.make_truth()
        self.make_lists()
        projects = [self.statement_of(p) for p in self.projects]
        self.state_overlaps({p["id"]: p for p in projects})
        self.random.shuffle(projects)
        dataset = {
            "format": "jalon", "version": 1, "title": {"fr": "Essai", "en": "Trial"}, "updated": "2026-06-30",
            "currency": "EUR",
            "rates": [{"currency": c, "per": per} for c, per in sorted(FOREIGN.items()) if self.chance(0.8)],
            "territories": self.territories, "sources": [{"id": "s0", "publisher": "Gazette"}], "places": self.places,
            "organisations": self.organisations, "events": self.events, "projects": projects}
        sets = {p.id: [[str(day), sorted(units)] for day, units in p.states] for p in self.projects}
        return dataset, {"unit": self.unit, "sets": sets}


def generate(seed, count):
    return Generator(seed, count).generate()


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:] if a != "--truth"]
    if not numbers:
        sys.exit(__doc__)
    made, truth = generate(numbers[0], numbers[1] if len(numbers) > 1 else 8)
    json.dump({"dataset": made, "truth": truth} if "--truth" in sys.argv else made, sys.stdout, ensure_ascii=False, indent=1)
    print()
