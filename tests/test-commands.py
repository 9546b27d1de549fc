#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the program as a user of the command line does; prints TAP. Argument: the program."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parent.parent
DATASET = ROOT / "data/region-sud.jalon"
# No display, no session bus, no settings daemon, no locale.
BARE = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C", "LC_ALL": "C",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
BARE.update({name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})


def run(*arguments, environment=None):
    """The program's end, on a machine with nothing."""
    return subprocess.run([PROGRAM, *map(str, arguments)], env={**BARE, **(environment or {})}, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=60)


def summary(*arguments):
    """The summary object of a good call."""
    ended = run("--summary", "--json", *arguments)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def version_is_printed():
    """--version needs nothing."""
    ended = run("--version")
    assert ended.returncode == 0 and ended.stdout.startswith("Jalon "), ended


def bundled_summary():
    """Without a file the bundled data are summed up, as from the file."""
    assert summary() == summary(DATASET)


def focus_total():
    """The focus comes out as the dataset's note says."""
    focus = json.loads(DATASET.read_text(encoding="utf-8"))["focus"]
    total = summary(f"--filter=territory={focus}", DATASET)["total"]
    assert total == {"firm": 2666800000, "ceiling": 6666800000, "open": True}, total


def text_in_two_languages():
    """The text summary speaks the language asked for, whatever the locale."""
    french = run("--summary", "--language=fr", DATASET)
    english = run("--summary", "--language=en", DATASET)
    assert french.returncode == english.returncode == 0
    assert french.stdout != english.stdout and "€" in french.stdout


def good_file_checks():
    """A good file is checked without an error."""
    ended = run("--check", DATASET)
    assert ended.returncode == 0, ended.stdout
    assert ": error: " not in ended.stdout


def bad_file_is_placed():
    """An error has its place; exit 1."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "bad.jalon")
        path.write_text('{\n  "format": "jalon",,\n}', encoding="utf-8")
        ended = run("--check", path)
        assert ended.returncode == 1, ended
        assert ended.stdout.startswith(f"{path}:2:21: error: "), ended.stdout
        assert run("--summary", path).returncode == 1


def missing_file():
    """A file that is not there: a sentence, exit 1."""
    ended = run("--summary", "/nonexistent/file.jalon")
    assert ended.returncode == 1 and "file.jalon" in ended.stderr, ended


def wrong_usage():
    """What makes no sense ends with 2 and says what is accepted."""
    for arguments in (["--group=nothing", "--summary"], ["--summary", "--filter=kind=nothing"],
                      ["--summary", "--filter=nothing"], ["--summary", "--as-of=2025-02-30"],
                      ["--language=xx"], ["--json"], ["--check"], ["--summary", DATASET, DATASET]):
        ended = run(*arguments)
        assert ended.returncode == 2, (arguments, ended)
        assert ended.stderr.startswith("jalon: ") and not ended.stdout, (arguments, ended)


def state():
    """A state that was copied says what to take, other options go over it, and it speaks its language."""
    text = "jalon:?group=year&filter=kind=data-centre&as-of=2025-02-14&page=table&scale=linear&language=fr"
    options = ["--group=year", "--filter=kind=data-centre", "--as-of=2025-02-14"]
    said = summary(f"--state={text}", DATASET)
    assert said == summary(*options, DATASET)
    assert said["projects"] > 0
    assert summary(f"--state={text}", "--group=status", DATASET)["group"] == "status"
    french = run("--summary", f"--state={text}", DATASET)
    assert french.stdout == run("--summary", "--language=fr", f"--state={text}", DATASET).stdout
    assert french.stdout != run("--summary", "--language=en", f"--state={text}", DATASET).stdout
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "out.csv")
        assert run(f"--export={out}", f"--state={text}", DATASET).returncode == 0
        other = pathlib.Path(folder, "other.csv")
        assert run(f"--export={other}", "--language=fr", *options, DATASET).returncode == 0
        assert out.read_bytes() == other.read_bytes()


def wrong_state():
    """A state that isn't one, or doesn't fit the file: a sentence that names the word, exit 2; also before a window."""
    for text, word in (("nonsense", "nonsense"), ("jalon:group", "jalon:group"), ("jalon:?colour=red", "colour"),
                       ("jalon:?group=nothing", "group=nothing"), ("jalon:?selected=nobody", "nobody"),
                       ("jalon:?page=last", "page=last"), ("jalon:?text=%FF", ""), ("jalon:?as-of=never", "never")):
        for command in (["--summary"], []):
            ended = run(*command, f"--state={text}", DATASET)
            assert ended.returncode == 2 and ended.stderr.startswith("jalon: --state: ") and word in ended.stderr, (text, ended)


def wrong_query_for_a_window():
    """No window opens on another selection than the one asked for; nor is a display needed to say so."""
    for arguments in (["--filter=kind=nothing"], ["--group=nothing", DATASET], ["--as-of=nonsense"],
                      ["--filter=place=nowhere", ROOT / "tests/data/good/japan.jalon"]):
        ended = run(*arguments)
        assert ended.returncode == 2 and ended.stderr.startswith("jalon: "), (arguments, ended)


def wrong_presentation():
    """How slides are shown makes sense, or no window opens; nor is a display needed to say so."""
    for arguments, word in ((["--loop"], "--present"), (["--pace=5"], "--present"), (["--idle=5", "--present"], "--kiosk"),
                            (["--present", "--in-turn"], "--loop"), (["--present", "--pace=0"], "--pace=0"),
                            (["--kiosk", "--idle=soon"], "--idle=soon"), (["--present", DATASET, DATASET], "one file")):
        ended = run(*arguments)
        assert ended.returncode == 2 and ended.stderr.startswith("jalon: ") and word in ended.stderr, (arguments, ended)


def unknown_option():
    """An option that isn't one is wrong usage too."""
    ended = run("--bogus")
    assert ended.returncode == 2 and "--bogus" in ended.stderr, ended


def no_network():
    """All of it without a network."""
    ended = subprocess.run(["unshare", "-n", PROGRAM, "--summary", str(DATASET)], env=BARE, text=True,
                           capture_output=True, check=False)
    if "unshare failed" in ended.stderr:  # not allowed to ordinary users on some machines: then in a namespace of theirs
        ended = subprocess.run(["unshare", "-rn", PROGRAM, "--summary", str(DATASET)], env=BARE, text=True,
                               capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr


def no_display():
    """A window can't be had: said, no crash."""
    ended = run(DATASET)
    assert ended.returncode == 1 and "display" in ended.stderr, ended


CASES = [version_is_printed, bundled_summary, focus_total, text_in_two_languages, good_file_checks, bad_file_is_placed,
         missing_file, wrong_usage, state, wrong_state, wrong_query_for_a_window, wrong_presentation, unknown_option, no_network, no_display]

print(f"1..{len(CASES)}")
FAILED = 0
for number, case in enumerate(CASES, 1):
    try:
        case()
        print(f"ok {number} - {case.__doc__}")
    except (AssertionError, subprocess.SubprocessError, OSError) as error:
        FAILED += 1
        print(f"not ok {number} - {case.__doc__}")
        print("\n".join(f"# {line}" for line in repr(error).splitlines()))
sys.exit(FAILED > 0)
