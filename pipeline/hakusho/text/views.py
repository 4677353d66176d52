"""Views: a text as a reader sees it, with a map back to the characters that stand on the page.

A view drops what layout put into words (line breaks of hard-wrapped paragraphs, typesetters' spaces between
Japanese and Latin letters) and folds widths and old forms, so that rules match `2006年(平成18年)` however it was
printed. Nothing of the canonical text is changed: `View.span` gives the place on the page.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hakusho.records import Join, Span
from hakusho.text.folding import expansions

MASK = "\ufffc"

_ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-;=?-Z\\^-~]+|www\.[!-;=?-Z\\^-~]+|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
)
_WIDE_CHARACTER = re.compile("[^!-~]")
_WIDE = r"[\u3001-\u30ff\u3400-\u9fff々〇]"
# The space first, then what stands before it: a pattern that begins with a character is sought far faster.
_TYPESET_SPACE = re.compile(rf" (?:(?<={_WIDE} )(?=[!-~])|(?<=[!-~] )(?={_WIDE})|(?<=\) )(?=[0-9]{{1,2}} ?[年月日]))")


@dataclass(frozen=True, slots=True)
class View:
    """`text` to match on; offsets of it map back through `span`.

    >>> view = reading_view("日 ASEAN は２０１１ 年", {0xFF12: "2", 0xFF10: "0", 0xFF11: "1"})
    >>> view.text
    '日ASEANは2011年'
    >>> view.span(7, 12)
    Span(start=9, end=15)
    """

    text: str
    # Breakpoints: from view offset `_at[i]` on, the source offset is `_from[i]` + distance.
    _at: Sequence[int] = field(default=(0,))
    _from: Sequence[int] = field(default=(0,))
    # Source end of an edited piece (a reading of another length), 0 for text that maps one to one.
    _edited_to: Sequence[int] = field(default=(0,))

    def span(self, start: int, end: int) -> Span:
        """Return the canonical span of view offsets [start, end); `end` must lie after `start`."""
        first = bisect_right(self._at, start) - 1
        last = bisect_right(self._at, end - 1) - 1
        begin = self._from[first] + (0 if self._edited_to[first] else start - self._at[first])
        stop = self._edited_to[last] or self._from[last] + end - self._at[last]
        return Span(begin, stop)

    def spans(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[list[int], list[int]]:
        """Return the canonical starts and ends of many view ranges in ascending order, as `span` does of one.

        What lies between two breakpoints is moved in one go.
        """
        found_starts: list[int] = []
        found_ends: list[int] = []
        first = 0
        while first < len(starts):
            index = bisect_right(self._at, starts[first]) - 1
            edge = self._at[index + 1] if index + 1 < len(self._at) else len(self.text)
            last = first if self._edited_to[index] else bisect_right(ends, edge, first)
            if last == first:
                # It runs over the breakpoint, or lies in an edited piece.
                span = self.span(starts[first], ends[first])
                found_starts.append(span.start)
                found_ends.append(span.end)
                first += 1
                continue
            shift = self._from[index] - self._at[index]
            found_starts += [start + shift for start in starts[first:last]]
            found_ends += [end + shift for end in ends[first:last]]
            first = last
        return found_starts, found_ends

    def range(self, span: Span) -> tuple[int, int]:
        """Return the view offsets [start, end) of a canonical span."""
        return self.position(span.start), self.position(span.end)

    def start(self, offset: int) -> int:
        """Return the canonical offset of a view offset."""
        return self.span(offset, offset + 1).start

    def position(self, source_offset: int) -> int:
        """Return the first view offset at or after a canonical offset."""
        index = bisect_right(self._from, source_offset) - 1
        width = (self._at[index + 1] if index + 1 < len(self._at) else len(self.text)) - self._at[index]
        return self._at[index] + min(source_offset - self._from[index], width)


def reading_view(
    text: str, folding: Mapping[int, str], joins: Iterable[Join] = (), verbatim: Iterable[Span] = ()
) -> View:
    """Return the view that rules read: folded, with `joins` closed and typesetters' spaces dropped.

    Addresses (URLs, e-mail) are masked, so that no rule finds a name in them. Spaces inside `verbatim` spans
    (columns of a table) stay. `folding` is `folding_table(...)`.
    """
    return view_of(text, text.translate(folding), joins, verbatim)


def view_of(text: str, folded: str, joins: Iterable[Join], verbatim: Iterable[Span]) -> View:
    """Return the reading view of a text that is folded already."""
    edits = [(join.start, join.end, join.replacement) for join in joins]
    edits += expansions(text)
    edits += _spaces(folded, verbatim)
    folded = _ADDRESS.sub(lambda match: _masked(text, match), folded)
    return _edited(folded, edits) if edits else View(folded)


def _masked(text: str, address: re.Match[str]) -> str:
    """Mask an address up to the first wide character on the page: `https://a.jp/x)(2021年` ends at a wide bracket."""
    wide = _WIDE_CHARACTER.search(text, address.start() + 1, address.end())
    kept = (
        "" if wide is None or not text[address.start()].isascii() else address.group()[wide.start() - address.start() :]
    )
    return MASK * (len(address.group()) - len(kept)) + kept


def _spaces(folded: str, verbatim: Iterable[Span]) -> list[tuple[int, int, str]]:
    kept = list(verbatim)
    found = [(m.start(), m.end(), "") for m in _TYPESET_SPACE.finditer(folded)]
    if not kept:
        return found
    starts = [span.start for span in kept]
    return [edit for edit in found if not _inside(edit[0], kept, starts)]


def _inside(offset: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < spans[index].end


def _edited(folded: str, edits: list[tuple[int, int, str]]) -> View:
    pieces: list[str] = []
    at, source, edited_to = [], [], []
    position = length = 0
    for start, end, replacement in sorted(edits):
        if start < position:
            continue
        if start > position:
            at.append(length)
            source.append(position)
            edited_to.append(0)
            pieces.append(folded[position:start])
            length += start - position
        if replacement:
            at.append(length)
            source.append(start)
            edited_to.append(end)
            pieces.append(replacement)
            length += len(replacement)
        position = end
    if position < len(folded) or not at:
        at.append(length)
        source.append(position)
        edited_to.append(0)
        pieces.append(folded[position:])
    return View("".join(pieces), at, source, edited_to)
