"""Words belong into lexicons and `*_rules.py`: Japanese string literals in logic code may only become fewer."""

import ast
import re
from collections import Counter
from pathlib import Path

from tests.conftest import ROOT

# Count of today; whoever moves words into a lexicon writes the lower figure here.
MOST = 39
# Packages that decide what a name or a heading is: none of their modules holds a word.
WITHOUT = ("recognise", "resolve", "segment", "define", "relate")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def literals(path: Path) -> int:
    """Return how many string literals of a module hold kana or kanji, docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, _WITH_DOCSTRING) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return sum(
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(_JAPANESE.search(node.value))
        and id(node) not in documentation
        for node in ast.walk(tree)
    )


def test_japanese_in_logic_code_does_not_grow() -> None:
    paths = [path for path in (ROOT / "pipeline").rglob("*.py") if not path.name.endswith("_rules.py")]
    found = Counter({str(path.relative_to(ROOT)): literals(path) for path in paths})
    worst = ", ".join(f"{name}: {count}" for name, count in found.most_common(8))
    assert found.total() <= MOST, f"{found.total()} literals where {MOST} are the most; {worst}"


def test_what_decides_holds_no_word() -> None:
    paths = [path for name in WITHOUT for path in (ROOT / "pipeline/hakusho" / name).rglob("*.py")]
    held = {path.name: literals(path) for path in paths if not path.name.endswith("_rules.py")}
    assert len(held) > 50
    assert {name: count for name, count in held.items() if count} == {}


def test_what_counts(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text('"""説明"""\nA = "総務省"\nB = f"{A}と"\nC = "MIC"\n\n\ndef f():\n    "説明"\n', encoding="utf-8")
    assert literals(path) == 2
