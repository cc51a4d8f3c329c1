"""The words written out by hand."""
xs = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
late = [-1, -1, 4, 4, 5, 5, 2, 2, 5, 5]               # 0 01 01 01 ...: instants 2, 4, 6, 8
two_of_three = [3, 1, 1, 1, 5, 5, 2, 6, 6, 3]         # instants 0 1, 3 4, 6 7, 9
slow = [-3, -3, 4, 4, 5, 5, 2, 2, 5, 5]               # instants 2, 4, 6, 8 of the even ones
total = [0, 0, 4, 4, 4, 13, 13, 13, 18, 18]           # instants 2, 5, 8
traces = {"trace": ([{"x": x} for x in xs],
                    [{"late": a, "two_of_three": b, "slow": c, "total": d}
                     for a, b, c, d in zip(late, two_of_three, slow, total)])}
