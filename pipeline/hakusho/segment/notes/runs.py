"""Notes that only the notes beside them tell from headings: 9, 10, 11 at the foot of a page whose headings are at 3."""

from collections.abc import Iterator

from hakusho.records import Region
from hakusho.segment.classified import Classified
from hakusho.segment.line_rules import PLAIN_NOTE
from hakusho.segment.notes import note_rules
from hakusho.segment.notes.marks import Marks

# So many numbers on lines next to one another are a run; so many marks, or runs that count on, make it one of notes.
_FEWEST = 3
_SURE = 2


def marked_runs(state: Classified, references: Marks) -> None:
    """Numbers on lines next to one another are notes where the text has marks of them, if few: an excerpt has lost the
    others. Runs that count on over the text between them (1 to 20, 21 to 26) need one mark only."""
    chain: list[list[int]] = []
    above = _NotesAbove(state)
    for run in _runs(state):
        if chain and _plain_number(state, run[0]) != (_plain_number(state, chain[-1][-1]) or 0) + 1:
            _decide(state, chain, references, above)
            chain = []
        chain.append(run)
    _decide(state, chain, references, above)


class _NotesAbove:
    """Where the last note above a line begins, whose text may hold the marks of those below."""

    def __init__(self, state: Classified) -> None:
        self._state, self._seen, self._begin = state, 0, 0

    def of(self, index: int) -> int:
        """Return the place for a line, 0 without a note above; lines are asked for in their order."""
        for at in range(self._seen, index):
            if self._state.kinds[at] is Region.FOOTNOTE:
                self._begin = self._state.lines[at].start
        self._seen = index
        return self._begin


def _decide(state: Classified, chain: list[list[int]], references: Marks, above: _NotesAbove) -> None:
    marks = sum(
        references.are_above(str(_plain_number(state, index)), state.lines[run[0]].start)
        for run in chain
        for index in run
    )
    if (marks and marks + len(chain) > _SURE) or (chain and _marked_above(state, chain[0], references, above)):
        for index in (index for run in chain for index in run if state.kinds[index] is None):
            state.kinds[index] = Region.FOOTNOTE


def _marked_above(state: Classified, run: list[int], references: Marks, above: _NotesAbove) -> bool:
    """Return whether numbers of a run may be marks of the text between the notes above and it: two of them, or all."""
    begin, end = above.of(run[0]), state.lines[run[0]].start
    numbers = [str(_plain_number(state, index)) for index in run]
    marked = [number for number in numbers if references.between(number, begin, end) is not None]
    return len(marked) >= _SURE and _tell(state, run) and references.in_order(marked, begin, end)


def _tell(state: Classified, run: list[int]) -> bool:
    """Return whether most lines of a run say more than a title does: a list of contents counts too."""
    return 2 * sum(bool(note_rules.TELLS.search(state.lines[index].text)) for index in run) > len(run)


def _runs(state: Classified) -> Iterator[list[int]]:
    """Return the lines next to one another that count on."""
    run: list[int] = []
    for index in range(len(state.lines) + 1):
        known = index < len(state.lines) and state.kinds[index] in (None, Region.FOOTNOTE) and not state.glued(index)
        number = _plain_number(state, index) if known else None
        if run and number is not None and index == run[-1] + 1 and number == (_plain_number(state, run[-1]) or 0) + 1:
            run.append(index)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = [index] if number is not None else []


def between_notes(state: Classified) -> None:
    """A number that counts on with the note beside it, and not with the headings, is a note's."""
    last_heading = 0
    plain = [i for i, line in enumerate(state.lines) if line.text and state.kinds[i] in (None, Region.FOOTNOTE)]
    for above, index in zip(plain, plain[1:], strict=False):
        number = _plain_number(state, index)
        if number is None or state.kinds[index] is not None:
            continue
        if (
            not state.glued(index)
            and state.kinds[above] is Region.FOOTNOTE
            and _plain_number(state, above) == number - 1 != last_heading
        ):
            state.kinds[index] = Region.FOOTNOTE
        else:
            last_heading = number
    for index, below in reversed(list(zip(plain, plain[1:], strict=False))):
        number = _plain_number(state, index) if state.kinds[index] is None and not state.glued(index) else None
        if number and below == index + 1 and state.kinds[below] is Region.FOOTNOTE:
            state.kinds[index] = Region.FOOTNOTE if _plain_number(state, below) == number + 1 else None


def _plain_number(state: Classified, index: int) -> int | None:
    match = PLAIN_NOTE.match(state.lines[index].text)
    return int(match["marker"]) if match else None
