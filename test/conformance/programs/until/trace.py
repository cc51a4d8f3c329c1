"""Episodes cut out of the input, each summed on its own; a missing tail is zero."""
xs = [3, 1, 4, 1, 5, 9, 2, -6, 5, 3, 5, -8, 9, 7, 9, 3, 2, 3, 8, 4]
stops = [t in (12, 17) for t in range(len(xs))]
outputs, episode = [], []
for x, stop in zip(xs, stops):
    episode.append(x)
    finish = stop or x < 0
    ends = finish or len(episode) == 5
    ahead = [sum(episode[i:]) for i in range(len(episode))]
    tail = [0] * (5 - len(episode))
    outputs.append({"e": ends, "position": len(episode), "xs": episode + tail if ends else None,
                    "future": ahead + tail if ends else None, "total": sum(episode) if ends else None,
                    "whole": sum(episode) if ends else None, "length": len(episode) if ends else None,
                    "early": finish if ends else None})
    if ends:
        episode = []
traces = {"trace": ([{"stop_now": s, "x": x} for s, x in zip(stops, xs)], outputs)}
