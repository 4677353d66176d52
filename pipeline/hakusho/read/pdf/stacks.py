"""Runs of characters that are put together otherwise than side by side: below one another, or one in a hole."""

import re

from hakusho.read.pdf.glyphs import Glyph

# The steps of characters that stand below one another, in sizes.
_STEP_DOWN = (0.7, 1.45)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")

Run = tuple[int, list[Glyph]]


def stacked(runs: list[Run]) -> list[Run]:
    """Put characters that stand below one another together: a thumb tab, a vertical word in a narrow field."""
    kept: list[Run] = []
    for field, run in runs:
        if kept and kept[-1][0] == field and _below(kept[-1][1], run):
            kept[-1][1].extend(run)
        else:
            kept.append((field, run))
    return [piece for field, run in kept for piece in _unstacked(field, run)]


def _below(above: list[Glyph], run: list[Glyph]) -> bool:
    last, glyph = above[-1], run[0]
    if len(run) > 1 or (len(above) > 1 and above[-1].y0 <= above[-2].y1 - 0.5 * last.face.size):
        return False
    size = last.face.size
    step = (glyph.y0 - last.y0) / size
    centred = abs((last.x0 + last.x1) - (glyph.x0 + glyph.x1)) < 0.5 * size
    return centred and _STEP_DOWN[0] < step < _STEP_DOWN[1] and abs(last.face.size - glyph.face.size) < 0.1 * size


def _unstacked(field: int, run: list[Glyph]) -> list[Run]:
    """Leave what stands below one another apart again where no Japanese word does: a column of figures."""
    below = len(run) > 1 and run[1].y0 > run[0].y1 - 0.5 * run[0].face.size
    if below and sum(bool(_WIDE.match(glyph.text)) for glyph in run) * 2 < len(run) + 1:
        return [(field, [glyph]) for glyph in run]
    return [(field, run)]


def holes_filled(runs: list[Run]) -> list[Run]:
    """Put a sign of another font, which a file may draw after the line, into the hole that the line keeps for it."""
    kept: list[Run] = []
    for field, run in runs:
        host = None
        if len(run) <= 3:
            host = next((other for at, other in reversed(kept[-3:]) if at == field and _has_hole(other, run)), None)
        if host is None:
            kept.append((field, run))
        else:
            host[:] = sorted([*host, *run], key=lambda glyph: glyph.x0)
    return kept


def _has_hole(line: list[Glyph], run: list[Glyph]) -> bool:
    first, last = run[0], run[-1]
    if abs((line[0].y0 + line[0].y1) - (first.y0 + first.y1)) > first.face.size:
        return False
    return any(one.x1 - 1 <= first.x0 and last.x1 <= two.x0 + 1 for one, two in zip(line, line[1:], strict=False))
