"""hakusho (白書): Japanese government documents into tables that can be trusted.

>>> import hakusho
>>> analysis = hakusho.analyse("総務省は昨年度、米国と協議した。", published="2012-07")
>>> [(entity.mention.surface, entity.value) for entity in analysis.entities]
[('総務省', '総務省'), ('昨年度', 'FY2011'), ('米国', 'USA')]
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hakusho.batch.verb import run as run
    from hakusho.editions import editions as editions
    from hakusho.evaluate import evaluate as evaluate
    from hakusho.flow import analyse as analyse
    from hakusho.flow import process as process
    from hakusho.records import Analysis as Analysis
    from hakusho.records import Entity as Entity
    from hakusho.records import Event as Event
    from hakusho.records import Mention as Mention
    from hakusho.records import Source as Source
    from hakusho.records import SourceText as SourceText
    from hakusho.records import Span as Span
    from hakusho.runs.run import Run as Run
    from hakusho.runs.run import read_run as read_run
    from hakusho.settings import default_settings as default_settings
    from hakusho.spacy_component import to_doc as to_doc

# Public names and the modules that hold them, loaded when first used: `hakusho --help` needs none of them.
_PUBLIC = {
    "analyse": "hakusho.flow",
    "run": "hakusho.batch.verb",
    "read_run": "hakusho.runs.run",
    "Run": "hakusho.runs.run",
    "evaluate": "hakusho.evaluate",
    "editions": "hakusho.editions",
    "to_doc": "hakusho.spacy_component",
    "process": "hakusho.flow",
    "default_settings": "hakusho.settings",
    "Analysis": "hakusho.records",
    "Entity": "hakusho.records",
    "Event": "hakusho.records",
    "Mention": "hakusho.records",
    "Source": "hakusho.records",
    "SourceText": "hakusho.records",
    "Span": "hakusho.records",
}
__all__ = [*_PUBLIC, "__version__"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return version("hakusho")
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'hakusho' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
