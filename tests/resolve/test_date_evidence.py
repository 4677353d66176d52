"""Every pattern of evidence finds its example and passes over its counter-example; what rows say of relative dates."""

import pytest

from hakusho.flow import analyse
from hakusho.records import Certainty, Source, SourceText, Status
from hakusho.resolve import date_evidence_rules as rules
from hakusho.tabulate import document_rows
from hakusho.tabulate.schemas import SCHEMAS

EVIDENCE = {name: value for name, value in vars(rules).items() if isinstance(value, rules.Evidence)}
# These are asked whether they match from the date on; the others may stand anywhere in the text given.
AT_START = {
    "BACKGROUND",
    "BEFELL",
    "BUDGET",
    "CARRIED",
    "COMPARED",
    "DELIMITED",
    "CUT_OFF",
    "DONE",
    "EVENT_TOPIC",
    "HABIT_BEHIND",
    "HEADING",
    "NOUN",
    "OF",
    "OF_A_MONTH",
    "REPORTED",
    "BOUND",
    "SINCE",
    "SET_AGAINST",
    "STUDY_BEHIND",
}
WHOLE = {"JOINING", "RANGING", "OPENING"}


@pytest.mark.parametrize("name", EVIDENCE)
def test_examples(name: str) -> None:
    evidence = EVIDENCE[name]
    find = (
        evidence.pattern.match
        if name in AT_START
        else evidence.pattern.fullmatch
        if name in WHOLE
        else evidence.pattern.search
    )
    assert find(evidence.example), "the example"
    assert not find(evidence.counter_example), "the counter-example"


def _dates(text: str, published: str) -> list[dict[str, object]]:
    source = SourceText(Source("a", "a.txt", sha256="0", published=published), text)
    analysis = analyse(source, frozenset({"DATE"}))
    names = SCHEMAS["mentions"].names
    return [dict(zip(names, row, strict=True)) for row in document_rows(analysis)["mentions"]]


def test_rows_name_their_anchor_and_how_sure_they_are() -> None:
    first, second, third = _dates("平成24年3月9日に決定し、同月12日に公表した。昨年、検討を始めた。", "2012-07-03")
    assert (first["anchor"], first["certainty"]) == ("", "certain")
    assert (second["value"], second["anchor"]) == ("2012-03-12", first["mention_id"])
    assert (third["value"], third["anchor"], third["certainty"]) == ("2011", "document", "certain")


def test_two_readings_are_both_kept() -> None:
    (year,) = _dates("先行する22年度の予算", "")
    assert (year["status"], year["value"], year["certainty"]) == (Status.AMBIGUOUS, "", Certainty.OPEN)
    assert {"FY2010", "FY2022"} <= set(str(year["candidates"]).split(";"))


def test_what_hangs_on_an_open_date_is_open() -> None:
    _, month, anaphor = _dates("条約は1996年に署名された。その後、2月7日に発射した。同月9日に抗議した。", "2016-03-18")
    assert month["status"] == anaphor["status"] == Status.AMBIGUOUS
    assert str(anaphor["candidates"]).split(";") == ["2016-02-09", "1996-02-09"]


def test_a_date_of_an_unknown_day_is_open_not_guessed() -> None:
    for text in ("昨年、白書を公表した。", "本年度の予算", "先月、会合を開いた。"):
        (date,) = _dates(text, "")
        assert (date["status"], date["value"]) == (Status.AMBIGUOUS, "")


def test_a_short_year_long_after_publication_is_flagged() -> None:
    (date,) = _dates("2050年の目標と異なり、70年度までに達成する計画である。", "2021-07")[1:]
    assert date["status"] == Status.AMBIGUOUS or "far-future" in str(date["flags"])


def test_days_of_companies_are_their_own() -> None:
    (date,) = _dates("2024年9月期の決算", "2024-12")
    assert (date["value"], date["first_day"], date["last_day"]) == ("FY2023", "2023-10-01", "2024-09-30")


def test_a_fiscal_year_that_the_text_delimits_has_its_days() -> None:
    year, first, last = _dates("米国の2016会計年度（2015年10月～2016年9月）の予算", "2016-12")
    assert (year["value"], year["first_day"], year["last_day"]) == ("FY2016", "2015-10-01", "2016-09-30")
    assert (first["value"], last["value"]) == ("2015-10", "2016-09")
