"""Events of the documents that were written blind; the figures are measured ones less a margin."""

import pytest
from tests.bench.event_rounds import found_in, read_round, score


@pytest.mark.parametrize(
    ("name", "events", "participants", "place"),
    [
        ("r1", 0.95, 0.86, 0.94),
        ("r2", 0.95, 0.86, 0.95),
        ("r3", 0.93, 0.88, 0.95),
        ("r4", 0.93, 0.85, 0.94),
        ("r5", 0.91, 0.77, 0.92),
        ("r6", 0.94, 0.83, 0.94),
        ("r7", 0.93, 0.83, 0.88),
    ],
)
def test_rounds(name: str, events: float, participants: float, place: float) -> None:
    counts = score([(gold, found_in(source)) for source, gold in read_round(name)])
    assert counts.events >= events
    assert counts.participants >= participants
    assert counts.place >= place
