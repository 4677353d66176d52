"""Spoilt files of each format: no crash, no hang; each is a document or a row in `failures`.

Three hundred of each in `make fuzz`, the first forty of them in the suite; of Word, Excel, EPUB, laws and ALTO a hundred
each, and the first ten.
"""

import csv
import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from tests.conftest import ROOT, Cli
from tests.read.test_hostile_packages import SEEDS as SMALL

from hakusho.runs.verify import verify_run

COUNT = 300 if os.environ.get("HAKUSHO_FUZZ") else 40
FEW = 100 if os.environ.get("HAKUSHO_FUZZ") else 10
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


def _member_spoilt(data: bytes, chance: random.Random) -> bytes:
    """Spoil one member of a ZIP file, which opens as before."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w") as made:
        chosen = chance.choice(archive.namelist())
        for name in archive.namelist():
            member = archive.read(name)
            made.writestr(name, _spoilt(member, chance) if name == chosen and member else member)
    return buffer.getvalue()


def _run(cli: Cli, folder: Path, out: Path) -> dict[str, list[dict[str, str]]]:
    """Run the command over spoilt files; return its documents and failures, having checked that none is lost."""
    given = [path for path in folder.rglob("*") if path.is_file()]
    mine = out.with_suffix(".toml")
    mine.write_text("[limits]\nseconds = 20\n", encoding="utf-8")
    done = cli("run", folder, "--out", out, "--jobs", 2, "--quiet", "--settings", mine)
    assert done.returncode in (0, 3), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    rows = {}
    for name in ("documents", "failures"):
        with (out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows[name] = list(csv.DictReader(file))
    assert len(rows["documents"]) + len(rows["failures"]) == len(given)
    assert [row["message"] for row in rows["failures"] if "fault of hakusho" in row["message"]] == []
    assert not [row for row in rows["failures"] if row["error"] in ("WorkerDied", "TimeLimit")]
    assert verify_run(out)[1] == []
    return rows


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
    _run(cli, folder, tmp_path / "out")


def test_spoilt_office_files_and_xml(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for kind, ending in (("docx", "docx"), ("xlsx", "xlsx"), ("epub", "epub"), ("xml", "xml"), ("alto", "xml")):
        chance, data = random.Random(kind), SMALL[kind]
        for number in range(FEW):
            packed = ending != "xml" and number % 2
            spoilt = _member_spoilt(data, chance) if packed else _spoilt(data, chance)
            (folder / f"{kind}{number:03d}.{ending}").write_bytes(spoilt)
    rows = _run(cli, folder, tmp_path / "out")
    # Some are read still; of which formats, the bytes that a library writes decide.
    assert len({row["doc_id"].rstrip("0123456789") for row in rows["documents"]}) > 1


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
