#!/usr/bin/env python3
"""Whether DuckDB, given a Parquet store's own views.sql, sees the star that a SQLite store of the same inputs has: duckdb_star.py STORE.db FOLDER.

Every table and view, its rows in any order; decimals by value. Prints what differs and exits with 1. Needs duckdb.
"""
import os, sqlite3, sys
from decimal import Decimal, ROUND_HALF_EVEN, getcontext

import duckdb

getcontext().prec = 60
RUNS = {"started_at", "milliseconds", "attempts"}  # of the run, not of the documents


def plain(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        return f"{value:.9g}"
    if isinstance(value, Decimal):
        text = format(value.quantize(Decimal(1).scaleb(-20), rounding=ROUND_HALF_EVEN), "f").rstrip("0").rstrip(".")
        return text if text not in ("", "-0") else "0"
    return value


def main():
    database, folder = sqlite3.connect(os.path.abspath(sys.argv[1])), sys.argv[2]
    os.chdir(folder)
    duck = duckdb.connect()
    duck.execute(open("views.sql").read())
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")]
    failures = 0
    for name in names:
        if name in ("store_meta", "across_pending"):
            continue
        columns = [c[0] for c in database.execute(f"SELECT * FROM {name}").description]
        if columns != [row[0] for row in duck.execute(f"DESCRIBE {name}").fetchall()]:
            print(f"{name}: other columns")
            failures += 1
            continue
        columns = [c for c in columns if c not in RUNS]
        select = f"SELECT {', '.join(columns)} FROM {name}"
        theirs, ours = duck.execute(select), database.execute(select)
        decimals = {c[0] for c in theirs.description if "DECIMAL" in str(c[1]).upper() or str(c[1]) == "NUMBER"}

        def rows(cursor, exact):
            out = []
            for row in cursor.fetchall():
                out.append(tuple(str(plain(Decimal(v) if exact and v is not None and c in decimals else v)) for c, v in zip(columns, row)))
            return sorted(out)

        left, right = rows(theirs, False), rows(ours, True)
        if left != right:
            failures += 1
            print(f"{name}: {len(left)} rows in DuckDB, {len(right)} in SQLite; first that differ:")
            print(*[pair for pair in zip(left, right) if pair[0] != pair[1]][:2], sep="\n")
        print(f"{name} {len(left)}")
    return 1 if failures else 0


sys.exit(main())
