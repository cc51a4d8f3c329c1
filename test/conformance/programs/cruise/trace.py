"""The cruise controller as a state machine in a loop, with its own clock for the control period."""
from arithmetic import f32

POWER, RECALL, BRAKE = "power", "recall", "brake"
# instant -> what happens; the drive lasts 130 instants of 100 ms
EVENTS = {
    2: {POWER}, 4: {"turn": 80.0},                   # too slow yet: nothing may take over
    12: {"turn": 90.0}, 20: {"turn": 95.5},          # takes over, then a new speed while cruising
    31: {BRAKE}, 32: {BRAKE}, 36: {RECALL},          # a short pause, then the old speed again
    50: {BRAKE}, 51: {RECALL},                       # one instant of pause
    60: {BRAKE},                                     # a pause that lasts until the speed is forgotten
    93: {RECALL}, 95: {"turn": 70.0},                # nothing to recall; a new speed
    104: {POWER}, 105: {POWER}, 106: {"turn": 60.0}, # off, and on again
    118: {BRAKE, "turn"},                            # brake and dial at once: the brake wins
}
SLOWEST, KP, KI, PATIENCE = f32(8.0), f32(0.08), f32(0.01), 30


def within(x, low, high):
    return min(max(x, low), high)


def drive():
    inputs, speed = [], 0.0
    for t in range(130):
        events = EVENTS.get(t, {})
        dial = events.get("turn") if isinstance(events, dict) else (55.0 if "turn" in events else None)
        speed = f32(max(0.0, min(30.0, 0.9 * t if t < 20 else 18.0 + ((t * 37) % 23) / 4 - (0.2 * (t - 60) if t > 121 else 0.0))))
        inputs.append({"power": POWER in events, "recall": RECALL in events, "brake": BRAKE in events,
                       "turned": dial is not None, "dial": None if dial is None else f32(dial),
                       "pedal": f32(((t * 13) % 11) / 20 if t % 5 == 0 else 0.1), "speed": speed})
    return inputs


def cruise(inputs):
    mode, since, wanted = "Off", 0, 0.0
    was_cruising, phase, integral, held = False, 0, 0.0, 0.0
    changed_before, first = False, True
    for i in inputs:
        since = 0 if first or changed_before else since + 1
        if i["dial"] is not None:
            wanted = f32(i["dial"] / f32(3.6))
        drives = i["speed"] >= SLOWEST and not i["brake"]
        start = drives and (i["turned"] or i["recall"] and mode == "Paused")
        was = mode
        if i["power"]:
            mode = "Ready" if was == "Off" else "Off"
        elif was == "Ready" and start:
            mode = "Cruising"
        elif was == "Cruising" and not drives:
            mode = "Paused"
        elif was == "Paused" and start:
            mode = "Cruising"
        elif was == "Paused" and since >= PATIENCE:
            mode = "Ready"
        if mode == "Cruising":
            if not was_cruising:
                phase, integral, held = 0, 0.0, 0.0
            if phase == 0:
                error = f32(wanted - i["speed"])
                integral = within(f32(integral + f32(KI * error)), 0.0, 1.0)
                held = within(f32(f32(KP * error) + integral), 0.0, 1.0)
            phase = 1 - phase
            throttle = max(held, i["pedal"])
        else:
            throttle = i["pedal"]
        was_cruising = mode == "Cruising"
        changed = mode != was
        changed_before, first = changed, False
        yield {"m": mode, "throttle": throttle, "changed": changed, "entered": mode if changed else None}


inputs = drive()
traces = {"drive": (inputs, list(cruise(inputs)))}
