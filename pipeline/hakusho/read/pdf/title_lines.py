"""Titles on several lines: what goes on with a line of large type."""

from collections.abc import Sequence

from hakusho.read.pdf.measure import Measure
from hakusho.read.pdf.pdf_rules import BREAKS_OFF, BYLINE, LABEL, OPENING
from hakusho.read.pdf.printed import PrintedLine

# Type so much larger than prose is a heading's, a title's.
_HEADING_SIZE, _TITLE_SIZE = 1.1, 1.4
# Lines of a title are no further apart, in sizes, and of one size, as shares of it.
_CLOSE, _FAR, _SAME_SIZE, _LATIN_SIZE = 1.7, 2.5, 0.03, 0.1


def heading_goes_on(group: Sequence[PrintedLine], line: PrintedLine, measure: Measure) -> bool:
    """Return whether a line of large type goes on with a heading, which breaks off in mid-phrase or is centred."""
    large = measure.body and line.size > _HEADING_SIZE * measure.body and len(group) < 3
    if not large or LABEL.match(line.text):
        return False
    return bool(BREAKS_OFF.search(group[-1].text)) or _goes_on_centred(group[-1], line)


def goes_on_title(last: PrintedLine, line: PrintedLine, measure: Measure) -> bool:
    """Return whether a line goes on with a title in large type, however its lines are spaced."""
    large = measure.body and min(last.size, line.size) > _TITLE_SIZE * measure.body
    if not large or last.bold != line.bold:
        return False
    if BREAKS_OFF.search(last.text):
        # There may be much room below it.
        return _goes_on_centred(last, line, _FAR)
    # What had room on one line is set on two because it is two: 目次, 資料１, PRESS RELEASE.
    broken = bool(OPENING.match(line.text)) or last.width + line.width > measure.right - measure.left
    return broken and _goes_on_centred(last, line)


def _goes_on_centred(last: PrintedLine, line: PrintedLine, most: float = _CLOSE) -> bool:
    """Return whether two lines of one size stand close below one another around one axis: a title on two lines."""
    # Latin letters of one size with Japanese ones may be a little larger.
    alike = _LATIN_SIZE if 0 in (last.wide, line.wide) else _SAME_SIZE
    if abs(last.size - line.size) > alike * line.size or line.middle - last.middle > most * line.size:
        return False
    if BYLINE.match(last.text) or BYLINE.match(line.text):
        return False
    return abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 0.5 * line.size and abs(line.x0 - last.x0) > line.size
