"""Show what the working tree finds that an earlier commit did not, and what it lost, over all annotated texts.

`make score-diff` compares with the last commit, or with the one before it where nothing is changed;
`make score-diff SINCE=COMMIT` with any other. First the scores against the gold, then each mention gained and lost.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.folders import ROOT, SHARED

_COLUMNS = ("doc_id", "title", "publisher", "published")
_MEASURES = ("strict", "resolved")


def _gather(texts: Path, gold: Path) -> None:
    """Put all annotated texts and what is known of them into one folder, their annotations into another."""
    rows = []
    places = [(ROOT / "corpus/raw", ROOT / "corpus/gold", ROOT / "corpus/documents.csv")]
    for name in ("real", "white_paper"):
        folder = SHARED / "corpus" / name
        places.append((folder, folder, folder / "documents.csv"))
    for raw, annotations, known in places:
        if raw.is_dir():
            for path in annotations.glob("*.ann"):
                (gold / path.name).write_bytes(path.read_bytes())
                (texts / f"{path.stem}.txt").write_bytes((raw / f"{path.stem}.txt").read_bytes())
            with known.open(encoding="utf-8", newline="") as file:
                rows += [{key: row.get(key, "") for key in _COLUMNS} for row in csv.DictReader(file)]
    with (texts / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS)
        writer.writeheader()
        writer.writerows(row for row in rows if (texts / f"{row['doc_id']}.txt").exists())


def _hakusho(code: Path, *arguments: object) -> None:
    subprocess.run(
        [sys.executable, "-m", "hakusho", *map(str, arguments)],
        check=True,
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(code)},
        stdout=subprocess.DEVNULL,
    )


def _scored(code: Path, folder: Path, name: str) -> dict[str, dict[str, float]]:
    """Run and score with the code at a place; return F1 by label and measure."""
    run, scores = folder / name, folder / f"{name}-scores"
    _hakusho(code, "run", folder / "texts", "--out", run, "--quiet")
    _hakusho(code, "evaluate", "--gold", folder / "gold", "--run", run, "--out", scores)
    content = json.loads((scores / "evaluation.json").read_text(encoding="utf-8"))
    return {
        label: {measure: rates[measure]["f1"] for measure in _MEASURES} for label, rates in content["labels"].items()
    }


def _since(asked: str) -> str:
    """Return the commit to compare with: an unchanged tree is compared with the commit before its own."""
    if asked:
        return asked
    changed = subprocess.run(["git", "diff", "--quiet", "HEAD", "--", "pipeline"], cwd=ROOT, check=False).returncode
    return "HEAD" if changed else "HEAD~1"


def main() -> None:
    commit = _since(sys.argv[1] if len(sys.argv) > 1 else "")
    archive = subprocess.run(["git", "archive", commit, "pipeline"], cwd=ROOT, check=False, capture_output=True)
    if archive.returncode:
        print(f"{commit}: no such commit in this clone; nothing to compare with")
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("texts", "gold", "last"):
            (folder / name).mkdir()
        _gather(folder / "texts", folder / "gold")
        subprocess.run(["tar", "-x", "-C", str(folder / "last")], input=archive.stdout, check=True)
        before = _scored(folder / "last/pipeline", folder, "before")
        after = _scored(ROOT / "pipeline", folder, "after")
        print(f"F1 on all development gold, at {commit} and now")
        for label, rates in after.items():
            told = (f"{m} {before.get(label, {}).get(m, 0):.4f} to {rates[m]:.4f}" for m in _MEASURES)
            print(f"  {label:8} {', '.join(told)}")
        sys.stdout.flush()
        subprocess.run(
            [sys.executable, "-m", "hakusho", "diff", str(folder / "before"), str(folder / "after")], check=True
        )


if __name__ == "__main__":
    main()
