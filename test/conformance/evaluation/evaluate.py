#!/usr/bin/env python3
"""Writes the traces of the programs that have an evaluation of their own.

    python3 evaluate.py [--check] [PROGRAM…]

Each folder under ../programs may hold a trace.py that defines `traces`: a dict from the name of a trace to the pair
(inputs, outputs), each a list with, for each instant, a dict from variable to value (bool, int, float, constructor name,
nested list for a tensor, None where absent). From them come NAME.input.csv and NAME.expected.csv beside the manifest
NAME.json; --check compares with the files that are there and writes nothing.
"""
import csv
import io
import json
import math
import pathlib
import runpy
import struct
import sys

PROGRAMS = pathlib.Path(__file__).parent.parent / "programs"
sys.path.insert(0, str(pathlib.Path(__file__).parent))


def shortest(x, floats):
    """The shortest decimal that reads back as x, a binary32 ("f32") or binary64 ("f64") number."""
    if math.isnan(x) or math.isinf(x):
        return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"
    if floats == "f64":
        return repr(x)
    for digits in range(1, 10):
        text = f"{x:.{digits}g}"
        if struct.pack("<f", float(text)) == struct.pack("<f", x):
            return repr(float(text))
    raise ValueError(x)


def cells(name, value, floats):
    """Column name and text of every element of a value, row-major."""
    if isinstance(value, list):
        def walk(v, at):
            if isinstance(v, list):
                for i, e in enumerate(v):
                    yield from walk(e, [*at, i])
            else:
                yield from ((f"{name}[{','.join(map(str, at))}]", text) for _, text in cells(name, v, floats))
        yield from walk(value, [])
    elif value is None:
        yield name, ""
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif isinstance(value, float):
        yield name, shortest(value, floats)
    else:
        yield name, str(value)


def table(rows, floats):
    header = {}
    for row in rows:                                         # an absent tensor shows its columns in another row
        for name, value in row.items():
            columns = [c for c, _ in cells(name, value, floats)]
            if name not in header or value is not None:
                header[name] = columns
    columns = [c for group in header.values() for c in group]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")           # quotes a column such as x[0,3]
    writer.writerow(columns)
    for row in rows:
        texts = dict(cell for name, value in row.items() if value is not None for cell in cells(name, value, floats))
        writer.writerow([texts.get(c, "") for c in columns])
    return text.getvalue()


def main(arguments):
    check = "--check" in arguments
    names = [a for a in arguments if a != "--check"] or sorted(p.parent.name for p in PROGRAMS.glob("*/trace.py"))
    stale = []
    for name in names:
        folder = PROGRAMS / name
        for trace, (inputs, outputs) in runpy.run_path(str(folder / "trace.py"))["traces"].items():
            floats = json.loads((folder / f"{trace}.json").read_text()).get("floats", "f32")
            for file, rows in ((f"{trace}.input.csv", inputs), (f"{trace}.expected.csv", outputs)):
                if not rows[0]:
                    continue                                 # a node without inputs runs by --steps
                text = table(rows, floats)
                if not check:
                    (folder / file).write_text(text)
                elif not (folder / file).exists() or (folder / file).read_text() != text:
                    stale.append(f"{name}/{file}")
    print("\n".join(f"differs: {s}" for s in stale) or f"{len(names)} programs")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
