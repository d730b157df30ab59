#!/usr/bin/env python3
"""Whether a SQLite store and a Parquet store hold the same star: same_star.py STORE.db FOLDER. Needs pyarrow.

Every table of records, its rows in any order; texts, integers and decimals to the digit. Prints what differs and exits with 1.
The ledger is compared but for its times; of a path the last batch's entry holds.
"""
import glob, os, sqlite3, sys
from decimal import Decimal, ROUND_HALF_EVEN, getcontext

import pyarrow as pa
import pyarrow.parquet as pq

getcontext().prec = 60
RECORDS = ["documents", "figures", "checks", "operands", "warnings", "coverage", "key_figures"]
ACROSS = ["entities", "across_checks", "across_operands"]


def canonical(value):
    """A decimal as the stores write it, to the 20 digits that decimal128(38, 20) has."""
    value = Decimal(value).quantize(Decimal(1).scaleb(-20), rounding=ROUND_HALF_EVEN)
    text = format(value, "f").rstrip("0").rstrip(".")
    return text if text not in ("", "-0") else "0"


def parquet(folder, table):
    rows, decimals = [], set()
    kind = "across-*" if table in ACROSS else "batch-*"
    for file in sorted(glob.glob(os.path.join(glob.escape(folder), kind, table, "**", "*.parquet"), recursive=True)):
        one = pq.ParquetFile(file).read()
        decimals |= {f.name for f in one.schema if pa.types.is_decimal128(f.type)}
        names = one.schema.names
        columns = [c.to_pylist() for c in one.columns]
        rows += [dict(zip(names, r)) for r in zip(*columns)]
    return rows, decimals


def main():
    store, folder = sys.argv[1:]
    database = sqlite3.connect(store)
    database.row_factory = sqlite3.Row
    failures = 0
    for table in RECORDS + ACROSS:
        theirs, decimals = parquet(folder, table)
        ours = [dict(r) for r in database.execute(f"SELECT * FROM {table}")]
        for row in theirs + ours:
            for name, value in row.items():
                if isinstance(value, bool):
                    row[name] = int(value)
                elif name in decimals and value is not None:
                    row[name] = canonical(value)
        key = lambda row: sorted((k, str(v)) for k, v in row.items())
        if sorted(map(key, theirs)) != sorted(map(key, ours)):
            failures += 1
            print(f"{table}: {len(theirs)} rows in Parquet, {len(ours)} in SQLite, and they differ", file=sys.stderr)
            for row in [r for r in map(key, theirs) if r not in list(map(key, ours))][:3]:
                print("  only in Parquet:", row, file=sys.stderr)
        if table == "figures" and not decimals:
            failures += 1
            print("figures: no column is decimal128", file=sys.stderr)
        print(f"{table} {len(theirs)}")
    inputs, _ = parquet(folder, "inputs")
    last = {row["path"]: (row["status"], row["sha256"], row["document"], row["code"]) for row in inputs}
    ledger = {r["path"]: (r["status"], r["sha256"], r["document"], r["code"]) for r in database.execute("SELECT * FROM inputs")}
    if last != ledger:
        failures += 1
        print("inputs differ", file=sys.stderr)
    return 1 if failures else 0


sys.exit(main())
