"""Every measure on one small example, with the figures worked out on paper; nervaluate and seqeval as judges.

The text 総務省は昨年度、米国と独立行政法人国際協力機構に ITU へ has five gold mentions; six are predicted:

    gold                               predicted                          judged
    総務省 ORG 総務省                    the same                            correct
    昨年度 DATE FY2011                  the same, 2011                      value
    米国 COUNTRY USA                    the same span as ORG                label
    独立行政法人国際協力機構 ORG          国際協力機構 ORG, other entity        boundary
    ITU ORG                            -                                  missed
    -                                  は ORG                             spurious

strict: 2 right of 5 gold and 5 predicted: P = R = F1 = 2/5.
overlap: 4 pairs share a character: P = 4/5, R = 4/5.
type: of these the label is right in 3: 3/5, 3/5.
resolved: all 5 gold mentions have a value; 1 right: 1/5, 1/5.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakusho.evaluate import evaluate, judge
from hakusho.evaluate.linking import linking
from hakusho.records import Annotation, Counts, Kind, Span


def _mark(start: int, end: int, label: str, value: str = "", entity: str = "", doc_id: str = "a") -> Annotation:
    return Annotation(doc_id, Span(start, end), label, "", value, entity or value)


GOLD = [
    _mark(0, 3, "ORG", "総務省"),
    _mark(4, 7, "DATE", "FY2011"),
    _mark(8, 10, "COUNTRY", "USA"),
    _mark(11, 23, "ORG", "国際協力機構"),
    _mark(25, 28, "ORG", "国際電気通信連合"),
]
FOUND = [
    _mark(0, 3, "ORG", "総務省"),
    _mark(4, 7, "DATE", "2011"),
    _mark(8, 10, "ORG", "米国"),
    _mark(17, 23, "ORG", "国際協力機構"),
    _mark(3, 4, "ORG", "は"),
]


def test_each_pair_is_judged_once() -> None:
    kinds = [judgement.kind for judgement in judge(GOLD, FOUND)]
    assert kinds == [Kind.CORRECT, Kind.SPURIOUS, Kind.VALUE, Kind.LABEL, Kind.BOUNDARY, Kind.MISSED]


@pytest.mark.parametrize(("measure", "right"), [("strict", 2), ("overlap", 4), ("type", 3), ("resolved", 1)])
def test_rates_by_hand(measure: str, right: int) -> None:
    rates = evaluate(GOLD, FOUND).as_dict()["labels"]["ALL"][measure]
    assert rates["precision"] == pytest.approx(right / 5)
    assert rates["recall"] == pytest.approx(right / 5)
    assert rates["f1"] == pytest.approx(right / 5)


def test_rates_of_a_label_by_hand() -> None:
    """ORG: 3 gold, 4 predicted, 1 right by span: P = 1/4, R = 1/3, F1 = 2/7; COUNTRY: nothing predicted, R = 0."""
    labels = evaluate(GOLD, FOUND).as_dict()["labels"]
    assert labels["ORG"]["strict"]["precision"] == pytest.approx(1 / 4)
    assert labels["ORG"]["strict"]["recall"] == pytest.approx(1 / 3)
    assert labels["ORG"]["strict"]["f1"] == pytest.approx(2 / 7)
    assert labels["COUNTRY"]["strict"]["recall"] == 0
    assert labels["COUNTRY"]["strict"]["precision"] is None
    assert labels["DATE"]["strict"]["f1"] == 1
    assert labels["DATE"]["resolved"]["f1"] == 0


def test_macro_is_the_mean_over_documents() -> None:
    """Document a has F1 2/5, document b 1: macro 0.7; micro 3 of 6 and 6: 1/2."""
    other = _mark(0, 3, "ORG", "総務省", doc_id="b")
    content = evaluate([*GOLD, other], [*FOUND, other]).as_dict()
    assert content["macro"]["strict"] == pytest.approx(0.7)
    assert content["labels"]["ALL"]["strict"]["f1"] == pytest.approx(1 / 2)


def test_ignored_and_unsure_gold() -> None:
    gold = [_mark(0, 3, "IGNORE"), _mark(5, 8, "DATE", "?")]
    content = evaluate(gold, [_mark(2, 4, "ORG", "x"), _mark(5, 8, "DATE", "2011")]).as_dict()["labels"]["ALL"]
    assert (content["strict"]["correct"], content["strict"]["spurious"]) == (1, 0)
    assert content["resolved"]["f1"] is None


def test_linking_by_hand() -> None:
    """Gold clusters {1, 2, 3} and {4}; predicted {1, 2} and {3, 4}.

    pairwise: gold links 12 13 23, predicted 12 34; shared 12: P = 1/2, R = 1/3, F1 = 2/5.
    B3 recall: 1 and 2 keep 2/3 each, 3 keeps 1/3, 4 keeps 1: (2/3 + 2/3 + 1/3 + 1) / 4 = 2/3;
    precision: 1 and 2 keep 1 each, 3 and 4 keep 1/2 each: 3/4; F1 = 2 * 2/3 * 3/4 / (2/3 + 3/4) = 12/17.
    LEA recall: {1, 2, 3}: 1 of 3 links, size 3 -> 1; {4} is alone, its partner is not -> 0: 1/4.
    precision: {1, 2}: all of 1 link, size 2 -> 2; {3, 4}: 0: 2/4; F1 = 2 * 1/4 * 1/2 / (3/4) = 1/3.
    """
    gold = [_mark(i, i + 1, "ORG", value) for i, value in enumerate("AAAB")]
    found = [_mark(i, i + 1, "ORG", "", entity) for i, entity in enumerate("xxyy")]
    rates = linking(gold, found)
    assert rates["pairwise"] == pytest.approx({"precision": 1 / 2, "recall": 1 / 3, "f1": 2 / 5})
    assert rates["b_cubed"] == pytest.approx({"precision": 3 / 4, "recall": 2 / 3, "f1": 12 / 17})
    assert rates["lea"] == pytest.approx({"precision": 1 / 2, "recall": 1 / 4, "f1": 1 / 3})


def test_counts_add_and_nothing_found_is_undefined() -> None:
    assert Counts(correct=1, missing=1) + Counts(spurious=2) == Counts(1, 0, 0, 1, 2)
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)
    assert Counts(missing=1).precision is None


def test_structure_counts_rows_by_key() -> None:
    """One of two gold sections is found, and one that is not in the gold: P = R = 1/2."""
    gold = [{"doc_id": "a", "level": "1", "number": "1", "title": t} for t in ("概要", "経緯")]
    found = [{"doc_id": "a", "level": "1", "number": "1", "title": t} for t in ("概要", "結果")]
    content = evaluate([], [], {"sections": gold}, {"sections": found}, ["a"]).as_dict()
    assert content["tables"]["sections"]["f1"] == pytest.approx(1 / 2)


# --- independent judges ----------------------------------------------------------------------------------------

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4), st.sampled_from(["ORG", "DATE"])), max_size=8)


def _flat(drawn: list[tuple[int, int, str]]) -> list[Annotation]:
    marks: list[Annotation] = []
    for start, length, label in sorted(drawn):
        if not marks or start >= marks[-1].span.end:
            marks.append(_mark(start, start + length, label, "v"))
    return marks


def _tags(marks: list[Annotation]) -> list[str]:
    tags = ["O"] * 40
    for mark in marks:
        for offset in range(mark.span.start, mark.span.end):
            tags[offset] = f"{'B' if offset == mark.span.start else 'I'}-{mark.label}"
    return tags


@given(SPANS, SPANS)
def test_seqeval_agrees_on_strict(left: list[tuple[int, int, str]], right: list[tuple[int, int, str]]) -> None:
    from seqeval.metrics import f1_score
    from seqeval.scheme import IOB2

    gold, found = _flat(left), _flat(right)
    if not gold or not found:
        return
    ours = evaluate(gold, found).as_dict()["labels"]["ALL"]["strict"]["f1"]
    theirs = f1_score([_tags(gold)], [_tags(found)], mode="strict", scheme=IOB2, zero_division=0)
    assert ours == pytest.approx(theirs)


@given(SPANS, SPANS)
def test_nervaluate_agrees_on_strict(left: list[tuple[int, int, str]], right: list[tuple[int, int, str]]) -> None:
    from nervaluate import Evaluator

    gold, found = _flat(left), _flat(right)
    if not gold or not found:
        return
    # nervaluate counts the last character in.
    as_dicts = [
        [{"label": m.label, "start": m.span.start, "end": m.span.end - 1} for m in marks] for marks in (gold, found)
    ]
    results = Evaluator([as_dicts[0]], [as_dicts[1]], tags=["ORG", "DATE"]).evaluate()
    theirs = results["overall"]["strict"].correct
    ours = evaluate(gold, found).as_dict()["labels"]["ALL"]["strict"]["correct"]
    assert ours == theirs


# --- laws ------------------------------------------------------------------------------------------------------


@given(SPANS, SPANS, st.randoms())
def test_order_changes_nothing(
    left: list[tuple[int, int, str]], right: list[tuple[int, int, str]], random: object
) -> None:
    gold, found = _flat(left), _flat(right)
    once = evaluate(gold, found, documents=["a"]).as_dict()
    random.shuffle(gold)  # type: ignore[attr-defined]
    random.shuffle(found)  # type: ignore[attr-defined]
    assert evaluate(gold, found, documents=["a"]).as_dict() == once


@given(SPANS, SPANS, SPANS, SPANS)
def test_documents_add_up(a: list, b: list, c: list, d: list) -> None:
    def moved(marks: list[Annotation]) -> list[Annotation]:
        return [Annotation("b", m.span, m.label, m.text, m.value, m.entity) for m in marks]

    parts = [(_flat(a), _flat(b)), (moved(_flat(c)), moved(_flat(d)))]
    names = ("correct", "partial", "wrong", "missing", "spurious")
    apart = [evaluate(g, f, documents=["a", "b"]).as_dict()["labels"]["ALL"]["strict"] for g, f in parts]
    together = evaluate(parts[0][0] + parts[1][0], parts[0][1] + parts[1][1], documents=["a", "b"]).as_dict()
    for name in names:
        assert together["labels"]["ALL"]["strict"][name] == sum(part[name] for part in apart)


@given(SPANS)
def test_gold_against_itself_is_perfect(drawn: list[tuple[int, int, str]]) -> None:
    gold = _flat(drawn)
    for rates in evaluate(gold, gold, documents=["a"]).as_dict()["labels"].values():
        assert all(measure["f1"] in (1.0, None) for measure in rates.values())
