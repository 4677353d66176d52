"""Annotated texts as spaCy's DocBin, which `spacy train` and `spacy debug data` read: words, sentences, entities.

A text is cut into pieces of some sentences, one `Doc` each: spaCy's own Japanese tokenizer refuses long texts. Beside
the entities, every mention is in `doc.spans["hakusho"]`, nested ones too, with all that annotations hold.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from hakusho.labels import IGNORE
from hakusho.language.docs import SPANS_KEY
from hakusho.language.words import word_reader
from hakusho.records import Annotation
from hakusho.records import Span as Place
from hakusho.text.views import View

_ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "SENT_START")
# Characters of a piece, as near as sentences allow.
_PIECE = 200
_LINE_START = re.compile(r"(?<=[\r\n])(?=[^\r\n])")
_WORD = re.compile(r"\S")
# Joins modifier and flags in the id of an exchanged span.
_JOIN = "|"
Marked = tuple[str, str, Sequence[Annotation], Sequence[Place]]


def write_doc_bin(documents: Iterable[Marked]) -> bytes:
    """Return a `DocBin` of (name, text, mentions, sentences); offsets are code points of the text."""
    vocab, docs = Vocab(), DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    for name, text, spans, sentences in documents:
        starts = _sentence_starts(text, spans, sentences)
        edges = {edge for a in spans for edge in (a.span.start, a.span.end)}
        bounds = sorted({0, len(text), *edges, *starts, *_word_starts(text, starts)})
        cuts = _pieces(starts, len(text))
        marks, begun = sorted(spans, key=_start), {*starts}
        for first, last in zip(cuts, cuts[1:], strict=False):
            inside = bounds[bisect_left(bounds, first) : bisect_right(bounds, last)]
            held = marks[bisect_left(marks, first, key=_start) : bisect_left(marks, last, key=_start)]
            docs.add(_piece(text, inside, begun, held, name, vocab))
    return bytes(docs.to_bytes())


def _start(annotation: Annotation) -> int:
    return annotation.span.start


def _sentence_starts(text: str, spans: Sequence[Annotation], sentences: Sequence[Place]) -> list[int]:
    """Return where sentences begin, and lines outside sentences; never inside a mention, never at white space.

    spaCy lets a sentence begin at a word only: its tokenizers may give a space no token.
    """
    lines = (match.start() for match in _LINE_START.finditer(text))
    ends = (sentence.end for sentence in sentences)
    starts = {_behind_space(text, at) for at in (0, *(s.start for s in sentences), *ends, *lines)}
    for span in [*sentences, *(a.span for a in spans)]:
        starts -= {*range(span.start + 1, span.end)}
    return sorted(start for start in starts if start < len(text))


def _behind_space(text: str, offset: int) -> int:
    return found.start() if (found := _WORD.search(text, offset)) else len(text)


def _word_starts(text: str, starts: Sequence[int]) -> Iterable[int]:
    cuts = sorted({0, *starts, len(text)})
    passages = [((first, last),) for first, last in zip(cuts, cuts[1:], strict=False)]
    return word_reader()(View(text), passages).starts


def _pieces(starts: Sequence[int], length: int) -> list[int]:
    # White space that a text begins with is a piece of its own, without sentences; an empty text an empty one.
    cuts = [*dict.fromkeys((0, *starts[:1]))]
    for start in starts:
        if start - cuts[-1] >= _PIECE:
            cuts.append(start)
    return [*cuts, length]


def _piece(
    text: str, bounds: Sequence[int], starts: set[int], held: Sequence[Annotation], name: str, vocab: Vocab
) -> Doc:
    begins, words, spaces = _words(text, bounds, {a.span.start for a in held}, {a.span.end for a in held})
    sentence_starts = [start in starts for start in begins] if {*begins[:1]} <= starts else None
    doc = Doc(vocab, words=words, spaces=spaces, sent_starts=sentence_starts)
    doc.user_data |= {"doc_id": name, "start": bounds[0]}
    places = [(a, a.span.start - bounds[0], a.span.end - bounds[0]) for a in held]
    doc.spans[SPANS_KEY] = [
        doc.char_span(start, end, label=a.label, kb_id=a.value, span_id=_JOIN.join((a.mod, *a.flags)))
        for a, start, end in places
    ]
    # Entities never overlap, and spaCy refuses those that begin or end in white space. What is not scored is neither
    # an entity nor none.
    flat = filter_spans(span for span in doc.spans[SPANS_KEY] if span.text == span.text.strip())
    known, unknown = ([s for s in flat if (s.label_ == IGNORE) is ignored] for ignored in (False, True))
    doc.set_ents(known, missing=unknown)
    return doc


def _words(
    text: str, bounds: Sequence[int], opening: set[int], closing: set[int]
) -> tuple[list[int], list[str], list[bool]]:
    """Return where the words of a piece begin, the words, and whether a space follows, which is then no word itself.

    So do spaCy's tokenizers; a space where a mention begins or ends stays a word.
    """
    begins: list[int] = []
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in zip(bounds, bounds[1:], strict=False):
        word = text[start:end]
        if word == " " and words and not spaces[-1] and start not in opening and end not in closing:
            spaces[-1] = True
        else:
            begins.append(start)
            words.append(word)
            spaces.append(False)
    return begins, words, spaces


def read_doc_bin(data: bytes) -> list[tuple[str, str, list[Annotation]]]:
    """Return (name, text, mentions) of each document of a `DocBin`; a name is empty where it has none.

    Pieces of one text are put together again.
    """
    found: list[tuple[str, str, list[Annotation]]] = []
    for doc in DocBin().from_bytes(data).get_docs(Vocab()):
        name, start = str(doc.user_data.get("doc_id", "")), doc.user_data.get("start", 0)
        goes_on = bool(found and start and found[-1][0] == name and len(found[-1][1]) == start)
        before = found.pop() if goes_on else (name, "", [])
        spans = doc.spans.get(SPANS_KEY, doc.ents)
        found.append((name, before[1] + doc.text, [*before[2], *_annotations(spans, len(before[1]))]))
    return found


def _annotations(spans: Iterable[Span], offset: int) -> Iterator[Annotation]:
    for span in spans:
        mod, *flags = span.id_.split(_JOIN)
        place = Place(offset + span.start_char, offset + span.end_char)
        yield Annotation("", place, span.label_, span.text, span.kb_id_, span.kb_id_, mod=mod, flags=tuple(flags))
