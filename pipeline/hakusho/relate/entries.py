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
    begun = {start: index for index, start in _opening(document, entities)}
    if not begun:
        return
    for block in {document.layout.block_index(start) for start in begun}:
        lines = [line for line in _lines(document, block) if line.start < line.end]
        if all(line.start in begun and document.text[line.end - 1] not in STOPS for line in lines):
            yield from (_entry(line, begun[line.start], entities) for line in lines if len(line) <= _LONGEST)


def _opening(document: Document, entities: Sequence[Entity]) -> Iterator[tuple[int, int]]:
    """Return (index, start) of the dates that stand at the beginning of a line of text, marks of a list aside."""
    for index, entity in enumerate(entities):
        start = entity.mention.span.start
        if entity.mention.label == DATE and entity.mention.region in _KINDS:
            line = document.text.rfind("\n", 0, start) + 1
            if not any(sign.isalnum() for sign in document.text[line:start]):
                yield index, start


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
