"""The share of learners who may be unconnected, week by week, with 95 % intervals: a table and a figure.

    python3 figure.py learner_weeks.csv weeks.csv weeks.svg

Python's own library is enough. A learner-week counts where it is scored; what is not scored is no zero.
"""

import csv
import sys
from collections import defaultdict
from math import sqrt


def wilson(some, all_, z=1.959963984540054):
    """Wilson (1927): the interval of a share, which stays within 0 and 1 also where few are seen."""
    share, square = some / all_, z * z / all_
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * sqrt(share * (1 - share) / all_ + square / (4 * all_))
    return middle - half, middle + half


def weeks_of(rows):
    seen, may = defaultdict(int), defaultdict(int)
    for row in rows:
        if row["state"] != "scored" or row["kind"] != "isolation":
            continue
        week = int(row["week"])
        seen[week] += 1
        may[week] += row["band"] in ("elevated", "high")
    return [(week, seen[week], may[week], *wilson(may[week], seen[week])) for week in sorted(seen)]


def figure(weeks, width=640, height=320, edge=48):
    last = max(week for week, *_ in weeks)
    x = lambda week: edge + (width - 2 * edge) * (week - 1) / max(1, last - 1)
    y = lambda share: height - edge - (height - 2 * edge) * share
    band = [(x(week), y(high)) for week, *_, high in weeks] + [(x(week), y(low)) for week, _, _, low, _ in reversed(weeks)]
    line = [(x(week), y(may / seen)) for week, seen, may, _, _ in weeks]
    points = lambda pairs: " ".join(f"{across:.1f},{down:.1f}" for across, down in pairs)
    ticks = "".join(f'<text x="{x(week):.1f}" y="{height - 20}" text-anchor="middle">{week}</text>' for week, *_ in weeks)
    shares = "".join(f'<text x="8" y="{y(share):.1f}">{share:.0%}</text>' for share in (0, 0.5, 1))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
        f"<title>Learners who may be unconnected, by week of the course</title>"
        f'<polygon points="{points(band)}" fill="#0B6A6A" fill-opacity="0.2"/>'
        f'<polyline points="{points(line)}" fill="none" stroke="#0B6A6A" stroke-width="2"/>{ticks}{shares}</svg>\n'
    )


if __name__ == "__main__":
    export, table, picture = sys.argv[1:]
    with open(export, newline="", encoding="utf-8") as file:
        weeks = weeks_of(csv.DictReader(file))
    with open(table, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["week", "learners", "may_be_unconnected", "low", "high"])
        writer.writerows(weeks)
    with open(picture, "w", encoding="utf-8") as file:
        file.write(figure(weeks))
