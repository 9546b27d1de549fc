#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sources.py MANIFEST STATE_DIR MIRROR: put the manifest's archives where flatpak-builder looks for what it has downloaded.

They are taken from Debian's source packages, whose tarballs are often upstream's, byte for byte: only one with the manifest's SHA-256 is
taken. What isn't found so is left for flatpak-builder to download.
"""

import hashlib
import json
import lzma
import pathlib
import sys
import urllib.request


def wanted(manifest, state):
    """By checksum, the path of each archive that isn't there yet."""
    paths = {}
    for module in json.loads(pathlib.Path(manifest).read_text(encoding="utf-8"))["modules"]:
        for source in module["sources"]:
            if source["type"] == "archive":
                path = pathlib.Path(state, "downloads", source["sha256"], source["url"].rsplit("/", 1)[1])
                if not path.exists():
                    paths[source["sha256"]] = path
    return paths


def read(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def take(mirror, block, paths):
    lines = block.splitlines()
    folder = next(line.split()[1] for line in lines if line.startswith("Directory: "))
    for checksum in [c for c in paths if c in block]:
        name = next(line.split()[2] for line in lines if line.split()[:1] == [checksum])
        data = read(f"{mirror}/{folder}/{name}")
        if hashlib.sha256(data).hexdigest() == checksum:
            path = paths.pop(checksum)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def main():
    paths = wanted(sys.argv[1], sys.argv[2])
    mirror = sys.argv[3].rstrip("/")
    for suite in ("testing", "unstable", "stable"):
        if paths:
            index = lzma.decompress(read(f"{mirror}/dists/{suite}/main/source/Sources.xz")).decode()
            for block in index.split("\n\n"):
                if any(checksum in block for checksum in paths):
                    take(mirror, block, paths)


main()
