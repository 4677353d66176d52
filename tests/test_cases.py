"""Tables of sentences with the gold written inside: spans, labels, values, modifiers and flags at once."""

import pytest

from hakusho.flow import analyse
from hakusho.labels import registry
from tests.marked import CASES, Case, read_cases

# The file's name begins with the label that it is about; passages are about all three, documents about two.
LABELS = {
    "dates": {"DATE"},
    "countries": {"COUNTRY"},
    "organisations": {"ORG"},
    "passages": set(registry()),
    "documents": {"DATE", "COUNTRY"},
}
# Other tables of cases are about structure, and have tests of their own.
STRUCTURE = {"definitions", "levels", "sentences"}
FILES = [path for path in sorted(CASES.glob("*.tsv")) if path.stem.split("_")[0] in LABELS]
ALL = [
    pytest.param(case, frozenset(LABELS[path.stem.split("_")[0]]), id=f"{path.stem}-{case.name}")
    for path in FILES
    for case in read_cases(path.stem)
]


def test_every_table_of_cases_is_run() -> None:
    assert {path.stem.split("_")[0] for path in CASES.glob("*.tsv")} <= LABELS.keys() | STRUCTURE


@pytest.mark.parametrize(("case", "labels"), ALL)
def test_case(case: Case, labels: frozenset[str]) -> None:
    analysis = analyse(case.text, published=case.published)
    found = [
        (
            e.mention.span.start,
            e.mention.span.end,
            e.mention.label,
            e.value or "?",
            e.timex.mod if e.timex else "",
            " ".join(e.flags),
        )
        for e in analysis.entities
        if e.mention.label in labels
    ]
    gold = [(g.start, g.end, g.label, g.value or "?", g.mod, g.flags) for g in case.gold if g.label in labels]
    unsure = {(g[0], g[1]) for g in gold if g[3] == "?"}
    found = [(*f[:3], "?", *f[4:]) if f[:2] in unsure else f for f in found]
    assert [_shown(case.text, f) for f in found] == [_shown(case.text, g) for g in gold]


def _shown(text: str, mention: tuple[int, int, str, str, str, str]) -> tuple[object, ...]:
    start, end, *rest = mention
    return (start, text[start:end], *rest)


def test_there_are_enough_cases() -> None:
    assert len(read_cases("dates")) + len(read_cases("dates_negative")) >= 400
    names = [case.name for path in FILES for case in read_cases(path.stem)]
    assert len(names) == len(set(names)), "names of cases are given once"


def test_negatives_hold_no_gold() -> None:
    """Countries and dates of the other kinds may stand in a negative; the label it is about may not."""
    for path in (path for path in FILES if path.stem.endswith("_negative")):
        about = LABELS[path.stem.split("_")[0]]
        assert not [case.name for case in read_cases(path.stem) if any(gold.label in about for gold in case.gold)]
