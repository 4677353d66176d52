"""A line of print, as it is handed on between the steps of reading a page."""

from typing import NamedTuple

# A wide gap: before which character, from where to where.
Room = tuple[int, float, float]


class PrintedLine(NamedTuple):
    """A piece of print with its box, in points, y growing downwards, and how it is printed."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False
    gothic: bool = False
    # The field of a table that it stands in; 0 for none.
    field: int = 0
    # Whether it runs in another direction than the page.
    turned: bool = False
    hidden: bool = False
    # Ruby that stands above a part of it.
    ruby: tuple[str, ...] = ()
    # How many characters stand before the end of what each explains.
    ruby_at: tuple[int, ...] = ()
    # How many characters at its beginning are raised or small: the mark of a note.
    mark: int = 0
    # How many of its characters are Japanese.
    wide: int = 0
    # How many characters at its end are small: the marks of the notes to a heading.
    tail: int = 0
    weight: int = 400
    # The weight of its first and last Japanese character, and whether they are Gothic.
    opens_in: tuple[int, bool] = (400, False)
    ends_in: tuple[int, bool] = (400, False)
    # Wide gaps in it: before which character, from where to where. In a table they part fields.
    rooms: tuple[Room, ...] = ()

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def width(self) -> float:
        return self.x1 - self.x0
