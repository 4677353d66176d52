"""The charts of a report: time lines, the map, who appears with whom, terms that rise and fall."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, log, pi, sin, sqrt

from hakusho.labels import COUNTRY, DATE, ORG
from hakusho.report.data import Named, RunData
from hakusho.report.svg import (
    BLUE,
    GREEN,
    LINE,
    SOFT,
    VERMILION,
    drawing,
    element,
    label,
    shortened,
    tip,
    width_of,
)
from hakusho.report.world import HEIGHT, WIDTH, shapes


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with the data that it shows: `columns` and `rows` are those of its CSV file."""

    name: str
    svg: str
    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]

    def caption(self, words: Mapping[str, str]) -> str:
        """Return what the figure shows, by the texts of a language."""
        kind, _, number = self.name.rpartition("_")
        return words[kind] if number.isdigit() else words[self.name]


_YEARS_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Series:
    """What bars are stacked of: a key of the pages' texts, its title, a colour, and a count by year."""

    key: str
    title: str
    colour: str
    counts: Counter[int]


def timeline(name: str, words: Mapping[str, str], series: Sequence[Series]) -> Figure:
    """Return stacked bars by year; `words` are the texts of a language. Years far from most are left out."""
    counted = Counter[int]()
    for one in series:
        counted.update(one.counts)
    years = _shown(counted)
    rows = [(year, *(one.counts[year] for one in series)) for year in years]
    columns = ("year", *(one.title for one in series))
    return Figure(name, _bars(words[name], words["count"], [*rows], series), columns, [*rows])


def _shown(counts: Counter[int]) -> list[int]:
    """Return the years from the first to the last, at most 80: those around most of what is counted."""
    if not counts:
        return []
    total, run, middle = counts.total(), 0, 0
    for year in sorted(counts):
        run += counts[year]
        middle = year
        if run * 2 >= total:
            break
    first, last = max(min(counts), middle - _YEARS_SHOWN * 3 // 4), min(max(counts), middle + _YEARS_SHOWN // 4)
    return [*range(first, last + 1)]


def _bars(about: str, axis: str, rows: list[tuple[int, ...]], series: Sequence[Series]) -> str:
    width, height, left, bottom, top = 960, 260, 46, 34, 34
    most = max((sum(row[1:]) for row in rows), default=0) or 1
    step = (width - left - 10) / max(len(rows), 1)
    rise = (height - bottom - top) / most
    drawn = [*_legend(series, left + 30), *_grid(most, left, width, height - bottom, rise)]
    drawn.append(label(axis, 6, top - 16, size=11, fill=SOFT, key="count"))
    every = next(every for every in (1, 2, 5, 10) if len(rows) <= 16 * every)
    for index, (year, *counts) in enumerate(rows):
        x, y = left + index * step, float(height - bottom)
        for one, count in zip(series, counts, strict=True):
            if count:
                y -= count * rise
                shown = tip(f"{year} {one.title} {count:,}")
                box = {"x": x + step * 0.1, "y": y, "width": step * 0.8, "height": count * rise}
                drawn.append(element("rect", shown, **box, fill=one.colour))
        if year % every == 0:
            drawn.append(label(str(year), x + step / 2, height - bottom + 18, anchor="middle", fill=SOFT))
    return drawing(width, height, about, *drawn)


# So wide is a name in the legend, in either language of the pages.
_LEGEND_STEP = 130


def _legend(series: Sequence[Series], left: int) -> list[str]:
    drawn = []
    for number, one in enumerate(series):
        x = float(left + number * _LEGEND_STEP)
        drawn.append(element("rect", x=x, y=8, width=12, height=12, rx=2, fill=one.colour))
        drawn.append(label(one.title, x + 17, 18, fill=SOFT, key=one.key))
    return drawn


def _grid(most: int, left: int, right: int, base: int, rise: float) -> list[str]:
    step = _round_step(most / 4)
    drawn = []
    for value in range(0, most + 1, step):
        y = base - value * rise
        drawn.append(element("line", x1=left, x2=right - 10, y1=y, y2=y, stroke=LINE))
        drawn.append(label(f"{value:,}", left - 6, y + 4, anchor="end", size=11, fill=SOFT))
    return drawn


def _round_step(least: float) -> int:
    step = 1
    while step < least:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step


_SHADES = ("#eef1f5", "#cfe3f1", "#9cc7e3", "#5fa5d0", "#2a7fb8", "#0a4f82")


def world_map(name: str, words: Mapping[str, str], found: Sequence[Named], numeric: Mapping[str, str]) -> Figure:
    """Return a map, each country darker the more often it is named; `numeric` has the numeric code of each alpha-3."""
    of = {numeric[one.entity_id]: one for one in found if numeric.get(one.entity_id)}
    most = max((one.mentions for one in of.values()), default=1)
    drawn = [element("rect", x=0, y=0, width=WIDTH, height=HEIGHT, fill="#ffffff")]
    for shape in shapes():
        one = of.get(shape.code) if shape.code else None
        fill = _SHADES[_shade(one.mentions, most) if one else 0]
        shown = [tip(f"{one.name} {one.mentions:,}", f"{one.name_en} {one.mentions:,}")] if one else []
        drawn.append(element("path", *shown, d=shape.path, fill=fill, stroke="#aab4c0", stroke_width=0.4))
    rows: list[tuple[object, ...]] = [(one.entity_id, one.name, one.name_en, one.mentions) for one in found]
    drawn += _scale(most, words["mentions"])
    return Figure(name, drawing(WIDTH, HEIGHT, words[name], *drawn), ("iso3", "name_ja", "name_en", "mentions"), rows)


def _shade(count: int, most: int) -> int:
    return 1 + min(4, int(5 * log(count + 1) / log(most + 2)))


def _scale(most: int, title: str) -> list[str]:
    drawn = []
    for index, shade in enumerate(_SHADES[1:]):
        drawn.append(element("rect", x=16 + index * 26, y=HEIGHT - 30, width=26, height=10, fill=shade))
    return [
        *drawn,
        label(title, 16, HEIGHT - 36, size=11, fill=SOFT, key="mentions"),
        label("1", 16, HEIGHT - 6, size=11, fill=SOFT),
        label(f"{most:,}", 146, HEIGHT - 6, anchor="end", size=11, fill=SOFT),
    ]


_NODES, _ROUNDS = 28, 300


def network(name: str, words: Mapping[str, str], data: RunData) -> Figure:
    """Return who is named with whom in one sentence, or takes part in one event: the most connected ones."""
    ties, names = _ties(data)
    strength = Counter[str]()
    for (one, other), count in ties.items():
        strength[one] += count
        strength[other] += count
    nodes = [node for node, _ in sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:_NODES]]
    kept = {pair: count for pair, count in sorted(ties.items()) if pair[0] in nodes and pair[1] in nodes}
    english = {one.entity_id: one.chart_name_en or one.name for one in (*data.organisations, *data.countries)}
    sides = [Series(key, words[key], LABEL_COLOURS[key], Counter()) for key in (ORG, COUNTRY)]
    places = _spread(nodes, kept)
    drawn = [*_lines(kept, places), *_circles(nodes, places, strength, names, english), *_legend(sides, 16)]
    rows: list[tuple[object, ...]] = [(names[a], names[b], count) for (a, b), count in kept.items()]
    rows.sort(key=lambda row: (-int(str(row[2])), str(row[0]), str(row[1])))
    return Figure(name, drawing(960, 620, words[name], *drawn), ("one", "other", "together"), rows)


def _circles(
    nodes: Sequence[str],
    places: Mapping[str, tuple[float, float]],
    strength: Mapping[str, int],
    names: Mapping[str, str],
    english: Mapping[str, str],
) -> list[str]:
    """Return a circle for each node, then the names, so that none lies under a circle."""
    circles, labels = [], []
    top = max((strength[node] for node in nodes), default=1)
    for node in nodes:
        (x, y), name, in_english = places[node], names[node], english.get(node, names[node])
        radius = 5 + 15 * sqrt(strength[node] / top)
        about = tip(f"{name} {strength[node]:,}", f"{in_english} {strength[node]:,}")
        fill = LABEL_COLOURS[COUNTRY if len(node) == 3 and node.isupper() else ORG]
        circles.append(element("circle", about, cx=x, cy=y, r=radius, fill=fill, stroke="#ffffff", stroke_width=1.5))
        shown, en = shortened(name, 14), shortened(in_english, 20)
        half = max(width_of(shown), width_of(en)) / 2
        labels.append(label(shown, min(max(x, half), 960 - half), y + radius + 13, anchor="middle", en=en))
    return [*circles, *labels]


def _ties(data: RunData) -> tuple[Counter[tuple[str, str]], dict[str, str]]:
    ties: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for together in data.sentences():
        for mention in together:
            names.setdefault(mention.entity_id, mention.name or mention.value)
        for one, other in combinations(sorted({mention.entity_id for mention in together}), 2):
            ties[one, other] += 1
    return ties, names


def _lines(ties: Mapping[tuple[str, str], int], places: Mapping[str, tuple[float, float]]) -> list[str]:
    most = max(ties.values(), default=1)
    drawn = []
    for (one, other), count in ties.items():
        (x1, y1), (x2, y2) = places[one], places[other]
        width = 0.6 + 5 * count / most
        drawn.append(
            element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke="#9aa5b1", stroke_width=width, stroke_opacity="0.45")
        )
    return drawn


def _spread(nodes: Sequence[str], ties: Mapping[tuple[str, str], int]) -> dict[str, tuple[float, float]]:
    """Return a place for each node: they push one another away, ties pull (Fruchterman and Reingold 1991).

    They begin on a circle, in the order given, and all is rounded on the way: the same ties give the same places.
    """
    width, height = 960.0, 620.0
    at = {
        n: (width / 2 + 200 * cos(2 * pi * i / len(nodes)), height / 2 + 200 * sin(2 * pi * i / len(nodes)))
        for i, n in enumerate(nodes)
    }
    apart = sqrt(width * height / max(len(nodes), 1)) * 0.95
    most = max(ties.values(), default=1)
    for turn in range(_ROUNDS):
        heat = 60 * (1 - turn / _ROUNDS) + 1
        push = {node: [0.0, 0.0] for node in nodes}
        for one, other in combinations(nodes, 2):
            dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
            far = max(sqrt(dx * dx + dy * dy), 1.0)
            force = apart * apart / far - (0.25 + ties.get((min(one, other), max(one, other)), 0) / most) * (
                far * far / apart if (min(one, other), max(one, other)) in ties else 0.0
            )
            for node, sign in ((one, 1), (other, -1)):
                push[node][0] += sign * dx / far * force
                push[node][1] += sign * dy / far * force
        at = {node: _moved(at[node], push[node], heat) for node in nodes}
    return at


def _moved(place: tuple[float, float], push: Sequence[float], heat: float) -> tuple[float, float]:
    x, y = push
    # A weak pull to the middle keeps those together that nothing ties.
    x, y = x + (480 - place[0]) * 1.2, y + (310 - place[1]) * 1.8
    length = max(sqrt(x * x + y * y), 1e-9)
    step = min(length, heat)
    return (
        round(min(890.0, max(70.0, place[0] + x / length * step)), 3),
        round(min(575.0, max(28.0, place[1] + y / length * step)), 3),
    )


def ranking(
    name: str,
    about: str,
    columns: tuple[str, str],
    found: Sequence[tuple[str, float]],
    colour: str = BLUE,
    english: Mapping[str, str] | None = None,
) -> Figure:
    """Return horizontal bars, one for each (name, value), in the order given; `english` has names in English."""
    width, row, left = 760, 25, 250
    height = row * max(len(found), 1) + 12
    most = max((abs(value) for _, value in found), default=1) or 1
    drawn = []
    for index, (title, value) in enumerate(found):
        y = 6 + index * row
        wide = (width - left - 70) * abs(value) / most
        en = (english or {}).get(title, "")
        drawn.append(label(shortened(title, 18), left - 8, y + 16, anchor="end", size=13, en=shortened(en, 34)))
        box = {"x": left, "y": y + 3, "width": wide, "height": row - 7}
        drawn.append(element("rect", tip(title, en), **box, fill=colour, rx=2))
        drawn.append(label(f"{value:,.0f}", left + wide + 6, y + 16, size=12, fill=SOFT))
    rows: list[tuple[object, ...]] = [(title, value) for title, value in found]
    return Figure(name, drawing(width, height, about, *drawn), columns, rows)


# Labels of other packages take the first.
LABEL_COLOURS = {ORG: BLUE, COUNTRY: VERMILION, DATE: GREEN}
