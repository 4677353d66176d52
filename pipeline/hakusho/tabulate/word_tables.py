"""Rows of the tables of words: terms in every run; tokens and parse where they were asked for."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from hakusho.records import Analysis, Lexeme, ParsedSentence, Words
from hakusho.tabulate.checks import check_rows
from hakusho.tabulate.entity_tables import Row
from hakusho.tabulate.rows import Rows, printable, run_id
from hakusho.tabulate.word_schemas import COMPOUND, WORD
from hakusho.text.layout import Layout
from hakusho.text.word_rules import CONTENT, NOUN, SPACE

_PARTS = "+"
# What the view leaves out between words, and the rest of a torn word.
_LEFT_OUT, _NOTHING = Lexeme(SPACE, ""), Lexeme("", "")
# One byte per word: what counts as a noun, and the rest of a torn word, which breaks no compound.
_OTHER, _IS_NOUN, _REST = 0, 1, 2
# follows a sentence or cell among lexemes; -1 is the rest of a torn word.
_END = -2
_NOUNS = re.compile(rb"\x01(?:\x02*\x01)+")


def word_rows(analysis: Analysis, parsed: Iterable[ParsedSentence] | None, *, tokens: bool) -> Rows:
    """Return the rows of the tables of words: terms, tokens where wanted, parse where there is one.

    Raises SchemaError where a row does not fit its table.
    """
    rows: Rows = {"terms": [*_terms(analysis)]}
    if tokens:
        rows["tokens"] = [*_tokens(analysis)]
    if parsed is not None:
        rows["parse"] = [*_parse(analysis, parsed)]
    for name, made in rows.items():
        check_rows(name, made)
    return rows


def _terms(analysis: Analysis) -> Iterator[Row]:
    words, doc_id = analysis.words, analysis.source.source.doc_id
    kinds = _kinds(words)
    lexemes: Counter[tuple[str, int]] = Counter()
    compounds: Counter[tuple[str, tuple[int, ...]]] = Counter()
    for region, held in _read(analysis).items():
        lexemes |= {(region, number): count for number, count in Counter(held).items()}
        for match in _NOUNS.finditer(bytes(map(kinds.__getitem__, held))):
            compounds[region, tuple(number for number in held[match.start() : match.end()] if number >= 0)] += 1
    yield from sorted((doc_id, *key, count) for key, count in _counted(words, lexemes, compounds).items())


def _read(analysis: Analysis) -> "dict[str, array[int]]":
    """Return the lexemes of the sentences and cells of each region, `_END` after each of them."""
    words, layout = analysis.words, Layout(analysis.segments)
    cells = (cell for table in analysis.segments.tables for cell in table.cells if not cell.filled and len(cell.span))
    found: dict[str, array[int]] = {}
    for pieces in chain(
        (sentence.pieces for sentence in analysis.segments.sentences), ((cell.span,) for cell in cells)
    ):
        held = found.setdefault(layout.region(pieces[0].start).value, array("i"))
        for piece in pieces:
            inside = words.within(piece.start, piece.end)
            held += words.lexemes[inside.start : inside.stop]
        held.append(_END)
    return found


def _counted(
    words: Words, lexemes: "Counter[tuple[str, int]]", compounds: "Counter[tuple[str, tuple[int, ...]]]"
) -> "Counter[tuple[str, str, str, str, str]]":
    """Add up by what is written of a term: two lexemes may have one normalised form."""
    found: Counter[tuple[str, str, str, str, str]] = Counter()
    for (region, number), count in lexemes.items():
        if number >= 0 and (lexeme := words.lexicon[number]).pos.startswith(CONTENT):
            found[printable(lexeme.normalised), WORD, lexeme.pos, "", region] += count
    for (region, numbers), count in compounds.items():
        parts = [printable(words.lexicon[number].normalised) for number in numbers]
        found["".join(parts), COMPOUND, NOUN, _PARTS.join(parts), region] += count
    return found


def _kinds(words: Words) -> dict[int, int]:
    """Return a byte for each lexeme of a document."""
    nouns = {number for number in set(words.lexemes) if number >= 0 and words.lexicon[number].pos.startswith(NOUN)}
    return dict.fromkeys(words.lexemes, _OTHER) | dict.fromkeys(nouns, _IS_NOUN) | {-1: _REST, _END: _OTHER}


def _tokens(analysis: Analysis) -> Iterator[Row]:
    """Return the words in order; with what the view leaves out (line breaks inside a paragraph) they cover the text."""
    words, text, doc_id = analysis.words, analysis.source.text, analysis.source.source.doc_id
    layout, number, last = Layout(analysis.segments), 0, 0

    def row(start: int, end: int, lexeme: Lexeme | None, unit: int) -> Row:
        sentence = layout.sentence(start)
        facts = lexeme or _NOTHING
        forms = (printable(form) for form in (facts.lemma, facts.normalised, facts.reading))
        return (
            doc_id,
            f"{doc_id}:t{number:06d}",
            run_id(doc_id, sentence.sentence_id) if sentence else "",
            start,
            end,
            printable(text[start:end]),
            *forms,
            facts.pos,
            unit + 1,
        )

    for index, (start, end) in enumerate(zip(words.source_starts, words.source_ends, strict=True)):
        unit = words.units[index]
        if start > last:
            number += 1
            yield row(last, start, _LEFT_OUT, unit)
        if end > start:
            number += 1
            yield row(start, end, words.lexeme(index), unit)
        last = end
    if last < len(text):
        number += 1
        yield row(last, len(text), _LEFT_OUT, words.units[-1] if words.units else 0)


def _parse(analysis: Analysis, parsed: Iterable[ParsedSentence]) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for sentence in parsed:
        for number, token in enumerate(sentence.tokens, 1):
            yield (
                doc_id,
                run_id(doc_id, sentence.sentence_id),
                number,
                token.span.start,
                token.span.end,
                printable(token.surface),
                printable(token.lemma),
                token.upos,
                token.xpos,
                token.head,
                token.deprel,
                token.bunsetu,
                token.ent,
            )
