#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install.py BUILD_DIR APP_ID PREFIX: what is installed, nothing else, and all of it goes again."""

import pathlib
import subprocess
import sys
import tempfile

BUILD, APP_ID, PREFIX = sys.argv[1], sys.argv[2], sys.argv[3].strip("/")
EXPECTED = {
    "bin/jalon",
    f"share/applications/{APP_ID}.desktop",
    "share/bash-completion/completions/jalon",
    f"share/dbus-1/services/{APP_ID}.service",
    "share/fish/vendor_completions.d/jalon.fish",
    f"share/gnome-shell/search-providers/{APP_ID}.search-provider.ini",
    f"share/glib-2.0/schemas/{APP_ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
    "share/jalon/basemap/basemap.mbtiles",
    "share/man/fr/man1/jalon.1",
    "share/man/man1/jalon.1",
    f"share/metainfo/{APP_ID}.metainfo.xml",
    f"share/mime/packages/{APP_ID}.xml",
    "share/zsh/site-functions/_jalon",
}
# Whose map it is, and under which licences.
PAPERS = "share/jalon/basemap/"


def case(number, name, offenders):
    print(f"{'not ' if offenders else ''}ok {number} {name}")
    for offender in sorted(offenders):
        print(f"#   {offender}")
    return bool(offenders)


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def main():
    print("1..3")
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder],
                       check=True, stdout=sys.stderr)
        installed = files(root / PREFIX)
        failures = case(1, "what there should be is installed", EXPECTED - installed)
        failures += case(2, "nothing else is installed",
                         {name for name in installed - EXPECTED if not name.startswith(PAPERS)}
                         | {f"/{name}" for name in files(root) if not name.startswith(PREFIX)})
        subprocess.run(["ninja", "-C", BUILD, "uninstall"], check=True, stdout=sys.stderr)
        failures += case(3, "all of it goes again", {str(path) for path in root.iterdir()})
    return failures > 0


sys.exit(main())
