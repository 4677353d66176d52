"""spaCy documents from analyses: tokens cut where mentions begin and end, so that none is lost."""

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from hakusho.records import Analysis, Annotation, Entity
from hakusho.records import Span as Place

SPANS_KEY = "hakusho"
_EXTENSION = "hakusho"
# Joins modifier and flags in the id of an exchanged span.
_JOIN = "|"


def build_doc(analysis: Analysis, vocab: Vocab | None = None) -> Doc:
    """Return a `Doc` of an analysis: its words are those of the table `tokens`, its sentences and mentions ours.

    The text of the document is the canonical text, character by character. `doc.spans["hakusho"]` holds the
    mentions, `doc.ents` the same; `span.kb_id_` is the value, `span._.hakusho` all that is known of it.
    """
    text = analysis.source.text
    edges = {edge for entity in analysis.entities for edge in (entity.mention.span.start, entity.mention.span.end)}
    edges |= {sentence.span.start for sentence in analysis.segments.sentences}
    bounds = sorted({0, len(text), *edges, *analysis.words.source_starts, *analysis.words.source_ends})
    words = [text[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]
    starts = {sentence.span.start for sentence in analysis.segments.sentences}
    sentence_starts = [start in starts or start == 0 for start in bounds[:-1]]
    doc = Doc(vocab or Vocab(), words=words, spaces=[False] * len(words), sent_starts=sentence_starts)
    add_spans(doc, analysis.entities)
    # Entities of spaCy never overlap: of nested mentions it takes the outer one.
    doc.ents = tuple(filter_spans(doc.spans[SPANS_KEY]))
    return doc


def add_spans(doc: Doc, entities: Iterable[Entity]) -> None:
    """Put entities into `doc.spans["hakusho"]`, on the tokens that the document has (widened to whole ones)."""
    if not Span.has_extension(_EXTENSION):
        Span.set_extension(_EXTENSION, default=None)
    spans = []
    for entity in entities:
        mention = entity.mention
        span = doc.char_span(
            mention.span.start, mention.span.end, label=mention.label, kb_id=entity.value, alignment_mode="expand"
        )
        span._.set(_EXTENSION, _facts(entity))
        spans.append(span)
    doc.spans[SPANS_KEY] = spans


def _facts(entity: Entity) -> dict[str, Any]:
    """Plain values, so that documents with them can be saved."""
    mention, timex = entity.mention, entity.timex
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.surface,
        "value": entity.value,
        "name": entity.name,
        "status": entity.status.value,
        "entity_id": entity.entity_id,
        "mod": timex.mod if timex else "",
        "first_day": timex.first_day if timex else "",
        "last_day": timex.last_day if timex else "",
        "flags": list(entity.flags),
        "found_by": mention.found_by,
    }


def write_doc_bin(documents: Iterable[tuple[str, str, Sequence[Annotation]]]) -> bytes:
    """Return a `DocBin` of (name, text, spans)."""
    vocab, docs = Vocab(), DocBin(attrs=["ORTH", "SPACY"], store_user_data=True)
    for name, text, spans in documents:
        edges = sorted({0, len(text), *(edge for a in spans for edge in (a.span.start, a.span.end))})
        words = [text[start:end] for start, end in zip(edges, edges[1:], strict=False)]
        doc = Doc(vocab, words=words, spaces=[False] * len(words))
        doc.user_data["doc_id"] = name
        doc.spans[SPANS_KEY] = [
            doc.char_span(a.span.start, a.span.end, label=a.label, kb_id=a.value, span_id=_JOIN.join((a.mod, *a.flags)))
            for a in spans
        ]
        docs.add(doc)
    return bytes(docs.to_bytes())


def read_doc_bin(data: bytes) -> list[tuple[str, str, list[Annotation]]]:
    """Return (name, text, spans) of each document of a `DocBin`; a name is empty where it has none."""
    found = []
    for doc in DocBin().from_bytes(data).get_docs(Vocab()):
        spans = [_annotation(span) for span in doc.spans.get(SPANS_KEY, doc.ents)]
        found.append((str(doc.user_data.get("doc_id", "")), doc.text, spans))
    return found


def _annotation(span: Span) -> Annotation:
    mod, *flags = span.id_.split(_JOIN)
    place = Place(span.start_char, span.end_char)
    return Annotation("", place, span.label_, span.text, span.kb_id_, span.kb_id_, mod=mod, flags=tuple(flags))


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


def register(analyse: Any) -> None:
    """Make `nlp.add_pipe("hakusho")` known to spaCy; `analyse` is `hakusho.analyse`."""
    if Language.has_factory("hakusho"):
        return
    for name in ("published", "title"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default="")

    @Language.factory("hakusho", default_config={"published": "", "set_ents": False}, assigns=["doc.spans"])  # type: ignore[untyped-decorator]
    def _create(nlp: Language, name: str, published: str, set_ents: bool) -> Any:
        def hakusho(doc: Doc) -> Doc:
            entities = analyse(doc.text, title=doc._.title, published=doc._.published or published).entities
            split_tokens(doc, [edge for e in entities for edge in (e.mention.span.start, e.mention.span.end)])
            add_spans(doc, entities)
            if set_ents:
                doc.ents = tuple(filter_spans(doc.spans[SPANS_KEY]))
            return doc

        return hakusho
