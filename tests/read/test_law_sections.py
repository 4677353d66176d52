"""The sections of a law of e-Gov are those of the same law as printed text."""

from collections.abc import Sequence

import pytest
from tests.read.packed import through

from hakusho.flow import analyse
from hakusho.records import Analysis

KANJI = "一二三四五六七八九"


def article(number: int, caption: str, *paragraphs: str, items: Sequence[str] = ()) -> str:
    """Return an article with numbered paragraphs; the items stand in the last one."""
    title = f"第{KANJI[number - 1]}条"
    parts = [
        f'<Article Num="{number}"><ArticleCaption>（{caption}）</ArticleCaption><ArticleTitle>{title}</ArticleTitle>'
    ]
    for place, words in enumerate(paragraphs, 1):
        mark = "" if place == 1 else "２３４"[place - 2]
        listed = "".join(
            f'<Item Num="{i}"><ItemTitle>{KANJI[i - 1]}</ItemTitle><ItemSentence><Sentence>{item}</Sentence></ItemSentence></Item>'
            for i, item in enumerate(items, 1)
        )
        inside = listed if place == len(paragraphs) else ""
        parts.append(
            f'<Paragraph Num="{place}"><ParagraphNum>{mark}</ParagraphNum><ParagraphSentence><Sentence>{words}</Sentence></ParagraphSentence>{inside}</Paragraph>'
        )
    return "".join([*parts, "</Article>"])


def law(title: str, main: str, supplement: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><Law Era="Reiwa" LawType="Act" Num="5" Year="03"><LawNum>令和三年法律第五号</LawNum><LawBody><LawTitle>{title}</LawTitle><MainProvision>{main}</MainProvision>{supplement}</LawBody></Law>'


FIRST = article(1, "目的", "この法律は、通信の調査に関し必要な事項を定めることを目的とする。")
SECOND = article(
    2,
    "定義",
    "この法律において「調査」とは、次に掲げるものをいう。",
    "前項の規定は、政令で定める場合には、適用しない。",
    items=("河川の調査", "道路の調査"),
)
THIRD = article(3, "報告", "大臣は、毎年、国会に報告しなければならない。", "前項の報告は、書面による。")
SUPPLEMENT = '<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この法律は、公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>'
LAWS = {
    "articles": law("通信調査法", FIRST + SECOND + THIRD),
    "chapters": law(
        "通信調査法",
        f'<Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>{FIRST}{SECOND}</Chapter><Chapter Num="2"><ChapterTitle>第二章　報告</ChapterTitle>{THIRD}</Chapter>',
        SUPPLEMENT,
    ),
    "parts": law(
        "通信調査法",
        f'<Part Num="1"><PartTitle>第一編　通則</PartTitle><Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><Section Num="1"><SectionTitle>第一節　目的</SectionTitle>{FIRST}</Section><Section Num="2"><SectionTitle>第二節　定義</SectionTitle>{SECOND}</Section></Chapter></Part><Part Num="2"><PartTitle>第二編　報告</PartTitle>{THIRD}</Part>',
        SUPPLEMENT,
    ),
}  # fmt: skip
PRINTED = {
    "articles": """令和三年法律第五号
通信調査法

　（目的）
第一条　この法律は、通信の調査に関し必要な事項を定めることを目的とする。

　（定義）
第二条　この法律において「調査」とは、次に掲げるものをいう。
２　前項の規定は、政令で定める場合には、適用しない。
　一　河川の調査
　二　道路の調査

　（報告）
第三条　大臣は、毎年、国会に報告しなければならない。
２　前項の報告は、書面による。
""",
}


def _tree(analysis: Analysis) -> list[tuple[int, str, str, str]]:
    names = {section.section_id: section.number or section.title for section in analysis.segments.sections}
    return [
        (section.level, section.number, section.title, names.get(section.parent_id, ""))
        for section in analysis.segments.sections
    ]


@pytest.mark.parametrize("name", LAWS)
def test_sections_are_those_of_the_text(name: str) -> None:
    found = through(LAWS[name].encode(), "a.xml")
    plain = PRINTED.get(name, found.text)
    as_xml, as_text = analyse(found, frozenset()), analyse(plain, frozenset(), title=found.source.title)
    assert _tree(as_xml) == _tree(as_text)
    assert [s.text for s in as_xml.segments.sentences] == [s.text for s in as_text.segments.sentences]


def test_parts_hold_chapters_and_articles() -> None:
    tree = _tree(analyse(through(LAWS["parts"].encode(), "a.xml"), frozenset()))
    above = {number: parent for _, number, _, parent in tree if number}
    assert above["第一章"] == "第一編"
    assert above["第二節"] == "第一章"
    assert above["第二条"] == "第二節"
    assert above["第三条"] == "第二編"
