"""A document for tests of one stage: its text, taken through the stages before recognition."""

from hakusho.define import define
from hakusho.flow import resources
from hakusho.records import Source, SourceText
from hakusho.segment import segment
from hakusho.text.document import Document
from hakusho.text.words import passages


def document(text: str) -> Document:
    shared, source = resources(), SourceText(Source("a"), text)
    segments, view = segment(source, shared.folding)
    words = shared.words(view, passages(segments, view))
    return Document(source, define(segments, view, words, text), view, words)
