#!/usr/bin/env python3
"""Asks Brink, DuckDB, pandas, plain Lua tables and EQL the same questions about the same events.

Prints a table of medians of processor time and of how many times as long each takes as Brink, and ends with status 1
where two of them give different answers. Reading the events in is not timed for anybody.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

# EQL keeps one event waiting for each key, the newest, and is slow: it gets fewer events, and its answer is held
# against a loop that does as EQL says it does.
EQL_COUNT = 50_000


def measured(work, rounds):
    """The median of the seconds of processor time that some work takes, after one round that is not counted."""
    answer = work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        answer = work()
        times.append(time.process_time() - start)
    return statistics.median(times), str(answer)


def brink(program, path, count):
    run = subprocess.run([program, "compare", path, str(count)], check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return {row["question"]: (row["seconds"], row["answer"]) for row in rows}


def lua(path, rounds):
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables.lua")
    run = subprocess.run(["lua5.4", script, path, str(rounds)], check=True, capture_output=True, text=True)
    rows = [line.split("\t") for line in run.stdout.splitlines()]
    return {name: (float(seconds), answer) for name, seconds, answer in rows}


def duckdb(path, rounds):
    import duckdb as engine

    connection = engine.connect()
    connection.execute("SET threads = 1")
    connection.execute(f"CREATE TABLE events AS SELECT * FROM read_csv('{path}')")
    questions = {
        "count by dyad": """SELECT count(*) || ' ' || sum(n)::BIGINT FROM (
            SELECT count(*) AS n FROM events WHERE type = 'ASSAULT' GROUP BY source, target)""",
        "replies": """SELECT count(*) FROM events b ASOF JOIN events a
            ON a.source = b.target AND a.target = b.source AND a.row < b.row WHERE b.day - a.day <= 7""",
    }
    return {
        name: measured(lambda query=query: connection.execute(query).fetchone()[0], rounds)
        for name, query in questions.items()
    }


def pandas(path, rounds):
    import pandas as library

    events = library.read_csv(path)
    events["type"] = events["type"].astype("category")

    def count_by_dyad():
        counts = events[events["type"] == "ASSAULT"].groupby(["source", "target"]).size()
        return f"{len(counts)} {counts.sum()}"

    def replies():
        left = events[["row", "day", "source", "target"]]
        right = left.rename(columns={"source": "target", "target": "source", "day": "before"})
        joined = library.merge_asof(left, right, on="row", by=["source", "target"], allow_exact_matches=False)
        return int((joined["day"] - joined["before"] <= 7).sum())

    return {
        "count by dyad": measured(count_by_dyad, rounds),
        "replies": measured(replies, rounds),
    }


def eql(path, count):
    """The seconds that EQL takes for `count` events, its number of sequences, and what a loop of its rules finds."""
    import eql as engine

    day = 24 * 60 * 60 * 10_000_000  # EQL counts in units of 100 ns
    events, waiting, expected = [], {}, 0
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            if len(events) == count:
                break
            events.append(row)
            at = int(row["day"])
            before = waiting.pop((row["target"], row["source"]), None)
            if before is not None and at - before <= 7:
                expected += 1
            elif before is not None:
                waiting[(row["target"], row["source"])] = before
            waiting[(row["source"], row["target"])] = at
    data = [engine.Event("act", int(row["day"]) * day, row) for row in events]
    query = engine.parse_query(
        "sequence with maxspan=7d [act where true] by source, target [act where true] by target, source"
    )
    found = 0

    def take(_):
        nonlocal found
        found += 1

    python = engine.PythonEngine()
    python.add_query(query)
    python.add_output_hook(take)
    start = time.process_time()
    python.stream_events(data)
    return time.process_time() - start, found, expected


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--brink", default=".build/release/brink-bench", help="the benchmark program")
    arguments.add_argument("--count", type=int, default=1_000_000, help="how many events")
    arguments.add_argument("--rounds", type=int, default=5, help="rounds of each question")
    options = arguments.parse_args()
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "events.csv")
        tools = {"Brink": brink(options.brink, path, options.count)}
        tools["DuckDB"] = duckdb(path, options.rounds)
        tools["pandas"] = pandas(path, options.rounds)
        tools["Lua tables"] = lua(path, options.rounds)
        slow = min(EQL_COUNT, options.count)
        seconds, found, expected = eql(path, slow)
    load = os.getloadavg()[0]
    print(f"{options.count} events, one thread each, load {load:.1f}; millions of events a second (times Brink's time)\n")
    print("| question | " + " | ".join(tools) + " | answer |")
    print("|---" * (len(tools) + 2) + "|")
    for question, (own, answer) in tools["Brink"].items():
        cells = []
        for name, answers in tools.items():
            if question not in answers:
                cells.append("–")
                continue
            seconds_taken, given = answers[question]
            rate = options.count / seconds_taken / 1e6
            cells.append(f"{rate:.3g} (×{seconds_taken / own:.2g})")
            if given != answer:
                print(f"{name} answers {given} to '{question}', and Brink {answer}", file=sys.stderr)
                status = 1
        print(f"| {question} | " + " | ".join(cells) + f" | {answer} |")
    rate = slow / seconds / 1e6
    per_event = tools["Brink"]["consumed"][0] / options.count
    print(f"\nEQL, consumed, {slow} events: {rate:.3g} (×{seconds / slow / per_event:.2g}), {found} sequences")
    if found != expected:
        print(f"EQL finds {found} sequences, and a loop of its rules {expected}", file=sys.stderr)
        status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
