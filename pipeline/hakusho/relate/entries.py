"""Lines of a chronology: each begins with a date and is no sentence (1978年8月12日　日中平和友好条約、北京で署名)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakusho.labels import DATE
from hakusho.records import Entity, Region, Span
from hakusho.relate.event_rules import STOPS
from hakusho.text.document import Document

# The longest line of a chronology, in characters.
_LONGEST = 160
_KINDS = frozenset((Region.BODY, Region.LIST))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line from its date on, with the entities in it and their indices."""

    span: Span
    named: tuple[tuple[int, Entity], ...]


def entries(document: Document, entities: Sequence[Entity]) -> Iterator[Entry]:
    """Return the lines of the blocks of which every line begins with a date and ends as no sentence does."""
    begun = dict(_opening(document, entities))
    if not begun:
        return
    for block in {document.layout.block_index(start) for start in begun}:
        lines = [line for line in _lines(document, block) if line.start < line.end]
        if all(line.start in begun and document.text[line.end - 1] not in STOPS for line in lines):
            for line in lines:
                if len(line) <= _LONGEST and begun[line.start] >= 0:
                    yield _entry(line, begun[line.start], entities)


def _opening(document: Document, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Return (start, index) of the dates that stand at the beginning of a line of text, marks of a list aside.

    Of a year on a line of its own and the day below it (one date) the first line has the index -1.
    """
    for index, entity in enumerate(entities):
        span = entity.mention.span
        if entity.mention.label != DATE or entity.mention.region not in _KINDS:
            continue
        line = document.text.rfind("\n", 0, span.start) + 1
        if any(sign.isalnum() for sign in document.text[line : span.start]):
            continue
        below = document.text.rfind("\n", span.start, span.end) + 1
        yield span.start, index if not below else -1
        if below:
            yield next(at for at in range(below, span.end) if document.text[at].isalnum()), index


def _lines(document: Document, block: int) -> Iterator[Span]:
    """Return the lines of a block without the marks and blanks around them."""
    span = document.segments.blocks[block].span
    start = span.start
    for line in document.text[span.slice].splitlines(keepends=True):
        lead = next((at for at, sign in enumerate(line) if sign.isalnum()), len(line))
        yield Span(start + lead, start + max(lead, len(line.rstrip())))
        start += len(line)


def _entry(line: Span, index: int, entities: Sequence[Entity]) -> Entry:
    found: list[tuple[int, Entity]] = []
    while index < len(entities) and entities[index].mention.span.start < line.end:
        found.append((index, entities[index]))
        index += 1
    return Entry(line, tuple(found))
