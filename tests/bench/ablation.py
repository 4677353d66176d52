"""What each source of evidence adds to the recognition of organisations: `python -m tests.bench.ablation`, written into docs/evaluation.md.

The learned sources are GiNZA's named entities, taken where hakusho finds nothing, and a logistic classifier that decides which of those to
take (features: fine label, script, length, neighbours, entity in a list; five folds over documents, seed 0).
"""

import json
import subprocess
from collections.abc import Callable

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from hakusho.evaluate import evaluate
from hakusho.records import Annotation, Span
from tests.bench.development import HELD_OUT
from tests.bench.folders import ROOT, Annotated, found
from tests.bench.peers import environment, parts

SOURCES: list[tuple[str, Callable[[str], bool]]] = [
    ("lexicon", lambda rule: rule.startswith("org:lexicon")),
    (
        "and the grammar of names",
        lambda rule: rule.startswith(("org:head", "org:legal", "org:company", "org:quoted", "org:numbered")),
    ),
    ("and evidence around names", lambda rule: rule in ("org:listed", "org:about", "org:owner")),
    ("and definitions and their later uses", lambda rule: rule in ("org:definition", "org:alias")),
    ("and 同省, 当該機構", lambda rule: rule == "org:anaphor"),
]


def _score(documents: list[Annotated], marks: list[Annotation]) -> str:
    gold = [mark for document in documents for mark in document.gold if mark.label in ("ORG", "IGNORE")]
    names = {document.doc_id for document in documents}
    content = evaluate(gold, [m for m in marks if m.doc_id in names], documents=sorted(names)).as_dict()["labels"][
        "ORG"
    ]["strict"]
    return " / ".join(
        "–" if content[rate] is None else f"{content[rate]:.3f}" for rate in ("precision", "recall", "f1")
    )


def _of_ginza(documents: list[Annotated]) -> list[tuple[Annotation, str]]:
    """Return GiNZA's organisations with their context."""
    tool = [environment(), str(ROOT / "tests/bench/peer_tools.py")]
    texts = {document.doc_id: document.text for document in documents}
    done = subprocess.run(tool, input=json.dumps(texts), capture_output=True, text=True, check=True)
    spans = json.loads(done.stdout)["ja_ginza"]["found"]
    return [
        (Annotation(doc_id, Span(start, end), "ORG", texts[doc_id][start:end]), texts[doc_id])
        for doc_id, found_spans in spans.items()
        for start, end, label, _ in found_spans
        if label == "ORG"
    ]


def _features(mark: Annotation, text: str) -> dict[str, object]:
    start, end = mark.span.start, mark.span.end
    surface = mark.text
    return {
        "length": min(len(surface), 20),
        "latin": surface.isascii(),
        "katakana": all("ァ" <= c <= "ヶ" or c in "ー・" for c in surface),
        "kanji": all("一" <= c <= "龥" for c in surface),
        "before": text[start - 1 : start],
        "after": text[end : end + 1],
        "last": surface[-1:],
        "again": text.count(surface) > 1,
    }


def main() -> None:
    every = [document for documents in parts().values() for document in documents]
    held = [d for d in every if d.doc_id.startswith("wp_") and d.doc_id.split("_")[1] in HELD_OUT]
    used = [d for d in every if d not in held]
    ours = [mark for document in every for mark in found(document) if mark.label == "ORG"]
    print(
        "| sources (precision / recall / strict F1 of ORG) | texts that rules were written on | years held out |",
        "|---|---|---|",
        sep="\n",
    )
    kept: list[Annotation] = []
    for name, belongs in SOURCES:
        kept += [mark for mark in ours if belongs(mark.found_by)]
        print(f"| {name} | {_score(used, kept)} | {_score(held, kept)} |")
    spans: dict[str, list[Span]] = {}
    for document in every:
        spans[document.doc_id] = [mark.span for mark in found(document)]
    new = [(m, t) for m, t in _of_ginza(every) if not any(m.span.overlaps(s) for s in spans[m.doc_id])]
    print(
        f"| all, and GiNZA where nothing was found | {_score(used, ours + [m for m, _ in new])} | {_score(held, ours + [m for m, _ in new])} |"
    )
    gold = {(mark.doc_id, mark.span) for document in every for mark in document.gold if mark.label == "ORG"}
    right = np.array([(m.doc_id, m.span) in gold for m, _ in new])
    table = DictVectorizer().fit_transform([_features(m, t) for m, t in new])
    groups = [m.doc_id for m, _ in new]
    taken: list[Annotation] = []
    for train, test in GroupKFold(5).split(table, right, groups):
        model = LogisticRegression(class_weight="balanced", max_iter=1000, random_state=0).fit(
            table[train], right[train]
        )
        taken += [new[i][0] for i, chosen in zip(test, model.predict(table[test]), strict=True) if chosen]
    print(f"| all, and GiNZA where a classifier agrees | {_score(used, ours + taken)} | {_score(held, ours + taken)} |")
    print(
        f"\nGiNZA proposes {len(new)} further names, of which {int(right.sum())} are right; the classifier takes {len(taken)}."
    )


if __name__ == "__main__":
    main()
