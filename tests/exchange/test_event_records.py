"""Events as JSON Lines and as a network: evidence, sides, weights, and characters that XML does not allow."""

import json
from typing import Any

import networkx

from hakusho.exchange.event_records import write_graphml, write_jsonl

TEXT = "2019年5月、日米首脳会談が開かれた。6月にも会談した。"


def _event(number: int, kind: str, start: int, end: int, day: str) -> dict[str, Any]:
    return {
        "doc_id": "a", "event_id": f"a:e{number:05d}", "type": kind, "start": start, "end": end,
        "first_day": day, "last_day": day, "found_by": "event:開く",
    }  # fmt: skip


def _side(number: int, kind: str, value: str) -> dict[str, Any]:
    return {"doc_id": "a", "event_id": f"a:e{number:05d}", "kind": kind, "value": value, "mention_id": ""}


EVENTS = [_event(1, "meeting", 0, 18, "2019-05-25"), _event(2, "visit", 19, 28, "2019-04-01")]
SIDES = [
    _side(1, "COUNTRY", "JPN"), _side(1, "COUNTRY", "USA"), _side(2, "COUNTRY", "USA"), _side(2, "COUNTRY", "JPN"),
    _side(2, "ORG", "省\x00&<>"),
]  # fmt: skip


def test_an_event_has_its_evidence_and_sides() -> None:
    lines = write_jsonl(EVENTS, SIDES, {"a": TEXT})["events.jsonl"].decode().splitlines()
    first, second = (json.loads(line) for line in lines)
    assert first["evidence"] == TEXT[0:18]
    assert [side["value"] for side in first["participants"]] == ["JPN", "USA"]
    assert second["event_id"] == "a:e00002"


def test_an_edge_counts_the_events_of_two() -> None:
    graph = networkx.parse_graphml(write_graphml(EVENTS, SIDES)["events.graphml"].decode())
    assert graph.edges["JPN", "USA"] == {
        "weight": 2, "types": "meeting visit", "first_day": "2019-04-01", "last_day": "2019-05-25",
    }  # fmt: skip
    assert graph.nodes["JPN"]["events"] == 2
    assert graph.nodes["省&<>"] == {"label": "省&<>", "kind": "ORG", "events": 1}


def test_a_run_without_events_is_an_empty_graph() -> None:
    assert len(networkx.parse_graphml(write_graphml([], [])["events.graphml"].decode())) == 0
    assert write_jsonl([], [], {})["events.jsonl"] == b""
