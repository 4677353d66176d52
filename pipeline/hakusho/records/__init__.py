"""The data types that the stages hand on. Imports nothing of ours but itself."""

from hakusho.records.analysis import Analysis
from hakusho.records.annotations import Annotation
from hakusho.records.authority import Body, Country
from hakusho.records.counts import Counts
from hakusho.records.entities import Certainty, Entity, Status, Timex
from hakusho.records.events import Event, Participant
from hakusho.records.judgements import Judgement, Kind
from hakusho.records.mentions import DateParts, Mention, MentionParts, Mod, NameParts, Reference
from hakusho.records.own import OWN_FILES, UNFIT_CORRECTION, Correction, OwnKnowledge, OwnName
from hakusho.records.parsed import ParsedSentence, ParsedToken
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
    Speech,
    Table,
)
from hakusho.records.settings import Limits, Settings
from hakusho.records.source import (
    LAST_RESORT,
    UNCOUNTED,
    Block,
    Cell,
    Defect,
    Media,
    PageFacts,
    PageKind,
    Print,
    Region,
    Replacement,
    Source,
    SourceText,
)
from hakusho.records.spans import Span
from hakusho.records.tables import Column, EntityTable, ForeignKey, TableSchema
from hakusho.records.words import Lexeme, Words

__all__ = [
    "LAST_RESORT",
    "OWN_FILES",
    "UNCOUNTED",
    "UNFIT_CORRECTION",
    "Acronym",
    "Analysis",
    "Annotation",
    "Block",
    "Body",
    "Cell",
    "Certainty",
    "Column",
    "Correction",
    "Country",
    "Counts",
    "CrossReference",
    "DateParts",
    "Defect",
    "Definition",
    "Done",
    "Entity",
    "EntityTable",
    "Event",
    "Failure",
    "Figure",
    "Footnote",
    "FootnoteRef",
    "ForeignKey",
    "Join",
    "Judgement",
    "Kind",
    "Lexeme",
    "Limits",
    "Media",
    "Mention",
    "MentionParts",
    "Mod",
    "NameParts",
    "Outcome",
    "OwnKnowledge",
    "OwnName",
    "PageFacts",
    "PageKind",
    "ParsedSentence",
    "ParsedToken",
    "Participant",
    "Print",
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
    "Speech",
    "Status",
    "Table",
    "TableSchema",
    "Timex",
    "Words",
]
