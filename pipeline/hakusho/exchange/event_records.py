"""The events of a run: JSON Lines with evidence, and a network of who met whom. Both are written only."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import networkx

Row = Mapping[str, Any]
JSONL, GRAPHML = "events-jsonl", "graphml"
_FACTS = (
    "type name date_value date_text first_day last_day place place_country outcome start end sentence_id section_id"
).split()


def write_jsonl(events: Iterable[Row], sides: Iterable[Row], texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return `events.jsonl`: an object for each event, with its sides and `evidence`, the characters that tell it.

    `events` and `sides` are the rows of the tables `events` and `event_participants`, `texts` the texts by doc_id.

    >>> event = dict(doc_id="a", event_id="a:e00001", type="launch", date_value="2019", start=0, end=3)
    >>> json.loads(write_jsonl([event], [], {"a": "開始した"})["events.jsonl"])["evidence"]
    '開始し'
    """
    by_event = _by_event(sides)
    lines = (
        json.dumps(
            {
                "doc_id": event["doc_id"],
                "event_id": event["event_id"],
                **{name: event.get(name, "") for name in _FACTS},
                "participants": [_side(side) for side in by_event.get(event["event_id"], ())],
                "evidence": texts.get(event["doc_id"], "")[event["start"] : event["end"]],
                "found_by": event.get("found_by", ""),
            },
            ensure_ascii=False,
        )
        for event in events
    )
    return {"events.jsonl": "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")}


def _side(side: Row) -> dict[str, str]:
    return {"kind": side["kind"], "value": side["value"], "mention_id": side["mention_id"]}


def _by_event(sides: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for side in sides:
        found.setdefault(side["event_id"], []).append(side)
    return found


def write_graphml(events: Iterable[Row], sides: Iterable[Row]) -> dict[str, bytes]:
    """Return `events.graphml` for Gephi and the like: an undirected graph of countries and bodies.

    A node has `kind` (COUNTRY, ORG) and `events`, in how many it took part. An edge joins two that took part in one
    event: `weight` is in how many, `types` which kinds of them, `first_day` and `last_day` when.
    """
    graph = networkx.Graph()
    by_event = _by_event(sides)
    for event in events:
        parties = {_printable(side["value"]): side["kind"] for side in by_event.get(event["event_id"], ())}
        for value, kind in parties.items():
            graph.add_node(value, label=value, kind=kind, events=graph.nodes.get(value, {}).get("events", 0) + 1)
        for pair in combinations(sorted(parties), 2):
            _join(graph, pair, event)
    out = io.BytesIO()
    networkx.write_graphml_xml(graph, out)
    return {"events.graphml": out.getvalue()}


def _join(graph: Any, pair: Sequence[str], event: Row) -> None:
    held = graph.get_edge_data(*pair, default={})
    types = sorted({*filter(None, held.get("types", "").split()), event["type"]})
    first, last = (str(event.get(day) or "") for day in ("first_day", "last_day"))
    graph.add_edge(
        *pair,
        weight=held.get("weight", 0) + 1,
        types=" ".join(types),
        first_day=min(_days(held.get("first_day", ""), first), default=""),
        last_day=max(_days(held.get("last_day", ""), last), default=""),
    )


def _days(*days: str) -> Iterator[str]:
    return (day for day in days if day)


def _printable(value: str) -> str:
    """Return a value without the characters that XML does not allow."""
    return "".join(sign for sign in value if sign.isprintable())
