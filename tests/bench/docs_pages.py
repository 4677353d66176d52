"""Write the pages of the Python interface from docstrings: `python -m tests.bench.docs_pages FOLDER`.

pdoc makes them, without a network: one page of all public names, and one of the spaCy component.
"""

import sys
from pathlib import Path
from types import ModuleType

import pdoc

import hakusho
import hakusho.spacy_component

TITLE = "hakusho (白書)"


def public_module() -> ModuleType:
    """Return a module that holds what `hakusho` gives: pdoc would list the packages that verbs are named after."""
    module = ModuleType("hakusho", hakusho.__doc__)
    module.__file__ = hakusho.__file__
    for name in hakusho.__all__:
        found = getattr(hakusho, name)
        setattr(module, name, getattr(found, name) if isinstance(found, ModuleType) else found)
    module.__all__ = [name for name in hakusho.__all__ if name != "__version__"]  # type: ignore[attr-defined]
    return module


def write_pages(out: Path) -> list[Path]:
    """Write the pages into a folder; return them."""
    pdoc.render.configure(docformat="markdown", show_source=False, footer_text=TITLE)
    modules = {
        found.modulename: found
        for found in (pdoc.doc.Module(public_module()), pdoc.doc.Module(hakusho.spacy_component))
    }
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, module in modules.items():
        path = out / ("index.html" if name == "hakusho" else f"{name}.html")
        path.write_text(pdoc.render.html_module(module, all_modules=modules), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    print(*write_pages(Path(sys.argv[1])), sep="\n")
