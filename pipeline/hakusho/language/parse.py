"""Sentences parsed by ja_ginza: universal dependencies, bunsetu and names, in its own units."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hakusho.language.models import load_model
from hakusho.records import ParsedSentence, ParsedToken, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# ja_ginza refuses more bytes at once, as SudachiPy under it does; a character has four at most, and grows when folded.
_MOST = 49_149 // 12
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def parse(sentences: Sequence[Sentence], text: str) -> Iterator[ParsedSentence]:
    """Return the sentences of a document, parsed one by one; `text` is its canonical text.

    Raises ModelMissing where ja_ginza is not installed.
    """
    parser = _parser()
    for sentence in sentences:
        offsets = source_offsets(sentence, text)
        tokens: list[ParsedToken] = []
        for at in range(0, len(sentence.text), _MOST):
            piece = sentence.text[at : at + _MOST].translate(_SURROGATES)
            tokens += _tokens(parser(piece), offsets[at:], len(tokens))
        yield ParsedSentence(sentence.sentence_id, tuple(tokens))


@lru_cache(maxsize=1)
def _parser() -> Any:
    return load_model()


def source_offsets(sentence: Sentence, text: str) -> list[int]:
    """Return the canonical offset of each character of a sentence's text.

    What stands in the text but not in the sentence (a line break) is passed over; a space that the sentence has more
    gets the offset of what follows it.

    >>> source_offsets(Sentence("s", "", "総務省は発表", (Span(0, 4), Span(9, 12))), "総務\\n省\\n\\n 1\\nは発表")
    [0, 1, 3, 9, 10, 11]
    """
    offsets = []
    places = (offset for piece in sentence.pieces for offset in range(piece.start, piece.end))
    at = next(places, sentence.span.end)
    for character in sentence.text:
        while text[at : at + 1] != character and not (character.isspace() and not text[at : at + 1].isspace()):
            if (after := next(places, None)) is None:
                break
            at = after
        offsets.append(at)
        if text[at : at + 1] == character:
            at = next(places, sentence.span.end)
    return offsets


def _tokens(doc: "Doc", offsets: Sequence[int], before: int) -> Iterator[ParsedToken]:
    """Return the words of a Doc; `before` words of its sentence stand before it."""
    bunsetu = _bunsetu(doc)
    for token in doc:
        yield ParsedToken(
            _span(token, offsets),
            token.text,
            token.lemma_ or token.text,
            token.pos_,
            token.tag_,
            0 if token.head.i == token.i else before + 1 + token.head.i,
            token.dep_.lower(),
            bunsetu[token.i],
            f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "",
        )


def _bunsetu(doc: "Doc") -> list[str]:
    from ginza import bunsetu_bi_labels

    return list(bunsetu_bi_labels(doc))


def _span(token: "Token", offsets: Sequence[int]) -> Span:
    first, last = offsets[token.idx], offsets[token.idx + len(token) - 1]
    return Span(first, last + 1)
