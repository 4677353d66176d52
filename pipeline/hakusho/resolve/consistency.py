"""What the mentions show of the source: dates that contradict themselves, and one body under two spellings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hakusho.labels import ORG
from hakusho.records import Entity, QualityIssue, Span
from hakusho.resolve.date_evidence_rules import NAME_MARKS
from hakusho.text.calendar import era_named
from hakusho.text.layout import Lines

_COMMENTS = {
    "era-mismatch": "The year and its gloss in brackets are different years.",
    "beyond-era": "The era had ended before.",
    "before-era": "The era had not begun.",
    "impossible-day": "The calendar does not have this day.",
    "wrong-weekday": "The day was another day of the week.",
}
# Years planned beyond an era's end (平成35年度, written in 平成) are not mistakes.
_PLANNED = "beyond-era"


def find_inconsistencies(entities: Sequence[Entity], text: str, published: str) -> tuple[QualityIssue, ...]:
    """Return the defects of the source that its dates and names show, in document order."""
    lines = Lines(text)
    found = [*_of_dates(entities, published), *_of_names(entities)]
    issues = [
        QualityIssue(lines.line(span.start), text[span.slice].split("\n")[0][:40], kind, comment, span)
        for span, kind, comment in found
    ]
    return tuple(sorted(issues, key=lambda issue: (issue.span, issue.kind)))


def _of_dates(entities: Sequence[Entity], published: str) -> Iterator[tuple[Span, str, str]]:
    for entity in entities:
        for flag in entity.flags:
            if flag == _PLANNED and _was_planned(entity, published):
                continue
            if flag in _COMMENTS:
                yield entity.mention.span, flag, _COMMENTS[flag]


def _was_planned(entity: Entity, published: str) -> bool:
    """A document of 平成 could not know when 平成 would end."""
    era = era_named(entity.mention.surface[:2])
    return era is not None and bool(published) and published[:4] <= str(era.last.year)


def _of_names(entities: Sequence[Entity]) -> Iterator[tuple[Span, str, str]]:
    """Names of one body that differ in a dot or the order of their characters: the rarer one is reported."""
    names: dict[tuple[str, str], Counter[str]] = {}
    first: dict[str, Span] = {}
    for entity in entities:
        surface = re.sub(r"[\r\n]", "", entity.mention.surface)
        if entity.mention.label != ORG or not entity.entity_id or len(surface) < 4:
            continue
        key = entity.entity_id, "".join(sorted(NAME_MARKS.sub("", surface)))
        names.setdefault(key, Counter())[surface] += 1
        first.setdefault(surface, entity.mention.span)
    for counts in names.values():
        spellings = {_spaceless(surface): surface for surface in counts}
        usual, *others = sorted(spellings.values(), key=lambda surface: (-counts[surface], first[surface]))
        for surface in others:
            yield first[surface], "name-variant", f"The same body is written {usual} {counts[usual]} times."


def _spaceless(surface: str) -> str:
    return re.sub(r"[\s　]", "", surface)
