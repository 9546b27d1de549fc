# SPDX-License-Identifier: GPL-3.0-or-later
"""The points that carry names: countries, territories, towns, islands, seas and lakes."""
import functools
import json
import math
import os
import re

from shapely.geometry import Point
from shapely.ops import unary_union

from territories import middle
from tiles import POLYGON, parts

FIX_IDS = {3028258: 3576812}  # Natural Earth gives Castries (Saint Lucia) the number of Castries (Hérault)
# Lowest zoom that names a town, by people: in France as a French reader expects, elsewhere in Europe sparser.
FRANCE = ((400000, 4), (220000, 5), (110000, 6), (45000, 7), (15000, 8), (5000, 9), (0, 10))
EUROPE = ((1000000, 5), (300000, 6), (90000, 7), (25000, 8), (7000, 9), (0, 10))
WORLD = {0: 2, 1: 2, 2: 3, 3: 3, 4: 4, 5: 4, 6: 5, 7: 5, 8: 6}  # by Natural Earth's scale rank
NO_COUNTRY = ("AQ", "GF", "GP", "MQ", "RE", "YT")  # the last five are French regions, named as such
RENAMED = {1526273: "Astana"}  # since the lists were made
PARIS = 2988507  # the one French town that Natural Earth ranks well
CAPITALS = {"PPLC": 2, "PPLA": 4, "PPLA2": 6}


def by_people(table, people):
    return next(zoom for least, zoom in table if people >= least)


def fields(kind, rank, name, fr, en, **more):
    return {"class": kind, "rank": rank, "name": name, "name:fr": fr, "name:en": en, **more}


def town_class(people, capital):
    if people >= 100000 or capital == 2:
        return "city"
    return "town" if people >= 8000 else "village" if people >= 200 else "hamlet"


def town_rank(zoom, people):
    """1 first; two steps a zoom level, and the larger half of each goes before."""
    return max(1, 2 * zoom - 3 - (people >= 50000 * 3 ** (6 - zoom)))


def world_towns(sources):
    """{GeoNames number: [zoom, people, lon, lat, name, capital]} from Natural Earth."""
    towns = {}
    for point, f in sources.populated_places():
        number = int(f["geonameid"] or -1)
        number = FIX_IDS.get(number, number)
        kind = f["featurecla"] or ""
        capital = 2 if kind == "Admin-0 capital" else 4 if kind == "Admin-1 capital" else None
        zoom = WORLD.get(f["scalerank"], 7)
        if capital == 2:
            zoom = max(2, zoom - 1) if (f["pop_max"] or 0) > 250000 else max(zoom, 5)
        key = number if number > 0 else -len(towns) - 1
        towns[key] = [zoom, int(f["pop_max"] or 0), point.x, point.y, f["name"], capital]
    return towns


def add_towns(towns, sources, europe, region):
    """Puts GeoNames' towns in: all in the region, from 90,000 people up in Europe; they set France's order."""
    for t in sources.towns():
        where = Point(t["lon"], t["lat"])
        known = towns.get(t["id"])
        france = t["country"] in ("FR", "MC")
        detailed = region.contains(where)
        if t["code"] == "PPLX" or re.search(r" \d\d$", t["name"]) or not (detailed or france or europe.contains(where)):
            continue
        zoom = by_people(FRANCE if france else EUROPE, t["population"])
        if not detailed and zoom > 7:
            if known and france:
                known[0] = max(known[0], 7)
            continue
        capital = CAPITALS.get(t["code"])
        if france and capital in (4, 6) and zoom > 7:
            zoom = 7
        if known:
            capital = known[5] or capital
            zoom = min(zoom, known[0]) if not france or t["id"] == PARIS else zoom
        towns[t["id"]] = [zoom, t["population"] or (known[1] if known else 0), t["lon"], t["lat"], t["name"], capital]


def drop_doubles(towns):
    """Natural Earth's places without a GeoNames number go where GeoNames has the same name nearby."""
    seen = {}
    for key, (zoom, people, lon, lat, name, capital) in towns.items():
        if key > 0:
            seen.setdefault(name.lower(), []).append((lon, lat))
    return {
        k: t
        for k, t in towns.items()
        if k > 0 or not any(math.hypot(lon - t[2], lat - t[3]) < 0.3 for lon, lat in seen.get(t[4].lower(), []))
    }


def towns(sources, europe, region):
    """[(zoom, people, point, fields)]."""
    found = world_towns(sources)
    add_towns(found, sources, europe, region)
    out = []
    for key, (zoom, people, lon, lat, name, capital) in sorted(drop_doubles(found).items()):
        name = RENAMED.get(key, name)
        fr, en = (sources.town_name(key, language, name) for language in ("fr", "en"))
        if key in RENAMED:
            fr = en = name
        fr, en = (name if name.startswith(f"{short}-") else short for short in (fr, en))  # L'Isle is not its town's name
        kind = town_class(people, capital)
        out.append(
            (zoom, people, Point(lon, lat), fields(kind, town_rank(zoom, people), name, fr, en, capital=capital))
        )
    return out


def countries(sources):
    """[(zoom, area, point, fields)] of the countries that are large enough to name."""
    names, land, out = sources.territory_names(), unary_union(sources.land("50m")), []
    for code, areas in sorted(sources.countries().items()):
        grounds = [p for a in areas for p in parts(a.intersection(land), POLYGON)]
        if code not in names or code in NO_COUNTRY or not grounds:
            continue
        largest = max(grounds, key=lambda a: a.area)
        size = largest.area * math.cos(math.radians(largest.centroid.y))
        zoom = next((z for z, least in ((1, 250), (2, 50), (3, 12), (4, 2)) if size > least), 5)
        if size > 0.1:
            fr, en = names[code]
            out.append((zoom, largest.area, middle(largest), fields("country", zoom, en, fr, en, iso_a2=code)))
    return out


def territories(labels):
    """Names of French regions (class state) and departments (class province)."""
    out = []
    for point, kind, f in labels:
        zoom, word = (5, "state") if kind == "region" else (7, "province")
        more = {"iso": f["iso"], "code": f["code"]}
        out.append(
            (zoom, 0, point, fields(word, 6 if kind == "region" else 10, f["name"], f["name:fr"], f["name:en"], **more))
        )
    return out


@functools.lru_cache
def fixed():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "labels.json"), encoding="utf-8") as file:
        return json.load(file)


def islands():
    return [
        (zoom, 0, Point(lon, lat), fields("island", zoom, fr, fr, en)) for zoom, lon, lat, fr, en in fixed()["islands"]
    ]


def rivers(zoom):
    """[(point on the river, names)] of the rivers named at a zoom level."""
    return [
        (Point(lon, lat), {"name": fr, "name:fr": fr, "name:en": en})
        for least, rows in fixed()["rivers"].items()
        if zoom >= int(least)
        for lon, lat, fr, en in rows
    ]


def seas():
    return [
        (zoom, 0, Point(lon, lat), {"class": kind, "rank": zoom, "name": fr, "name:fr": fr, "name:en": en})
        for kind, zoom, lon, lat, fr, en in fixed()["seas"]
    ]
