"""Spoilt files of each format: no crash, no hang; each is a document or a row in `failures`.

Three hundred of each in `make fuzz`, the first forty of them in the suite.
"""

import csv
import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from tests.conftest import ROOT, Cli

from hakusho.runs.verify import verify_run

COUNT = 300 if os.environ.get("HAKUSHO_FUZZ") else 40
SEEDS = {
    "txt": ROOT / "corpus/raw/dev02_ict_2022.txt",
    "html": ROOT / "tests/formats/dev02_ict_2022.paragraphs.html",
    "pdf": ROOT / "tests/formats/dev02_ict_2022.office.pdf",
    "md": ROOT / "CONTRIBUTING.md",
}
# A PDF with a ruled table.
RULED = ROOT / "tests/formats/dev06_boei_2014.columns1.pdf"


def _archive() -> bytes:
    """Two texts and a page, each packed by another method."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        methods = (zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2)
        for name, text, method in zip(
            ("総務.txt", "b/a.txt", "c.html"), ("総務省は", "米国と", "<p>会合"), methods, strict=True
        ):
            archive.writestr(name, text * 30 + "。", method)
    return buffer.getvalue()


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    kind = chance.randrange(5)
    if kind == 0:
        return data[: chance.randrange(len(data))]
    if kind == 1:
        changed = bytearray(data)
        for _ in range(chance.choice((1, 10, 200))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    if kind == 2:
        start = chance.randrange(len(data))
        return data[:start] + data[start : start + chance.randrange(500)] * chance.randrange(1, 30) + data[start:]
    if kind == 3:
        start = chance.randrange(len(data))
        return data[:start] + data[start + chance.randrange(1, 2000) :]
    return b"<div><table><tr><td>" * chance.randrange(300) + data


@pytest.mark.parametrize(("ending", "seed"), [*SEEDS.items(), ("pdf", RULED)])
def test_spoilt_files(cli: Cli, tmp_path: Path, ending: str, seed: Path) -> None:
    chance = random.Random(ending)
    data = seed.read_bytes()
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(COUNT):
        # Some bear the name of another format.
        named = ending if number % 10 else chance.choice(sorted(SEEDS))
        (folder / f"file{number:03d}.{named}").write_bytes(_spoilt(data, chance))
    (tmp_path / "mine.toml").write_text("[limits]\nseconds = 20\n", encoding="utf-8")
    done = cli("run", folder, "--out", tmp_path / "out", "--jobs", 2, "--quiet", "--settings", tmp_path / "mine.toml")
    assert done.returncode in (0, 3), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    rows = {}
    for name in ("documents", "failures"):
        with (tmp_path / "out" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows[name] = list(csv.DictReader(file))
    assert len(rows["documents"]) + len(rows["failures"]) == COUNT
    ours = [row["message"] for row in rows["failures"] if "fault of hakusho" in row["message"]]
    assert ours == []
    assert not [row for row in rows["failures"] if row["error"] in ("WorkerDied", "TimeLimit")]


def test_spoilt_archives(cli: Cli, tmp_path: Path) -> None:
    """Whatever is in them: each archive is told of, each member is one row."""
    chance, data, folder = random.Random("zip"), _archive(), tmp_path / "in"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"file{number:03d}.zip").write_bytes(_spoilt(data, chance))
    done = cli("run", folder, "--out", tmp_path / "out", "--jobs", 2, "--quiet")
    assert done.returncode in (0, 3), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert verify_run(tmp_path / "out")[1] == []
    told: set[str] = set()
    for name in ("documents", "failures"):
        with (tmp_path / "out" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                told.add(row["path"].split("/")[0])
                assert "fault of hakusho" not in row.get("message", "")
    assert told == {path.name for path in folder.iterdir()}
