"""Score events, participants and names on sentences written for them: `python -m tests.bench.participants [--show]`.

`tests/relate/participants.tsv` holds passages written from the definitions of the task before the product read them,
two or more of each kind. Every second one is kept aside: its totals are printed, its errors never are.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hakusho.flow import analyse

CASES = Path(__file__).parents[1] / "relate" / "participants.tsv"
_COUNTRY = 3

Row = tuple[str, str, tuple[str, ...], str]


def gold(case: dict[str, str]) -> list[Row]:
    """Return the events of a case as (type, date, participants, name)."""
    rows = []
    for told in case["events"].split("|"):
        kind, date, sides, name = told.split("@")
        rows.append((kind, date, tuple(side for side in sides.split(";") if side), name))
    return rows


def read(case: dict[str, str]) -> list[Row]:
    """Return the events that the product finds in a case."""
    analysis = analyse(case["text"], published=case["published"])
    return [
        (
            event.type,
            analysis.entities[event.date].value or "?",
            tuple(side.value for side in event.participants),
            event.name,
        )
        for event in analysis.events
    ]


def shared(left: Iterable[str], right: Iterable[str]) -> int:
    """Return how many parties two rows share; 通信省 is インド通信省, a country's code is only itself."""
    rest, found = list(right), 0
    for one in left:
        match = next((other for other in rest if _is_same(one, other)), None)
        if match is not None:
            rest.remove(match)
            found += 1
    return found


def _is_same(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return one == other or (len(shorter) >= _COUNTRY and not shorter.isascii() and longer.endswith(shorter))


def score(cases: Iterable[dict[str, str]], *, show: bool = False) -> str:
    """Return F1 of events (type and date) and, of those found, of participants, and the share of right names."""
    counts: Counter[str] = Counter()
    for case in cases:
        right, found = gold(case), read(case)
        pairs = _pairs(right, found)
        counts.update(gold=len(right), run=len(found), hit=len(pairs))
        for one, other in pairs:
            counts.update(
                who=len(one[2]),
                said=len(other[2]),
                both=shared(one[2], other[2]),
                name=bool(one[3]) and one[3] == other[3],
                named=bool(one[3]),
            )
        same = len(pairs) == len(right) == len(found) and all(
            len(one[2]) == len(other[2]) == shared(one[2], other[2]) and one[3] in ("", other[3])
            for one, other in pairs
        )
        if show and not same:
            print(case["kind"], case["text"], f"  gold {right}", f"  run  {found}", sep="\n")
    f1 = 2 * counts["hit"] / (counts["gold"] + counts["run"])
    who = 2 * counts["both"] / max(counts["who"] + counts["said"], 1)
    return f"events {f1:.3f}  participants {who:.3f}  names {counts['name'] / max(counts['named'], 1):.3f}"


def _pairs(right: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    rest, pairs = list(found), []
    for one in right:
        match = next((other for other in rest if other[:2] == one[:2]), None)
        if match is not None:
            rest.remove(match)
            pairs.append((one, match))
    return pairs


def cases(part: str) -> list[dict[str, str]]:
    """Return the cases of a part: `open` or `aside`."""
    with CASES.open(encoding="utf-8", newline="") as table:
        return [case for case in csv.DictReader(table, delimiter="\t") if case["part"] == part]


def main() -> None:
    """Print the figures of both parts, and with `--show` what differs in the open one."""
    print("open ", score(cases("open"), show="--show" in sys.argv[1:]))
    print("aside", score(cases("aside")))


if __name__ == "__main__":
    main()
