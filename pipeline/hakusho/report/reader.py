"""The reader: one page per document, its text in pieces that are loaded when they are reached."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakusho.report.data import Event, Marked, RunData

# Characters of one piece of a document's text.
_PIECE = 12_000
_ID = ":"


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

    `index` has for each piece the ids of its first mention, section and event, so that a link finds its piece.
    """

    chunks: tuple[str, ...]
    headings: tuple[Heading, ...]
    index: str
    regions: tuple[str, ...]
    rules: tuple[str, ...]


def local_id(identifier: str) -> str:
    """Return the part of an id that tells within its document.

    >>> local_id("ict_2012:m00012")
    'm00012'
    """
    return identifier.rpartition(_ID)[2]


def reader_text(data: RunData, doc_id: str) -> ReaderText:
    """Return the text of a document with its mentions and events, in pieces of some 12,000 characters."""
    text = data.text(doc_id)
    mentions = data.mentions.get(doc_id, [])
    events = [event for event in data.events if event.doc_id == doc_id]
    sections = {int(str(row[4])): row for row in data.sections.get(doc_id, [])}
    chunks: list[str] = []
    index: list[list[str]] = []
    headings: list[Heading] = []
    for blocks in _pieces(data.blocks.get(doc_id, [])):
        first, last = blocks[0][0], blocks[-1][1]
        inside = [mention for mention in mentions if first <= mention.start < last]
        told = [event for event in events if event.start < last and first < event.end]
        content, ids = _content(text, blocks, inside, told, sections)
        number = len(chunks)
        headings += [
            Heading(local_id(str(row[0])), _title(row), int(str(row[1])), number)
            for at, row in sections.items()
            if first <= at < last
        ]
        chunks.append(f"hakusho.chunk({number},{script_of(content)});\n")
        index.append(ids)
    found_by = sorted({_rule(mention.found_by) for mention in mentions})
    regions = sorted({mention.region for mention in mentions})
    return ReaderText(
        tuple(chunks), tuple(headings), f"hakusho.index({script_of(index)});\n", tuple(regions), tuple(found_by)
    )


def _title(row: Sequence[object]) -> str:
    number, title = str(row[3]), str(row[2])
    return f"{number} {title}" if number and not title.startswith(number) else title or number


def _rule(found_by: str) -> str:
    return ":".join(found_by.split(":")[:2])


def script_of(content: object) -> str:
    """Return content as JSON that a script may hold: nothing in it ends the script or a line of it."""
    made = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    escaped = made.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return escaped.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


_Block = tuple[int, int, str, int]


def _pieces(rows: Sequence[tuple[object, ...]]) -> Iterator[list[_Block]]:
    held: list[_Block] = []
    size = 0
    for start, end, region, page in rows:
        block = (int(str(start)), int(str(end)), str(region), int(str(page)))
        held.append(block)
        size += block[1] - block[0]
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
    sections: dict[int, tuple[object, ...]],
) -> tuple[dict[str, object], list[str]]:
    """Return a piece as its script holds it, and the ids that stand in it."""
    made = []
    for start, end, region, page in blocks:
        heads = [row for at, row in sections.items() if start <= at < end]
        level = int(str(heads[0][1])) if heads and region == "heading" else 0
        anchors = [local_id(str(row[0])) for row in heads]
        made.append([region, level, anchors, page, _strings(text, start, end, mentions, events)])
    marks = [_mark(mention) for mention in mentions]
    told = [_told(event) for event in events]
    ids = [str(mark[0]) for mark in marks] + [str(one[0]) for one in told]
    ids += [anchor for block in made for anchor in block[2]]  # type: ignore[attr-defined]
    return {"blocks": made, "marks": marks, "events": told}, ids


def _strings(text: str, start: int, end: int, mentions: Sequence[Marked], events: Sequence[Event]) -> list[object]:
    """Return a block's text cut where mentions and events begin and end: a string, or [string, mention, event]."""
    marks = [(m.start, m.end, i) for i, m in enumerate(mentions) if start <= m.start < end]
    told = [(max(e.start, start), min(e.end, end), i) for i, e in enumerate(events) if e.start < end and start < e.end]
    cuts = sorted({start, end, *(at for m in marks for at in m[:2]), *(at for e in told for at in e[:2])})
    found: list[object] = []
    for first, last in zip(cuts, cuts[1:], strict=False):
        if last > end:
            break
        mark = next((i for a, b, i in marks if a <= first and last <= b), -1)
        event = next((i for a, b, i in told if a <= first and last <= b), -1)
        piece = text[first:last]
        found.append(piece if mark < 0 and event < 0 else [piece, mark, event])
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
    place = " ".join(filter(None, (event.place, event.country)))
    name = event.name
    return [local_id(event.event_id), event.type, name, event.date, place, event.participants, event.outcome]
