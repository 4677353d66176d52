"""What the scorers of composed texts share: reading a table, comparing rows, printing rates."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hakusho.records import Counts


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a CSV file; a table that a run does not write is empty."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def f1(counts: Counts) -> str:
    precision = counts.correct / max(1, counts.correct + counts.spurious)
    recall = counts.correct / max(1, counts.correct + counts.missing)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.4f}  R {recall:.4f}  F1 {both:.4f}  ({counts.correct + counts.missing} gold)"


def compare(gold: Iterable[object], found: Iterable[object]) -> Counts:
    left, right = Counter(gold), Counter(found)
    both = sum((left & right).values())
    return Counts(correct=both, missing=left.total() - both, spurious=right.total() - both)
