"""Put a user's corrections over what was recognised."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hakusho.labels import registry
from hakusho.recognise.own_names import parts_of
from hakusho.records import UNFIT_CORRECTION, Correction, Mention, QualityIssue, Span
from hakusho.text.document import Document
from hakusho.text.views import reading_view

FOUND_BY = "correction"


def correct(
    mentions: Sequence[Mention], corrections: Sequence[Correction], document: Document, folding: Mapping[int, str]
) -> tuple[tuple[Mention, ...], tuple[QualityIssue, ...]]:
    """Return the mentions as corrected, in order, and an issue for each correction that fits nowhere."""
    issues = []
    for correction in corrections:
        places = _places(correction, document, folding)
        for span in places:
            mentions = _corrected(mentions, correction, span, document)
        if not places:
            sought = correction.before + correction.text + correction.after
            comment = "a correction fits nowhere in this document: " + sought
            issues.append(QualityIssue(1, sought[:40], UNFIT_CORRECTION, comment, Span(0, 0)))
    return tuple(mentions), tuple(issues)


def _places(correction: Correction, document: Document, folding: Mapping[int, str]) -> list[Span]:
    """Return where a correction's text stands, in canonical offsets; widths and spaces do not matter."""
    before, text, after = (_spaced(part, folding) for part in (correction.before, correction.text, correction.after))
    sought = re.compile(rf"{before}\s*({text})\s*{after}")
    return [document.view.span(*match.span(1)) for match in sought.finditer(document.view.text)]


def _spaced(passage: str, folding: Mapping[int, str]) -> str:
    """Return a pattern for a passage however it is spaced."""
    return r"\s*".join(map(re.escape, "".join(reading_view(passage, folding).text.split())))


def _corrected(mentions: Sequence[Mention], correction: Correction, span: Span, document: Document) -> list[Mention]:
    kept = [mention for mention in mentions if mention.span.end <= span.start or span.end <= mention.span.start]
    if not correction.label:
        return kept
    same = [m for m in mentions if m.span == span and m.label == correction.label]
    return sorted([*kept, _mention(correction, span, document, same)], key=lambda mention: mention.span)


def _mention(correction: Correction, span: Span, document: Document, same: Sequence[Mention]) -> Mention:
    """Return the mention that is right; what the recogniser read of the same one stays, for what leans on it."""
    surface, region = document.text[span.slice], document.layout.region(span.start)
    if same and not (correction.value and registry()[correction.label].names):
        return replace(same[0], found_by=FOUND_BY, given=correction.value)
    parts = parts_of(correction.label, correction.value or surface)
    return Mention(span, correction.label, surface, FOUND_BY, region, parts, correction.value)
