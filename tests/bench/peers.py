"""Run ja_ginza, ja-timex and both glued together on the same gold, and print them next to hakusho: `make compare-peers`."""

import json
import subprocess
import sys
import time

from hakusho.evaluate import evaluate
from hakusho.records import Annotation, Span
from tests.bench.folders import ROOT, SHARED, Annotated, annotated, found

ENVIRONMENT = ROOT / ".venv-peers"
PINS = (
    "ginza==5.3.0",
    "ja-ginza==5.3.0",
    "spacy>=3.8,<3.9",
    "sudachipy<0.7",
    "sudachidict-core",
    "ja-timex==0.2.8",
    "babel",
)


def environment() -> str:
    """Return the Python of the peers' environment, made when first asked for."""
    python = ENVIRONMENT / "bin/python"
    if not (ENVIRONMENT / ".made").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINS], check=True
        )
        (ENVIRONMENT / ".made").touch()
    return str(python)


def _row(name: str, documents: list[Annotated], marks: list[Annotation], speed: float) -> str:
    labels = evaluate(
        [mark for document in documents for mark in document.gold], marks, documents=[d.doc_id for d in documents]
    ).as_dict()["labels"]
    cells = []
    for label in ("ORG", "COUNTRY", "DATE", "ALL"):
        rates = labels.get(label)
        cells.append(
            " / ".join(f"{rates[m]['f1'] or 0:.2f}" for m in ("strict", "overlap", "resolved")) if rates else "–"
        )
    return f"| {name} | {' | '.join(cells)} | {speed:,.0f} |"


def table(documents: list[Annotated]) -> list[str]:
    """Return the rows of a table of tools: strict / overlap / resolved F1 by label, and characters a second."""
    size = sum(len(document.text) for document in documents)
    lines = [
        "| tool (strict / overlap / resolved F1) | ORG | COUNTRY | DATE | ALL | characters/s |",
        "|---|---|---|---|---|---|",
    ]
    found(documents[0])
    began = time.perf_counter()
    ours = [mark for document in documents for mark in found(document)]
    lines.append(_row("hakusho", documents, ours, size / (time.perf_counter() - began)))
    texts = json.dumps({document.doc_id: document.text for document in documents})
    tool = [environment(), str(ROOT / "tests/bench/peer_tools.py")]
    done = subprocess.run(tool, input=texts, capture_output=True, text=True, check=True)
    for name, answer in json.loads(done.stdout).items():
        marks = [
            Annotation(doc_id, Span(start, end), label, "", value)
            for doc_id, spans in answer["found"].items()
            for start, end, label, value in spans
        ]
        lines.append(_row(name, documents, marks, size / answer["seconds"]))
    return lines


def parts() -> dict[str, list[Annotated]]:
    """Return the gold in parts: what is in the project, and what is next to it."""
    here = list(annotated(ROOT / "corpus/gold", ROOT / "corpus/raw"))
    named = {
        "The two seed documents": [d for d in here if not d.doc_id.startswith("dev")],
        "The ten composed documents": [d for d in here if d.doc_id.startswith("dev")],
    }
    for name, folder in (("Eight real documents", "real"), ("White papers of nineteen years", "white_paper")):
        if (SHARED / "corpus" / folder).is_dir():
            named[name] = list(annotated(SHARED / "corpus" / folder))
    return named


def main() -> None:
    for name, documents in parts().items():
        print(f"### {name}", "", *table(documents), "", sep="\n")


if __name__ == "__main__":
    main()
