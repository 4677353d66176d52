"""Which body 本審議会, 当社 and 同社 mean, by whose document it is and who speaks."""

import pytest

from hakusho.flow import analyse
from hakusho.records import Source, SourceText

TWO = "{}は建議した。{}は答申した。{}の委員は20名である。"
HEAD = "株式会社みどり野精機\n"


def _meant(text: str, publisher: str = "") -> list[tuple[str, str]]:
    entities = analyse(SourceText(Source("document", publisher=publisher, published="2016"), text)).entities
    pointing = [
        entity for entity in entities if entity.mention.label == "ORG" and entity.mention.surface[0] in "本当同"
    ]
    return [(entity.mention.surface, entity.value) for entity in pointing]


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [
        ("財政制度等審議会", "情報通信審議会", "本審議会"),
        ("ICT利活用検討会", "放送政策検討会", "本検討会"),
        ("地域医療懇談会", "青少年問題懇談会", "本懇談会"),
        ("電波有効利用分科会", "電気通信事業分科会", "本分科会"),
        ("経済産業省", "総務省", "当省"),
        ("気象庁", "消防庁", "当庁"),
        ("公正取引委員会", "原子力規制委員会", "本委員会"),
        ("国立環境研究所", "理化学研究所", "当研究所"),
    ],
)
def test_a_body_of_no_document_is_the_last_one(first: str, last: str, word: str) -> None:
    assert _meant(TWO.format(first, last, word)) == [(word, last)]
    assert _meant(TWO.format(last, first, word)) == [(word, first)]
    # Whose document it is decides, as its publisher or on a line at its head; a topic or an addressee there does not.
    assert _meant(TWO.format(first, last, word), publisher=first) == [(word, first)]
    assert _meant(TWO.format(first, last, word), publisher="内閣府") == [(word, last)]
    assert _meant(f"{first}　報告書\n平成20年6月\n" + TWO.format(first, last, word)) == [(word, first)]
    assert _meant(f"{first}の報告を受けて\n" + TWO.format(first, last, word)) == [(word, last)]
    assert _meant(f"{first}　御中\n" + TWO.format(first, last, word)) == [(word, last)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "当社は株式会社青葉テクノの株式を取得し、同社を子会社とした。同社は2010年に設立された。",
            ["みどり野精機", "青葉テクノ", "青葉テクノ"],
        ),
        ("当社は、株式会社青葉テクノと提携した。同社は1990年に設立された。", ["みどり野精機", "青葉テクノ"]),
        ("当社は、株式会社青葉テクノに出資した。同社の工場は福岡にある。", ["みどり野精機", "青葉テクノ"]),
        ("当社と株式会社青葉テクノは、契約を結んだ。同社が装置を造る。", ["みどり野精機", "青葉テクノ"]),
        ("当社の製品を株式会社青葉テクノが売る。同社も開発に加わる。", ["みどり野精機", "青葉テクノ"]),
        ("株式会社青葉テクノは当社に装置を納めた。同社は1990年に設立された。", ["みどり野精機", "青葉テクノ"]),
        # Nobody but the speaker was named: open.
        ("当社は、子会社の設立を決議した。株式会社みどり野精機は、同社に出資する。", ["みどり野精機", ""]),
    ],
)
def test_the_one_that_speaks_is_no_other_company(text: str, values: list[str]) -> None:
    assert [value or "" for _, value in _meant(HEAD + text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("川崎重工業は、三菱重工業に試験を頼んだ。同社は翌月、結果を受け取った。", ["川崎重工業"]),
        ("東都電力株式会社は、大和証券と三菱重工業に依頼した。当社の計画は次のとおり。", ["東都電力"]),
        # What is told of a company that is only quoted goes on about it.
        (
            "株式会社みどり野精機は、株式会社青葉テクノに装置を納めた。「当社の技術は高い」と語る。同社は1990年に設立された。",
            ["みどり野精機", "みどり野精機"],
        ),
        (
            "株式会社青葉テクノ　御中\n株式会社みどり野精機\n当社は、同社の株式を取得した。",
            ["みどり野精機", "青葉テクノ"],
        ),
    ],
)
def test_companies_without_a_head_and_those_quoted(text: str, values: list[str]) -> None:
    assert [value for _, value in _meant(text)] == values
