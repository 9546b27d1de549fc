# SPDX-License-Identifier: GPL-3.0-or-later
"""French departments and regions as polygons, put together from Natural Earth's lines between them."""
import itertools
import math

from shapely.geometry import LineString, MultiPoint, Point, box
from shapely.ops import polygonize, polylabel, unary_union, voronoi_diagram
from shapely.prepared import prep

from tiles import LINE, POLYGON, parts

# Natural Earth's misspelt department names, by code.
MISSPELT = {"Haute-Rhin": "68", "Meurhe-et-Moselle": "54", "Seien-et-Marne": "77"}
METROPOLE = box(-6.0, 41.0, 10.0, 51.8)
# Overseas departments are whole islands; French Guiana is cut from the mainland by the country's lines.
OVERSEAS = {
    "971": box(-61.9, 15.8, -60.9, 16.6),
    "972": box(-61.3, 14.3, -60.7, 15.0),
    "974": box(55.1, -21.5, 55.9, -20.8),
    "976": box(44.9, -13.1, 45.4, -12.5),
}
GUIANA, CAYENNE = box(-55.0, 2.0, -51.5, 6.0), Point(-52.6, 4.5)
ISO_REGIONS = {
    "84": "ARA",
    "27": "BFC",
    "53": "BRE",
    "24": "CVL",
    "94": "20R",
    "44": "GES",
    "32": "HDF",
    "11": "IDF",
    "28": "NOR",
    "75": "NAQ",
    "76": "OCC",
    "52": "PDL",
    "93": "PAC",
    "01": "971",
    "02": "972",
    "03": "973",
    "04": "974",
    "06": "976",
}
ENGLISH_REGIONS = {
    "53": "Brittany",
    "94": "Corsica",
    "28": "Normandy",
    "76": "Occitania",
    "03": "French Guiana",
    "04": "Réunion",
}
ENGLISH_DEPARTMENTS = {"973": "French Guiana", "974": "Réunion"}
STEP = 0.02  # degrees between the coast points that share out the sea


class Territories:
    """`reach` {department code: polygon}: departments that share borders and reach out to sea, so that any
    level's own coast can cut them; `frontier` [(line, level)]: lines between departments (6) and regions (4)."""

    def __init__(self, sources, monaco):
        self.france = sources.country("FX")
        data = "etalab-decoupage-administratif/data/"
        self.departments = {
            d["code"]: d for d in sources.json(data + "departements.json") if d["zone"] in ("metro", "drom")
        }
        self.regions = {r["code"]: r for r in sources.json(data + "regions.json") if r["code"] in ISO_REGIONS}
        self.codes = {d["nom"].replace("’", "'"): c for c, d in self.departments.items()} | MISSPELT
        self.land = unary_union([g for p in sources.land("10m") for g in parts(p, POLYGON) if g.intersects(METROPOLE)])
        self.land = self.land.intersection(METROPOLE)
        self.lines, self.votes = self.read_lines(sources)
        self.inland = self.assemble(monaco)
        self.reach = self.share_sea(monaco) | self.overseas(sources)

    def read_lines(self, sources):
        lines, votes = [line for line, _, _ in sources.frontiers("10m")], []
        rows = sources.natural_earth("10m", "admin_1_states_provinces_lines", "adm0_a3 = 'FRA'", "UTF-8")
        for geometry, fields in rows:
            sides = [self.codes.get(fields[f]) for f in ("name_l", "name_r")]
            lines.append(geometry)
            votes += [(p, sides) for p in parts(geometry, LINE)]
        return [g for g in lines if g.intersects(METROPOLE)], votes

    def assemble(self, monaco):
        """Faces between lines and coast, each given to the department that most of its border names."""
        long = [extend(p) for g in self.lines for p in parts(g, LINE)]
        faces = list(polygonize(parts(unary_union([*long, self.land.boundary]), LINE)))
        ground = prep(self.land)
        faces = [f for f in faces if ground.contains(f.representative_point())]
        faces = [f for f in faces if f.intersection(self.france).area > f.area / 2]
        tree, counts = Lookup(faces), [{} for _ in faces]
        for line, sides in self.votes:
            for share in (0.25, 0.5, 0.75):
                for point, code in zip(beside(line, share), sides):
                    at = tree.holder(point)
                    if at is not None and code:
                        counts[at][code] = counts[at].get(code, 0) + line.length
        owned = {}
        for face, count in zip(faces, counts):
            if count:
                owned.setdefault(max(count, key=count.get), []).append(face)
        self.islands(faces, counts, owned)
        return {c: unary_union(g).difference(monaco) for c, g in owned.items()}

    def islands(self, faces, counts, owned):
        """French faces that no line touches go to the nearest department."""
        ours = {c: unary_union(g) for c, g in owned.items()}
        for face, count in zip(faces, counts):
            if not count:
                owned[min(ours, key=lambda c: ours[c].distance(face))].append(face)

    def share_sea(self, monaco):
        """Departments grown over the sea to where it is nearer to another one or to a foreign coast."""
        france = unary_union(list(self.inland.values()))
        foreign = self.land.difference(france.buffer(1e-6)).intersection(france.buffer(0.6))
        points = {}
        for code, area in [*self.inland.items(), ("", foreign)]:
            shore = area.boundary.intersection(self.land.boundary.buffer(1e-6)) if code else foreign.boundary
            for line in parts(shore, LINE):
                for i in range(int(line.length / STEP) + 1):
                    p = line.interpolate(min(i * STEP + STEP / 2, line.length))
                    points.setdefault((round(p.x, 5), round(p.y, 5)), code)
        cells = voronoi_diagram(MultiPoint(list(points)), METROPOLE)
        tree, grown = Lookup(list(cells.geoms)), {}
        for (x, y), code in points.items():
            at = tree.holder(Point(x, y))
            if code and at is not None:
                grown.setdefault(code, []).append(tree.shapes[at])
        inland = unary_union([france, foreign, monaco])
        near = france.buffer(0.25)
        return {
            c: unary_union([g, unary_union(grown.get(c, [])).intersection(near).difference(inland)]).buffer(1e-7)
            for c, g in sorted(self.inland.items())
        }

    def overseas(self, sources):
        out = {code: frame for code, frame in OVERSEAS.items()}
        lines = [line for line, _, _ in sources.frontiers("10m") if line.intersects(GUIANA)]
        faces = polygonize(
            parts(unary_union([*(extend(p) for g in lines for p in parts(g, LINE)), GUIANA.boundary]), LINE)
        )
        out["973"] = next(f for f in faces if f.contains(CAYENNE))
        return out

    def borders(self):
        """[(line, 4 or 6)] between two departments of one region (6) or of two (4)."""
        out = []
        for line, (left, right) in self.votes:
            if left and right and left != right:
                out.append((line, 6 if self.region_of(left) == self.region_of(right) else 4))
        return out

    def region_of(self, code):
        return self.departments[code]["region"]

    def department_fields(self, code):
        name = self.departments[code]["nom"]
        return {
            "code": code,
            "iso": "FR-" + code,
            "region": "FR-" + ISO_REGIONS[self.region_of(code)],
            "name": name,
            "name:fr": name,
            "name:en": ENGLISH_DEPARTMENTS.get(code, name),
        }

    def region_fields(self, code):
        name = self.regions[code]["nom"]
        return {
            "code": code,
            "iso": "FR-" + ISO_REGIONS[code],
            "name": name,
            "name:fr": name,
            "name:en": ENGLISH_REGIONS.get(code, name),
        }

    def labels(self, land):
        """[(point, kind, fields)]: where the names of departments and regions stand."""
        areas = {c: unary_union([p for p in parts(g, POLYGON)]).intersection(land) for c, g in self.reach.items()}
        out = [(middle(g), "department", self.department_fields(c)) for c, g in areas.items()]
        for code in self.regions:
            whole = unary_union([g for c, g in areas.items() if self.region_of(c) == code])
            out.append((middle(whole), "region", self.region_fields(code)))
        return out


class Lookup:
    """Which of some shapes holds a point."""

    def __init__(self, shapes):
        self.shapes = shapes
        self.cells = {}
        for i, shape in enumerate(shapes):
            west, south, east, north = (math.floor(v * 10) for v in shape.bounds)
            for cell in itertools.product(range(west, east + 1), range(south, north + 1)):
                self.cells.setdefault(cell, []).append(i)

    def holder(self, point):
        near = self.cells.get((math.floor(point.x * 10), math.floor(point.y * 10)), [])
        return next((i for i in near if self.shapes[i].contains(point)), None)


def extend(line, by=0.01):
    """Both ends drawn out, so that a line that stops just before a coast or another line reaches it."""
    points = list(line.coords)
    if points[0] == points[-1]:
        return line
    ends = []
    for a, b in ((points[0], points[1]), (points[-1], points[-2])):
        dx, dy = a[0] - b[0], a[1] - b[1]
        size = (dx * dx + dy * dy) ** 0.5 or 1
        ends.append((a[0] + dx / size * by, a[1] + dy / size * by))
    return LineString([ends[0], *points, ends[1]])


def beside(line, share, by=0.004):
    """Points just left and right of a place on a line."""
    a, b = line.interpolate(share, True), line.interpolate(min(1, share + 0.01), True)
    dx, dy = b.x - a.x, b.y - a.y
    size = (dx * dx + dy * dy) ** 0.5 or 1
    return Point(a.x - dy / size * by, a.y + dx / size * by), Point(a.x + dy / size * by, a.y - dx / size * by)


def middle(area):
    """The pole of inaccessibility of the largest part."""
    return polylabel(max(parts(area, POLYGON), key=lambda p: p.area), 0.02)
