"""Very many documents, and a very large one: done, or refused in a row that says by which limit."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from hakusho.settings import default_settings, settings_from
from tests.batch.runs import TEXT, ids, run, table

WHOLE = bool(os.environ.get("HAKUSHO_FUZZ"))
MANY = 5_000 if WHOLE else 60
TWO_KILOBYTES = TEXT * (2_000 // len(TEXT.encode()))


def test_very_many_small_documents(tmp_path: Path) -> None:
    """Of a document nothing stays in the command's memory but its name and hashes."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"d{number:04d}.txt").write_text(f"{TWO_KILOBYTES}第{number}回。\n", encoding="utf-8")
    sizes: list[int] = []

    def seen(outcome: object, done: int, total: int) -> None:
        if done % (MANY // 10) == 0:
            sizes.append(psutil.Process().memory_info().rss)

    summary = run(tmp_path / "out", folder, progress=seen)
    assert (summary.documents, summary.failures) == (MANY, ())
    assert len(ids(tmp_path / "out")[0]) == MANY
    # From a tenth on; the first documents load what all of them need.
    assert sizes[-1] - sizes[0] < MANY * 20_000 + 30_000_000


HTML = "<html><body>{}</body></html>"


@pytest.mark.parametrize(
    ("name", "limits", "said"),
    [
        ("big.txt", "bytes = 50000", "limits.bytes"),
        ("big.txt", "characters = 20000", "limits.characters"),
        ("big.html", "bytes = 50000", "limits.bytes"),
        ("big.html", "characters = 20000", "limits.characters"),
    ],
)
def test_a_document_beyond_a_limit_is_one_row(tmp_path: Path, name: str, limits: str, said: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = TEXT * 2_000
    (folder / name).write_text(HTML.format(f"<p>{text}</p>") if name.endswith("html") else text, encoding="utf-8")
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    run(tmp_path / "out", folder, settings=settings_from(f"[limits]\n{limits}", "test", default_settings().as_dict()))
    assert ids(tmp_path / "out") == (["good"], ["big"])
    assert said in table(tmp_path / "out", "failures")[0]["message"]


@pytest.mark.skipif(not WHOLE, reason="make fuzz")
@pytest.mark.parametrize("ending", ["txt", "html"])
def test_a_document_of_100_megabytes(tmp_path: Path, ending: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = TEXT * (100_000_000 // len(TEXT.encode()))
    body = HTML.format("".join(f"<p>{line}</p>\n" for line in text.splitlines())) if ending == "html" else text
    (folder / f"big.{ending}").write_text(body, encoding="utf-8")
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "hakusho", "run", str(folder), "--out", str(tmp_path / "out"), "--jobs", "2"]
    done = subprocess.run([*command, "--quiet"], capture_output=True, text=True, check=False, timeout=1_800)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Traceback" not in done.stderr
    assert ids(tmp_path / "out") == (["good"], ["big"])
    assert "limits." in table(tmp_path / "out", "failures")[0]["message"]
