"""Events: what is one and what is not, each case with the type, date and place of its events.

Column `sides` has who took part in the first event, `-` where a case does not say.
"""

import csv
from pathlib import Path

import pytest

from hakusho.flow import analyse
from hakusho.records import Analysis, Source, SourceText
from hakusho.tabulate import document_rows

with (Path(__file__).parent / "cases.tsv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table, delimiter="\t"))


def _shown(analysis: Analysis) -> list[str]:
    shown = []
    for event in analysis.events:
        value = analysis.entities[event.date].value or "?"
        if event.until >= 0:
            value += f"/{analysis.entities[event.until].value}"
        shown.append(f"{event.type} {value} {event.place or '-'}/{event.place_country or '-'}")
    return shown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, str]) -> None:
    analysis = analyse(case["text"], published=case["published"])
    assert _shown(analysis) == [event for event in case["events"].split("|") if event]
    if case["sides"] != "-" and analysis.events:
        sides = {side.value for side in analysis.events[0].participants}
        assert sides == {side for side in case["sides"].split(";") if side}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("2019年5月、総務省は日米首脳会談を開催した。", {"総務省", "USA"}),
        ("2014年6月、農林水産省とインド通信省は覚書に署名した。", {"農林水産省", "インド通信省"}),
        ("平成20年7月、環境大臣はフィンランドを訪問した。", {"JPN", "FIN"}),
        ("改正河川法は平成9年6月に公布された。", set()),
    ],
)
def test_participants(text: str, sides: set[str]) -> None:
    events = analyse(text, published="2021").events
    assert [{side.value for side in event.participants} for event in events] == [sides]


def test_a_company_is_not_understood_in_the_next_paragraph() -> None:
    text = "日本電信電話は、設備を広げている。\n\n2014年4月には、全国でサービスが開始された。"
    (event,) = analyse(text, published="2016").events
    assert event.participants == ()


def test_evidence_holds_the_date_and_the_verb() -> None:
    text = "総務省は、2018年3月、札幌で対話を開催した。"
    (event,) = analyse(text, published="2019").events
    assert text[event.span.slice] == "2018年3月、札幌で対話を開催し"


def test_rows_point_to_events_and_mentions() -> None:
    source = Source("d", path="d.txt", sha256="0" * 64, encoding="utf-8", published="2019")
    rows = document_rows(analyse(SourceText(source, "2018年3月、総務省は札幌で対話を開催した。")))
    ((*_, found_by),) = rows["events"]
    assert found_by == "event:開催"
    assert [row[1:5] for row in rows["event_participants"]] == [("d:e00001", 1, "ORG", "総務省")]
    assert rows["event_participants"][0][5] in {row[1] for row in rows["mentions"]}


def test_a_sentence_of_many_dates_is_linear() -> None:
    text = "、".join(f"2018年{month % 12 + 1}月に会合" for month in range(500)) + "を開催した。"
    assert len(analyse(text, published="2019").events) <= 500


def test_outcomes_in_the_sentence_and_in_the_next() -> None:
    text = "2012年3月、日タイ首脳会談において、協力について合意した。2013年5月、東京で閣僚会合が開催された。同会合では、共同声明が採択された。"
    assert [event.outcome for event in analyse(text, published="2014").events] == [
        "協力について合意した",
        "共同声明が採択された",
    ]


def test_a_title_in_brackets_says_whom_paragraphs_are_about() -> None:
    text = (
        "第2章　交渉の状況\n\n（WTO交渉）\n　農業交渉は2000年3月に始まった。"
        "2010年3月には、ジュネーブで会合が開かれた。\n\n"
        "（EPA交渉）\n　2011年5月に交渉が再開された。\n"
    )
    events = analyse(text, published="2015").events
    assert [[side.value for side in event.participants] for event in events] == [["世界貿易機関"], ["世界貿易機関"], []]


def test_what_is_done_on_occasion_of_a_meeting_has_all_of_its_days() -> None:
    text = (
        "2008年10月4日から6日まで、神戸で環境大臣会合が開催された。同会合の機会に、環境大臣は、インドの閣僚と会談した。"
    )
    events = analyse(text, published="2015").events
    assert [event.until >= 0 for event in events] == [True, True]
