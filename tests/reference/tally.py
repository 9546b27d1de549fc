#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sums of Jalon, written a second time from the text of the rules, to check the first.

    tally.py FILE [--group=KEY] [--filter=KEY=VALUE]... [--as-of=DATE]

prints the summary object. One section here or in known.py is one rule. All amounts are exact fractions; where the rules
leave a choice, README.md beside this file says which one is taken, by number.
"""
import datetime
import json
import sys
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from known import (ZERO, Amount, chain_of_place, counting, dataset_of_text, dating, exists, ground_of_place, grounds,
                   own_amount, read, span_of, status_of, values_of_ground)

GEOGRAPHIC = ("place", "department", "region", "country", "territory")
GROUPINGS = GEOGRAPHIC + ("organisation", "kind", "relevance", "status", "scope",
                          "year", "quarter", "month", "event")
FILTERS = GROUPINGS + ("from", "to", "text")


class Query(NamedTuple):
    group: str = "place"
    filters: tuple = ()          # of (key, value)
    as_of: str = None

    def wanted(self):
        """Values by key."""
        wanted = {}
        for key, value in self.filters:
            wanted.setdefault(key, []).append(value)
        return wanted


# ------------------------------------------------------------------- rules 2 and 3: what is listed, and what is counted

def left_out_reason(dataset, project, own, query):
    if status_of(project, query.as_of) == "cancelled":
        return "cancelled"
    if project.get("counts") is False:
        return "set-aside"
    if is_wider(dataset, project, own, query):
        return "wider"
    if not own.has_rate:
        return "no-rate"
    return None


def any_wanted(values, wanted):
    return any(v in wanted for v in values)


def is_listed_at(dataset, project, own, key, wanted):
    reach = grounds(dataset, project, own.scope) + [ground_of_place(dataset, p) for p in project.get("at", ())]
    return any(any_wanted(values_of_ground(dataset, g, key), wanted) for g in reach)


def is_wider(dataset, project, own, query):
    """Listed by a geographic filter that does not hold every ground of the amount."""
    for key, wanted in query.wanted().items():
        if key not in GEOGRAPHIC or group_of(dataset, project, own, key, query.as_of) in special(wanted):
            continue
        if not all(any_wanted(values_of_ground(dataset, g, key), wanted)
                   for g in grounds(dataset, project, own.scope)):
            return True
    return False


# ------------------------------------------------------------------------------------ rule 6, first half: groups

def special(wanted):
    return [v for v in wanted if v in ("none", "several")]


def bucket(announcement, key):
    """The year, quarter or month that holds the whole date."""
    def name(day):
        if key == "year":
            return f"{day.year:04}"
        if key == "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        return f"{day.year:04}-{day.month:02}"
    span = span_of(announcement["date"])
    return name(span.start) if name(span.start) == name(span.end) else None


def plain_values(project, key, as_of):
    """The values of a project at a key that is not geographic."""
    if key == "organisation":
        return set(project.get("by", ()))
    if key in ("kind", "relevance", "scope"):
        value = project.get(key)
    elif key == "status":
        value = status_of(project, as_of)
    elif key == "event":
        value = next((a.get("event") for a in counting(project, as_of)[:1]), None)
    else:
        value = next((bucket(a, key) for a in dating(project, as_of)[:1]), None)
    return set() if value is None else {value}


def group_of(dataset, project, own, key, as_of):
    if key in GEOGRAPHIC:
        values = set()
        for ground in grounds(dataset, project, own.scope):
            of_ground = values_of_ground(dataset, ground, key)
            values |= set(of_ground[-1:] if key == "place" else of_ground) or {None}
        values = values if values != {None} else set()
    else:
        values = plain_values(project, key, as_of)
    if len(values) == 1:
        return values.pop()
    return "several" if values else "none"


# ---------------------------------------------------------------------------------------------- rule 7: filters

JOINERS = set("-'\u2018\u2019\u02bc") | {chr(c) for c in range(0x2010, 0x2016)}   # hyphens, dashes, apostrophes


def folded(text):
    """Without case and accents; what is neither letter, digit, hyphen nor apostrophe is a space."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (c for c in plain if not unicodedata.category(c).startswith("M"))
    return "".join(c if c.isalnum() or c in JOINERS else " " for c in kept)


def pieces_of(word):
    return "".join(" " if c in JOINERS else c for c in word).split()


def words_of(text):
    """The pieces between hyphens and apostrophes, and the words as if those were not there."""
    return [w for word in folded(text).split() for w in pieces_of(word) + ["".join(pieces_of(word))]]


def languages_of(text):
    return [] if text is None else [text] if isinstance(text, str) else list(text.values())


def words_of_project(dataset, project):
    texts = languages_of(project["title"]) + languages_of(project.get("summary"))
    for a in project["announcements"]:
        texts += languages_of(a.get("summary"))
    for o in project.get("by", ()):
        texts += languages_of(dataset.organisations[o]["name"])
    for place in project.get("at", ()):
        for p in chain_of_place(dataset, place):
            texts += languages_of(dataset.places[p]["name"])
    return [w for text in texts for w in words_of(text)]


def matches_text(dataset, project, text):
    words = words_of_project(dataset, project)

    def begins(asked):
        return any(w.startswith(asked) for w in words)
    return all(begins("".join(pieces_of(word))) or all(map(begins, pieces_of(word))) for word in folded(text).split())


def touches_window(project, wanted, as_of):
    first = min((span_of(d).start for d in wanted.get("from", ())), default=datetime.date.min)
    last = max((span_of(d).end for d in wanted.get("to", ())), default=datetime.date.max)
    spans = [span_of(a["date"]) for a in dating(project, as_of)]
    return any(s.end >= first and s.start <= last for s in spans)


def matches(dataset, project, own, key, wanted, query):
    """One key of the filter, but for from and to."""
    if key == "text":
        return any(matches_text(dataset, project, text) for text in wanted)
    if group_of(dataset, project, own, key, query.as_of) in special(wanted):
        return True
    if key in GEOGRAPHIC:
        return is_listed_at(dataset, project, own, key, wanted)
    if key == "event":
        return any_wanted([a.get("event") for a in counting(project, query.as_of)], wanted)
    return any_wanted(plain_values(project, key, query.as_of), wanted)


def is_selected(dataset, project, own, query):
    if not exists(project, query.as_of):
        return False
    wanted = query.wanted()
    if ("from" in wanted or "to" in wanted) and not touches_window(project, wanted, query.as_of):
        return False
    return all(matches(dataset, project, own, key, values, query)
               for key, values in wanted.items() if key not in ("from", "to"))


# ------------------------------------------------------------------------------------------- rule 4: the roll-up

class Forest:
    """The selected projects, each under its whole: the nearest selected project up its chain."""

    def __init__(self, dataset, selected):
        self.dataset = dataset
        self.selected = selected
        self.nearest = {}                       # the nearest selected project, itself included, of any project
        for p in dataset.project:
            self.find_nearest(p)
        self.whole = {p: self.nearest.get(dataset.project[p].get("part_of")) for p in selected}
        self.parts = {p: [] for p in selected}
        self.tops = []
        for p in selected:
            (self.parts[self.whole[p]] if self.whole[p] else self.tops).append(p)

    def find_nearest(self, p):
        path = []
        while p is not None and p not in self.nearest and p not in self.selected:
            path.append(p)
            p = self.dataset.project[p].get("part_of")
        found = p if p in self.selected else self.nearest.get(p)
        for q in path + ([p] if p is not None else []):
            self.nearest[q] = found

    def parts_first(self):
        order = list(self.tops)
        for p in order:
            order += self.parts[p]
        return order[::-1]

    def up(self, p):
        """A selected project and all its wholes."""
        while p is not None:
            yield p
            p = self.whole[p]

    def highest_parts(self, p):
        """The selected parts that stand for an unselected project, the highest of each line."""
        found, waiting = [], list(self.dataset.parts_in_file.get(p, ()))
        while waiting:
            q = waiting.pop()
            if q in self.selected:
                found.append(q)
            else:
                waiting += self.dataset.parts_in_file.get(q, ())
        return found


def larger(own, union):
    """rollup(p): bound by bound, open-ended if what decides the ceiling is."""
    is_open = own.open if own.ceiling > union.ceiling else own.open or union.open
    return Amount(max(own.firm, union.firm), max(own.ceiling, union.ceiling), is_open)


# ---------------------------------------------------------------------------------------------- rule 5: the union

def declared_overlaps(dataset):
    """{(a, b): the least at_most or None}, each pair once."""
    found = {}
    for p in dataset.projects:
        for other in p.get("overlaps", ()):
            other = other if isinstance(other, dict) else {"id": other}
            pair = tuple(sorted((p["id"], other["id"]), key=dataset.position.get))
            limits = [x for x in (found.get(pair), other.get("at_most")) if x is not None]
            found[pair] = min(map(Fraction, limits), default=None)
    return found


class Member(NamedTuple):
    """A selected project; or, unseen, something unselected that lies within it."""
    project: str
    unseen: bool


def members_for(forest, p):
    """A selected member is itself. An unselected one is stood for by its selected parts, the highest of each line; and
    what else there is of it lies unseen in its nearest selected whole."""
    if p in forest.selected:
        return [Member(p, False)]
    found = [Member(q, False) for q in forest.highest_parts(p)]
    return found + ([Member(forest.nearest[p], True)] if forest.nearest[p] else [])


def of_one_list(forest, a, b):
    """The two of one list in whose trees two members are; None if one lies in the other."""
    above_b = {forest.whole[q]: q for q in forest.up(b.project)}
    for x in forest.up(a.project):
        if forest.whole[x] in above_b:
            y = above_b[forest.whole[x]]
            return (x, y) if x != y else None
    return None


def sharing_pairs(forest):
    """{whole: {(x, y): [(member of x, member of y, at_most), ...]}} for x and y of one list."""
    pairs = {}
    for (p, q), at_most in declared_overlaps(forest.dataset).items():
        for a in members_for(forest, p):
            for b in members_for(forest, q):
                rivals = of_one_list(forest, a, b)
                if rivals:
                    x, y = rivals
                    of_list = pairs.setdefault(forest.whole[x], {})
                    of_list.setdefault((x, y), []).append((a, b, at_most))
                    of_list.setdefault((y, x), []).append((b, a, at_most))
    return pairs


class Sums:
    """Roll-ups and unions over a forest, and what the members may share."""

    def __init__(self, forest, owns, counts):
        self.forest = forest
        self.owns = owns                        # own amount, (0, 0) if left out
        self.counts = counts                    # has a stated amount that is not left out
        self.pairs = sharing_pairs(forest)
        self.rollup = {}
        self.excess = {}                        # what is firm of a whole beside the union of its parts
        for p in forest.parts_first():
            union = self.union(forest.parts[p], p)
            self.rollup[p] = larger(owns[p], union)
            self.excess[p] = max(Fraction(0), owns[p].firm - union.firm)
        self.total = self.union(forest.tops, None)

    def stated_weight(self, member):
        """Its rollup; if that is zero, the own amount of the nearest whole above it that counts."""
        if member.unseen:
            return ZERO
        if not self.rollup[member.project].is_zero():
            return self.rollup[member.project]
        wholes = list(self.forest.up(member.project))[1:]
        return next((self.owns[p] for p in wholes if self.counts[p]), ZERO)

    def firm_within(self, member, element):
        """How much of the firm amount of an element of a list may be the member's: what is firm of it, and what is firm
        only as a whole from there up to the element, but no more than the nearest of them with a closed amount that
        counts can hold."""
        line = []
        for p in self.forest.up(member.project):
            line.append(p)
            if p == element:
                break
        held = self.excess[line[0]] if member.unseen else self.rollup[line[0]].firm
        held += sum(self.excess[p] for p in line[1:])
        limits = [self.rollup[p].ceiling for p in line if self.counts[p] and not self.owns[p].open]
        return min([held] + limits[:1])

    def shared(self, x, y, whole):
        """What two elements of one list may share: firm, ceiling."""
        firm = ceiling = Fraction(0)
        for a, b, at_most in self.pairs.get(whole, {}).get((x, y), ()):
            limit = [] if at_most is None else [at_most]
            firm += min([max(self.stated_weight(m).firm, self.firm_within(m, e)) for m, e in ((a, x), (b, y))] + limit)
            ceiling += min([self.stated_weight(a).ceiling, self.stated_weight(b).ceiling] + limit)
        return firm, ceiling

    def union(self, elements, whole):
        firm = ceiling = Fraction(0)
        is_open = False
        others = {}                             # who may share with whom, so that a long list stays fast
        for x, y in self.pairs.get(whole, ()):
            others.setdefault(x, []).append(y)
        before = set()
        position = self.forest.dataset.position
        for x in sorted(elements, key=lambda p: (-self.rollup[p].ceiling, position[p])):
            taken = [self.shared(x, y, whole) for y in others.get(x, ()) if y in before]
            off_firm = min(self.rollup[x].firm, sum(t[0] for t in taken))
            off_ceiling = min(self.rollup[x].ceiling, sum(t[1] for t in taken))
            firm += self.rollup[x].firm - off_firm
            ceiling += self.rollup[x].ceiling - off_ceiling
            is_open = is_open or self.rollup[x].open or off_firm > 0 or off_ceiling > 0
            before.add(x)
        return Amount(firm, max(firm, ceiling), is_open)


# -------------------------------------------------------------------------------- rule 6, second half: remainders

def remainder(sums, p):
    parts = [sums.rollup[q] for q in sums.forest.parts[p]]
    ceilings = sum((q.ceiling for q in parts), Fraction(0))
    return Amount(max(Fraction(0), sums.rollup[p].firm - ceilings),
                  max(Fraction(0), sums.rollup[p].ceiling - ceilings))


def balance(sums, remainders):
    """shared (firm, ceiling) and firm_unshared: at each whole, and at the total, what its parts and its remainder make
    too much was taken off, what they make too little is firm only as a whole."""
    shared_firm = sum(sums.rollup[p].firm for p in sums.forest.tops) - sums.total.firm
    shared_ceiling = sum(sums.rollup[p].ceiling for p in sums.forest.tops) - sums.total.ceiling
    firm_unshared = Fraction(0)
    for p, parts in sums.forest.parts.items():
        firm = sums.rollup[p].firm - remainders[p].firm - sum(sums.rollup[q].firm for q in parts)
        ceiling = sums.rollup[p].ceiling - remainders[p].ceiling - sum(sums.rollup[q].ceiling for q in parts)
        firm_unshared += max(Fraction(0), firm)
        shared_firm -= min(Fraction(0), firm)
        shared_ceiling -= ceiling
    return shared_firm, shared_ceiling, firm_unshared


# -------------------------------------------------------------------------------------------------- rule 8: why

def left_out_of(sums, p, reason, undisclosed):
    """One entry of left_out, or None. Asked only of projects that are not addends."""
    if reason:
        return {"project": p, "reason": reason}
    for whole in list(sums.forest.up(p))[1:]:
        if sums.counts[whole]:
            return {"project": p, "reason": "part-of", "of": whole}
    return {"project": p, "reason": "undisclosed"} if undisclosed else None


def number(value):
    return int(value) if value == int(value) else float(value)


def label_of(dataset, key, value):
    lists = {"place": dataset.places, "organisation": dataset.organisations,
             "event": dataset.events, "territory": dataset.territories}
    if value not in lists.get(key, {}):
        return value
    name = lists[key][value]["name"]
    return name if isinstance(name, str) else name.get("en", next(iter(name.values())))


def groups_of(dataset, key, group, remainders, undisclosed):
    found = {}
    for p, value in group.items():
        g = found.setdefault(value, {"key": value, "label": label_of(dataset, key, value), "firm": Fraction(0),
                                     "ceiling": Fraction(0), "projects": 0, "undisclosed": 0})
        g["firm"] += remainders[p].firm
        g["ceiling"] += remainders[p].ceiling
        g["projects"] += 1
        g["undisclosed"] += undisclosed[p]
    ordered = sorted(found.values(), key=lambda g: (-g["ceiling"], g["key"]))
    return [{**g, "firm": number(g["firm"]), "ceiling": number(g["ceiling"])} for g in ordered]


def tally(dataset, query):
    """Everything that is known of a query, exact: the selection, the reasons, the sums, the remainders."""
    own_of = {p["id"]: own_amount(dataset, p, query.as_of) for p in dataset.projects}
    selected = {p["id"]: None for p in dataset.projects if is_selected(dataset, p, own_of[p["id"]], query)}
    reasons = {p: left_out_reason(dataset, dataset.project[p], own_of[p], query) for p in selected}
    owns = {p: ZERO if reasons[p] else own_of[p].amount for p in selected}
    counts = {p: own_of[p].stated and not reasons[p] for p in selected}
    sums = Sums(Forest(dataset, selected), owns, counts)
    remainders = {p: remainder(sums, p) for p in selected}
    return own_of, selected, reasons, sums, remainders


def summary(dataset, query):
    own_of, selected, reasons, sums, remainders = tally(dataset, query)
    undisclosed = {p: not own_of[p].stated and sums.rollup[p].is_zero() for p in selected}
    group = {p: group_of(dataset, dataset.project[p], own_of[p], query.group, query.as_of) for p in selected}
    shared_firm, shared_ceiling, firm_unshared = balance(sums, remainders)
    addends = [p for p in selected if not remainders[p].is_zero()]
    left_out = [left_out_of(sums, p, reasons[p], undisclosed[p]) for p in selected if remainders[p].is_zero()]
    return {
        "format": "jalon-summary", "version": 1, "currency": dataset.currency, "as_of": query.as_of,
        "group": query.group, "projects": len(selected), "undisclosed": sum(undisclosed.values()),
        "cancelled": sum(reason == "cancelled" for reason in reasons.values()),
        "total": {"firm": number(sums.total.firm), "ceiling": number(sums.total.ceiling), "open": sums.total.open},
        "shared": {"firm": number(shared_firm), "ceiling": number(shared_ceiling)},
        "firm_unshared": number(firm_unshared),
        "groups": groups_of(dataset, query.group, group, remainders, undisclosed),
        "addends": [{"project": p, "firm": number(remainders[p].firm), "ceiling": number(remainders[p].ceiling)}
                    for p in addends],
        "left_out": [entry for entry in left_out if entry],
    }


def query_of_case(asked):
    return Query(asked.get("group", "place"), tuple(map(tuple, asked.get("filters", ()))), asked.get("as_of"))


def query_of_options(options):
    group, filters, as_of = "place", [], None
    for option in options:
        name, _, value = option.partition("=")
        if name == "--group" and value in GROUPINGS:
            group = value
        elif name == "--filter" and value.partition("=")[0] in FILTERS and "=" in value:
            filters.append(tuple(value.split("=", 1)))
        elif name == "--as-of" and value:
            as_of = value
        elif option not in ("--summary", "--json"):
            sys.exit(f"wrong usage: {option}\n{__doc__}")
    return Query(group, tuple(filters), as_of)


def main(arguments):
    files = [a for a in arguments if not a.startswith("--")]
    if len(files) != 1:
        sys.exit(__doc__)
    query = query_of_options([a for a in arguments if a.startswith("--")])
    json.dump(summary(read(files[0]), query), sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
