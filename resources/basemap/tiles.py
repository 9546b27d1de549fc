# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Mercator geometry cut into tiles, and tiles written as Mapbox Vector Tiles 2.1."""
import gzip
import math

import numpy
from shapely.affinity import scale, translate
from shapely.geometry import box
from shapely.ops import polygonize, transform, unary_union, linemerge
from shapely.validation import make_valid

EXTENT = 4096
BUFFER = 80  # units beyond each side: 5 logical pixels of a 256-pixel tile
POINT, LINE, POLYGON = 1, 2, 3
KIND = {"Point": POINT, "LineString": LINE, "Polygon": POLYGON}


def parts(geometry, kind):
    """The plain geometries of one kind inside a geometry of any nesting."""
    if geometry.is_empty:
        return []
    if hasattr(geometry, "geoms"):
        return [p for g in geometry.geoms for p in parts(g, kind)]
    return [geometry] if KIND.get(geometry.geom_type) == kind else []


def project(geometry, zoom):
    """Degrees to tile units of a zoom level, y down. The poles stay beyond the world's edge."""

    def mercator(x, y, z=None):
        lat = numpy.radians(numpy.clip(numpy.asarray(y, float), -85.6, 85.6))
        return (numpy.asarray(x, float) + 180) / 360, (1 - numpy.arcsinh(numpy.tan(lat)) / math.pi) / 2

    size = EXTENT * 2**zoom
    return scale(transform(mercator, geometry), size, size, origin=(0, 0))


def tile_range(zoom, west, south, east, north):
    """Inclusive range of tiles (x0, y0, x1, y1) that a box in degrees touches."""
    a, b = (
        project(box(west, south, east, north), zoom).bounds[:2],
        project(box(west, south, east, north), zoom).bounds[2:],
    )
    last = 2**zoom - 1
    return tuple(min(last, max(0, int(v // EXTENT))) for v in (*a, *b))


def degrees(zoom, tiles):
    """The box in degrees that a range of tiles covers."""

    def at(x, y):
        return x / 2**zoom * 360 - 180, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / 2**zoom))))

    (west, north), (east, south) = at(tiles[0], tiles[1]), at(tiles[2] + 1, tiles[3] + 1)
    return west, south, east, north


def valid(polygon):
    return polygon if polygon.is_valid else make_valid(polygon)


def wrap(geometries, zoom):
    """Adds what lies just across the antimeridian, so that buffers hold it."""
    size, out = EXTENT * 2**zoom, []
    for g in geometries:
        out.append(g)
        if g.bounds[0] < BUFFER:
            out.append(translate(g, size))
        if g.bounds[2] > size - BUFFER:
            out.append(translate(g, -size))
    return out


def simple_areas(geometries, zoom, tolerance, least):
    """Polygons of a level in tile units; islands, lakes and holes under `least` square units go."""
    out = []
    for g in geometries:
        for p in parts(project(g, zoom), POLYGON):
            if p.area < least:
                continue
            kept = [p.exterior] + [r for r in p.interiors if type(p)(r).area >= least]
            p = type(p)(kept[0], kept[1:]).simplify(tolerance, preserve_topology=False)
            out += parts(valid(p), POLYGON)
    return out


def simple_lines(geometry, zoom, tolerance, least):
    return [p.simplify(tolerance) for p in parts(project(geometry, zoom), LINE) if p.length >= least]


def simple_coverage(areas, zoom, tolerance):
    """Areas {key: polygon} that share borders, in tile units: each shared border is simplified once."""
    whole = {k: valid(project(g, zoom)) for k, g in areas.items()}
    arcs = linemerge(unary_union([g.boundary for g in whole.values()]))
    faces = polygonize(parts(unary_union([a.simplify(tolerance) for a in parts(arcs, LINE)]), LINE))
    out = {k: [] for k in whole}
    for face in faces:
        shares = [(face.intersection(g).area, k) for k, g in whole.items() if g.intersects(face)]
        share, key = max(shares, default=(0, None))
        if share > face.area / 2:
            out[key].append(face)
    return {k: unary_union(v) for k, v in out.items()}


def cut(features, zoom, tiles, visit):
    """Clips [(kind, geometry, attributes)] down the quadtree; visit (x, y, features) gets each tile of the range."""

    def descend(inside, z, x, y):
        span = 2 ** (zoom - z)
        if (x + 1) * span <= tiles[0] or x * span > tiles[2] or (y + 1) * span <= tiles[1] or y * span > tiles[3]:
            return
        frame = box(
            x * span * EXTENT - BUFFER,
            y * span * EXTENT - BUFFER,
            (x + 1) * span * EXTENT + BUFFER,
            (y + 1) * span * EXTENT + BUFFER,
        )
        edges, kept = frame.bounds, []
        for kind, g, attributes in inside:
            left, top, right, bottom = g.bounds
            if right < edges[0] or left > edges[2] or bottom < edges[1] or top > edges[3]:
                continue
            if left >= edges[0] and right <= edges[2] and top >= edges[1] and bottom <= edges[3]:
                kept.append((kind, g, attributes))
            else:
                kept += [(kind, p, attributes) for p in parts(valid(g).intersection(frame), kind)]
        if z == zoom:
            visit(x, y, frame, kept)
            return
        for dx in (0, 1):
            for dy in (0, 1):
                descend(kept, z + 1, x * 2 + dx, y * 2 + dy)

    descend(features, 0, 0, 0)


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def field(number, data):
    return varint(number << 3 | 2) + varint(len(data)) + data


def integer(number, value):
    return varint(number << 3) + varint(value)


def value(v):
    if isinstance(v, str):
        return field(1, v.encode())
    return integer(6, v << 1 ^ v >> 63)


def ring_area(points):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))


def path(coordinates, x, y, closed):
    """Whole tile units without repeats; None when nothing is left."""
    points = []
    for c in coordinates:
        p = (round(c[0] - x * EXTENT), round(c[1] - y * EXTENT))
        if not points or points[-1] != p:
            points.append(p)
    if closed:
        if points[0] == points[-1]:
            points.pop()
        return points if len(points) > 2 and ring_area(points) else None
    return points if len(points) > 1 else None


def paths(kind, geometry, x, y):
    if kind == POINT:
        return [[(round(geometry.x - x * EXTENT), round(geometry.y - y * EXTENT))]]
    if kind == LINE:
        line = path(geometry.coords, x, y, False)
        return [line] if line else []
    out = []
    for i, ring in enumerate([geometry.exterior, *geometry.interiors]):
        points = path(ring.coords, x, y, True)
        if not points and i == 0:
            return []
        if points:
            out.append(points if (ring_area(points) > 0) == (i == 0) else points[::-1])
    return out


def commands(kind, lines):
    out, px, py = bytearray(), 0, 0
    for points in lines:
        for i, (x, y) in enumerate(points):
            if i == 0:
                out += varint(1 << 3 | 1)
            elif i == 1:
                out += varint((len(points) - 1) << 3 | 2)
            for d in (x - px, y - py):
                out += varint(d << 1 ^ d >> 31)
            px, py = x, y
        if kind == POLYGON:
            out += varint(1 << 3 | 7)
    return bytes(out)


def encode_layer(name, features, x, y):
    keys, values, body = {}, {}, b""
    for kind, lines, attributes in features:
        tags = b""
        for k, v in attributes.items():
            if v is not None:
                tags += varint(keys.setdefault(k, len(keys))) + varint(values.setdefault((type(v), v), len(values)))
        body += field(2, field(2, tags) + integer(3, kind) + field(4, commands(kind, lines)))
    if not body:
        return b""
    head = integer(15, 2) + field(1, name.encode())
    tables = b"".join(field(3, k.encode()) for k in keys) + b"".join(field(4, value(v)) for _, v in values)
    return field(3, head + body + tables + integer(5, EXTENT))


def encode(layers, x, y):
    """layers {name: [(kind, geometry, attributes)]} in tile units; gzip'ed tile. Geometries of equal attributes
    become one feature, which keeps the tile small."""
    out = b""
    for name, features in layers.items():
        merged = {}
        for kind, g, attributes in features:
            lines = paths(kind, g, x, y)
            if lines:
                key = (
                    (kind, tuple(attributes.items()))
                    if kind != POINT
                    else (kind, len(merged), tuple(attributes.items()))
                )
                merged.setdefault(key, (kind, [], attributes))[1].extend(lines)
        out += encode_layer(name, merged.values(), x, y)
    return gzip.compress(out, 9, mtime=0)
