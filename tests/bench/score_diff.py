"""Show what the working tree finds that the last commit did not, and what it lost, over all texts: `make score-diff`."""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.folders import ROOT, SHARED


def _gather(folder: Path) -> None:
    """Put all annotated texts and what is known of them into one folder."""
    rows = []
    for raw, known in (
        (ROOT / "corpus/raw", ROOT / "corpus/documents.csv"),
        *((SHARED / "corpus" / name, SHARED / "corpus" / name / "documents.csv") for name in ("real", "white_paper")),
    ):
        if raw.is_dir():
            for path in raw.glob("*.txt"):
                (folder / path.name).write_bytes(path.read_bytes())
            with known.open(encoding="utf-8", newline="") as file:
                rows += [
                    {key: row.get(key, "") for key in ("doc_id", "title", "publisher", "published")}
                    for row in csv.DictReader(file)
                ]
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["doc_id", "title", "publisher", "published"])
        writer.writeheader()
        writer.writerows(rows)


def _run(code: Path, texts: Path, out: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hakusho", "run", str(texts), "--out", str(out), "--quiet"],
        check=True,
        cwd=texts,
        env={**os.environ, "PYTHONPATH": str(code)},
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "texts").mkdir()
        (folder / "last").mkdir()
        _gather(folder / "texts")
        archive = subprocess.run(["git", "archive", "HEAD", "pipeline"], cwd=ROOT, check=True, capture_output=True)
        subprocess.run(["tar", "-x", "-C", str(folder / "last")], input=archive.stdout, check=True)
        _run(folder / "last/pipeline", folder / "texts", folder / "before")
        _run(ROOT / "pipeline", folder / "texts", folder / "after")
        subprocess.run(
            [sys.executable, "-m", "hakusho", "diff", str(folder / "before"), str(folder / "after")], check=True
        )


if __name__ == "__main__":
    main()
