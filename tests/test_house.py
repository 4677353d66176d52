"""The layout is as CONTRIBUTING.md says: only files/ opens files, labels are listed in one module, functions stay short."""

import ast
from collections.abc import Iterator

import pytest

from hakusho.labels import registry
from tests.conftest import ROOT

PACKAGE = ROOT / "pipeline/hakusho"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
_OPENING = frozenset("open read_text read_bytes write_text write_bytes".split())
# pdfplumber.open and os.open of the null device are not files of ours; a page's own _open is a method.
_NO_FILES = {("read/pdf.py", "pdfplumber"), ("cli/__init__.py", "os")}
_LONGEST_FUNCTION, _LONGEST_FILE = 60, 350


def _tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def _calls(name: str) -> Iterator[tuple[str, str]]:
    """Yield (object, method) of each call that opens a file."""
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _OPENING:
            yield ast.unparse(node.func.value), node.func.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield "", "open"


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("files/")])
def test_only_files_opens_files(name: str) -> None:
    assert [call for call in _calls(name) if (name, call[0]) not in _NO_FILES] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name != "labels.py"])
def test_only_the_registry_lists_labels(name: str) -> None:
    literals = [node.value for node in ast.walk(_tree(name)) if isinstance(node, ast.Constant)]
    assert [value for value in literals if value in registry()] == []


@pytest.mark.parametrize("name", MODULES)
def test_functions_and_files_are_short(name: str) -> None:
    assert len(MODULES[name].read_text(encoding="utf-8").split("\n")) <= _LONGEST_FILE
    functions = (node for node in ast.walk(_tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    # A command's options are its documentation: cli declares them in the signature.
    too_long = [f.name for f in functions if (f.end_lineno or 0) - f.body[0].lineno >= _LONGEST_FUNCTION]
    assert too_long == []
