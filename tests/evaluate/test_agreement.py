"""Agreement by hand: ten characters, A marks 0-4 ORG, B marks 0-2 ORG and 6-8 DATE.

By characters: both ORG 2, A alone 2, B alone 2 (DATE), neither 4: observed 6/10.
A: ORG 4, none 6; B: ORG 2, DATE 2, none 6: expected (4*2 + 6*6)/100 = 0.44.
kappa = (0.6 - 0.44)/(1 - 0.44) = 0.2857.
"""

import pytest

from hakusho.evaluate.agreement import agreement
from hakusho.evaluate.differences import counts_by_rule, differences
from hakusho.records import Annotation, Span


def test_kappa_by_hand() -> None:
    left = [Annotation("a", Span(0, 4), "ORG", value="x")]
    right = [Annotation("a", Span(0, 2), "ORG", value="x"), Annotation("a", Span(6, 8), "DATE", value="2011")]
    found = agreement(left, right, {"a": 10})
    assert found.kappa == pytest.approx(0.16 / 0.56)
    assert found.values is None
    assert found.rates["ALL"]["strict"]["f1"] == 0


def test_values_of_common_mentions() -> None:
    left = [
        Annotation("a", Span(0, 2), "ORG", value="x"),
        Annotation("a", Span(3, 5), "DATE", value="2011"),
        Annotation("a", Span(6, 7), "DATE", value="?"),
    ]
    right = [
        Annotation("a", Span(0, 2), "ORG", value="y"),
        Annotation("a", Span(3, 5), "DATE", value="2011"),
        Annotation("a", Span(6, 7), "DATE", value="2012"),
    ]
    assert agreement(left, right, {"a": 10}).values == pytest.approx(1 / 2)


def test_changes_are_counted_by_rule() -> None:
    old = [Annotation("a", Span(0, 2), "ORG", value="x", found_by="org:lexicon")]
    new = [
        Annotation("a", Span(0, 2), "ORG", value="y", found_by="org:head"),
        Annotation("a", Span(3, 4), "DATE", found_by="date:x"),
    ]
    assert {rule: dict(counts) for rule, counts in counts_by_rule(differences(old, new)).items()} == {
        "date:x": {"gained": 1},
        "org:head": {"changed": 1},
    }
