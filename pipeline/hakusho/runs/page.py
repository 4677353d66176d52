"""What a notebook shows of an analysis and of a run, as HTML. Everything from a document is escaped (Jinja2)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, PackageLoader

from hakusho.labels import registry
from hakusho.records import Analysis

# Characters of a text that a notebook shows; the rest is counted.
_MOST = 4_000


class Piece(NamedTuple):
    """A stretch of a text: plain, or a mention with its label's colour (`hue`) and what is known of it."""

    text: str
    label: str = ""
    hue: int = 0
    about: str = ""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(loader=PackageLoader("hakusho.runs"), autoescape=True, trim_blocks=True)


def run_page(path: str, tables: Sequence[tuple[str, int, str]]) -> str:
    """Return the tables of a run, (name, rows, about) each, as a table of HTML."""
    return _environment().get_template("run.html").render(path=path, tables=tables)


def analysis_page(analysis: Analysis) -> str:
    """Return the text of an analysis with its mentions coloured by label; beyond 4,000 characters it is cut."""
    template = _environment().get_template("analysis.html")
    length = len(analysis.source.text)
    page = template.render(analysis=analysis, pieces=_pieces(analysis), left=max(0, length - _MOST))
    # A lone surrogate is no character that a notebook can save.
    return page.encode("utf-8", "replace").decode()


def _pieces(analysis: Analysis) -> Iterator[Piece]:
    """Return the pieces of a text in order; of nested mentions the outer one."""
    labels = {label: number for number, label in enumerate(registry())}
    text, at = analysis.source.text, 0
    for entity in sorted(analysis.entities, key=lambda e: (e.mention.span.start, -e.mention.span.end)):
        span, label = entity.mention.span, entity.mention.label
        if span.start < at or span.end > _MOST:
            continue
        yield Piece(text[at : span.start])
        about = " ".join(filter(None, (label, entity.value or entity.status.value, entity.name)))
        yield Piece(text[span.slice], label, labels[label] * 137 % 360, about)
        at = span.end
    yield Piece(text[at:_MOST])
