#!/usr/bin/env python3
"""Makes policy.safetensors, decisions.csv and decisions.expected.csv from a recording of the trained network.

    python3 record.py closed_loop_dqn.json

The recording (JSON) holds the weights and, for each of five drives in HighwayEnv's highway-fast-v0, the
observation, Q-values and action of every decision. Numbers are binary32 values written in decimal.
"""
import json
import pathlib
import struct
import sys

HERE = pathlib.Path(__file__).parent
NAMES = {"0.weight": "w0", "0.bias": "b0", "2.weight": "w1", "2.bias": "b1", "4.weight": "w2", "4.bias": "b2"}


def flat(values):
    return [x for v in values for x in flat(v)] if isinstance(values, list) else [values]


def shape(values):
    return [len(values), *shape(values[0])] if isinstance(values, list) else []


def shortest(x):
    """The shortest decimal that reads back as the binary32 x."""
    for digits in range(1, 10):
        text = f"{x:.{digits}g}"
        if struct.pack("<f", float(text)) == struct.pack("<f", x):
            return repr(float(text))
    raise ValueError(x)


def safetensors(tensors):
    """The safetensors container: length of the header (u64), header (JSON), then the tensors, little endian, row-major."""
    header, body = {}, b""
    for name, values in tensors.items():
        numbers = flat(values)
        data = struct.pack(f"<{len(numbers)}f", *numbers)
        header[name] = {"dtype": "F32", "shape": shape(values), "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + body


def csv(header, rows):
    return "\n".join(",".join(row) for row in [header, *rows]) + "\n"


def names(name, count):
    return [f"{name}[{i}]" for i in range(count)]


recording = json.load(open(sys.argv[1]))
steps = [(episode["seed"], i, step) for episode in recording["episodes"] for i, step in enumerate(episode["steps"])]
(HERE / "policy.safetensors").write_bytes(safetensors({NAMES[k]: v for k, v in recording["weights"].items()}))
(HERE / "decisions.csv").write_text(csv(
    names("x", 25), [[shortest(v) for v in s["obs"]] for _, _, s in steps]))
(HERE / "decisions.expected.csv").write_text(csv(
    ["episode", "step", *names("q", 5), "action"],
    [[str(e), str(i), *(shortest(v) for v in s["out"]), str(s["action"])] for e, i, s in steps]))
