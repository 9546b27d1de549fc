#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the sources without building them; prints TAP, with the offenders as comments below a failed case."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 60
# A room, and the rooms whose headers it may include beside its own.
ROOMS = {
    "facts": [],
    "files": ["facts"],
    "figures": ["facts"],
    "words": ["facts", "figures"],
    "basemap": ["words"],
    "scenes": ["facts", "figures", "words", "basemap"],
}
ROOMS["export"] = list(ROOMS)
CORE = list(ROOMS)
ROOMS["widgets"] = list(ROOMS)
ROOMS["app"] = list(ROOMS)

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
DATASET = ROOT / "data/region-sud.jalon"


def find(*patterns):
    """The files of the tree that match, without what is built."""
    return sorted({path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()})


def text(path):
    return path.read_text(encoding="utf-8")


def rel(path):
    return str(path.relative_to(ROOT))


def run(*command):
    """What a tool says, on both outputs; its exit status is the caller's to read."""
    return subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


SOURCES = [path for path in find("src/**/*.[ch]") if ".pb-c." not in path.name]  # not what a program wrote
C_FILES = SOURCES + find("tests/**/*.[ch]")
TEMPLATES = find("resources/**/*.ui", "src/**/*.ui")
BUILD_FILES = find("meson.build", "meson_options.txt", "*/meson.build", "src/*/meson.build")
SCRIPTS = find("dev", ".ci/run", *(f"{folder}/**/*.{kind}" for folder in ("tests", "data", "resources", "flatpak")
                                  for kind in ("py", "sh")))
STYLES = find("resources/**/*.css")


def files_are_short():
    for path in C_FILES + TEMPLATES + STYLES + find("dev", "tests/*.py"):
        lines = text(path).count("\n")
        if lines > MAX_FILE_LINES:
            yield f"{rel(path)}: {lines} lines"


def functions_are_short():
    c_files = [rel(path) for path in C_FILES if path.suffix == ".c"]
    tags = run("ctags", "--languages=C", "--kinds-C=f", "--fields=+ne", "--output-format=json", "-f", "-", *c_files)
    if tags.returncode != 0:
        yield tags.stdout
        return
    for line in tags.stdout.splitlines():
        if not line.startswith("{"):
            continue
        tag = json.loads(line)
        lines = tag["end"] - tag["line"] + 1
        if lines > MAX_FUNCTION_LINES:
            yield f"{tag['path']}:{tag['line']}: {tag['name']}: {lines} lines"


def includes(path):
    for number, line in enumerate(text(path).splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match[1]


def rooms_include_only_rooms_above():
    for path in SOURCES:
        room = path.relative_to(ROOT / "src").parts[0]
        for number, name in includes(path):
            other = next((part for part in name.split("/")[:-1] if part in ROOMS), room)
            if other != room and other not in ROOMS[room]:
                yield f"{rel(path)}:{number}: {room} may not include {name}"


def core_includes_no_gtk():
    for path in SOURCES:
        if path.relative_to(ROOT / "src").parts[0] in CORE:
            for number, name in includes(path):
                if re.match(r"(gtk|gdk|gsk|gdk-pixbuf|adwaita|shumate)\b", name):
                    yield f"{rel(path)}:{number}: {name}"


def only_compat_uses_what_the_newest_platform_deprecates():
    """What was met so far; the build on the newest platform finds the rest, later."""
    old = re.compile(r"\b(GTK_ALIGN_BASELINE|gdk_x11_\w+|gtk_show_uri|gtk_file_chooser_\w+|gtk_dialog_\w+|gtk_message_dialog_\w+"
                     r"|gtk_widget_(show|hide|translate_coordinates|get_(allocat\w+|style_context)))\b")
    for path in SOURCES:
        if not path.name.startswith("jalon-compat"):
            for number, line in enumerate(text(path).splitlines(), 1):
                if old.search(line):
                    yield f"{rel(path)}:{number}: {line.strip()}"


def c_files_begin_right():
    for path in C_FILES:
        if path.suffix == ".h" and "#pragma once\n" not in text(path):
            yield f"{rel(path)}: no #pragma once"
        if path.suffix == ".c" and next(includes(path), (0, ""))[1] != "config.h":
            yield f'{rel(path)}: does not include "config.h" first'


def licence_is_named():
    for path in C_FILES + STYLES:
        if not text(path).startswith(f"/* {SPDX} */\n"):
            yield rel(path)
    for path in TEMPLATES + SCRIPTS + BUILD_FILES + find("src/**/*.xml", "data/*.xml", "resources/**/*.xml"):
        if SPDX not in "\n".join(text(path).splitlines()[:2]):
            yield rel(path)


def words_of(value):
    """The texts of a string, or of an object by language."""
    return [value] if isinstance(value, str) else list(value.values())


def dataset_words():
    """Two sets: the names that the dataset has, and its ids."""
    dataset = json.loads(text(DATASET))
    names, ids = set(), set()
    for kind in ("places", "organisations", "territories", "events"):
        for item in dataset.get(kind, []):
            ids.add(item["id"])
            names.update(words_of(item["name"]))
    ids.update(project["id"] for project in dataset["projects"])
    return names, ids


def sources_name_nothing_of_the_dataset():
    if not DATASET.exists():
        return
    names, ids = dataset_words()
    long_names = sorted((re.escape(name) for name in names if len(name) >= 5), key=len, reverse=True)
    named = re.compile(r"(?<!\w)(?:%s)(?!\w)" % "|".join(long_names))
    quoted = {f'"{word}"' for word in ids | names}
    for path in SOURCES + TEMPLATES:
        for number, line in enumerate(text(path).splitlines(), 1):
            found = set(named.findall(line)) | (set(re.findall(r'"[^"]+"', line)) & quoted)
            for word in sorted(found):
                yield f"{rel(path)}:{number}: {word}"


def tests_are_registered():
    registered = text(ROOT / "tests/meson.build")
    for path in find("tests/test-*", "tests/bench-*"):
        name = path.stem.split("-", 1)[1]
        if f"'{name}':" not in registered:
            yield rel(path)


def tests_are_not_skipped():
    for path in find("tests/**/*.c", "tests/test-*"):
        if re.search(r"g_test_skip|g_test_incomplete|\bexit[ (]+77\b|skipTest|@unittest\.skip", text(path)):
            yield rel(path)


def potfiles_entries():
    return [line for line in text(ROOT / "po/POTFILES").splitlines() if line and not line.startswith("#")]


def translatable(path):
    content = text(path)
    if path.suffix == ".ui":
        return 'translatable="' in content or "translatable='" in content
    content = re.sub(r"/\*.*?\*/", "", content, flags=re.DOTALL)
    return bool(re.search(r'\b(jalon_tr[cn]?\s*\([^;]*?"|N[CN]?_\s*\(\s*")', content))


def potfiles_is_complete():
    listed = potfiles_entries()
    if listed != sorted(set(listed)):
        yield "po/POTFILES is not sorted, or says something twice"
    marked = {rel(path) for path in SOURCES + TEMPLATES if translatable(path)}
    data = {name for name in listed if name.startswith("data/") and (ROOT / name).exists()}
    for name in sorted(marked - set(listed)):
        yield f"{name}: has strings to translate, isn't listed"
    for name in sorted(set(listed) - marked - data):
        yield f"{name}: is listed, has nothing to translate or isn't there"


def incomplete(path):
    """What msgfmt holds against a catalogue."""
    statistics = run("msgfmt", "--check", "--statistics", "-o", "/dev/null", str(path))
    bad = statistics.returncode != 0 or re.search("fuzzy|untranslated", statistics.stdout)
    return statistics.stdout.strip() if bad else None


def catalogues_are_complete():
    languages = text(ROOT / "po/LINGUAS").split()
    if languages != sorted(path.stem for path in find("po/*.po")):
        yield "po/LINGUAS doesn't list just the catalogues that are there, sorted"
    arguments = re.findall(r"'(--[^']+)'", text(ROOT / "po/meson.build"))
    with tempfile.TemporaryDirectory() as folder:
        template, merged = f"{folder}/jalon.pot", f"{folder}/merged.po"
        if potfiles_entries():
            extracted = run("xgettext", *arguments, "--files-from=po/POTFILES", "-o", template)
            if extracted.returncode != 0:
                yield extracted.stdout
                return
        for language in languages:
            path = f"po/{language}.po"
            if pathlib.Path(template).exists():
                run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, path, template)
                problem = incomplete(merged)
            else:
                problem = incomplete(path)
            if problem:
                yield f"{path}: {problem}"


def french_is_set_right():
    """What stands before two-part punctuation and inside French quotation marks is a space at which no line breaks."""
    translated = False
    for number, line in enumerate(text(ROOT / "po/fr.po").splitlines(), 1):
        translated = line.startswith("msgstr") or (translated and line.startswith('"'))
        is_header = re.match(r'"[\w-]+: .*\\n"$', line)
        if translated and not is_header and re.search("« | [»;:!?]", line):
            yield f"po/fr.po:{number}: {line}"


def icon_buttons_have_names():
    """A file that makes buttons with an icon alone says to a screen reader what each does."""
    makes = re.compile(r"\bjalon_icon_button_new \(|\bgtk_button_new_from_icon_name \(|\bgtk_menu_button_set_icon_name \(")
    for path in SOURCES:
        content = text(path)
        made, named = len(makes.findall(content)), content.count("jalon_icon_button_set_words (")
        if path.stem != "jalon-icon-button" and path.suffix == ".c" and made > named:
            yield f"{rel(path)}: {made} with an icon alone, {named} named"


def templates_are_valid():
    """There is none yet; the first is held to this, and to accessible names."""
    for path in TEMPLATES:
        checked = run("gtk4-builder-tool", "validate", rel(path))
        if checked.returncode != 0:
            yield f"{rel(path)}: {checked.stdout.strip()}"
        for button in re.findall(r'<object class="Gtk\w*Button".*?</object>', text(path), re.DOTALL):
            if 'name="icon-name"' in button and 'name="label"' not in button and "<accessibility>" not in button:
                yield f"{rel(path)}: a button with an icon alone has no name"


def nothing_is_left_to_do():
    later = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
    for path in C_FILES + TEMPLATES + SCRIPTS + STYLES + BUILD_FILES + find("data/*.in", "data/*.xml"):
        for number, line in enumerate(text(path).splitlines(), 1):
            if later.search(line):
                yield f"{rel(path)}:{number}: {line.strip()}"


def shell_scripts_are_clean():
    scripts = [rel(path) for path in SCRIPTS if re.match(r"#!.*\b(ba|da)?sh\b", text(path))]
    checked = run("shellcheck", *scripts)
    if checked.returncode != 0:
        yield from checked.stdout.splitlines()


def advise_on_format():
    """clang-format's word is advice: it doesn't know every habit of the style."""
    checked = run("clang-format", "--dry-run", *(rel(path) for path in C_FILES))
    changed = sorted(set(re.findall(r"^(\S+?):\d+:\d+: warning", checked.stdout, re.MULTILINE)))
    if changed:
        print(f"# clang-format would change {len(changed)} of {len(C_FILES)} files: {' '.join(changed)}")


CASES = [
    files_are_short,
    functions_are_short,
    rooms_include_only_rooms_above,
    core_includes_no_gtk,
    only_compat_uses_what_the_newest_platform_deprecates,
    c_files_begin_right,
    licence_is_named,
    sources_name_nothing_of_the_dataset,
    tests_are_registered,
    tests_are_not_skipped,
    potfiles_is_complete,
    catalogues_are_complete,
    french_is_set_right,
    icon_buttons_have_names,
    templates_are_valid,
    nothing_is_left_to_do,
    shell_scripts_are_clean,
]


def main():
    failures = 0
    print(f"1..{len(CASES)}")
    for number, case in enumerate(CASES, 1):
        offenders = list(case())
        failures += bool(offenders)
        print(f"{'not ' if offenders else ''}ok {number} {case.__name__.replace('_', ' ')}")
        for offender in offenders:
            print(f"#   {offender}")
    advise_on_format()
    return failures > 0


sys.exit(main())
