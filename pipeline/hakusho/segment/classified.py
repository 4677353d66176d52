"""The lines of a document with what is told of them so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hakusho.records import Region
from hakusho.segment.hints import Hints
from hakusho.segment.lines import Line


@dataclass(slots=True)
class Classified:
    """Lines with the region of each; None for blank lines and for lines not yet told (prose or headings)."""

    lines: Sequence[Line]
    text: str
    kinds: list[Region | None]
    hints: Hints = field(default_factory=lambda: Hints(()))
    # Lines that carry on the one above: of a wrapped paragraph, an item, or a heading in several lines.
    carried: list[bool] = field(default_factory=list)
    # The column at which lines of a wrapped text end, 0 where lines are paragraphs.
    margin: int = 0
    heading_tails: set[int] = field(default_factory=set)
    # Lines that open a speaker's turn.
    turns: set[int] = field(default_factory=set)

    def last(self, index: int) -> int:
        """Return the last line of the paragraph that begins at an index."""
        while index + 1 < len(self.carried) and self.carried[index + 1]:
            index += 1
        return index

    def paragraph(self, index: int) -> str:
        """Return the folded text of the paragraph that begins at an index, its line breaks closed."""
        return "".join(self.lines[at].text for at in range(index, self.last(index) + 1))

    def neighbour(self, index: int, step: int) -> int | None:
        """Return the index of the nearest line before (-1) or after (+1) that is not blank."""
        index += step
        while 0 <= index < len(self.lines):
            if not self.lines[index].blank:
                return index
            index += step
        return None

    def glued(self, index: int) -> bool:
        """Return whether what stands here begins on the printed line of what is above: a heading at a note's end."""
        above = index - 1
        while above >= 0 and self.lines[above].number == self.lines[index].number:
            if not self.lines[above].blank:
                return True
            above -= 1
        return False

    def raw(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start - line.indent : line.stop].rstrip("\r\n")
