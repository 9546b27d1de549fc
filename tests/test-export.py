#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-export.py PROGRAM SOURCE_DIR: what `--export` writes is whole, honest, the same each time, and as the formats say."""

import atexit
import ctypes
import contextlib
import csv
import io
import json
import math
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zlib

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
DATA = SOURCE / "data" / "region-sud.jalon"
GOOD = SOURCE / "tests" / "data" / "good"
GENERATE = SOURCE / "tests" / "reference" / "generate.py"
FOCUS = "--filter=territory=" + json.loads(DATA.read_text(encoding="utf-8"))["focus"]
QUERIES = [
    [],
    [FOCUS],
    [FOCUS, "--group=kind", "--as-of=2025-02"],
    ["--filter=kind=data-centre", "--group=year"],
    ["--filter=text=marseille", "--group=organisation"],
    ["--filter=status=cancelled"],
    ["--filter=text=nothinghasthisword"],
]
RANDOM = 40

# Neither a display nor a bus, and no language but the one asked for.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE", "MALLOC_CHECK_")
} | {"LC_ALL": "C"}

folder = pathlib.Path(tempfile.mkdtemp(prefix="jalon-export-"))
atexit.register(shutil.rmtree, folder, ignore_errors=True)


def run(*arguments, status=0, **options):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, env=ENVIRONMENT, check=False, **options)
    assert done.returncode == status, (arguments, done.returncode, done.stderr.decode())
    return done


def export(name, *arguments, source=DATA):
    out = folder / name
    run(f"--export={out}", *arguments, source)
    return out.read_bytes()


def summary(*arguments, source=DATA):
    return json.loads(run("--summary", "--json", *arguments, source).stdout)


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-12, abs_tol=0.01)


def refuse_constant(name):
    raise AssertionError(f"{name} in JSON")


def held_to_summary(rows, facts, corrections):
    """Rows of projects, as dictionaries of the CSV's columns with numbers or None, against the summary's object."""
    assert len(rows) == facts["projects"]
    counted = {row["id"]: row for row in rows if row["counted_ceiling"] is not None}
    assert {a["project"] for a in facts["addends"]} == set(counted)
    for addend in facts["addends"]:
        assert close(counted[addend["project"]]["counted_firm"], addend["firm"])
        assert close(counted[addend["project"]]["counted_ceiling"], addend["ceiling"])
    for bound in ("firm", "ceiling"):
        column = [row[f"counted_{bound}"] for row in [*counted.values(), *corrections]]
        assert close(math.fsum(column), facts["total"][bound]), (bound, math.fsum(column), facts["total"])
    assert {row["id"]: row["left_out"] for row in rows if row["left_out"]} == {
        entry["project"]: entry["reason"] for entry in facts["left_out"]
    }
    for group in facts["groups"]:
        members = [row for row in rows if row["group"] == group["key"]]
        assert len(members) == group["projects"]
        assert close(math.fsum(row["counted_ceiling"] or 0 for row in members), group["ceiling"])


def read_csv(data):
    text = data.decode("utf-8")
    assert re.sub(r'"[^"]*"', "", text).count("\n") == re.sub(r'"[^"]*"', "", text).count("\r\n") > 0
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows), "rows of unequal length"
    for row in rows:
        for name in ("stated_firm", "stated_ceiling", "counted_firm", "counted_ceiling"):
            row[name] = float(row[name]) if row[name] else None
    return rows


def csv_adds_up_to_the_summary():
    for number, query in enumerate(QUERIES):
        for language in ("fr", "en"):
            rows = read_csv(export(f"{number}.csv", f"--language={language}", *query))
            kinds = {kind: [row for row in rows if row["row"] == kind] for kind in ("shared", "firm_unshared", "project", "about")}
            facts = summary(*query)
            held_to_summary(kinds["project"], facts, kinds["shared"] + kinds["firm_unshared"])
            about = {row["id"]: row["title"] for row in kinds["about"]}
            assert about["language"] == language and len(about["sha256"]) == 64
            assert ("filters" in about) == any("--filter" in argument for argument in query)


def csv_has_the_same_columns_in_each_language():
    assert export("fr.csv", "--language=fr").split(b"\r\n")[0] == export("en.csv", "--language=en").split(b"\r\n")[0]


def undisclosed_is_never_zero():
    data = json.loads(DATA.read_text(encoding="utf-8"))
    without = {p["id"] for p in data["projects"] if not any("amount" in a for a in p["announcements"])}
    rows = {row["id"]: row for row in read_csv(export("all.csv", "--all")) if row["row"] == "project"}
    assert without and all(rows[id]["stated_ceiling"] is None and rows[id]["counted_ceiling"] is None for id in without)


HOSTILE = {
    "format": "jalon",
    "version": 1,
    "title": 'A "quoted", <b>bold</b> & \u202edlrow',
    "projects": [
        {
            "id": f"p{number}",
            "title": title,
            "kind": "cloud",
            "scope": "company",
            "announcements": [{"date": "2025", "act": "announces", "amount": {"value": 0.1 + number}}],
        }
        for number, title in enumerate(
            ["=1+1", "+33", "@x", "-", "a,b", 'a "b"', "two\nlines", "<svg onload='x'>&amp;", "\u05d0\u05d1 \u0001 x", "]]>"]
        )
    ],
}


def hostile_text_stays_text():
    source = folder / "hostile.jalon"
    source.write_text(json.dumps(HOSTILE), encoding="utf-8")
    rows = [row for row in read_csv(export("h.csv", source=source)) if row["row"] == "project"]
    for row, project in zip(rows, HOSTILE["projects"], strict=True):
        title = project["title"]
        assert row["title"] == ("'" + title if title[0] in "=+-@" else title), row["title"]
    collection = json.loads(export("h.geojson", source=source))
    assert [f["properties"]["title"] for f in collection["features"]] == [p["title"] for p in HOSTILE["projects"]]
    drawn = tree.fromstring(export("h.svg", "--view=table", source=source))
    words = "".join("".join(text.itertext()) for text in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert "<svg onload='x'>&amp;" in words and "<b>bold</b>" in words and "\u202e" not in words
    assert not list(drawn.iter("{http://www.w3.org/2000/svg}b"))
    export("h.pdf", source=source)
    export("h.png", source=source)


def is_position(value):
    lon, lat = value
    assert all(isinstance(part, (int, float)) and not isinstance(part, bool) for part in value)
    assert -180 <= lon <= 180 and -90 <= lat <= 90


def is_geometry(value):
    assert set(value) <= {"type", "coordinates", "bbox"}
    if value["type"] == "Point":
        is_position(value["coordinates"])
    else:
        assert value["type"] == "MultiPoint" and len(value["coordinates"]) > 1
        for position in value["coordinates"]:
            is_position(position)


def is_feature_collection(value):
    """RFC 7946, 3 and 7.1, for the geometries that are written."""
    assert value["type"] == "FeatureCollection" and isinstance(value["features"], list)
    assert not {"coordinates", "geometries", "geometry", "properties", "crs"} & set(value)
    ids = [feature["id"] for feature in value["features"]]
    assert len(ids) == len(set(ids))
    for feature in value["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"} and feature["type"] == "Feature"
        assert isinstance(feature["id"], str) and isinstance(feature["properties"], dict)
        if feature["geometry"] is not None:
            is_geometry(feature["geometry"])


def geojson_is_valid_and_adds_up():
    places = {place["id"]: place for place in json.loads(DATA.read_text(encoding="utf-8"))["places"]}
    for number, query in enumerate(QUERIES):
        data = export(f"{number}.geojson", *query)
        collection = json.loads(data.decode("utf-8"), parse_constant=refuse_constant)
        is_feature_collection(collection)
        projects = [f for f in collection["features"] if f["properties"]["type"] == "project"]
        facts, about = summary(*query), collection["jalon"]
        corrections = [
            {"counted_firm": about["firm_unshared"] - about["shared"]["firm"], "counted_ceiling": -about["shared"]["ceiling"]}
        ]
        held_to_summary([f["properties"] for f in projects], facts, corrections)
        assert about["total"] == {bound: facts["total"][bound] for bound in ("firm", "ceiling")}
        for feature in projects:
            at = feature["properties"]["place_ids"]
            points = [[places[id]["lon"], places[id]["lat"]] for id in at]
            geometry = feature["geometry"]
            assert (geometry["coordinates"] if geometry else None) == (
                None if not points else points[0] if len(points) == 1 else points
            )
        shown = {f["properties"]["id"] for f in collection["features"] if f["properties"]["type"] == "place"}
        assert {id for f in projects for id in f["properties"]["place_ids"]} <= shown


def whole_file_is_the_file():
    assert json.loads(export("all.jalon")) == json.loads(DATA.read_text(encoding="utf-8"))


def extract_keeps_its_sums():
    for number, query in enumerate(QUERIES[1:]):
        export(f"extract-{number}.jalon", *query)
        out = folder / f"extract-{number}.jalon"
        run("--check", out)
        assert summary(*query, source=out) == summary(*query), query
        export(f"again-{number}.jalon", *query, source=out)
        again, once = (json.loads((folder / f"{name}-{number}.jalon").read_text()) for name in ("again", "extract"))
        assert again["projects"] == once["projects"] and again["extract"]["by"] == once["extract"]["by"]
    focus, whole = (json.loads((folder / name).read_text()) for name in ("extract-0.jalon", "all.jalon"))
    assert len(focus["projects"]) < len(whole["projects"]) and len(focus["sources"]) < len(whole["sources"])


def extracts_of_random_data_keep_their_sums():
    smaller = 0
    for seed in range(RANDOM):
        source, out = folder / "random.jalon", folder / "part.jalon"
        made = subprocess.run([sys.executable, GENERATE, str(seed), "14"], capture_output=True, check=True)
        source.write_bytes(made.stdout)
        for query in (["--filter=kind=cloud"], ["--filter=region=FR-PAC"], ["--filter=status=announced", "--as-of=2024"]):
            run(f"--export={out}", *query, source)
            assert summary(*query, source=out) == summary(*query, source=source), (seed, query)
            smaller += len(json.loads(out.read_bytes())["projects"]) < len(json.loads(made.stdout)["projects"])
    assert smaller > RANDOM / 2, smaller


def same_state_gives_same_bytes():
    for view in ("dashboard", "map", "bars", "timeline", "table", "ecosystem"):
        for ending in ("png", "svg", "pdf"):
            one, other = (export(f"{n}.{ending}", f"--view={view}", "--size=900x600", "--scale=1") for n in (1, 2))
            assert one == other, (view, ending)
    for ending in ("csv", "geojson", "jalon"):
        assert export(f"1.{ending}", FOCUS) == export(f"2.{ending}", FOCUS), ending


def pixels(path, width=200, height=120):
    """A picture as grey values, made small: what differs by a rounded edge doesn't count."""
    done = subprocess.run(
        ["convert", str(path), "-background", "white", "-flatten", "-resize", f"{width}x{height}!", "-colorspace", "Gray",
         "-depth", "8", "gray:-"], capture_output=True, check=True)
    assert len(done.stdout) == width * height
    return done.stdout


def difference(one, other):
    """Root mean square of the difference, 0 to 1."""
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / len(one)) / 255


def svg_and_pdf_look_like_the_png():
    # Without its texts a picture is off by 0.09, without the map by 0.034, hatching 0.029, 3 pixels to the side 0.035. The SVG's
    # renderer doesn't know tabular figures, so its lines with numbers end elsewhere.
    tolerance = {"svg": 0.022, "pdf": 0.012}
    for view in ("dashboard", "map", "bars", "timeline", "table"):
        for theme in ("light", "dark", "print"):
            options = [f"--view={view}", f"--theme={theme}", "--size=1000x600", "--language=fr"]
            for ending in ("png", "svg", "pdf"):
                export(f"same.{ending}", *options)
            subprocess.run(["rsvg-convert", folder / "same.svg", "-z", "2", "-o", folder / "svg.png"], check=True)
            subprocess.run(["pdftoppm", "-r", "192", "-singlefile", "-png", folder / "same.pdf", folder / "pdf"], check=True)
            png = pixels(folder / "same.png")
            for other in ("svg", "pdf"):
                found = difference(png, pixels(folder / f"{other}.png"))
                print(f"# {view} {theme} {other}: {found:.4f}")
                # A table of one page goes on on others in a PDF, and is counted in the rest.
                assert found < tolerance[other] or (view == "table" and other == "pdf"), (view, theme, other, found)


def text_of_svg_is_text():
    drawn = tree.fromstring(export("text.svg", "--size=1280x720", "--language=en"))
    svg = "{http://www.w3.org/2000/svg}"
    texts = [element.text for element in drawn.iter(svg + "text")]
    facts = summary(FOCUS)
    for group in facts["groups"][:3]:
        assert any(group["label"].split(" ")[0] in text for text in texts), group["label"]
    assert "at least" in texts and len(texts) > 60
    outlines = [use for panel in drawn for use in panel.iter(svg + "use")]
    inside = [use for nested in drawn.iter(svg + "svg") if nested is not drawn for use in nested.iter(svg + "use")]
    assert len(outlines) == len(inside), "outlines of letters outside the base map"
    assert all(float(element.get("textLength")) > 0 for element in drawn.iter(svg + "text"))


def unpacked(path):
    """A PDF's bytes, and what it has packed: cairo 1.18 packs its catalog too."""
    content = path.read_bytes()
    parts = [content]
    for match in re.finditer(rb"\bstream\r?\n", content):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(content[match.end():]))
    return b"".join(parts)


def pdf_says_what_it_is():
    path = folder / "said.pdf"
    export("said.pdf", "--language=en")
    information = subprocess.run(["pdfinfo", "-isodates", path], capture_output=True, text=True, check=True).stdout
    data = json.loads(DATA.read_text(encoding="utf-8"))
    digest = subprocess.run(["sha256sum", DATA], capture_output=True, text=True, check=True).stdout.split()[0]
    assert f"sha256:{digest}" in information and "Jalon " in information
    assert re.search(r"Tagged: +yes", information)
    for line in ("CreationDate", "ModDate"):
        assert re.search(rf"{line}: +{data['updated']}T00:00:00", information), information
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    assert data["title"]["en"] in text and "Left out of the total" in text
    links = subprocess.run(["pdfinfo", "-url", path], capture_output=True, text=True, check=True).stdout
    assert links.count("https://") > 50
    assert b"/Outlines" in unpacked(path)
    structure = subprocess.run(["pdfinfo", "-struct", path], capture_output=True, text=True, check=True).stdout
    assert all(tag in structure for tag in ("Document", "H1", "Figure", "Link"))


def pdf_leads_where_the_file_says():
    """An address is no part of the PDF's own syntax, and only one of the web is led to."""
    urls = ["https://a.example/b)>>/S/JavaScript/JS(x)'\u00e9", "javascript:x", "HTTPS://b.example/?c=%20&d"]
    sources = [{"id": f"s{i}", "publisher": "P", "url": url} for i, url in enumerate(urls)]
    announcement = {"date": "2025", "act": "announces", "sources": [source["id"] for source in sources]}
    project = {"id": "p", "title": "P", "kind": "cloud", "scope": "company", "announcements": [announcement]}
    data = {"format": "jalon", "version": 1, "title": "T", "sources": sources, "projects": [project]}
    source = folder / "links.jalon"
    source.write_text(json.dumps(data), encoding="utf-8")
    export("links.pdf", "--view=bars", source=source)
    said = subprocess.run(["pdfinfo", "-url", folder / "links.pdf"], capture_output=True, text=True, check=True).stdout
    found = {line.split()[-1] for line in said.splitlines()[1:]}  # below the heading; newer releases of cairo compress it in the file
    expected = {"https://a.example/b%29%3E%3E/S/JavaScript/JS%28x%29%27%C3%A9", urls[2]}
    assert found == expected, found


def pdf_is_on_the_paper_that_is_asked_for():
    for name, size in (("A4", "841.89 x 595.276"), ("A3", "1190.55 x 841.89"), ("16:9", "960 x 540")):
        for view in ("dashboard", "deck"):
            export("paper.pdf", f"--size={name}", f"--view={view}")
            said = subprocess.run(["pdfinfo", folder / "paper.pdf"], capture_output=True, text=True, check=True).stdout
            found = [float(side) for side in re.search(r"Page size: +([\d.]+) x ([\d.]+)", said).groups()]
            assert all(abs(a - float(b)) < 0.6 for a, b in zip(found, size.split(" x "), strict=True)), (name, view, found)


def deck_is_a_talk():
    for language in ("fr", "en"):
        export(f"{language}.pdf", "--view=deck", f"--language={language}")
        text = subprocess.run(["pdftotext", "-layout", folder / f"{language}.pdf", "-"], capture_output=True, text=True, check=True)
        slides = text.stdout.split("\f")
        data = json.loads(DATA.read_text(encoding="utf-8"))
        titles = {p["id"]: p["title"] for p in data["projects"]}
        addends = [titles[a["project"]] for a in summary(FOCUS)["addends"]]
        words = [" ".join(slide.split()) for slide in slides]
        for title in addends:
            name = title if isinstance(title, str) else title[language]
            assert any(name.split()[0] in slide for slide in words[3:]), name
        assert len(slides) > len(addends) + 6
        links = subprocess.run(["pdfinfo", "-url", folder / f"{language}.pdf"], capture_output=True, text=True, check=True).stdout
        assert links.count("https://") >= len(addends)
    # What test-slides.c holds of its contrast holds of each: a deck for printing is no paler than one for the screen.
    assert export("one.pdf", "--view=deck", "--theme=light") == export("two.pdf", "--view=deck", "--theme=print")
    assert (folder / "one.pdf").read_bytes() != export("dark.pdf", "--view=deck", "--theme=dark")
    for source in GOOD.glob("*.jalon"):
        export("other.pdf", "--view=deck", source=source)
    export("tiny.pdf", "--view=deck", "--size=40x30")


def read_texts(data):
    """What a PNG says of itself, each chunk held to its checksum."""
    texts, at = {}, 8
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + content) == int.from_bytes(data[at + 8 + length : at + 12 + length], "big")
        if kind == b"iTXt":
            keyword, rest = content.split(b"\0\0\0", 1)  # keyword, no compression; language, keyword again, text
            texts[keyword.decode()] = rest.split(b"\0", 2)[2].decode()
        at += 12 + length
    return texts


def png_says_what_it_is():
    data = export("said.png", "--language=en", "--size=400x300", "--scale=3")
    assert data[16:24] == (1200).to_bytes(4, "big") + (900).to_bytes(4, "big")
    digest = subprocess.run(["sha256sum", DATA], capture_output=True, text=True, check=True).stdout.split()[0]
    texts = read_texts(data)
    assert texts["Source"] == f"sha256:{digest}" and texts["Software"].startswith("Jalon ")
    assert texts["Title"] == json.loads(DATA.read_text(encoding="utf-8"))["title"]["en"]


def film(name, *arguments, **options):
    """The frames of a film, by their numbers."""
    (folder / name).mkdir()
    run(f"--export={folder / name}/frame-%04d.png", "--view=timeline", "--scale=1", *arguments, **options)
    return [path.read_bytes() for path in sorted((folder / name).iterdir())]


def frames_of_a_film_play_the_timeline():
    frames = film("film", "--language=en", "--size=320x180", DATA)
    assert len(frames) == 300 and not list((folder / "film").glob(".jalon-*"))
    assert {path.name for path in (folder / "film").iterdir()} == {f"frame-{n:04d}.png" for n in range(1, 301)}
    assert {frame[16:24] for frame in frames} == {(320).to_bytes(4, "big") + (180).to_bytes(4, "big")}
    assert len(set(frames)) > 200 and len(set(frames[250:])) == 1
    said = [read_texts(frame)["Description"] for frame in frames]
    years = [int(re.search(r"\b20\d\d\b", text)[0]) for text in said]
    assert years == sorted(years) and years[0] < years[-1]
    assert said[-1] == read_texts(export("still.png", "--language=en", "--view=timeline", "--size=320x180"))["Description"]
    assert said[0] != said[-1]


def frames_are_the_same_each_time():
    arguments = ["--size=100x60", GOOD / "everything.jalon"]
    assert film("one", *arguments) == film("other", *arguments) != []
    for source in ("minimal", "japan"):
        assert 0 < len(film(source, "--size=10x10", "--as-of=2025", GOOD / f"{source}.jalon")) <= 300


def pictures_open_on_the_focus():
    focused, named, all_of_it = (export("f.svg", *a) for a in ([], [FOCUS], ["--all"]))
    assert focused == named != all_of_it


def other_data_are_drawn():
    for source in GOOD.glob("*.jalon"):
        for ending in ("png", "svg", "pdf", "csv", "geojson", "jalon"):
            assert export(f"other.{ending}", "--scale=1", source=source)


def small_and_narrow_pages_are_drawn():
    for size in ("1x1", "30x2000", "2000x30", "360x640", "794x1123", "1587x1123"):
        for view in ("dashboard", "map", "bars", "timeline", "table", "ecosystem"):
            export("size.png", f"--view={view}", f"--size={size}", "--scale=1")
    tree.fromstring(export("size.svg", "--size=1x1"))


def fails(out, *arguments, says="", status=1, **options):
    """Nothing but a sentence comes of it."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = run(f"--export={out}", *arguments, DATA, status=status, **options)
    message = done.stderr.decode()
    assert message.count("\n") == 1 and says in message and not done.stdout, message
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def errors_are_clear_and_leave_the_old_file():
    (folder / "old.csv").write_text("old", encoding="utf-8")
    (folder / "old.png").write_text("old", encoding="utf-8")
    (folder / "dir.csv").mkdir()
    fails(folder / "x.xls", says=".geojson", status=2)
    fails(folder / "png", says=".geojson", status=2)
    fails(folder / "old.png", "--size=0x10", says="pixel", status=2)
    fails(folder / "old.png", "--size=100000x100000", says="too large", status=2)
    fails(folder / "old.png", "--size=40000x10", "--scale=1", says="too large", status=2)
    fails(folder / "old.png", "--size=10", says="--size", status=2)
    fails(folder / "old.png", "--size=10x-10", status=2)
    fails(folder / "old.png", "--scale=0", says="--scale", status=2)
    fails(folder / "old.png", "--scale=nan", says="--scale", status=2)
    fails(folder / "old.png", "--view=nothing", says="--view", status=2)
    fails(folder / "old.png", "--view=deck", says=".pdf", status=2)
    fails(folder / "old.png", "--theme=pink", says="--theme", status=2)
    fails(folder / "f-%04d.png", says="--view=timeline", status=2)
    for name in ("f-%s.png", "f-%04x.png", "f-%4d.png", "f-%012d.png", "f-%d-%d.png"):
        fails(folder / name, "--view=timeline", says="%04d", status=2)
    fails(folder / "f-%04d.pdf", "--view=timeline", says=".png", status=2)
    fails(folder / "f-%d.png", "--view=timeline", "--size=40000x10", "--scale=1", says="too large", status=2)
    fails(folder / "gone" / "f-%d.png", "--view=timeline", "--size=40x30", says="no such folder")
    assert export("100% sure.png", "--size=40x30") and (folder / "100% sure.png").exists()
    fails(folder / "gone" / "x.csv", says="no such folder")
    fails(folder / "old.csv" / "x.csv", says="no such folder")
    fails(folder / "dir.csv")


def be_like_others():
    """Takes root's right to write everywhere from the process: prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)."""
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).prctl(24, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def folder_without_permission_is_named():
    closed = folder / "closed"
    closed.mkdir(mode=0o555)
    fails(closed / "x.csv", says="not allowed", preexec_fn=be_like_others)


def limit_size():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def full_disk_leaves_the_old_file():
    (folder / "old.svg").write_text("old", encoding="utf-8")
    fails(folder / "old.svg", says="no room", preexec_fn=limit_size, restore_signals=False)
    assert not list(folder.glob(".jalon-*"))


def links_and_rights_are_kept():
    target, link = folder / "target.csv", folder / "link.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target.name)
    export("link.csv")
    assert link.is_symlink() and target.read_text(encoding="utf-8").startswith("row,")
    assert target.stat().st_mode & 0o777 == 0o640


CASES = [
    csv_adds_up_to_the_summary,
    csv_has_the_same_columns_in_each_language,
    undisclosed_is_never_zero,
    hostile_text_stays_text,
    geojson_is_valid_and_adds_up,
    whole_file_is_the_file,
    extract_keeps_its_sums,
    extracts_of_random_data_keep_their_sums,
    same_state_gives_same_bytes,
    svg_and_pdf_look_like_the_png,
    text_of_svg_is_text,
    pdf_says_what_it_is,
    pdf_leads_where_the_file_says,
    pdf_is_on_the_paper_that_is_asked_for,
    deck_is_a_talk,
    png_says_what_it_is,
    frames_of_a_film_play_the_timeline,
    frames_are_the_same_each_time,
    pictures_open_on_the_focus,
    other_data_are_drawn,
    small_and_narrow_pages_are_drawn,
    errors_are_clear_and_leave_the_old_file,
    folder_without_permission_is_named,
    full_disk_leaves_the_old_file,
    links_and_rights_are_kept,
]


def main():
    failures = 0
    print(f"1..{len(CASES)}")
    for number, case in enumerate(CASES, 1):
        try:
            case()
            verdict = "ok"
        except (AssertionError, subprocess.CalledProcessError, tree.ParseError, ValueError, KeyError, OSError) as problem:
            failures += 1
            verdict = "not ok"
            for line in f"{type(problem).__name__}: {problem}".splitlines()[:20]:
                print(f"#   {line}")
        print(f"{verdict} {number} {case.__name__.replace('_', ' ')}", flush=True)
    return failures > 0


sys.exit(main())
