"""One evaluation: judgements of mentions, counts of structural tables, and what a report is made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hakusho.evaluate.events import EVENTS, is_event_gold, score_events
from hakusho.evaluate.linking import linking
from hakusho.evaluate.pairing import judge
from hakusho.evaluate.scores import ALL, MEASURES, by_group, by_label, intervals, macro, rates
from hakusho.evaluate.structure import KEYS, Table, is_table_gold, score_cells, score_rows
from hakusho.labels import registry
from hakusho.records import Annotation, Counts, Judgement, Kind

_CONTEXT = 20


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Judgements, in order of documents and spans; counts and errors of structural tables by name.

    `ginza` are the judgements of ja_ginza's own names on the same gold, where the run has a parse.
    """

    judgements: tuple[Judgement, ...]
    links: Mapping[str, Mapping[str, float | None]]
    structure: Mapping[str, Counts]
    structure_errors: tuple[Mapping[str, str], ...]
    documents: tuple[str, ...]
    absent: tuple[str, ...] = ()
    ginza: tuple[Judgement, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the content of `evaluation.json`: counts and the rates derived from them."""
        documents = by_group(self.judgements, lambda judgement: judgement.one.doc_id)
        return {
            "documents": list(self.documents),
            "absent": list(self.absent),
            "labels": by_label(self.judgements),
            "regions": by_group(self.judgements, _region),
            "by_document": documents,
            "macro": macro(documents),
            "intervals": intervals(self.judgements),
            "linking": dict(self.links),
            "ginza": by_label(self.ginza) if self.ginza else {},
            "tables": {name: rates(counts) for name, counts in self.structure.items()},
        }


def evaluate(
    gold: Sequence[Annotation],
    predicted: Sequence[Annotation],
    gold_tables: Mapping[str, Table] | None = None,
    tables: Mapping[str, Table] | None = None,
    documents: Iterable[str] = (),
    absent: Iterable[str] = (),
    ginza: Sequence[Annotation] = (),
) -> Evaluation:
    """Compare mentions, and structural tables where gold has them.

    Only `documents` are scored (default: all that gold mentions name); predictions elsewhere are left out.
    `absent` are documents that gold has and the run was not given; `ginza` are ja_ginza's names, judged on the
    same gold as ours.

    >>> from hakusho.records import Span
    >>> gold = [Annotation("a", Span(0, 3), "ORG", "総務省", "総務省")]
    >>> evaluate(gold, gold).as_dict()["labels"]["ORG"]["resolved"]["f1"]
    1.0
    """
    scored = tuple(sorted(documents or {mention.doc_id for mention in gold}))
    inside = set(scored)
    left = [mention for mention in gold if mention.doc_id in inside]
    right = [mention for mention in predicted if mention.doc_id in inside]
    judgements = judge(left, right)
    counts, errors = _structure(gold_tables or {}, tables or {}, inside)
    return Evaluation(
        tuple(judgements),
        _links(judgements),
        counts,
        tuple(errors),
        scored,
        tuple(sorted(absent)),
        tuple(judge(left, [mark for mark in ginza if mark.doc_id in inside])) if ginza else (),
    )


def _links(judgements: Sequence[Judgement]) -> Mapping[str, Mapping[str, float | None]]:
    """Return the figures of linking, for the labels whose mentions a value alone does not tell apart."""
    linked = {spec.name for spec in registry().values() if spec.by_entity}
    gold = [j.gold for j in judgements if j.gold and j.gold.label in linked]
    predicted = [j.predicted for j in judgements if j.predicted and j.predicted.label in linked]
    return linking(gold, predicted) if gold or predicted else {}


def _structure(
    gold: Mapping[str, Table], tables: Mapping[str, Table], documents: set[str]
) -> tuple[dict[str, Counts], list[dict[str, str]]]:
    counts: dict[str, Counts] = {}
    errors: list[dict[str, str]] = []
    for name, rows in sorted(gold.items()):
        annotated = {row["doc_id"] for row in rows} & documents
        if name in KEYS:
            counts[name], own = score_rows(name, rows, tables.get(name, ()), annotated)
        elif name == EVENTS and rows and is_event_gold(rows[0]):
            scored, own = score_events(rows, tables.get(name, ()), annotated)
            counts |= scored
        elif rows and is_table_gold(rows[0]):
            counts[name], own = score_cells(name, rows, tables.get("table_cells", ()), annotated)
        else:
            continue
        errors += own
    return counts, errors


def _region(judgement: Judgement) -> str:
    return judgement.one.region or "unknown"


def error_rows(evaluation: Evaluation, texts: Mapping[str, str]) -> list[dict[str, object]]:
    """Return a row for each judgement that is not correct, with its context: the content of `errors.csv`."""
    rows: list[dict[str, object]] = []
    for judgement in evaluation.judgements:
        if judgement.kind is Kind.CORRECT:
            continue
        gold, predicted, one = judgement.gold, judgement.predicted, judgement.one
        text = texts.get(one.doc_id, "")
        rows.append(
            {
                "doc_id": one.doc_id,
                "kind": judgement.kind.value,
                "label": one.label,
                "gold_start": gold.span.start if gold else "",
                "gold_end": gold.span.end if gold else "",
                "gold_text": gold.text if gold else "",
                "gold_value": gold.value if gold else "",
                "start": predicted.span.start if predicted else "",
                "end": predicted.span.end if predicted else "",
                "predicted_label": predicted.label if predicted else "",
                "text": predicted.text if predicted else "",
                "value": predicted.value if predicted else "",
                "found_by": predicted.found_by if predicted else "",
                "region": one.region,
                "before": _flat(text[max(0, one.span.start - _CONTEXT) : one.span.start]),
                "after": _flat(text[one.span.end : one.span.end + _CONTEXT]),
            }
        )
    return rows


def _flat(text: str) -> str:
    return " ".join(text.split())


def score(evaluation: Mapping[str, Any], name: str) -> float | None:
    """Return a figure of `Evaluation.as_dict()` by its name: `strict`, `ORG.resolved`, `linking`, `sections`.

    Raises KeyError for a name that the evaluation does not have.

    >>> score({"labels": {"ALL": {"strict": {"f1": 0.5}}}, "tables": {}, "linking": {}}, "strict")
    0.5
    """
    label, _, measure = name.rpartition(".")
    if measure in MEASURES:
        figure = evaluation["labels"][label or ALL][measure]["f1"]
    elif name in ("linking", "pairwise"):
        figure = evaluation["linking"]["pairwise"]["f1"]
    elif name in evaluation["linking"]:
        figure = evaluation["linking"][name]["f1"]
    else:
        figure = evaluation["tables"][name]["f1"]
    return None if figure is None else float(figure)
