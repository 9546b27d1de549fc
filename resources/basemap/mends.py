# SPDX-License-Identifier: GPL-3.0-or-later
"""The few places where the packages' geometry is wrong or missing, put right by hand (see README.md)."""
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.ops import unary_union

from tiles import POLYGON, parts

BERRE = box (5.0, 43.418, 5.26, 43.57)
# From the end of the Canal de Caronte at Martigues along the real southern shore (La Mède, the Jaï spit) to
# where Natural Earth's outline of the lagoon, 1 to 2 km too far north there, is right again.
BERRE_SOUTH = Polygon ([(5.0500, 43.4036), (5.0500, 43.4068), (5.0535, 43.4120), (5.0520, 43.4310), (5.0700, 43.4400), (5.1850, 43.4450),
                        (5.1930, 43.4330), (5.1800, 43.4200), (5.1620, 43.4100), (5.1400, 43.4060), (5.1050, 43.4045),
                        (5.0750, 43.4085), (5.0620, 43.4065), (5.0560, 43.4036)])
# GSHHG has no line between its Rhone below Arles and the river mouth that its coast draws.
GRAND_RHONE = LineString ([(4.694687, 43.572092), (4.7060, 43.5560), (4.7220, 43.5350), (4.7310, 43.5130), (4.7280, 43.4920),
                           (4.7240, 43.4700), (4.7260, 43.4470), (4.7360, 43.4280), (4.7446, 43.4190), (4.7570, 43.4080), (4.7770, 43.4000)])


def smooth (ring, times=2):
    """Chaikin's corner cutting."""
    points = list (ring.coords)[:-1]
    for _ in range (times):
        pairs = list (zip (points, points[1:] + points[:1]))
        points = [q for a, b in pairs for q in ((a[0] * .75 + b[0] * .25, a[1] * .75 + b[1] * .25),
                                                (a[0] * .25 + b[0] * .75, a[1] * .25 + b[1] * .75))]
    return points


def berre (sources):
    """The lagoon, which GSHHG takes for land, joined to GSHHG's Canal de Caronte."""
    water = BERRE.difference (unary_union ([g for g in sources.land ('10m') if g.intersects (BERRE)]))
    largest = max (parts (water, POLYGON), key=lambda p: p.area)
    whole = unary_union ([largest, BERRE_SOUTH])
    rounded = Polygon (smooth (max (parts (whole, POLYGON), key=lambda p: p.area).exterior))
    return unary_union ([rounded, BERRE_SOUTH.intersection (box (5.04, 43.40, 5.058, 43.41))])
