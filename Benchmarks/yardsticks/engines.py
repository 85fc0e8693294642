"""The yardsticks DuckDB and Polars: the same rows as exact decimals in memory, one thread, rated and counted.

usage: engines.py duckdb|polars FILE TURNS RUNS   prints the seconds of processor time of one turn, and the counts
"""

import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"

import numpy


def read(path):
    rows = os.path.getsize(path) // 17
    with open(path, "rb") as file:
        actual = numpy.fromfile(file, numpy.int64, rows)
        target = numpy.fromfile(file, numpy.int64, rows)
        low = numpy.fromfile(file, numpy.uint8, rows).astype(bool)
    return {"actual": actual, "target": target, "low": low}


# Both engines get decimals before the clock starts, and never see a binary fraction.


def duckdb(given):
    import duckdb

    database = duckdb.connect()
    database.execute("SET threads = 1")
    database.register("given", given)
    database.execute("""
        CREATE TABLE figure AS SELECT CAST(actual * 0.01::DECIMAL(3, 2) AS DECIMAL(9, 2)) AS actual,
          CAST(target * 0.01::DECIMAL(3, 2) AS DECIMAL(9, 2)) AS target, low FROM given""")
    database.unregister("given")

    def rate():
        return [count for _, count in database.execute("""
            SELECT status, count(*) FROM (
              SELECT CASE WHEN shortfall <= 0 THEN 0 WHEN shortfall * 20 < abs(target) THEN 1 ELSE 2 END AS status
              FROM (SELECT CASE WHEN low THEN actual - target ELSE target - actual END AS shortfall, target FROM figure))
            GROUP BY status ORDER BY status""").fetchall()]

    return rate


def polars(given):
    import polars
    from polars import col, lit, when

    hundredth = lit("0.01").cast(polars.Decimal(18, 2))
    money = polars.Decimal(18, 2)
    frame = polars.DataFrame(given).select(
        (col("actual").cast(money) * hundredth).cast(money), (col("target").cast(money) * hundredth).cast(money), "low")
    twenty = lit(20).cast(polars.Decimal(18, 0))
    shortfall = when("low").then(col("actual") - col("target")).otherwise(col("target") - col("actual"))
    within = col("shortfall") * twenty < col("target").abs()
    small = {name: lit(place, polars.UInt8) for place, name in enumerate(("green", "amber", "red"))}
    status = when(col("shortfall") <= 0).then(small["green"]).when(within).then(small["amber"]).otherwise(small["red"])
    query = (
        frame.lazy().select(shortfall.alias("shortfall"), "target").select(status.alias("status"))
        .group_by("status").len().sort("status"))
    return lambda: query.collect()["len"].to_list()


def main():
    engine, path, turns, runs = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    rate = {"duckdb": duckdb, "polars": polars}[engine](read(path))
    for _ in range(runs):
        start = time.process_time()
        for _ in range(turns):
            counts = rate()
        print((time.process_time() - start) / turns, *counts, flush=True)


main()
