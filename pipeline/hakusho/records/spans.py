"""Places in a document's canonical text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points of one canonical text.

    >>> "今年、総務省は".__getitem__(Span(3, 6).slice)
    '総務省'
    """

    start: int
    end: int

    @property
    def slice(self) -> slice:
        return slice(self.start, self.end)

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
