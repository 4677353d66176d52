"""Words cover the view exactly, whatever stands in it, and are those of SudachiPy's mode A."""

import itertools
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sudachipy import Dictionary, SplitMode
from tests.conftest import ROOT

from hakusho import flow
from hakusho.language import installed
from hakusho.language.words import WordReader, word_reader
from hakusho.records import Source, SourceText, Words
from hakusho.segment import segment
from hakusho.text.views import View
from hakusho.text.words import passages

ODD = "総務省は、。\n\r\t 　ｶﾞﾊﾟｱー々〇①㈱㋿㍿㌔ﷺﬁ\u3099\u200b\u00ad\ufe0f\ufffc\ud800\udfff😀𠮷👨‍👩‍👧aＡ1１一二億,.()（）「」・~-'=\x00\x7f\u2028\u0085徳島とくし"


def _words(text: str) -> tuple[View, Words]:
    shared = flow.resources()
    segments, view = segment(SourceText(Source("a"), text), shared.folding)
    return view, shared.words(view, passages(segments, view))


def _check(text: str, view: View, words: Words) -> None:
    edges = [*words.starts, *words.ends[-1:]]
    assert (edges or [0]) == sorted(set(edges or [0]))
    assert list(words.ends[:-1]) == list(words.starts[1:])
    assert "".join(view.text[a:b] for a, b in zip(words.starts, words.ends, strict=True)) == view.text
    places = [*itertools.chain(*zip(words.source_starts, words.source_ends, strict=True))]
    assert places == sorted(places)
    assert not places or places[-1] <= len(text)
    assert len({len(words), len(words.lexemes), len(words.units), len(words.source_starts)}) == 1
    assert list(words.units) == sorted(words.units)
    # What is printed, and is no character that the view leaves out, is in a word.
    covered = bytearray(len(text))
    for start, end in zip(words.source_starts, words.source_ends, strict=True):
        covered[start:end] = b"\x01" * (end - start)
    assert all(
        held or not view.text[slice(*view.range(type(view.span(0, 1))(at, at + 1)))] for at, held in enumerate(covered)
    )


@given(st.text(ODD, max_size=120))
@example("")
@example("\ud800")
@example("㈱\n㍿ﷺ")
@example("徳島(とくしま)に")
def test_words_cover_the_view(text: str) -> None:
    view, words = _words(text)
    _check(text, view, words)


@pytest.mark.parametrize("character", [*"一アーa1 。国ｶ㈱ﷺ㌔", "😀", "𠮷", "\ufffc", "\n", "が\u3099"])
def test_many_equal_characters(character: str) -> None:
    began = time.perf_counter()
    text = character * (200_000 // len(character))
    view, words = _words(text)
    _check(text, view, words)
    assert time.perf_counter() - began < 60


def test_a_line_of_a_megabyte() -> None:
    sentence = (ROOT / "corpus/raw/ict_2012_ch5_s7.txt").read_text(encoding="utf-8").replace("\n", "")
    text = (sentence * 40).replace("。", "、")[:420_000]
    assert len(text.encode()) > 1_000_000
    view, words = _words(text)
    _check(text, view, words)


@pytest.mark.parametrize("path", sorted((ROOT / "corpus/raw").glob("*.txt")), ids=lambda path: path.stem)
def test_words_are_those_of_mode_a(path) -> None:
    shared = flow.resources()
    segments, view = segment(SourceText(Source("a"), path.read_text(encoding="utf-8")), shared.folding)
    read = passages(segments, view)
    words = shared.words(view, read)
    short, long = (Dictionary().create(mode=mode) for mode in (SplitMode.A, SplitMode.C))
    for (start, end), *more in read:
        if more or view.text[start:end].isspace():
            continue
        wanted = [
            (
                start + m.begin(),
                "-".join(level for level in m.part_of_speech()[:4] if level != "*"),
                m.normalized_form(),
            )
            for m in short.tokenize(view.text[start:end])
        ]
        indices = range(words.word_at(start), words.word_at(end - 1) + 1)
        assert [(words.starts[i], *words.lexicon[words.lexemes[i]][:2]) for i in indices] == wanted
        units = {start + m.begin() for m in long.tokenize(view.text[start:end])}
        assert {words.starts[i] for i in indices if i == 0 or words.units[i] != words.units[i - 1]} == units


def test_what_was_read_before_changes_nothing() -> None:
    text = View("㌔グラムとキログラム、国際協力機構と国際協力")
    fresh, used = WordReader(full=False), word_reader()
    used(View("国際協力機構のキログラム"), [((0, 12),)])
    for_all = [((0, len(text.text)),)]
    one, other = fresh(text, for_all), used(text, for_all)
    assert one.starts == other.starts
    assert [one.lexeme(i) for i in range(len(one))] == [other.lexeme(i) for i in range(len(other))]


def test_a_torn_sentence_is_read_as_one() -> None:
    words = word_reader()(View("総務省が国際\n1\n協力を"), [((0, 6), (9, 12)), ((6, 7),), ((7, 8),), ((8, 9),)])
    text = "総務省が国際\n1\n協力を"
    surfaces = [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    assert surfaces == ["総務", "省", "が", "国際", "\n", "1", "\n", "協力", "を"]
    words = word_reader()(View("高ま\n1\nった"), [((0, 2), (5, 7)), ((2, 3),), ((3, 4),), ((4, 5),)])
    assert [words.lexeme(i) and words.lexeme(i).normalised for i in range(len(words))] == [
        "高まる", " ", "1", " ", None, "た",
    ]  # fmt: skip
    assert not words.is_boundary(5)


def test_no_word_runs_over_a_cell_or_heading() -> None:
    text = "1 国際\n\n協力機構が行う。\n\n国名\t人口\n日\t本\n韓\t国\n"
    _, words = _words(text)
    assert all(
        "\n" not in (held := text[a:b]).strip("\n") and "\t" not in held.strip("\t")
        for a, b in zip(words.source_starts, words.source_ends, strict=True)
    )


def test_a_missing_dictionary_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "find_spec", lambda name: None if name == "sudachidict_core" else object())
    with pytest.raises(installed.DictionaryMissing, match="pip install sudachidict-core"):
        installed.require_dictionary()
    monkeypatch.setattr(installed, "find_spec", lambda name: None)
    with pytest.raises(installed.ModelMissing, match=r"pip install no-such"):
        installed.require_model("no_such")
