"""What the flow gives for one document."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from hakusho.records.entities import Entity
from hakusho.records.events import Event
from hakusho.records.segments import QualityIssue, Segments
from hakusho.records.source import SourceText
from hakusho.records.words import Words

if TYPE_CHECKING:
    import pandas as pd

# Named by address: records load no pandas, and know nothing of tables, until somebody asks for them.
_SHOWN_BY = "hakusho.runs.analyses"


@dataclass(frozen=True, slots=True, repr=False)
class Analysis:
    """One document, done: its text, its structure and words, what it names, and the defects of the source.

    >>> import hakusho
    >>> analysis = hakusho.analyse("総務省は昨年度、米国と協議した。", published="2012-07")
    >>> analysis
    Analysis('document': 16 characters, 1 sentence, 3 entities, 0 events)
    >>> analysis.to_frame()[["text", "label", "value", "first_day"]]
      text    label   value  first_day
    0  総務省      ORG     総務省        NaT
    1  昨年度     DATE  FY2011 2011-04-01
    2   米国  COUNTRY     USA        NaT
    """

    source: SourceText
    segments: Segments
    entities: tuple[Entity, ...]
    quality: tuple[QualityIssue, ...]
    words: Words
    events: tuple[Event, ...] = ()

    def __repr__(self) -> str:
        counts = (
            (len(self.source.text), "character", "characters"),
            (len(self.segments.sentences), "sentence", "sentences"),
            (len(self.entities), "entity", "entities"),
            (len(self.events), "event", "events"),
        )
        told = ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in counts)
        return f"Analysis({self.source.source.doc_id!r}: {told})"

    def _repr_html_(self) -> str:
        """Return the text with its mentions coloured, for notebooks."""
        return str(_shown().analysis_page(self))

    def to_frame(self) -> "pd.DataFrame":
        """Return what it names as a data frame, one mention per row, with the columns of the table `mentions`."""
        frame: pd.DataFrame = _shown().entity_frame(self)
        return frame

    def to_frames(self) -> "dict[str, pd.DataFrame]":
        """Return every table of the document by its name, typed as those of `Run`."""
        found: dict[str, pd.DataFrame] = _shown().frames(self)
        return found


def _shown() -> Any:
    return import_module(_SHOWN_BY)
