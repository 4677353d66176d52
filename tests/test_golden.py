"""The reference run gives the bytes that `outputs/checksums.txt` records (`make checksums` after a change that was meant)."""

import hashlib
from pathlib import Path

from tests.conftest import ROOT


def test_the_reference_run_is_as_recorded(reference: Path) -> None:
    lines = (ROOT / "outputs/checksums.txt").read_text(encoding="utf-8").splitlines()
    recorded = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    made = {
        path.relative_to(reference).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("text", "tables")
        for path in (reference / folder).rglob("*")
        if path.is_file()
    }
    assert made.keys() == recorded.keys()
    assert [name for name in made if made[name] != recorded[name]] == []
