"""What is looked for is found wherever it stands, also inside longer words, and in any width."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakusho.text.search import folded, search_query, search_words


def _finds(words: str, text: str) -> bool:
    query = search_query(words)
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE search USING fts5 (words, content = '', tokenize = 'ascii')")
        connection.execute("INSERT INTO search (rowid, words) VALUES (1, ?)", (search_words(text),))
        return bool(query and connection.execute("SELECT 1 FROM search WHERE search MATCH ?", (query,)).fetchall())


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("米国", "米国と協議した。"),
        ("米国", "日米国交"),
        ("総務", "総務省は、"),
        ("総務省", "（総務省）"),
        ("省", "同省"),
        ("ITU", "ＩＴＵ－Ｔ"),
        ("ｉｔｕ", "ITU"),
        ("ITU-T", "ＩＴＵ－Ｔ"),
        ("㈱", "(株)日立"),
        ("ガイド", "ｶﾞｲﾄﾞ"),
        ("2020年", "２０２０年度"),
        ("協議 米国", "米国と協議した。"),
        ("𠮷野", "𠮷野家"),
        ("データ", "データベース"),
        ("々", "国々"),
    ],
)
def test_found(words: str, text: str) -> None:
    assert _finds(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("米国", "米と国"),
        ("米国", "欧米、国連"),
        ("総務省", "総務と外務省"),
        ("ITU", "ITUC"),
        ("協議 英国", "米国と協議した。"),
        ("国米", "米国"),
        ("", "米国"),
        ('"', 'a "b"'),
        ("。", "米国。"),
    ],
)
def test_not_found(words: str, text: str) -> None:
    assert not _finds(words, text)


@given(st.text("総務省米国ａB1・「\"'* -", min_size=1, max_size=12), st.data())
def test_every_part_of_a_text_is_found_or_is_no_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    # Words of letters and digits are found whole.
    if not any(character.isascii() and character.isalnum() for character in folded(part)):
        assert _finds(part, text) == bool(search_query(part))


@given(st.text(max_size=30))
def test_no_text_breaks_the_query(text: str) -> None:
    _finds(text, "総務省")
