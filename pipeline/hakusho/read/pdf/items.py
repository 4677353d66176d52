"""What stands on the pages of a PDF, piece by piece in reading order."""

from typing import NamedTuple

from hakusho.read.pages import GridCell
from hakusho.read.pdf.shapes import Box
from hakusho.records import Print, Region


class Item(NamedTuple):
    """A piece of a page in reading order: a paragraph with its kind, or a table."""

    kind: Region
    text: str
    page: int
    facts: Print | None = None
    full: bool = False
    # Whether it opens a page or column, and may go on with what the one before ended in.
    first: bool = False
    cells: tuple[GridCell, ...] = ()
    ruled: bool = True
    columns: tuple[float, ...] = ()
    # From where to where the columns of a table reach; whether it goes on with that of the page before.
    spans: tuple[tuple[float, float], ...] = ()
    goes_on: bool = False
    # Where its first and last line begin, across and down, and how much further in the first is than the second.
    first_x: float = 0.0
    last_x: float = 0.0
    first_y: float = 0.0
    last_y: float = 0.0
    opening: float = 0.0
    last_page: int = 0
    # Where in its text, or with which row of a table, a page begins, with that page.
    breaks: tuple[tuple[int, int], ...] = ()
    # Where it stands on its page; its facts have that of a paragraph.
    box: Box | None = None

    @property
    def place(self) -> Box | None:
        """The box on the page, whichever way it is known."""
        return Box(*self.facts.box) if self.facts is not None else self.box
