"""What the flow gives for one document."""

from dataclasses import dataclass

from hakusho.records.entities import Entity
from hakusho.records.events import Event
from hakusho.records.segments import QualityIssue, Segments
from hakusho.records.source import SourceText
from hakusho.records.words import Words


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document, done: its text, its structure and words, what it names, and the defects of the source."""

    source: SourceText
    segments: Segments
    entities: tuple[Entity, ...]
    quality: tuple[QualityIssue, ...]
    words: Words
    events: tuple[Event, ...] = ()
