# SPDX-License-Identifier: GPL-3.0-or-later
"""GSHHG's full-resolution coast, lakes and rivers of one box, through GMT's `gmt coast -M`."""
import os
import subprocess

from shapely.affinity import translate
from shapely.geometry import LineString, Polygon, box
from shapely.ops import polygonize, unary_union

from tiles import LINE, parts

PAD = 0.3  # degrees read beyond the box, so that its own edge never shows


def dump(bounds, *options):
    """[(level, [(lon, lat)…])] as GMT prints them: pieces cut at its own bins."""
    west, south, east, north = bounds
    environment = {**os.environ, "GMT_SESSION_NAME": f"basemap{os.getpid ()}"}
    command = ["gmt", "coast", f"-R{west}/{east}/{south}/{north}", "-Df", *options, "-M", "--GMT_HISTORY=false"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    out, points = [], None
    for line in text.splitlines():
        if line.startswith(">"):
            points = []
            out.append((int(line.rsplit("Level", 1)[1].split()[0]) if "Level" in line else 0, points))
        elif line and line[0] != "#" and points is not None:
            lon, lat = line.split()[:2]
            points.append((round(float(lon), 6), round(float(lat), 6)))
    return [(level, points) for level, points in out if len(points) > 1]


def rings(lines):
    closed = [Polygon(p) for p in lines if p[0] == p[-1] and len(p) > 3]
    open_ends = unary_union([LineString(p) for p in lines if p[0] != p[-1]])
    return closed + list(polygonize(parts(open_ends, LINE)))


def known(face, rough):
    return face.intersection(rough).area > face.area / 2


def land_faces(coast, frame, rough):
    """Faces between coast lines and frame that are land: large ones as the rough land says, small ones
    (islands, basins) by parity with the face that surrounds or touches them."""
    faces = [
        f
        for f in polygonize(parts(unary_union([*coast, frame.boundary]), LINE))
        if frame.covers(f.representative_point())
    ]
    faces.sort(key=lambda f: -f.area)
    shells, is_land = [Polygon(f.exterior) for f in faces], {}
    for i, face in enumerate(faces):
        if face.area > 0.002:
            is_land[i] = known(face, rough)
            continue
        point = face.representative_point()
        around = [j for j in is_land if shells[j].contains(point)]
        if around:
            parent = min(around, key=lambda j: shells[j].area)
            is_land[i] = is_land[parent] != any(Polygon(h).contains(point) for h in faces[parent].interiors)
        else:
            beside = [j for j in is_land if faces[j].intersection(face).length > 1e-7]
            is_land[i] = not beside or not is_land[beside[0]]
    return unary_union([f for i, f in enumerate(faces) if is_land[i]])


def read(bounds, rough, shift):
    """Land, lakes, river banks (polygons) and [(rank, line)] rivers in the box, moved by `shift` degrees."""
    west, south, east, north = bounds
    wide = (west - PAD, south - PAD, east + PAD, north + PAD)
    frame = box(west - PAD / 2, south - PAD / 2, east + PAD / 2, north + PAD / 2)
    move = lambda g: translate(g, *shift).intersection(box(*bounds))
    coast = [LineString(p) for level, p in dump(wide, "-W") if level == 1]
    near = unary_union([g.intersection(box(*wide)) for g in rough if g.intersects(box(*wide))])
    banks = rings([p for level, p in dump(wide, "-W", "-A0/0/4+r") if level == 2])
    lakes = rings([p for level, p in dump(wide, "-W", "-A0/0/4+l") if level == 2])
    kept = lambda gs: [g for g in map(move, gs) if not g.is_empty]
    rivers = [(rank, move(LineString(p))) for rank in range(1, 11) for _, p in dump(wide, f"-I{rank}")]
    return (
        move(land_faces(coast, frame, near)),
        kept(lakes),
        kept(banks),
        [(rank, line) for rank, line in rivers if not line.is_empty],
    )
