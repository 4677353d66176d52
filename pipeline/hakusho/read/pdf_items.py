"""What stands on the pages of a PDF, piece by piece in reading order."""

from dataclasses import dataclass

from hakusho.read.pages import GridCell
from hakusho.records import Print, Region


@dataclass(frozen=True, slots=True)
class Item:
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
    # Where its first and last line begin, across and down, and how much further in than its second the first does, in points.
    first_x: float = 0.0
    last_x: float = 0.0
    first_y: float = 0.0
    last_y: float = 0.0
    opening: float = 0.0
    last_page: int = 0
    # Where in its text a page begins, with that page.
    breaks: tuple[tuple[int, int], ...] = ()
