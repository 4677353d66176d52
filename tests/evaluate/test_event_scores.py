"""Scores of events: pairs by type and evidence, one to one, then dates, sides and places."""

from typing import Any

from hakusho.evaluate.events import is_event_gold, score_events
from hakusho.records import Counts


def _row(kind: str, day: str, start: int, end: int, sides: str = "JPN|USA", country: str = "") -> dict[str, Any]:
    return {
        "doc_id": "a", "type": kind, "date_value": day, "start": str(start), "end": str(end),
        "participants": sides, "place_country": country,
    }  # fmt: skip


GOLD = [_row("meeting", "2019-05", 0, 20, country="JPN"), _row("visit", "2020", 30, 50)]


def test_gold_against_itself_is_right() -> None:
    counts, errors = score_events(GOLD, GOLD, {"a"})
    assert counts["events"] == Counts(correct=2)
    assert counts["event_participants"] == Counts(correct=4)
    assert errors == []


def test_separators_and_order_of_sides_do_not_matter() -> None:
    counts, _ = score_events(GOLD[:1], [_row("meeting", "2019-05", 5, 9, "USA;JPN", "JPN")], {"a"})
    assert counts["event_participants"] == Counts(correct=2)


def test_another_type_or_place_in_the_text_is_no_pair() -> None:
    other = [_row("visit", "2019-05", 0, 20), _row("visit", "2020", 50, 60)]
    counts, errors = score_events(GOLD, other, {"a"})
    assert counts["events"] == Counts(missing=2, spurious=2)
    assert [error["kind"] for error in errors] == ["missed", "missed", "spurious", "spurious"]


def test_one_prediction_pairs_with_one_event_by_date() -> None:
    gold = [_row("enactment", "2014-06", 0, 30), _row("enactment", "2015-01", 0, 30)]
    counts, _ = score_events(gold, [_row("enactment", "2015-01", 0, 30, "JPN")], {"a"})
    assert counts["events"] == Counts(correct=1, missing=1)
    assert counts["event_dates"] == Counts(correct=1)
    assert counts["event_participants"] == Counts(correct=1, missing=1)


def test_an_unknown_date_is_not_scored() -> None:
    counts, _ = score_events([_row("visit", "?", 30, 50)], GOLD, {"a"})
    assert counts["event_dates"] == Counts()


def test_a_page_as_evidence_wins_nothing() -> None:
    counts, _ = score_events(GOLD, [_row("meeting", "2019-05", 0, 5000)], {"a"})
    assert counts["events"].correct == 0


def test_other_documents_are_left_out() -> None:
    assert score_events(GOLD, GOLD, {"b"})[0]["events"] == Counts()


def test_older_gold_has_no_evidence() -> None:
    assert not is_event_gold(["doc_id", "order", "date_value", "participants"])
