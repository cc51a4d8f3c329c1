"""Four instants make a minute of this clockwork."""
traces = {"trace": ([{} for _ in range(10)],
                    [{"seconds": t % 4, "minutes": (t + 1) // 4, "tick": t % 4 == 3, "hour": (t + 1) / 8 if t % 4 == 3 else None}
                     for t in range(10)])}
