"""The shapes of countries on a flat map, from Natural Earth through the npm package world-atlas.

The file is vendored whole (`vendor/countries-50m.json`, world-atlas 2.0.2, ISC licence; the data are in the public
domain). Its borders are those of Natural Earth: who controls a place, not who claims it. Its ids are the numeric codes
of ISO 3166; five shapes have none and belong to no country here.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

from hakusho.files.site import asset

WIDTH, HEIGHT = 960, 470
_FILE = "countries-50m.json"
# Antarctica takes a third of the map and is named in no table.
_LEFT_OUT = frozenset(("010",))
# Points nearer than this to the last one drawn, in pixels, are left out; so are islands smaller than that.
_FINEST = 0.9
# Coefficients of the Equal Earth projection (Šavrič, Patterson, Jenny 2018), and the size of its globe here.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_SCALE, _TOP = 174.0, 228.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's outline: `code` is numeric ISO 3166, empty for a shape without one; `path` is that of an SVG."""

    code: str
    path: str


def projected(longitude: float, latitude: float) -> Point:
    """Return the place of a point of the globe on the map, in pixels from its upper left corner.

    >>> [round(at) for at in projected(0, 0)], [round(at) for at in projected(139.7, 35.7)]
    ([480, 228], [812, 107])
    """
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    t2 = theta * theta
    t6 = t2**3
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * (9 * _A4 * t6 * t2 + 7 * _A3 * t6 + 3 * _A2 * t2 + _A1))
    y = theta * (_A4 * t6 * t2 + _A3 * t6 + _A2 * t2 + _A1)
    return WIDTH / 2 + _SCALE * x, _TOP - _SCALE * y


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of all countries, in the order of the file."""
    content = json.loads(asset(f"vendor/{_FILE}"))
    arcs = [_arc(arc, content["transform"]) for arc in content["arcs"]]
    found = []
    for geometry in content["objects"]["countries"]["geometries"]:
        code = geometry.get("id", "")
        if code not in _LEFT_OUT:
            path = "".join(_ring(ring, arcs) for ring in _rings(geometry))
            found.append(Shape(code, path))
    return tuple(found)


def _arc(deltas: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> list[Point]:
    """Return the points of an arc of a TopoJSON file, (longitude, latitude); it holds steps from point to point."""
    (wide, high), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in deltas:
        x, y = x + step_x, y + step_y
        points.append((x * wide + left, y * high + bottom))
    return points


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def _ring(indices: Sequence[int], arcs: Sequence[list[Point]]) -> str:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    whole = _unbroken(points)
    longitudes = [longitude for longitude, _ in whole]
    turns = [turn for turn in (-360, 0, 360) if min(longitudes) + turn < 180 and max(longitudes) + turn > -180]
    return "".join(_outline([(longitude + turn, latitude) for longitude, latitude in whole]) for turn in turns)


def _unbroken(points: Sequence[Point]) -> list[Point]:
    """Return points whose longitudes go on beyond 180 degrees where a ring crosses that line."""
    found, turn, last = [], 0.0, points[0][0]
    for longitude, latitude in points:
        if abs(longitude - last) > 180:
            turn += 360 if longitude < last else -360
        last = longitude
        found.append((longitude + turn, latitude))
    return found


def _outline(points: Sequence[Point]) -> str:
    """Return the path of a ring, without what lies beyond the edges of the map."""
    inside = _clipped(_clipped(points, -180.0, 1), 180.0, -1)
    if len(inside) < 3:
        return ""
    placed = [projected(longitude, latitude) for longitude, latitude in inside]
    drawn = [placed[0]]
    for point in placed[1:]:
        if abs(point[0] - drawn[-1][0]) + abs(point[1] - drawn[-1][1]) >= _FINEST:
            drawn.append(point)
    if len(drawn) < 4:
        return ""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in drawn) + "Z"


def _clipped(points: Sequence[Point], edge: float, side: int) -> list[Point]:
    """Return the part of a ring east (`side` 1) or west (-1) of a meridian (Sutherland and Hodgman 1974)."""
    found: list[Point] = []
    for (x1, y1), (x2, y2) in zip([*points[-1:], *points[:-1]], points, strict=True):
        before, here = (x1 - edge) * side >= 0, (x2 - edge) * side >= 0
        if before != here:
            found.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
        if here:
            found.append((x2, y2))
    return found
