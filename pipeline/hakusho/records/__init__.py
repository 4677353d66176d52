"""The data types that the stages hand on. Imports nothing of ours but itself."""

from hakusho.records.analysis import Analysis
from hakusho.records.counts import Counts
from hakusho.records.entities import Certainty, Entity, Status, Timex
from hakusho.records.judgements import Judgement, Kind, Marked
from hakusho.records.mentions import DateParts, Label, Mention, Mod, NameParts, Reference
from hakusho.records.runs import Done, Failure, Outcome, RunManifest
from hakusho.records.segments import (
    Acronym,
    CrossReference,
    Definition,
    Figure,
    Footnote,
    FootnoteRef,
    Join,
    QualityIssue,
    Section,
    Segments,
    Sentence,
    Table,
)
from hakusho.records.settings import Limits, Settings
from hakusho.records.source import Block, Cell, Media, Region, Replacement, Source, SourceText
from hakusho.records.spans import Span
from hakusho.records.tables import Column, TableSchema

__all__ = [
    "Acronym",
    "Analysis",
    "Block",
    "Cell",
    "Certainty",
    "Column",
    "Counts",
    "CrossReference",
    "DateParts",
    "Definition",
    "Done",
    "Entity",
    "Failure",
    "Figure",
    "Footnote",
    "FootnoteRef",
    "Join",
    "Judgement",
    "Kind",
    "Label",
    "Limits",
    "Marked",
    "Media",
    "Mention",
    "Mod",
    "NameParts",
    "Outcome",
    "QualityIssue",
    "Reference",
    "Region",
    "Replacement",
    "RunManifest",
    "Section",
    "Segments",
    "Sentence",
    "Settings",
    "Source",
    "SourceText",
    "Span",
    "Status",
    "Table",
    "TableSchema",
    "Timex",
]
