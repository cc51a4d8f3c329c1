#!/usr/bin/env python3
"""Writes weights.h and decisions.h for the C program from the example's data.

    python3 generate.py DIRECTORY

weights.h holds the network's parameters, decisions.h the recorded observations, Q-values and actions. Numbers are written
in hexadecimal, so that the C compiler rounds nothing.
"""
import csv
import json
import pathlib
import struct
import sys

DATA = pathlib.Path(__file__).resolve().parents[2] / "examples" / "driving"


def tensors(file):
    """Name to numbers, row-major, of the F32 tensors in a safetensors file."""
    content = file.read_bytes()
    (length,) = struct.unpack_from("<Q", content)
    for name, tensor in json.loads(content[8:8 + length]).items():
        begin, end = tensor["data_offsets"]
        yield name, struct.unpack_from(f"<{(end - begin) // 4}f", content, 8 + length + begin)


def single(text):
    return struct.unpack("<f", struct.pack("<f", float(text)))[0]


def array(kind, name, numbers):
    texts = [f"{n.hex()}f" if isinstance(n, float) else str(n) for n in numbers]
    lines = (", ".join(texts[i:i + 6]) for i in range(0, len(texts), 6))
    return f"static const {kind} {name}[{len(texts)}] = {{\n    " + ",\n    ".join(lines) + "\n};\n"


def columns(rows, name):
    return [single(text) for row in rows for column, text in row.items() if column.startswith(name + "[")]


def main(directory):
    inputs, expected = (list(csv.DictReader((DATA / file).open())) for file in ("decisions.csv", "decisions.expected.csv"))
    (directory / "weights.h").write_text("\n".join(array("float", *t) for t in tensors(DATA / "policy.safetensors")))
    (directory / "decisions.h").write_text(
        f"#define DECISIONS {len(inputs)}\n\n" + "\n".join([
            array("float", "observations", columns(inputs, "x")),
            array("float", "recorded_q", columns(expected, "q")),
            array("signed char", "recorded_action", [int(row["action"]) for row in expected])]))


main(pathlib.Path(sys.argv[1]))
