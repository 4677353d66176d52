"""Patterns sought by the words that they need find what they find in the whole text."""

import re

import pytest
from hypothesis import given, strategies

from hakusho.recognise.organisations.sought import line_search
from hakusho.text.anchors import LineSearch, needed_words

_NEEDED = [
    ("[一-龥]{2,4}(?:株式|有限)会社", {"株式会社", "有限会社"}),
    ("[ァ-ヴー]{2,9}(?=の(?:子会社|社長))", {"の子会社", "の社長"}),
    ("(?:A|B)?[0-9]+(?:年|月)", {"年", "月"}),
    ("(?<![一-龥])(?:大手|老舗)の?[ァ-ヴー]+", {"大手", "大手の", "老舗", "老舗の"}),
    ("(?:東[0-9]都|西[0-9]府)議会", {"議会"}),
    ("(?:東[0-9]|西[0-9]府)", {"東", "西"}),
    ("(?:の調べ)+[0-9]", {"の調べ"}),
]


@pytest.mark.parametrize(("pattern", "words"), _NEEDED)
def test_needed_words(pattern: str, words: set[str]) -> None:
    assert needed_words(re.compile(pattern)) == words


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("[一-龥]+", "needs no word"),
        ("(?:株式会社)?[ァ-ヴ]+", "needs no word"),
        ("(?i:table) ?[0-9]", "within a line"),
        ("(?:株式会社|[ァ-ヴ]社|[A-Z]+)", "needs no word"),
        ("会社[^。]*が", "within a line"),
        (r"会社\s", "within a line"),
        ("会社$", "within a line"),
        ("会社(?!\n)", "within a line"),
        ("会社\n", "within a line"),
        (r"会社\D", "within a line"),
    ],
)
def test_what_cannot_be_sought_so(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        LineSearch([re.compile(pattern)])


_PIECES = strategies.sampled_from(
    "株式会社|㈱|(株)|ミナモ|アジア|の子会社|大手の|、|など国内大手|企業|National Institute| of |Standards|社|が|は|を買収|\n|\ud800|三菱|重工業|証券|"
    "SG13|ITU|K.K.|Minamo |Inc.|「|」|から|発売され|出典:|ウェブサイト|と|連携協定|の社長|CEO| ".split("|")
)


@given(strategies.lists(_PIECES, max_size=40).map("".join))
def test_same_as_whole_text(text: str) -> None:
    search = line_search()
    lines = search.over(text)
    for pattern in search.patterns:
        found = [match.span() for match in lines.finditer(pattern)]
        assert found == [match.span() for match in pattern.finditer(text)], pattern.pattern


def test_a_pattern_of_no_search() -> None:
    with pytest.raises(KeyError):
        next(LineSearch([re.compile("会社")]).over("会社").finditer(re.compile("学校")))
