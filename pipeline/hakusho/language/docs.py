"""spaCy documents from analyses: tokens cut where mentions begin and end, so that none is lost."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from hakusho.records import Analysis, Entity, Event

SPANS_KEY = "hakusho"
# All that hakusho puts on documents and spans bears this name, or begins with it.
EXTENSION = "hakusho"
PUBLISHED, TITLE = f"{EXTENSION}_published", f"{EXTENSION}_title"


class EntityId(Protocol):
    """Return the id of the thing that an entity names: of the lexicon, an ISO code, a TIMEX3 value."""

    def __call__(self, entity: Entity, /) -> str: ...


def declare() -> None:
    """Make the extensions known to spaCy: `doc._.hakusho`, `span._.hakusho`, and what a document is told before."""
    for kind in (Doc, Span):
        if not kind.has_extension(EXTENSION):
            kind.set_extension(EXTENSION, default=None)
    for name in (PUBLISHED, TITLE):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default="")


def build_doc(analysis: Analysis, entity_id: EntityId, vocab: Vocab | None = None) -> Doc:
    """Return a `Doc` of an analysis: its words are those of the table `tokens`, its sentences and mentions ours.

    The text of the document is the canonical text, character by character. `doc.spans["hakusho"]` holds the
    mentions, `doc.ents` the same; `span.kb_id_` is the id of what is named, `span._.hakusho` all that is known of it.
    """
    text = analysis.source.text
    starts = {sentence.span.start for sentence in analysis.segments.sentences}
    words = analysis.words
    bounds = sorted({0, len(text), *edges_of(analysis), *starts, *words.source_starts, *words.source_ends})
    pieces = [text[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]
    sentence_starts = [start in starts or start == 0 for start in bounds[:-1]]
    doc = Doc(vocab or Vocab(), words=pieces, spaces=[False] * len(pieces), sent_starts=sentence_starts)
    add_spans(doc, analysis, entity_id, SPANS_KEY)
    add_ents(doc, SPANS_KEY)
    return doc


def edges_of(analysis: Analysis) -> list[int]:
    """Return the offsets where mentions begin and end."""
    return [edge for e in analysis.entities for edge in (e.mention.span.start, e.mention.span.end)]


def add_spans(doc: Doc, analysis: Analysis, entity_id: EntityId, key: str) -> None:
    """Put mentions into `doc.spans[key]`, on the tokens that the document has (widened to whole ones), and what else
    is known of the document into `doc._.hakusho`: plain values, so that documents with them can be saved.
    """
    declare()
    spans = []
    for entity in analysis.entities:
        place, known = entity.mention.span, entity_id(entity)
        span = doc.char_span(place.start, place.end, entity.mention.label, known, alignment_mode="expand")
        span._.set(EXTENSION, _facts(entity, known))
        spans.append(span)
    doc.spans[key] = spans
    doc._.set(EXTENSION, {"events": [_event(event, analysis) for event in analysis.events]})


def add_ents(doc: Doc, key: str) -> None:
    """Add the spans of a key to the document's own entities, which stay: entities of spaCy never overlap.

    Of nested mentions the outer one is taken.
    """
    taken = {token for entity in doc.ents for token in range(entity.start, entity.end)}
    free = [span for span in filter_spans(doc.spans[key]) if taken.isdisjoint(range(span.start, span.end))]
    doc.set_ents([*doc.ents, *free])


def add_sentences(doc: Doc, starts: Iterable[int]) -> None:
    """Let sentences begin at character offsets, where no parser or other component said where they do."""
    if doc.has_annotation("SENT_START"):
        return
    begun = sorted({0, *starts})
    at = 0
    for token in doc:
        begins = at < len(begun) and begun[at] <= token.idx
        while at < len(begun) and begun[at] <= token.idx:
            at += 1
        token.is_sent_start = begins


def _facts(entity: Entity, entity_id: str) -> dict[str, Any]:
    mention, timex = entity.mention, entity.timex
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.surface,
        "value": entity.value,
        "name": entity.name,
        "status": entity.status.value,
        "entity_id": entity_id,
        "mod": timex.mod if timex else "",
        "first_day": timex.first_day if timex else "",
        "last_day": timex.last_day if timex else "",
        "flags": list(entity.flags),
        "found_by": mention.found_by,
    }


def _event(event: Event, analysis: Analysis) -> dict[str, Any]:
    date = analysis.entities[event.date]
    return {
        "type": event.type,
        "name": event.name,
        "date": date.value,
        "place": event.place,
        "place_country": event.place_country,
        "participants": [side.value for side in event.participants],
        "start": event.span.start,
        "end": event.span.end,
    }


def split_tokens(doc: Doc, edges: Sequence[int]) -> None:
    """Split the tokens of a document that have one of the character offsets `edges` inside them.

    The parts keep the head of the token; lists that hold one value per token (GiNZA's) are filled up.
    """
    cuts: dict[int, list[int]] = {}
    index = 0
    for edge in sorted(set(edges)):
        while index < len(doc) and doc[index].idx + len(doc[index]) <= edge:
            index += 1
        if index < len(doc) and doc[index].idx < edge:
            cuts.setdefault(index, []).append(edge - doc[index].idx)
    if not cuts:
        return
    counts = [len(cuts.get(i, ())) + 1 for i in range(len(doc))]
    _fill_up(doc, counts)
    with doc.retokenize() as retokenizer:
        for i, offsets in cuts.items():
            token = doc[i]
            bounds = [0, *offsets, len(token)]
            words = [token.text[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
            last = len(words) - 1
            head = (token, last) if token.head.i == token.i else token.head
            heads: list[Any] = [(token, last)] * last + [head]
            same = {"POS": [token.pos_] * len(words), "TAG": [token.tag_] * len(words)}
            retokenizer.split(token, words, heads=heads, attrs=same)


def _fill_up(doc: Doc, counts: Sequence[int]) -> None:
    for key, value in list(doc.user_data.items()):
        if isinstance(value, list) and len(value) == len(counts):
            doc.user_data[key] = [item for item, count in zip(value, counts, strict=True) for _ in range(count)]
