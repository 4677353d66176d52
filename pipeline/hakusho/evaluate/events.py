"""Score the events of a run: paired by type and evidence, then their dates, sides and places compared."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hakusho.records import Counts

Row = Mapping[str, str]
EVENTS = "events"
# Longer evidence is paired with nothing: whole pages would win events by chance. In characters.
_LONGEST = 1000
_UNKNOWN = ("", "?")


@dataclass(frozen=True, slots=True)
class _Told:
    row: Row
    start: int
    end: int
    sides: frozenset[str]


def is_event_gold(columns: Collection[str]) -> bool:
    """Return whether gold of events says where each is told; older gold does not, and cannot be scored."""
    return {"doc_id", "type", "date_value", "participants", "start", "end"} <= set(columns)


def score_events(
    gold: Sequence[Row], predicted: Sequence[Row], documents: Collection[str]
) -> tuple[dict[str, Counts], list[dict[str, str]]]:
    """Return counts by name, and a row (table, doc_id, kind, key) for each event that was missed or is spurious.

    `events`: same type, evidence that shares a character, one to one; of the pairs `event_dates`, `event_places`
    (country) and `event_participants`. Rows of other documents are left out.
    """
    errors: list[dict[str, str]] = []
    parts = {name: Counts() for name in (EVENTS, "event_dates", "event_participants", "event_places")}
    for doc_id in sorted(documents):
        left, right = (_of(rows, doc_id) for rows in (gold, predicted))
        pairs = _pairs(left, right)
        for one, other in ((left[i], right[j]) for i, j in pairs):
            for name, counts in _compared(one, other):
                parts[name] += counts
        parts[EVENTS] += Counts(len(pairs), 0, 0, len(left) - len(pairs), len(right) - len(pairs))
        errors += _errors(doc_id, "missed", left, {i for i, _ in pairs})
        errors += _errors(doc_id, "spurious", right, {j for _, j in pairs})
    return parts, errors


def _of(rows: Sequence[Row], doc_id: str) -> list[_Told]:
    return [
        _Told(row, int(row["start"]), int(row["end"]), frozenset(filter(None, _split(row["participants"]))))
        for row in rows
        if row["doc_id"] == doc_id
    ]


def _split(cell: str) -> list[str]:
    return [name.strip() for name in cell.replace("|", ";").split(";")]


def _pairs(gold: Sequence[_Told], predicted: Sequence[_Told]) -> list[tuple[int, int]]:
    """Return pairs of (gold, predicted) indices, the likest first: by date, then sides, then shared characters."""
    likeness = [
        ((_day(one) == _day(other), _shared(one, other), _overlap(one, other)), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if one.row["type"] == other.row["type"] and _overlap(one, other) > 0 and other.end - other.start <= _LONGEST
    ]
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for _, i, j in sorted(likeness, reverse=True):
        if -i not in left and -j not in right:
            left.add(-i)
            right.add(-j)
            found.append((-i, -j))
    return sorted(found)


def _day(told: _Told) -> str:
    return told.row["date_value"].replace("..", "/")


def _shared(one: _Told, other: _Told) -> float:
    every = one.sides | other.sides
    return len(one.sides & other.sides) / len(every) if every else 1.0


def _overlap(one: _Told, other: _Told) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0.0, shared / (max(one.end, other.end) - min(one.start, other.start)))


def _compared(gold: _Told, predicted: _Told) -> Iterator[tuple[str, Counts]]:
    if gold.row["date_value"] not in _UNKNOWN:
        same = _day(gold) == _day(predicted)
        yield "event_dates", Counts(correct=1) if same else Counts(wrong=1)
    yield (
        "event_participants",
        Counts(
            correct=len(gold.sides & predicted.sides),
            missing=len(gold.sides - predicted.sides),
            spurious=len(predicted.sides - gold.sides),
        ),
    )
    same = gold.row.get("place_country", "") == predicted.row.get("place_country", "")
    yield "event_places", Counts(correct=1) if same else Counts(wrong=1)


def _errors(doc_id: str, kind: str, every: Sequence[_Told], paired: set[int]) -> list[dict[str, str]]:
    return [
        {"table": EVENTS, "doc_id": doc_id, "kind": kind, "key": _key(told)}
        for index, told in enumerate(every)
        if index not in paired
    ]


def _key(told: _Told) -> str:
    row = told.row
    return " | ".join((row["type"], row["date_value"], row.get("name") or row.get("event", ""), f"{told.start}"))
