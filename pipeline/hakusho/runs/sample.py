"""Draw mentions of a run by lot for a person to judge, and say how precise the run is from what was judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any

from hakusho.errors import InputError, UsageError
from hakusho.files.runs import read_text
from hakusho.files.samples import read_judged, write_sample
from hakusho.files.typed import read_records
from hakusho.labels import registry
from hakusho.tabulate import SCHEMAS

COLUMNS = (
    *("mention_id", "doc_id", "label", "start", "end", "before", "text", "after"),
    *("value", "name", "status", "found_by", "right", "note"),
)
_CONTEXT = 40
# The normal quantile of a 95 % interval.
_QUANTILE = 1.959964


@dataclass(frozen=True, slots=True)
class Precision:
    """Of the mentions judged in a group, how many are right, with the 95 % interval of the share (Wilson's)."""

    group: str
    right: int
    judged: int

    @property
    def share(self) -> float:
        return self.right / self.judged

    @property
    def interval(self) -> tuple[float, float]:
        """Return the lower and upper end of the interval of the share.

        >>> low, high = Precision("ORG", 190, 200).interval
        >>> round(low, 3), round(high, 3)
        (0.91, 0.973)
        """
        n, square = self.judged, _QUANTILE**2
        middle = (self.share + square / (2 * n)) / (1 + square / n)
        half = _QUANTILE / (1 + square / n) * sqrt(self.share * (1 - self.share) / n + square / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


def draw(run: Path, out: Path, size: int, label: str = "", seed: int = 0) -> int:
    """Write `size` mentions of a run (all where it has fewer), drawn by lot, in the run's order; return how many.

    The same run, size, label and seed give the same sample. Raises UsageError for an unknown label or a sample of none.
    """
    if label and label not in registry():
        raise UsageError(f"unknown label {label}. Known labels: {', '.join(registry())}.")
    mentions = [row for row in read_records(run, SCHEMAS["mentions"]) if label in ("", row["label"])]
    if not mentions or size < 1:
        raise UsageError(f"{run}: no mentions to draw from." if size > 0 else "--n: draw at least one.")
    chosen = sorted(Random(seed).sample(range(len(mentions)), min(size, len(mentions))))  # noqa: S311 - no secret
    write_sample(out, COLUMNS, _rows(run, [mentions[index] for index in chosen]))
    return len(chosen)


def _rows(run: Path, mentions: Sequence[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    doc_id, text = "", ""
    for mention in mentions:
        if mention["doc_id"] != doc_id:
            doc_id = mention["doc_id"]
            text = read_text(run, doc_id) or ""
        start, end = mention["start"], mention["end"]
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        context = {"before": " ".join(before.split()), "after": " ".join(after.split())}
        yield {column: mention.get(column) for column in COLUMNS} | context | {"right": "", "note": ""}


def precision(run: Path, judged: Path) -> list[Precision]:
    """Return how many of the judged mentions of a sample are right: of each label, of each rule, then of all.

    The column `right` holds y or n (yes, no, 1, 0, ○, × do too); rows where it is empty are not counted. Raises
    InputError for another word in it, for a mention that the run does not have at that place, and where none is judged.
    """
    places = {row["mention_id"]: (row["start"], row["end"]) for row in read_records(run, SCHEMAS["mentions"])}
    found: dict[str, list[bool]] = {}
    for judgement in read_judged(judged):
        if places.get(judgement.mention_id) != (judgement.start, judgement.end):
            raise InputError(
                str(judged),
                f"the run has no mention {judgement.mention_id} at {judgement.start}",
                "Judge a sample of this very run.",
                judgement.place,
            )
        for group in (judgement.label, judgement.found_by, ""):
            found.setdefault(group, []).append(judgement.right)
    if not found:
        raise InputError(str(judged), "no row is judged", "Write y or n into the column right.")
    groups = sorted(found, key=lambda group: (group == "", ":" in group, group))
    return [Precision(group or "all", sum(found[group]), len(found[group])) for group in groups]
