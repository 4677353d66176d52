"""The notebooks run from their folder, and every cell that ends in an expression shows something."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

FOLDER = ROOT / "docs/notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def _shown(source: str, names: dict[str, Any]) -> Any:
    """Run a cell; return the value of its last expression, as a notebook would show it."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    assert last is not None, source
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def test_there_are_two() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["editions", "one_document"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            shown = _shown("".join(cell["source"]), names)
            assert len(shown) if hasattr(shown, "__len__") else repr(shown), "".join(cell["source"])
