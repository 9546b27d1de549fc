# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file says: dates, amounts and grounds, by the rules 1 to 3 of the sums. The file is taken to be valid."""
import calendar
import datetime
import json
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

STATUS_OF_ACT = {"announces": "announced", "confirms": "confirmed", "permits": "permitted", "starts": "building",
                 "opens": "operating", "delays": "delayed", "cancels": "cancelled"}


class Span(NamedTuple):
    """What a date covers, first and last day."""
    start: datetime.date
    end: datetime.date


class Amount(NamedTuple):
    firm: Fraction
    ceiling: Fraction
    open: bool = False

    def is_zero(self):
        return self.firm == 0 and self.ceiling == 0


ZERO = Amount(Fraction(0), Fraction(0))


class Ground(NamedTuple):
    """One ground of an amount: what is known of where. An unknown ground knows nothing."""
    places: tuple = ()           # the place itself first, the outermost last
    department: str = None
    region: str = None
    country: str = None


class Dataset:
    def __init__(self, data):
        self.data = data
        self.currency = data.get("currency", "EUR")
        self.projects = data["projects"]
        self.project = {p["id"]: p for p in self.projects}
        self.position = {p["id"]: i for i, p in enumerate(self.projects)}
        self.places = by_id(data, "places")
        self.organisations = by_id(data, "organisations")
        self.territories = by_id(data, "territories")
        self.events = by_id(data, "events")
        self.rates = {r["currency"]: Fraction(r["per"]) for r in data.get("rates", ())}
        self.parts_in_file = {}
        for p in self.projects:
            if "part_of" in p:
                self.parts_in_file.setdefault(p["part_of"], []).append(p["id"])


def by_id(data, name):
    return {item["id"]: item for item in data.get(name, ())}


def dataset_of_text(text):
    return Dataset(json.loads(text, parse_float=lambda number: Fraction(Decimal(number))))


def read(path):
    with open(path, encoding="utf-8") as file:
        return dataset_of_text(file.read())


# ---------------------------------------------------------------------------------------------- dates (section 5)

def last_of_month(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def span_of_point(text):
    """A day, a month, a year or a season, approximate or not."""
    numbers = [int(n) for n in text.rstrip("~").split("-")]
    if len(numbers) == 3:
        day = datetime.date(*numbers)
        return Span(day, day)
    year = numbers[0]
    if len(numbers) == 1:
        return Span(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    if numbers[1] <= 12:
        return Span(datetime.date(year, numbers[1], 1), last_of_month(year, numbers[1]))
    first = {21: 3, 22: 6, 23: 9, 24: 12}[numbers[1]]
    if first == 12:
        return Span(datetime.date(year, 12, 1), last_of_month(year + 1, 2))
    return Span(datetime.date(year, first, 1), last_of_month(year, first + 2))


def span_of(text):
    ends = text.split("/")
    return Span(span_of_point(ends[0]).start, span_of_point(ends[-1]).end)


# ---------------------------------------------------------------------------------------- rule 1: what is known

def is_aside(announcement):
    return announcement["act"] in ("reports", "notes")


def in_order(announcements):
    return sorted(announcements, key=lambda a: span_of(a["date"]).start)   # stable: equals as in the file


def has_begun(announcement, as_of):
    return as_of is None or span_of(announcement["date"]).start <= span_of(as_of).end


def counting(project, as_of):
    """The announcements that count for amount, event and status, in order."""
    return [a for a in in_order(project["announcements"]) if not is_aside(a) and has_begun(a, as_of)]


def dating(project, as_of):
    """The announcements that date the project: the counting ones, or the first where it has nothing but asides."""
    if project["announcements"] and all(is_aside(a) for a in project["announcements"]):
        return [a for a in in_order(project["announcements"])[:1] if has_begun(a, as_of)]
    return counting(project, as_of)


def exists(project, as_of):
    return as_of is None or bool(dating(project, as_of))


# -------------------------------------------------------------------------------------------- rule 2: an amount

def bounds(amount):
    """The stated pair, in the stated currency."""
    if "min" in amount:
        return Amount(Fraction(amount["min"]), Fraction(amount["max"]))
    value = Fraction(amount["value"])
    qualifier = amount.get("qualifier", "exact")
    if qualifier == "up-to":
        return Amount(Fraction(0), value)
    return Amount(value, value, qualifier == "at-least")


class Own(NamedTuple):
    """What a project says of its own money."""
    amount: Amount
    scope: str
    stated: bool
    has_rate: bool


def own_amount(dataset, project, as_of):
    amount, scope, stated, has_rate = ZERO, project["scope"], False, True
    for a in counting(project, as_of):
        if "amount" not in a:
            continue
        pair = bounds(a["amount"])
        currency = a["amount"].get("currency", dataset.currency)
        known = currency == dataset.currency or currency in dataset.rates
        if known and currency != dataset.currency:
            pair = Amount(pair.firm * dataset.rates[currency], pair.ceiling * dataset.rates[currency], pair.open)
        if a["act"] == "adds" and stated:
            amount = Amount(amount.firm + pair.firm, amount.ceiling + pair.ceiling, amount.open or pair.open)
            has_rate = has_rate and known
        else:
            if a["act"] == "adds":                  # to an amount nobody stated: at least this
                pair = pair._replace(open=True)
            amount, scope, stated, has_rate = pair, a.get("scope", project["scope"]), True, known
    return Own(amount, scope, stated, has_rate)


def status_of(project, as_of):
    """None where nothing says it."""
    known = counting(project, as_of)
    if "status" in project and len(known) == len(counting(project, None)):
        return project["status"]
    said = [STATUS_OF_ACT[a["act"]] for a in known if a["act"] in STATUS_OF_ACT]
    return said[-1] if said else None


# ------------------------------------------------------------------------------------------------ rule 3: reach

def chain_of_place(dataset, place_id):
    chain = []
    while place_id is not None:
        chain.append(place_id)
        place_id = dataset.places[place_id].get("within")
    return tuple(chain)


def nearest_said(dataset, chain, member):
    return next((dataset.places[p][member] for p in chain if member in dataset.places[p]), None)


def country_of(country, region):
    return country or (region[:2] if region else None)


def ground_of_place(dataset, place_id):
    chain = chain_of_place(dataset, place_id)
    region = nearest_said(dataset, chain, "region")
    return Ground(chain, nearest_said(dataset, chain, "department"), region,
                  country_of(nearest_said(dataset, chain, "country"), region))


def grounds_elsewhere(elsewhere):
    if elsewhere is True:
        return [Ground()]
    return [Ground(region=e, country=e[:2]) if "-" in e else Ground(country=e) for e in elsewhere or ()]


def grounds(dataset, project, scope):
    if scope in ("site", "sites"):
        found = [ground_of_place(dataset, p) for p in project.get("at", ())]
        found += grounds_elsewhere(project.get("elsewhere"))
        return found or [Ground()]
    region, country = project.get("region"), project.get("country")
    if scope == "region":
        return [Ground(department=project.get("department"), region=region, country=country_of(country, region))]
    if scope == "country":
        return [Ground(country=country_of(country, region))]
    return [Ground()]


def holds(territory, ground):
    return (ground.region in territory.get("regions", ())
            or ground.department in territory.get("departments", ())
            or any(p in territory.get("places", ()) for p in ground.places))


def values_of_ground(dataset, ground, key):
    """All values of a ground at a geographic key; for places the outermost is the last."""
    if key == "place":
        return list(ground.places)
    if key == "territory":
        return [t for t, territory in dataset.territories.items() if holds(territory, ground)]
    value = getattr(ground, key)
    return [] if value is None else [value]
