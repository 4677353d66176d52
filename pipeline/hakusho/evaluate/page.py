"""An evaluation as one page of HTML: every document with its mentions, errors by cause and rule, filters by hand.

The page is whole in itself: no script, font or style is fetched. Everything from a document is escaped (Jinja2), and a
browser runs no script but the one whose hash the page's Content-Security-Policy names.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from hakusho.evaluate.evaluation import Evaluation
from hakusho.records import Judgement, Kind

_MEASURES = ("strict", "overlap", "type", "resolved")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text: plain, or a mention as it was judged."""

    text: str
    kind: str = ""
    label: str = ""
    rule: str = ""
    about: str = ""


def evaluation_page(evaluation: Evaluation, texts: Mapping[str, str]) -> str:
    """Return the page of an evaluation; `texts` are the documents' by id.

    >>> "<script" in evaluation_page(Evaluation((), {}, {}, (), ()), {})
    True
    """
    content = evaluation.as_dict()
    by_document: dict[str, list[Judgement]] = {doc_id: [] for doc_id in evaluation.documents}
    for judgement in evaluation.judgements:
        by_document.setdefault(judgement.one.doc_id, []).append(judgement)
    documents = [
        {
            "id": doc_id,
            "f1": content["by_document"].get(doc_id, {}).get("strict", {}).get("f1"),
            "pieces": _pieces(texts.get(doc_id, ""), judgements),
            "errors": sum(judgement.kind is not Kind.CORRECT for judgement in judgements),
        }
        for doc_id, judgements in by_document.items()
        if judgements
    ]
    environment = _environment()
    return environment.get_template("evaluation.html").render(
        style=_part(environment, "evaluation.css"),
        script=_part(environment, "evaluation.js"),
        content=content,
        measures=_MEASURES,
        documents=documents,
        kinds=[kind.value for kind in Kind],
        causes=_causes(evaluation),
        labels=sorted({judgement.one.label for judgement in evaluation.judgements}),
        rules=_rules(evaluation),
    )


def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("hakusho.evaluate"), autoescape=True, trim_blocks=True)
    environment.filters["figure"] = lambda value: "–" if value is None else f"{value:.3f}"
    environment.filters["hash"] = _hash
    return environment


def _part(environment: Environment, name: str) -> Markup:
    """Return the text of a style or script of ours, as it stands in the page."""
    loader = environment.loader
    source = loader.get_source(environment, name)[0] if loader else ""
    return Markup(source)  # noqa: S704 - a file of the package, without a word from a document


def _hash(part: str) -> str:
    """Return the source expression of a Content-Security-Policy that allows this style or script, and no other."""
    return f"sha256-{b64encode(sha256(part.encode()).digest()).decode('ascii')}"


def _rule(judgement: Judgement) -> str:
    return judgement.predicted.found_by if judgement.predicted else ""


def _pieces(text: str, judgements: list[Judgement]) -> list[Piece]:
    """Cut a text at its mentions; of two that overlap, the second begins where the first ends."""
    pieces, position = [], 0
    for judgement in sorted(judgements, key=lambda j: (_edges(j)[0], -_edges(j)[1])):
        start, end = _edges(judgement)
        start = max(start, position)
        if end <= start:
            continue
        pieces.append(Piece(text[position:start]))
        pieces.append(
            Piece(text[start:end], judgement.kind.value, judgement.one.label, _rule(judgement), _about(judgement))
        )
        position = end
    return [piece for piece in [*pieces, Piece(text[position:])] if piece.text]


def _edges(judgement: Judgement) -> tuple[int, int]:
    marks = [mark for mark in (judgement.gold, judgement.predicted) if mark is not None]
    return min(mark.span.start for mark in marks), max(mark.span.end for mark in marks)


def _about(judgement: Judgement) -> str:
    """Return what a reader sees of a mention when it is pointed at."""
    gold, found = judgement.gold, judgement.predicted
    parts = [judgement.kind.value]
    if gold is not None:
        parts.append(f"gold: {gold.label} {gold.text} = {gold.value or '?'}")
    if found is not None:
        parts.append(f"found: {found.label} {found.text} = {found.value or '?'} by {found.found_by}")
    return "; ".join(parts)


def _causes(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Count errors by cause and label."""
    counts = Counter((j.kind.value, j.one.label) for j in evaluation.judgements if j.kind is not Kind.CORRECT)
    kinds = [kind.value for kind in Kind if kind is not Kind.CORRECT]
    labels = sorted({label for _, label in counts})
    return [{"kind": kind, "counts": [(label, counts[kind, label]) for label in labels]} for kind in kinds]


def _rules(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Count right and wrong mentions by the rule that found them, the most wrong first."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for judgement in evaluation.judgements:
        if judgement.predicted is not None:
            (right if judgement.kind is Kind.CORRECT else wrong)[judgement.predicted.found_by] += 1
    rules = sorted(right.keys() | wrong.keys(), key=lambda rule: (-wrong[rule], -right[rule], rule))
    return [
        {
            "rule": rule,
            "right": right[rule],
            "wrong": wrong[rule],
            "precision": right[rule] / (right[rule] + wrong[rule]),
        }
        for rule in rules
    ]
