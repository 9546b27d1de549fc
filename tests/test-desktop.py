#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-desktop.py DATA_DIR VERSION PROGRAM: what tells a desktop of the program is right, translated and of one mind."""

import configparser
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA, VERSION, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
APP_ID = next(DATA.glob("*.desktop")).stem
MEDIA_TYPE = "application/vnd.jalon+json"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MANUALS = [ROOT / "data/jalon.1", ROOT / "data/fr/jalon.1"]
COMPLETIONS = sorted((ROOT / "data/completions").iterdir())
# An id like ours has a capital letter; appstreamcli 0.16 doesn't know <developer>, 1.0 asks for it; there is no homepage yet.
TOLERATED = {"cid-contains-uppercase-letter", "unknown-tag developer", "url-homepage-missing"}


def output(*command, **environment):
    """Both outputs of a tool, and a line with its exit status where that isn't 0."""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                          env=os.environ | environment)
    return done.stdout + (f"{command[0]}: exit status {done.returncode}\n" if done.returncode else "")


def desktop_entry():
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(DATA / f"{APP_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def metainfo():
    return ET.parse(DATA / f"{APP_ID}.metainfo.xml").getroot()


def mime_type():
    return ET.parse(DATA / f"{APP_ID}.xml").getroot()[0]


def desktop_entry_is_valid():
    yield from output("desktop-file-validate", str(DATA / f"{APP_ID}.desktop")).splitlines()


def validate(path):
    """What AppStream's own tool holds against metainfo."""
    said = output("appstreamcli", "validate", "--pedantic", "--no-net", "--no-color", str(path))
    if "Validation " not in said:
        yield from said.splitlines()
    for line in re.findall(r"^[EWIP]: .*", said, re.MULTILINE):
        if not any(tag in line for tag in TOLERATED):
            yield line


def metainfo_is_valid():
    yield from validate(DATA / f"{APP_ID}.metainfo.xml")


def screenshots_are_valid():
    """What a catalog is told of once the pictures are published: they are there, of the size that is said, in both languages."""
    template = (ROOT / "data/jalon.metainfo.xml.in.in").read_text(encoding="utf-8")
    for name, value in (("APP_ID", APP_ID), ("SCREENSHOTS_URL", "https://example.org/jalon"), ("SCREENSHOTS_BEGIN", ""), ("SCREENSHOTS_END", "")):
        template = template.replace(f"@{name}@", value)
    shots = ET.fromstring(template.encode()).findall("screenshots/screenshot")
    if len(shots) < 2 or [shot.get("type") for shot in shots].count("default") != 1:
        yield "too few screenshots, or not just one that comes first"
    for shot in shots:
        images = shot.findall("image")
        if [image.get(LANG) for image in images] != [None, "fr"] or not shot.find("caption").text:
            yield f"{images[0].text}: not in both languages, or without a caption"
        for image in images:
            size = (ROOT / "data/screenshots" / image.text.rsplit("/", 1)[1]).read_bytes()[16:24]
            if (int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big")) != (int(image.get("width")), int(image.get("height"))):
                yield f"{image.text}: of another size"
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, f"{APP_ID}.metainfo.xml")
        path.write_text(template, encoding="utf-8")
        yield from validate(path)


def schema_is_valid():
    yield from output("glib-compile-schemas", "--strict", "--dry-run", str(DATA)).splitlines()


def release_is_named():
    if metainfo().find("releases/release").get("version") != VERSION:
        yield f"the newest release of the metainfo isn't {VERSION}"
    if f"\n## {VERSION} " not in (ROOT / "NEWS.md").read_text(encoding="utf-8"):
        yield f"NEWS.md doesn't tell of {VERSION}"
    for path in MANUALS:
        if f'"Jalon {VERSION}"' not in path.read_text(encoding="utf-8"):
            yield f"{path} isn't of {VERSION}"


def names_agree():
    entry, info = desktop_entry(), metainfo()
    service = (DATA / f"{APP_ID}.service").read_text(encoding="utf-8")
    schema = ET.parse(DATA / f"{APP_ID}.gschema.xml").getroot()[0]
    found = {
        "Icon": entry["Icon"],
        "metainfo": info.find("id").text,
        "launchable": info.find("launchable").text.removesuffix(".desktop"),
        "service": re.search("^Name=(.*)", service, re.MULTILINE)[1],
        "schema": schema.get("id"),
        "path of the schema": schema.get("path").strip("/").replace("/", "."),
    }
    types = {"MimeType": entry["MimeType"].rstrip(";"), "mediatype": info.find("provides/mediatype").text,
             "mime-type": mime_type().get("type")}
    yield from (f"{name}: {value}" for name, value in found.items() if value != APP_ID)
    yield from (f"{name}: {value}" for name, value in types.items() if value != MEDIA_TYPE)


def everything_is_translated():
    entry, info = desktop_entry(), metainfo()
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        if f"{key}[fr]" not in entry:
            yield f"{key} of the desktop entry"
    for path in ("name", "summary", "description/p", "description/ul/li", "releases/release/description/p"):
        elements = info.findall(path)
        if not elements or len(elements) != 3 * sum(LANG not in e.attrib for e in elements):
            yield f"{path} of the metainfo"
    comments = mime_type().findall("{*}comment")
    if [c.get(LANG) for c in comments if "Données" in c.text] != ["fr"]:
        yield "comment of the media type"


def media_type_is_found():
    """By a desktop's own means, from the name alone and from the contents alone."""
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder, "mime/packages")
        packages.mkdir(parents=True)
        system = pathlib.Path("/usr/share/mime/packages/freedesktop.org.xml")
        (packages / system.name).write_bytes(system.read_bytes())
        (packages / f"{APP_ID}.xml").write_bytes((DATA / f"{APP_ID}.xml").read_bytes())
        data = {"XDG_DATA_HOME": folder, "XDG_DATA_DIRS": folder}
        yield from output("update-mime-database", str(packages.parent), **data).splitlines()
        for name, contents in (("a.jalon", "{}"), ("b", '{\n  "format": "jalon",\n'), ("c", '{"format":"jalon"}')):
            path = pathlib.Path(folder, name)
            path.write_text(contents, encoding="utf-8")
            said = output("gio", "info", "-a", "standard::content-type", str(path), **data)
            if f"standard::content-type: {MEDIA_TYPE}\n" not in said:
                yield f"{name}: {said}"


def icons_are_drawn():
    for name, size in (("jalon.svg", "128"), ("jalon-symbolic.svg", "16")):
        path = ROOT / "data/icons" / name
        root = ET.parse(path).getroot()
        if (root.get("width"), root.get("height"), root.get("viewBox")) != (size, size, f"0 0 {size} {size}"):
            yield f"{name}: not a square of {size}"
        with tempfile.TemporaryDirectory() as folder:
            yield from output("rsvg-convert", "-w", "16", "-o", f"{folder}/icon.png", str(path)).splitlines()
    symbolic = (ROOT / "data/icons/jalon-symbolic.svg").read_text(encoding="utf-8")
    if set(re.findall("#[0-9a-f]{6}", symbolic)) != {"#222222"}:
        yield "jalon-symbolic.svg: more than one color"


def manuals_are_clean():
    for path in MANUALS:
        yield from output("groff", "-k", "-man", "-Tutf8", "-ww", "-z", str(path)).splitlines()


def options_of(path):
    """The long options that a file has: --name in most, -l name for fish."""
    content = path.read_text(encoding="utf-8").replace("\\-", "-")
    pattern = r" -l ([a-z][a-z-]+)" if path.suffix == ".fish" else r"(?<![\w-])--([a-z][a-z-]+)"
    return set(re.findall(pattern, content)) - {"gapplication-service"}


def options_are_documented():
    said = output(PROGRAM, "--help")
    known = set(re.findall(r"^ +(?:-\w, )?--([a-z][a-z-]+)", said, re.MULTILINE)) - {"help-all", "help-gapplication"}
    if "version" not in known:
        yield said
    for path in MANUALS + COMPLETIONS:
        yield from (f"{path}: no --{name}" for name in sorted(known - options_of(path)))
    for path, heading in zip(MANUALS + COMPLETIONS, [r"^\.TP\n\.BI? \\-\\-([a-z\\-]+)"] * 2 + [r"--([a-z-]+)=?\[", r" (--[a-z-]+=?)(?=[ '\n])", r" -l ([a-z-]+)"]):
        found = re.findall(heading, path.read_text(encoding="utf-8"), re.MULTILINE)
        yield from (f"{path}: {name} twice" for name in sorted(set(found)) if found.count(name) > 1 and path.suffix != ".bash")
    english, french = map(options_of, MANUALS)
    yield from (f"--{name} is in one manual page only" for name in sorted(english ^ french))


def bash_completes():
    """Bash itself takes an option and its value for three words."""
    script = """. /usr/share/bash-completion/bash_completion; . "$1"
      COMP_LINE=$2; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("${@:3}"); COMP_CWORD=$(($# - 3))
      compopt () { :; }; _jalon; printf '%s\\n' "${COMPREPLY[@]}" """
    for line, expected in (
        ("--su", {"--summary"}),
        ("--language=", {"fr", "en", "en_GB"}),
        ("--group=re", {"region", "relevance"}),
        ("--view=d", {"dashboard", "deck"}),
        ("--filter=te", {"territory=", "text="}),
    ):
        words = [line] if "=" not in line else [line.split("=")[0], "=", line.split("=")[1]]
        said = output("bash", "-c", script, "bash", str(ROOT / "data/completions/jalon.bash"), f"jalon {line}", "jalon", *words)
        if set(said.split()) != expected:
            yield f"{line}: {said.split()}"


CASES = [
    desktop_entry_is_valid,
    metainfo_is_valid,
    screenshots_are_valid,
    schema_is_valid,
    release_is_named,
    names_agree,
    everything_is_translated,
    media_type_is_found,
    icons_are_drawn,
    manuals_are_clean,
    options_are_documented,
    bash_completes,
]


def main():
    failures = 0
    print(f"1..{len(CASES)}")
    for number, case in enumerate(CASES, 1):
        offenders = list(case())
        failures += bool(offenders)
        print(f"{'not ' if offenders else ''}ok {number} {case.__name__.replace('_', ' ')}")
        for line in "\n".join(offenders).splitlines():
            print(f"#   {line}")
    return failures > 0


sys.exit(main())
