# SPDX-License-Identifier: GPL-3.0-or-later
"""An MBTiles 1.3 file, written in one fixed order so that equal input gives equal bytes."""
import json
import os
import sqlite3


def write(path, tiles, metadata, vector_layers):
    """tiles {(z, x, y): bytes} with y down, as everywhere in this folder; the file counts it up, as TMS does."""
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA page_size = 4096")
    db.execute("PRAGMA application_id = 0x4d504258")
    db.execute("BEGIN")
    db.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    db.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")
    rows = [
        *metadata.items(),
        ("json", json.dumps({"vector_layers": vector_layers}, ensure_ascii=False, sort_keys=True)),
    ]
    db.executemany("INSERT INTO metadata VALUES (?, ?)", rows)
    for z, x, y in sorted(tiles):
        db.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", (z, x, 2**z - 1 - y, tiles[z, x, y]))
    db.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
    db.execute("COMMIT")
    db.execute("VACUUM")
    db.close()
