"""Notes that only the notes beside them tell from headings: 9, 10, 11 at the foot of a page whose headings are at 3."""

from hakusho.records import Region
from hakusho.segment.classified import Classified
from hakusho.segment.line_rules import PLAIN_NOTE


def between_notes(state: Classified) -> None:
    """A number that counts on with the note beside it, and not with the headings, is a note's."""
    last_heading = 0
    plain = [i for i, line in enumerate(state.lines) if line.text and state.kinds[i] in (None, Region.FOOTNOTE)]
    for above, index in zip(plain, plain[1:], strict=False):
        number = _plain_number(state, index)
        if number is None or state.kinds[index] is not None:
            continue
        if state.kinds[above] is Region.FOOTNOTE and _plain_number(state, above) == number - 1 != last_heading:
            state.kinds[index] = Region.FOOTNOTE
        else:
            last_heading = number
    for index, below in reversed(list(zip(plain, plain[1:], strict=False))):
        number = _plain_number(state, index) if state.kinds[index] is None else None
        if number and below == index + 1 and state.kinds[below] is Region.FOOTNOTE:
            state.kinds[index] = Region.FOOTNOTE if _plain_number(state, below) == number + 1 else None


def _plain_number(state: Classified, index: int) -> int | None:
    match = PLAIN_NOTE.match(state.lines[index].text)
    return int(match["marker"]) if match else None
