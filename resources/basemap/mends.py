# SPDX-License-Identifier: GPL-3.0-or-later
"""The few places where the packages' geometry is wrong or missing, put right by hand (see README.md)."""
from shapely.affinity import translate
from shapely.geometry import LineString, Polygon, box
from shapely.ops import unary_union

from tiles import POLYGON, parts

BERRE = box(5.0, 43.40, 5.26, 43.57).difference(box(5.0, 43.40, 5.05, 43.435))
BERRE_SHIFT = -0.013  # Natural Earth draws the lagoon 1.4 km too far north
# What joins it at Martigues to the Canal de Caronte, where GSHHG's coast ends.
MARTIGUES = Polygon(
    [(5.0500, 43.4036), (5.0500, 43.4068), (5.0530, 43.4180), (5.0680, 43.4150), (5.0680, 43.4085), (5.0560, 43.4036)]
)
# GSHHG has no line between its Rhone below Arles and the river mouth that its coast draws.
GRAND_RHONE = LineString(
    [
        (4.694687, 43.572092),
        (4.7060, 43.5560),
        (4.7220, 43.5350),
        (4.7310, 43.5130),
        (4.7280, 43.4920),
        (4.7240, 43.4700),
        (4.7260, 43.4470),
        (4.7360, 43.4280),
        (4.7446, 43.4190),
        (4.7570, 43.4080),
        (4.7770, 43.4000),
    ]
)


def smooth(ring, times=2):
    """Chaikin's corner cutting."""
    points = list(ring.coords)[:-1]
    for _ in range(times):
        pairs = list(zip(points, points[1:] + points[:1]))
        points = [
            q
            for a, b in pairs
            for q in (
                (a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25),
                (a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75),
            )
        ]
    return points


def berre(sources):
    """The lagoon, which GSHHG takes for land, joined to GSHHG's Canal de Caronte."""
    water = BERRE.difference(unary_union([g for g in sources.land("10m") if g.intersects(BERRE)]))
    lagoon = translate(max(parts(water, POLYGON), key=lambda p: p.area), 0, BERRE_SHIFT)
    return unary_union([Polygon(smooth(unary_union([lagoon, MARTIGUES]).exterior)), MARTIGUES])


def name_rivers(lines, names, reach=0.06):
    """[(line, names or None)]: a river takes the name of the nearest point that stands for it."""
    chosen = {}
    for point, fields in names:
        distance, i = min((line.distance(point), i) for i, line in enumerate(lines))
        if distance < reach:
            chosen.setdefault(i, fields)
    return [(line, chosen.get(i)) for i, line in enumerate(lines)]
