"""Sums restarted explicitly."""
cs = [False, False, False, True, False, False, True, False, False, False, True, True, False, False, False, False]
awake = [True, True, False, False, True, True, True, False, True, True, False, False, False, True, True, False]
xs = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]
plain = sleeper = nested = phase = 0
asked, held, outputs = False, -1, []
for c, a, x in zip(cs, awake, xs):
    plain = x + (0 if c else plain)
    asked = asked or c
    if a:
        sleeper, asked = x + (0 if asked else sleeper), False
        held = sleeper
    phase = 0 if c else phase
    nested = x + (0 if c or phase % 3 == 2 else nested)
    phase += 1
    outputs.append({"plain": plain, "sleeper": held, "nested": nested})
traces = {"trace": ([{"c": c, "awake": a, "x": x} for c, a, x in zip(cs, awake, xs)], outputs)}
