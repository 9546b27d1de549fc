#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the base map file, in TAP. usage: check.py [FILE.mbtiles]. Needs nothing but Python."""
import gzip
import json
import math
import os
import sqlite3
import struct
import sys

LIMIT = 2 * 1024 * 1024
ISLANDS = {
    "Pomègues, Frioul": (5.300, 43.267),
    "Ratonneau, Frioul": (5.313, 43.2815),
    "Sainte-Marguerite, Lérins": (7.045, 43.5195),
    "Saint-Honorat, Lérins": (7.047, 43.5060),
    "Porquerolles": (6.205, 43.000),
    "Port-Cros": (6.395, 43.006),
    "Île du Levant": (6.465, 43.030),
}
WATER = {
    "Étang de Berre": (5.12, 43.46),
    "Canal de Caronte": (5.03, 43.4032),
    "rade de Marseille": (5.27, 43.33),
    "lac Léman": (6.5, 46.43),
}
NAMES = [
    ("Londres", "London"),
    ("Gênes", "Genoa"),
    ("Corse", "Corsica"),
    ("Allemagne", "Germany"),
    ("Genève", "Geneva"),
    ("Mer Méditerranée", "Mediterranean Sea"),
    ("Bretagne", "Brittany"),
    ("Marseille", "Marseille"),
    ("Turin", "Turin"),
]
METROPOLE = {f"{n:02}" for n in range(1, 96) if n != 20} | {"2A", "2B"}
TRANSLATED = {"Bretagne", "Corse", "Guyane", "La Réunion", "Normandie", "Occitanie"}
REGIONS = {
    "FR-ARA",
    "FR-BFC",
    "FR-BRE",
    "FR-CVL",
    "FR-20R",
    "FR-GES",
    "FR-HDF",
    "FR-IDF",
    "FR-NOR",
    "FR-NAQ",
    "FR-OCC",
    "FR-PDL",
    "FR-PAC",
}


def varint(data, at):
    value, shift = 0, 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def message(data):
    """Yields (field number, value) of a protocol buffer message."""
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        wire = tag & 7
        if wire == 0:
            value, at = varint(data, at)
        else:
            size, at = varint(data, at) if wire == 2 else ({1: 8, 5: 4}[wire], at)
            value, at = data[at : at + size], at + size
            if len(value) != size:
                raise ValueError("cut message")
        yield tag >> 3, value


def packed(data):
    out, at = [], 0
    while at < len(data):
        value, at = varint(data, at)
        out.append(value)
    return out


def zigzag(n):
    return n >> 1 ^ -(n & 1)


def value(data):
    number, v = next(message(data))
    if number == 1:
        return v.decode()
    if number in (2, 3):
        return struct.unpack("<f" if number == 2 else "<d", v)[0]
    return zigzag(v) if number == 6 else v


def geometry(numbers):
    """Lists of points; closed rings repeat no point."""
    out, x, y, at = [], 0, 0, 0
    while at < len(numbers):
        command, count = numbers[at] & 7, numbers[at] >> 3
        at += 1
        if command == 7:
            continue
        if command not in (1, 2) or at + 2 * count > len(numbers):
            raise ValueError("bad geometry")
        for _ in range(count):
            x, y = x + zigzag(numbers[at]), y + zigzag(numbers[at + 1])
            at += 2
            if command == 1:
                out.append([])
            out[-1].append((x, y))
    return out


def layer(data):
    """(name, extent, [(kind, lines, attributes)])."""
    name, extent, keys, values, raw, version = None, 4096, [], [], [], 1
    for number, v in message(data):
        if number == 1:
            name = v.decode()
        elif number == 2:
            raw.append(dict(message(v)))
        elif number == 3:
            keys.append(v.decode())
        elif number == 4:
            values.append(value(v))
        elif number == 5:
            extent = v
        elif number == 15:
            version = v
    if version != 2:
        raise ValueError("not version 2")
    features = []
    for f in raw:
        tags = packed(f.get(2, b""))
        attributes = {keys[a]: values[b] for a, b in zip(tags[::2], tags[1::2])}
        features.append((f[3], geometry(packed(f[4])), attributes))
    return name, extent, features


def decode(data):
    """{layer name: [(kind, lines, attributes)]} of a gzip'ed tile."""
    out = {}
    for number, v in message(gzip.decompress(data)):
        if number == 3:
            name, extent, features = layer(v)
            if extent != 4096 or name in out:
                raise ValueError("extent or double layer")
            out[name] = features
    return out


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def inside(lines, x, y):
    """Even-odd rule over all rings."""
    odd = False
    for ring in lines:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd


class Checks:
    def __init__(self, path):
        self.path, self.count, self.failed = path, 0, 0
        self.db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self.metadata = dict(self.db.execute("SELECT name, value FROM metadata"))
        self.tiles, self.errors = {}, []
        for z, x, y, data in self.db.execute("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles"):
            try:
                self.tiles[z, x, 2**z - 1 - y] = decode(data)
            except (ValueError, KeyError, IndexError, OSError) as error:
                self.errors.append(f"{z}/{x}/{y}: {error!r}")

    def ok(self, good, what):
        self.count += 1
        self.failed += not good
        print(f'{"ok" if good else "not ok"} {self.count} - {what}')

    def features(self, name):
        return [f for t in self.tiles.values() for f in t.get(name, [])]

    def water(self, lon, lat, least):
        """Whether the deepest tile at a place has water there; None if no tile of zoom `least` or more is there."""
        for z in range(max(t[0] for t in self.tiles), least - 1, -1):
            x = (lon + 180) / 360 * 2**z
            y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**z
            found = self.tiles.get((z, int(x), int(y)))
            if found is not None:
                return any(inside(lines, x % 1 * 4096, y % 1 * 4096) for _, lines, _ in found.get("water", []))
        return None

    def file(self):
        size = os.path.getsize(self.path)
        self.ok(size <= LIMIT, f"{size} bytes, at most {LIMIT}")
        wanted = ("name", "format", "bounds", "center", "minzoom", "maxzoom", "attribution", "json")
        self.ok(all(self.metadata.get(k) for k in wanted) and self.metadata["format"] == "pbf", "metadata")
        zooms = {t[0] for t in self.tiles}
        told = range(int(self.metadata["minzoom"]), int(self.metadata["maxzoom"]) + 1)
        self.ok(zooms == set(told), f"minzoom and maxzoom tell the truth: {min (zooms)} to {max (zooms)}")
        self.ok(not self.errors, f"{len (self.tiles)} tiles decode" + "".join(self.errors[:3]))
        self.ok(
            (0, 0, 0) in self.tiles and all((4, x, y) in self.tiles for x in range(16) for y in range(16)),
            "the world is whole to zoom 4",
        )
        told = {v["id"]: set(v["fields"]) for v in json.loads(self.metadata["json"])["vector_layers"]}
        used = {}
        for t in self.tiles.values():
            for name, features in t.items():
                used.setdefault(name, set()).update(k for f in features for k in f[2])
        self.ok(used == told, f"vector_layers name the layers and attributes: {sorted (used)}")

    def shapes(self):
        rings = [
            r for name in ("water", "region", "department") for k, lines, _ in self.features(name) for r in lines[:1]
        ]
        self.ok(all(area(r) > 0 for r in rings), f"{len (rings)} polygons begin with an outer ring")
        points = [
            p for t in self.tiles.values() for fs in t.values() for _, lines, _ in fs for line in lines for p in line
        ]
        self.ok(
            all(-128 <= v <= 4224 for p in points for v in p), f"{len (points)} points lie in their tile and its buffer"
        )
        for name, (lon, lat) in ISLANDS.items():
            self.ok(self.water(lon, lat, 10) is False, f"{name} is land")
        for name, (lon, lat) in WATER.items():
            self.ok(self.water(lon, lat, 8) is True, f"{name} is water")

    def names(self):
        named = [f[2] for name in ("place", "water_name") for f in self.features(name)]
        both = {(a.get("name:fr"), a.get("name:en")) for a in named}
        self.ok(all(all(pair) for pair in both), f"{len (both)} names, all in French and English")
        for pair in NAMES:
            self.ok(pair in both, " / ".join(pair))
        codes = {a["code"] for _, _, a in self.features("department")}
        self.ok(METROPOLE <= codes, f"{len (codes)} departments, with all 96 of the metropole")
        english = {a["name"]: a["name:en"] for name in ("region", "department") for _, _, a in self.features(name)}
        changed = {name for name, english_name in english.items() if name != english_name}
        self.ok(changed == TRANSLATED, f"territories with an English name of their own: {sorted(changed)}")
        isos = {a["iso"] for _, _, a in self.features("region")}
        self.ok(REGIONS <= isos, f"{len (isos)} regions, with all 13 of the metropole")
        first = {}
        for (z, _, _), t in self.tiles.items():
            for _, _, a in t.get("place", []):
                if a["class"] in ("city", "town"):
                    first[a["name:fr"]] = min(z, first.get(a["name:fr"], 99))
        for big, small in (("Toulouse", "Le Havre"), ("Nice", "Cannes"), ("Paris", "Lyon"), ("Marseille", "Avignon")):
            self.ok(first[big] < first[small], f"{big} comes before {small}")


def main(path):
    checks = Checks(path)
    checks.file()
    checks.shapes()
    checks.names()
    print(f"1..{checks.count}")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "basemap.mbtiles")))
