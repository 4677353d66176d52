"""The reference run gives the rows of `tests/golden/`; `make golden` renews them after a change that was meant."""

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import RENEW, ROOT, may_renew

GOLDEN = ROOT / "tests/golden"
_SHOWN = 60


def _tables(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.csv"))}


def _differences(golden: Path, made: Path) -> Iterator[str]:
    """Return the rows that are gone (-) and new (+), table by table."""
    left, right = _tables(golden), _tables(made)
    for name in sorted(left.keys() | right.keys()):
        before, after = (
            side[name].read_text(encoding="utf-8").split("\n") if name in side else [] for side in (left, right)
        )
        if before != after:
            yield from difflib.unified_diff(before, after, f"golden/{name}", f"run/{name}", n=0, lineterm="")


def test_the_reference_run_has_the_golden_rows(reference: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption(RENEW):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, path in _tables(reference / "tables").items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, GOLDEN / name)
    changed = list(_differences(GOLDEN, reference / "tables"))
    more = f"\n… and {len(changed) - _SHOWN} lines more" if len(changed) > _SHOWN else ""
    assert not changed, (
        "\n".join(["rows changed; `make golden` renews them if that was meant", *changed[:_SHOWN]]) + more
    )


def test_the_reference_run_keeps_the_texts(reference: Path) -> None:
    for path in sorted((ROOT / "corpus/raw").glob("*.txt")):
        assert (reference / "text" / path.name).read_bytes() == path.read_bytes().removeprefix(b"\xef\xbb\xbf")


def test_a_changed_row_is_shown(tmp_path: Path) -> None:
    for side, rows in (("golden", "a\n1\n2\n"), ("run", "a\n1\n3\n")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "t.csv").write_text(rows, encoding="utf-8")
    assert list(_differences(tmp_path / "golden", tmp_path / "run"))[-2:] == ["-2", "+3"]


def test_continuous_integration_never_renews() -> None:
    assert may_renew({"CI": ""})
    assert not may_renew({"CI": "true"})
