"""The reader: one page per document, its text in pieces that are loaded when they are reached."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hakusho.files.run_columns import Row
from hakusho.report.data import Event, Marked, RunData
from hakusho.report.names import names_script
from hakusho.report.scripts import local_id, rule_of, script_of

# Characters of one piece of a document's text.
_PIECE = 12_000


@dataclass(frozen=True, slots=True)
class Heading:
    """A section in the tree: where its heading is on the page, and in which piece of the text."""

    anchor: str
    title: str
    level: int
    chunk: int


@dataclass(frozen=True, slots=True)
class ReaderText:
    """A document's text as its page loads it: scripts by number, the section tree, the places of mentions and events.

    `index` has for each piece the ids of its first mention, section and event, so that a link finds its piece;
    `names` is the script that the list of names reads.
    """

    chunks: tuple[str, ...]
    headings: tuple[Heading, ...]
    index: str
    names: str
    regions: tuple[str, ...]
    rules: tuple[str, ...]


def reader_text(data: RunData, doc_id: str) -> ReaderText:
    """Return the text of a document with its mentions and events, in pieces of some 12,000 characters."""
    text = data.text(doc_id)
    mentions, events = data.mentions.get(doc_id, []), data.events.get(doc_id, [])
    mention_starts = [mention.start for mention in mentions]
    sections = {row[4]: row for row in data.sections.get(doc_id, [])}
    chunks: list[str] = []
    index: list[list[str]] = []
    headings: list[Heading] = []
    told_sections: list[Row] = []
    starts = sorted(sections)
    for blocks in _pieces(data.blocks.get(doc_id, [])):
        first, last = blocks[0][0], blocks[-1][1]
        inside = mentions[bisect_left(mention_starts, first) : bisect_left(mention_starts, last)]
        told = [event for event in events if event.start < last and first < event.end]
        content, ids = _content(text, blocks, inside, told, sections, starts)
        number = len(chunks)
        here = _between(sections, starts, first, last)
        told_sections += here
        headings += [Heading(local_id(row[0]), _title(row), row[1], number) for row in here]
        chunks.append(f"hakusho.chunk({number},{script_of(content)});\n")
        index.append(ids)
    found_by = sorted({rule_of(mention.found_by) for mention in mentions})
    regions = sorted({mention.region for mention in mentions})
    places = {row[0]: at for at, row in enumerate(told_sections)}
    names = names_script(text, mentions, places)
    found = f"hakusho.index({script_of(index)});\n"
    return ReaderText(tuple(chunks), tuple(headings), found, names, tuple(regions), tuple(found_by))


def _between(sections: Mapping[int, Row], starts: Sequence[int], first: int, last: int) -> list[Row]:
    """Return the sections that begin in a stretch of the text; `starts` are their beginnings in order."""
    return [sections[at] for at in starts[bisect_left(starts, first) : bisect_left(starts, last)]]


def _title(row: Row) -> str:
    _, _, title, number, *_ = row
    return f"{number} {title}" if number and not title.startswith(number) else title or number


_Block = tuple[int, int, str, int]


def _pieces(rows: Sequence[Row]) -> Iterator[list[_Block]]:
    held: list[_Block] = []
    size = 0
    for start, end, region, page in rows:
        held.append((start, end, region, int(page)))
        size += end - start
        if size >= _PIECE:
            yield held
            held, size = [], 0
    if held:
        yield held


def _content(
    text: str,
    blocks: Sequence[_Block],
    mentions: Sequence[Marked],
    events: Sequence[Event],
    sections: Mapping[int, Row],
    starts: Sequence[int],
) -> tuple[dict[str, object], list[str]]:
    """Return a piece as its script holds it, and the ids that stand in it."""
    made: list[list[object]] = []
    ids = [local_id(mention.mention_id) for mention in mentions] + [local_id(event.event_id) for event in events]
    for start, end, region, page in blocks:
        heads = _between(sections, starts, start, end)
        level = heads[0][1] if heads and region == "heading" else 0
        anchors = [local_id(row[0]) for row in heads]
        ids += anchors
        made.append([region, level, anchors, page, _strings(text, start, end, mentions, events)])
    return {"blocks": made, "marks": [*map(_mark, mentions)], "events": [*map(_told, events)]}, ids


def _strings(text: str, start: int, end: int, mentions: Sequence[Marked], events: Sequence[Event]) -> list[object]:
    """Return a block's text cut where mentions and events begin and end: a string, or [string, mention, event]."""
    marks = [(m.start, m.end, i) for i, m in enumerate(mentions) if start <= m.start < end]
    told = [(max(e.start, start), min(e.end, end), i) for i, e in enumerate(events) if e.start < end and start < e.end]
    cuts = sorted({start, end, *(at for m in marks for at in m[:2]), *(at for e in told for at in e[:2])})
    found: list[object] = []
    of_marks, of_events = _first_covers(marks, cuts), _first_covers(told, cuts)
    for first, last, mark, event in zip(cuts, cuts[1:], of_marks, of_events, strict=False):
        if last > end:
            break
        piece = text[first:last]
        found.append(piece if mark < 0 and event < 0 else [piece, mark, event])
    return found


def _first_covers(spans: Sequence[tuple[int, int, int]], cuts: Sequence[int]) -> list[int]:
    """Return for each stretch between two cuts the least number among the spans over it, -1 for none.

    A span is (start, end, number); each begins and ends at a cut. One pass: spans open and close as cuts are reached.
    """
    found: list[int] = []
    over: list[tuple[int, int, int]] = []
    waiting = sorted(spans, reverse=True)
    for first in cuts[:-1]:
        while waiting and waiting[-1][0] <= first:
            over.append(waiting.pop())
        over = [span for span in over if span[1] > first]
        found.append(min((number for _, _, number in over), default=-1))
    return found


def _mark(mention: Marked) -> list[object]:
    days = mention.first_day if mention.first_day == mention.last_day else f"{mention.first_day} – {mention.last_day}"
    name = mention.name if mention.name != mention.value else ""
    return [
        local_id(mention.mention_id),
        mention.label,
        mention.value,
        mention.status,
        name,
        mention.entity_id if mention.entity_id != mention.value else "",
        days.strip(" –"),
        mention.found_by,
        mention.features,
        mention.candidates,
        mention.region,
    ]


def _told(event: Event) -> list[object]:
    told = [event.type, event.name, event.date, event.where, event.participants, event.outcome]
    return [local_id(event.event_id), *told]
