"""The vectors of the driving application's specification: sign and section, arrow and crossing, against what is remembered."""
sign = [False, False, True, False, False, False, True, False]
value = [None, None, 20.0, None, None, None, 13.0, None]
section = [1, 1, 1, 1, 2, 2, 2, 2]
shown = ["Blank", "Left", "Blank", "Blank", "Blank", "Straight", "Blank", "Left"]
crossed = [False, False, False, True, False, False, False, False]
limit = [30.0, 30.0, 20.0, 20.0, 30.0, 30.0, 13.0, 13.0]
left = [False, True, True, False, False, False, False, True]

limits = ([dict(sign=s, value=v, section=c, usual=30.0) for s, v, c in zip(sign, value, section)], [dict(lim=x) for x in limit])
turns = ([dict(sign=a, crossed=c) for a, c in zip(shown, crossed)], [dict(left=x) for x in left])
both = ([dict(sign=s, value=v, section=c, usual=30.0, shown=a, crossed=x)
         for s, v, c, a, x in zip(sign, value, section, shown, crossed)],
        [dict(lim=x, left=y) for x, y in zip(limit, left)])
traces = {"speed-limit": limits, "left-turn": turns, "facts": both}
