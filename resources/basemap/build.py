#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the base map from the unpacked packages. usage: build.py PACKAGES OUT.mbtiles"""
import sys

from shapely.geometry import box
from shapely.ops import unary_union
from shapely.prepared import prep

import gshhg
import mbtiles
import mends
import places
from sources import Sources
from territories import Territories
from tiles import (
    LINE,
    POINT,
    POLYGON,
    cut,
    degrees,
    encode,
    parts,
    project,
    simple_areas,
    simple_coverage,
    simple_lines,
    tile_range,
    valid,
    wrap,
)

WORLD = (-180, -85, 180, 85)
EUROPE = (-11, 35.5, 19, 59)
REGION = (2.85, 42.05, 8.40, 46.95)
SHIFT = (0.0008, -0.0018)  # GSHHG's coast lies about 200 m north of the real one here
LEVELS = {
    0: ("110m", WORLD),
    1: ("110m", WORLD),
    2: ("50m", WORLD),
    3: ("50m", WORLD),
    4: ("10m", WORLD),
    5: ("10m", EUROPE),
    6: ("10m", EUROPE),
    7: ("10m", EUROPE),
    8: ("gshhg", REGION),
    9: ("gshhg", REGION),
    10: ("gshhg", REGION),
}
TOLERANCE = {0: 6, 1: 6, 2: 6, 3: 6, 4: 7, 5: 7, 6: 6, 7: 6, 8: 4, 9: 4, 10: 4}  # tile units; 16 are one pixel of 256
OUTER_RIVERS = {2: 2, 3: 4, 4: 6}  # highest scale rank of a river drawn
LAYERS = ("water", "region", "department", "waterway", "boundary", "water_name", "place")
NAMES = {"name": "String", "name:fr": "String", "name:en": "String"}
FIELDS = {
    "water": {"class": "String"},
    "waterway": {"class": "String", **NAMES},
    "region": {"code": "String", "iso": "String", **NAMES},
    "department": {"code": "String", "iso": "String", "region": "String", **NAMES},
    "boundary": {"admin_level": "Number", "disputed": "Number", "maritime": "Number"},
    "water_name": {"class": "String", "rank": "Number", **NAMES},
    "place": {
        "class": "String",
        "rank": "Number",
        "capital": "Number",
        "iso_a2": "String",
        "iso": "String",
        "code": "String",
        **NAMES,
    },
}
METADATA = {
    "name": "Jalon",
    "format": "pbf",
    "bounds": "-180,-85.0511,180,85.0511",
    "center": "5.6,44.2,7",
    "minzoom": "0",
    "maxzoom": str(max(LEVELS)),
    "type": "baselayer",
    "version": "1",
    "description": "World to zoom 4, western Europe to 7, Provence to 10; a missing tile is its nearest ancestor, enlarged",
    "attribution": "Natural Earth · GSHHG · GeoNames CC BY 4.0 · Etalab",
}


class Map:
    def __init__(self, folder):
        self.sources = Sources(folder)
        self.monaco = self.sources.country("MC")
        self.territories = Territories(self.sources, self.monaco)
        bounds = degrees(8, tile_range(8, *REGION))
        self.detail = (bounds[0] - 0.15, bounds[1] - 0.15, bounds[2] + 0.15, bounds[3] + 0.15)
        self.coast = gshhg.read(self.detail, self.sources.land("10m"), SHIFT)
        self.berre = mends.berre(self.sources)
        ground = prep(unary_union(self.sources.land("50m")))
        self.states = [
            (g, level, least) for g, level, least in self.sources.states() if ground.contains(g.interpolate(0.5, True))
        ]
        self.points = self.read_points(box(*bounds))

    def read_points(self, region):
        """[(layer, zoom, point, fields)], the most important first."""
        labels = self.territories.labels(unary_union(self.sources.land("10m")))
        rows = [
            *places.countries(self.sources),
            *places.territories(labels),
            *places.towns(self.sources, box(*EUROPE), region),
            *places.islands(),
        ]
        rows.sort(key=lambda r: (r[0], r[3]["rank"], -r[1], r[3]["name"]))
        return [("place", z, p, f) for z, _, p, f in rows] + [("water_name", z, p, f) for z, _, p, f in places.seas()]

    def land(self, zoom, scale):
        if scale == "gshhg":
            return parts(self.coast[0].difference(self.berre), POLYGON)
        return [p for g in self.sources.land(scale) for p in parts(g, POLYGON)]

    def lakes(self, scale):
        return self.coast[1] if scale == "gshhg" else self.sources.lakes(scale)

    def rivers(self, zoom, scale):
        """[(line, class, names or None)]."""
        if scale == "gshhg":
            rivers = [(rank, p) for rank, g in self.coast[3] for p in parts(g, LINE) if zoom > 8 or rank < 5]
            rivers.append((1, mends.GRAND_RHONE))
        else:
            limit = OUTER_RIVERS.get(zoom, 12 if zoom > 4 else 0)
            rivers = [(1, p) for g, _, rank in self.sources.rivers(scale) if rank <= limit for p in parts(g, LINE)]
        named = mends.name_rivers([p for _, p in rivers], places.rivers(zoom))
        return [(p, "canal" if rank >= 8 else "river", names) for (rank, _), (p, names) in zip(rivers, named)]

    def boundaries(self, zoom, scale):
        """[(line, admin level, disputed, maritime)]."""
        out = [
            (g, 2, disputed, maritime)
            for g, disputed, maritime in self.sources.frontiers("10m" if scale == "gshhg" else scale)
        ]
        if zoom >= 4:
            out += [(g, level, 0, 0) for g, level in self.territories.borders() if level == 4 or zoom >= 6]
            out += [
                (g, level, 0, 0)
                for g, level, least in self.states
                if (level == 4 or zoom >= 7) and least <= max(zoom, 4)
            ]
        if zoom >= 6:
            out.append((self.monaco.boundary.intersection(self.coast[0].buffer(0.0005)), 2, 0, 0))
        return out

    def level(self, zoom, scale, bounds):
        """{(x, y): gzip'ed tile} of one zoom level."""
        tolerance, tiles, out = TOLERANCE[zoom], tile_range(zoom, *bounds), {}
        window = box(*(v + d for v, d in zip(degrees(zoom, tiles), (-1, -1, 1, 1))))
        near = [g for g in self.land(zoom, scale) if g.intersects(window)]
        land = wrap(simple_areas(near, zoom, tolerance, 2 * tolerance**2 if zoom < 8 else 8), zoom)
        features = [(POLYGON, g, ("land", {})) for g in land]
        lakes = simple_areas(
            [g for g in self.lakes(scale) if g.intersects(window)], zoom, tolerance, 6 * tolerance**2
        )
        features += [(POLYGON, g, ("water", {"class": "lake"})) for g in lakes]
        for g, kind, names in self.rivers(zoom, scale):
            features += [
                (LINE, p, ("waterway", {"class": kind, **(names or {})}))
                for p in simple_lines(g, zoom, tolerance, 2 * tolerance)
            ]
        for g, level, disputed, maritime in self.boundaries(zoom, scale):
            fields = {"admin_level": level, "disputed": disputed, "maritime": maritime}
            features += [
                (LINE, p, ("boundary", fields)) for p in simple_lines(g.intersection(window), zoom, tolerance, 4)
            ]
        if zoom >= 4:
            features += self.filled(zoom, tolerance, land, window)
        for layer, least, point, fields in self.points:
            if least <= zoom and window.contains(point):
                features.append((POINT, project(point, zoom), (layer, fields)))
        cut(features, zoom, tiles, lambda x, y, frame, kept: out.update({(x, y): tile(x, y, frame, kept)}))
        return out

    def filled(self, zoom, tolerance, land, window):
        """Departments and regions, cut by the level's own coast."""
        ground = unary_union(land)
        reach = {c: g for c, g in self.territories.reach.items() if g.intersects(window)}
        areas = simple_coverage(reach, zoom, tolerance)
        regions, out = {}, []
        for code, g in areas.items():
            regions.setdefault(self.territories.region_of(code), []).append(g)
            out += self.areas(g, ground, "department", self.territories.department_fields(code))
        for code, group in regions.items():
            out += self.areas(unary_union(group), ground, "region", self.territories.region_fields(code))
        return out

    @staticmethod
    def areas(area, ground, layer, fields):
        return [(POLYGON, p, (layer, fields)) for p in parts(valid(area).intersection(ground), POLYGON)]


def tile(x, y, frame, features):
    """One tile: what is not land is ocean."""
    layers = {name: [] for name in LAYERS}
    ground = unary_union([valid(g) for _, g, (layer, _) in features if layer == "land"])
    layers["water"] = [(POLYGON, p, {"class": "ocean"}) for p in parts(frame.difference(ground), POLYGON)]
    for kind, g, (layer, fields) in features:
        if layer != "land":
            layers[layer].append((kind, g, fields))
    return encode(layers, x, y)


def main(folder, path):
    chart, tiles = Map(folder), {}
    for zoom, (scale, bounds) in LEVELS.items():
        made = chart.level(zoom, scale, bounds)
        tiles.update({(zoom, x, y): data for (x, y), data in made.items()})
        print(f"zoom {zoom}: {len (made)} tiles, {sum (map (len, made.values ()))} bytes", flush=True)
    layers = [
        {
            "id": name,
            "description": "",
            "minzoom": 4 if name in ("region", "department") else 0,
            "maxzoom": max(LEVELS),
            "fields": FIELDS[name],
        }
        for name in LAYERS
    ]
    mbtiles.write(path, tiles, METADATA, layers)


if __name__ == "__main__":
    main(*sys.argv[1:3])
