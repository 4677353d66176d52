"""The tables of words: terms are what ten lines count by the definition, tokens cover the text."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sudachipy import Dictionary, SplitMode
from tests.conftest import ROOT

from hakusho import flow
from hakusho.records import Analysis, Source, SourceText
from hakusho.segment import segment
from hakusho.tabulate import word_rows
from hakusho.text.layout import Layout


def _analysis(text: str) -> Analysis:
    return flow.analyse(SourceText(Source("a", published="2012-07"), text), full_words=True)


def _read(text: str) -> Iterator[tuple[str, str]]:
    """Return (region, text as the view has it) of each sentence and cell."""
    segments, view = segment(SourceText(Source("a"), text), flow.resources().folding)
    spans = [sentence.pieces for sentence in segments.sentences]
    spans += [(cell.span,) for table in segments.tables for cell in table.cells if not cell.filled and len(cell.span)]
    for pieces in spans:
        region = Layout(segments).region(pieces[0].start).value
        yield region, "".join(view.text[slice(*view.range(piece))] for piece in pieces)


def _counted(text: str) -> Counter[tuple[str, str, str, str, str]]:
    """The definition of the table, in ten lines."""
    tokenizer, found = Dictionary().create(mode=SplitMode.A), Counter()
    for region, sentence in _read(text):
        run = []
        for word in [*tokenizer.tokenize(sentence), None]:
            pos = "-".join(p for p in word.part_of_speech()[:4] if p != "*") if word else ""
            if pos.startswith(("名詞", "動詞", "形容詞", "形状詞", "副詞")):
                found[word.normalized_form(), "word", pos, "", region] += 1
            if pos.startswith("名詞"):
                run.append(word.normalized_form())
            else:
                found["".join(run), "compound", "名詞", "+".join(run), region] += len(run) > 1
                run = []
    return +found


@pytest.mark.parametrize("path", sorted((ROOT / "corpus/raw").glob("*.txt")), ids=lambda path: path.stem)
def test_terms_are_what_the_definition_counts(path) -> None:
    text = path.read_text(encoding="utf-8")
    rows = word_rows(_analysis(text), None, tokens=False)["terms"]
    assert {row[1:6]: row[6] for row in rows} == _counted(text)
    assert len(rows) > 100


def test_terms_of_a_torn_sentence_are_those_of_the_whole() -> None:
    text = (
        "1 概要\n\n　この章では、政府が関係する機関と共に情報通信政策を強力に推進し、我が国の情報\n\n12\n\n"
        "通信基盤を整備したことを述べる。\n"
    )
    rows = word_rows(_analysis(text), None, tokens=False)["terms"]
    assert {row[1:6]: row[6] for row in rows} == _counted(text)


@given(st.text("総務省は情報通信\n\r\t ｶﾞ㈱㋿①１国際（）。、😀𠮷\ud800\u200b-12年日米", max_size=80))
def test_tokens_cover_the_text(text: str) -> None:
    rows = word_rows(_analysis(text), None, tokens=True)["tokens"]
    position = 0
    for _, token_id, _, start, end, surface, *_ in rows:
        assert start == position < end
        assert token_id.startswith("a:t")
        if surface.isprintable() and "\ufffd" not in surface:
            assert surface == text[start:end]
        position = end
    assert position == len(text)
    assert len({row[1] for row in rows}) == len(rows)


def test_tokens_say_what_a_word_is() -> None:
    rows = word_rows(_analysis("国際協力機構は打合せを行なった。"), None, tokens=True)["tokens"]
    told = [row[5:] for row in rows]
    assert told[0] == ("国際", "国際", "国際", "コクサイ", "名詞-普通名詞-一般", 1)
    assert [row[-1] for row in told[:4]] == [1, 1, 1, 2]
    assert told[4][:3] == ("打合せ", "打合せ", "打ち合わせ")
    assert told[6][:3] == ("行なっ", "行なう", "行う")
