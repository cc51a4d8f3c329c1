"""Suffix sums, and suffix sums of those less one."""
def suffix(x):
    return [sum(x[i:]) for i in range(len(x))]


segments = [[4, -1, 6], [0, 3, 3], [-2, -2, 9]]
answers = [{"once": suffix(x), "again": suffix([v - 1 for v in suffix(x)])} for x in segments]
time = [{"e": i == 2, **(a if i == 2 else {"once": None, "again": None})} for a in answers for i in range(3)]
traces = {"time": ([{"x": v} for x in segments for v in x], time), "space": ([{"xs": x} for x in segments], answers)}
