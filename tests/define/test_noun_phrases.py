"""Where a noun phrase begins, in words; and that no text stops the search for definitions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakusho.define.noun_phrases import phrase_start
from hakusho.flow import analyse, resources
from hakusho.text.views import View

PIECES = [
    *"、。（）「」『』はがをに,. 　\n",
    "以下",
    "という",
    "及び",
    "者",
    "山林",
    "NOx",
    "（以下「X」という。）",
    "（ブログ）",
    "資する",
]


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("市長は、", "水源の養成に資する山林"),
        ("昨年十二月に", "中間とりまとめ"),
        ("同社は、", "最も排出量が多い物質"),
        ("総務省が", "国際協力機構"),
        ("発表して、", "独立行政法人"),
        ("", "機構としての責務を定めるための規則"),
        ("政府は、", "高年齢者等の雇用の安定等に関する法律"),
        ("また、", "国、県、市その他の関係者"),
        ("国は、", "機構の職員であって、政令で定める者"),
        ("対象は、", "取得し、及び設定する事業"),
        ("知事は、", "電波法（昭和二十五年法律第百三十一号）に基づく申請"),
        ("割合は67%となった.", "積替えを省くための容器"),
    ],
)
def test_phrase_begins_behind_what_belongs_to_the_sentence(before: str, phrase: str) -> None:
    text = before + phrase
    words = resources().words(View(text), [((0, len(text)),)])
    assert text[phrase_start(text, len(text), words) :] == phrase


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_text_stops_it(text: str) -> None:
    for row in analyse(text, labels=frozenset()).segments.acronyms:
        assert row.short
        assert row.ja_span is None or 0 <= row.ja_span.start < row.ja_span.end <= len(text)
