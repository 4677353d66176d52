"""Hard input: long sentences, tables of many dates, no date of publication, quotes in quotes, brackets left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakusho.flow import analyse

PIECES = [
    "2019年5月",
    "同年",
    "、",
    "に",
    "の",
    "は",
    "（",
    "）",
    "「",
    "」",
    "総務省",
    "日米首脳会談",
    "を開催し",
    "した",
    "及び",
    "と",
    "から",
    "まで",
    "公布",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_evidence_lies_in_the_text_and_dates_are_dates(pieces: list[str]) -> None:
    text = "".join(pieces) + "。"
    analysis = analyse(text, published="2020")
    for event in analysis.events:
        assert 0 <= event.span.start < event.span.end <= len(text)
        assert analysis.entities[event.date].mention.label == "DATE"
        assert all(side.mention < len(analysis.entities) for side in event.participants)


def test_a_sentence_of_many_characters_tells_its_events() -> None:
    text = (
        "総務省は、"
        + "2018年3月に札幌で対話を開催し、その結果を踏まえて検討を続け、" * 160
        + "2019年4月に報告書を公表した。"
    )
    events = analyse(text, published="2020").events
    assert len(text) > 5000
    assert len(events) == 161
    assert events[-1].type == "announcement"


def test_a_table_of_many_rows_has_an_event_for_each() -> None:
    rows = "".join(f"平成{year % 30 + 1}年{year % 12 + 1}月\t第{year}回会合\n" for year in range(2000))
    events = analyse(f"表1　会合の開催実績\n\n開催月\t名称\n{rows}", published="2020").events
    assert len(events) == 2000
    assert {event.type for event in events} == {"meeting"}


def test_without_a_date_of_publication_events_stay() -> None:
    (event,) = analyse("本年3月、総務省は札幌で対話を開催した。").events
    assert event.place == "札幌"


@pytest.mark.parametrize("depth", [2, 50])
def test_quotes_in_quotes(depth: int) -> None:
    text = "2019年5月、総務省は" + "「" * depth + "第1回会合" + "」" * depth + "を開催した。"
    assert [event.type for event in analyse(text, published="2020").events] == ["meeting"]


def test_an_open_bracket_hides_nothing() -> None:
    text = "総務省は（令和元年に設置した、2019年5月、札幌で対話を開催した。"
    assert "meeting" in [event.type for event in analyse(text, published="2020").events]
