"""Returns and advantages: PyTorch's golden numbers, and a rollout of several segments evaluated by a loop from the end."""
import json
import pathlib

GAMMA, LAMBDA, STEPS = 0.8, 0.95, 16
GOLDEN = pathlib.Path(__file__).parent / "golden"


def table(tensor):
    """Nested lists from a golden tensor's shape and flat data."""
    if len(tensor["shape"]) == 1:
        return tensor["data"]
    width = tensor["shape"][1]
    return [tensor["data"][i:i + width] for i in range(0, len(tensor["data"]), width)]


def golden(name):
    """Both nodes' traces from a golden file; what is not read until the last instant is given at every one."""
    file = json.loads((GOLDEN / name).read_text())
    given = {k: table(v) for k, v in file["inputs"].items()}
    right = {k: table(v) for k, v in file["outputs"].items()}
    common = [{"reward": r, "value": v, "start": s, "last_value": given["last_value"], "last_done": given["last_done"]}
              for r, v, s in zip(given["rewards"], given["values"], given["episode_start"])]
    last = [t == STEPS - 1 for t in range(STEPS)]
    return {
        "gae": (common, [{"complete": e, "advantage": right["adv"] if e else None,
                          "lambda_return": right["lambda_returns"] if e else None} for e in last]),
        "discounted": ([{k: v for k, v in row.items() if k != "value"} for row in common],
                       [{"complete": e, "returns_out": right["discounted_returns"] if e else None} for e in last]),
    }


def advantages(rows):
    """Generalised advantage estimation over one segment, one environment after another."""
    adv, ret = [[0.0] * 4 for _ in rows], [[0.0] * 4 for _ in rows]
    for env in range(4):
        gain = 0.0
        for t in reversed(range(len(rows))):
            after = rows[t + 1] if t + 1 < len(rows) else {"start": rows[t]["last_done"], "value": rows[t]["last_value"]}
            goes_on = 1.0 - after["start"][env]
            surprise = rows[t]["reward"][env] + GAMMA * after["value"][env] * goes_on - rows[t]["value"][env]
            gain = surprise + GAMMA * LAMBDA * goes_on * gain
            adv[t][env], ret[t][env] = gain, gain + rows[t]["value"][env]
    return adv, ret


def drives():
    """37 instants: two whole segments and the beginning of a third, which answers nothing."""
    inputs = [{"reward": [((t * 7 + n * 3) % 13) / 10 for n in range(4)],
               "value": [((t * 5 + n * 11) % 17 - 8) / 5 for n in range(4)],
               "start": [1.0 if (t + 3 * n) % 9 == 4 else 0.0 for n in range(4)],
               "last_value": [(t + n) / 10 for n in range(4)],
               "last_done": [float((t // 16 + n) % 2) for n in range(4)]} for t in range(37)]
    outputs = []
    for t in range(37):
        complete = t % STEPS == STEPS - 1
        adv, ret = advantages(inputs[t - STEPS + 1:t + 1]) if complete else (None, None)
        outputs.append({"complete": complete, "advantage": adv, "lambda_return": ret})
    return inputs, outputs


traces = {f"{node}-{width}": trace for width in ("f32", "f64") for node, trace in golden(f"gae_{width}.json").items()}
traces["drives"] = drives()
