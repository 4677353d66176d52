"""Defects of the source that a reader of the tables should know of."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from hakusho.records import Footnote, PageKind, QualityIssue, Section, Sentence, SourceText, Span
from hakusho.segment import ordinal_rules, quality_rules
from hakusho.segment.sentences import Run
from hakusho.text.layout import Lines

_LONGEST_SENTENCE = 1000


def find_defects(
    source: SourceText,
    runs: Sequence[Run],
    sentences: Sequence[Sentence],
    sections: Sequence[Section],
    footnotes: Sequence[Footnote],
    shifts: Iterable[tuple[int, Span, str]],
    printed: Lines,
) -> tuple[QualityIssue, ...]:
    """Return the defects that the text itself shows, in order."""
    text = source.text
    found: list[tuple[Span, str, str]] = [*_characters(text), *_missing_units(text)]
    found += _torn(runs)
    found += _long_sentences(sentences)
    found += _repeated_addresses(footnotes, text)
    found += _numbering(sections)
    found += [(Span(r.position, r.position + 1), "undecodable-bytes", r.data.hex(" ")) for r in source.replacements]
    found += _unread_pages(source)
    found += [(Span(defect.position, defect.position), defect.kind, defect.comment) for defect in source.defects]
    issues = [_issue(span, kind, comment, text, printed) for span, kind, comment in found]
    issues += [
        QualityIssue(line, text[span.slice][:40], "shifted-columns", comment, span) for line, span, comment in shifts
    ]
    return tuple(sorted(issues, key=lambda issue: (issue.span, issue.kind)))


def _issue(span: Span, kind: str, comment: str, text: str, printed: Lines) -> QualityIssue:
    line = printed.line(span.start)
    return QualityIssue(line, text[span.slice].splitlines()[0][:40] if len(span) else "", kind, comment, span)


def _unread_pages(source: SourceText) -> Iterator[tuple[Span, str, str]]:
    """Return the pages that are pictures or lost characters, at the place where their text would stand."""
    for facts in source.pages:
        kind = "image-page" if facts.kind is PageKind.IMAGE else "lost-characters" if facts.lost else ""
        if kind:
            start = next((b.span.start for b in source.blocks if b.page >= facts.page), len(source.text))
            yield Span(start, start), kind, f"Page {facts.page}. {facts.comment}"


def _characters(text: str) -> Iterator[tuple[Span, str, str]]:
    # Few of these stand in most texts: the characters of the text tell which are worth a search.
    signs = "".join(set(text))
    for kind in quality_rules.CHARACTER_KINDS:
        for match in kind.pattern.finditer(text) if re.search(kind.signs, signs) else ():
            yield Span(match.start(), match.end()), kind.kind, kind.comment
    for match in quality_rules.FOREIGN.finditer(text) if re.search(quality_rules.FOREIGN_SIGNS, signs) else ():
        name = unicodedata.name(match.group()[0], "unknown").split()[0].title()
        yield Span(match.start(), match.end()), "foreign-script", f"{name} in Japanese text."
    if simplified := "".join(sorted(filter(_is_simplified, quality_rules.IDEOGRAPH.findall(signs)))):
        for match in re.finditer(f"[{simplified}]", text):
            yield Span(match.start(), match.end()), "foreign-script", "Simplified Chinese character."


@lru_cache(maxsize=4096)
def _is_simplified(character: str) -> bool:
    """Simplified characters are in GB 2312 but in no Japanese standard (JIS X 0213)."""
    return not _encodes(character, "euc_jis_2004") and _encodes(character, "gb2312")


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _missing_units(text: str) -> Iterator[tuple[Span, str, str]]:
    for match in quality_rules.MISSING_UNIT.finditer(text):
        yield Span(match.start(), match.end()), "missing-unit", quality_rules.NO_YEAR.format(year=match["year"])


def _torn(runs: Sequence[Run]) -> Iterator[tuple[Span, str, str]]:
    for run in runs:
        if not run.torn_by:
            continue
        breaks = run.pieces[:1] if run.torn_by == "list" else run.pieces[:-1]
        reason = "The sentence runs over a list." if run.torn_by == "list" else "Cut by a page break; it goes on below."
        for _, span in breaks:
            yield Span(max(span.start, span.end - 12), span.end), "broken-sentence", reason


def _long_sentences(sentences: Sequence[Sentence]) -> Iterator[tuple[Span, str, str]]:
    for sentence in sentences:
        if len(sentence.text) > _LONGEST_SENTENCE:
            yield (
                sentence.span,
                "long-sentence",
                f"{len(sentence.text)} characters without a full stop outside brackets.",
            )


def _repeated_addresses(footnotes: Sequence[Footnote], text: str) -> Iterator[tuple[Span, str, str]]:
    first: dict[str, str] = {}
    for note in footnotes:
        for url in note.urls:
            if url in first and first[url] != note.marker:
                start = text.find(url, note.span.start, note.span.end)
                yield (
                    Span(start, start + len(url)),
                    "duplicate-url",
                    f"Footnote {note.marker} has the address of footnote {first[url]}.",
                )
            first.setdefault(url, note.marker)


def _numbering(sections: Sequence[Section]) -> Iterator[tuple[Span, str, str]]:
    """Numbers of one scheme under one heading count up by one."""
    last: dict[tuple[str, str], tuple[int, str]] = {}
    for section in sections:
        value = _value(section.number)
        if value is None:
            continue
        key = (section.parent_id, quality_rules.NUMBERING.sub("#", section.number))
        before = last.get(key)
        if before and value == before[0]:
            yield section.heading, "repeated-number", f"{section.number} comes after {before[1]}."
        elif before and value > before[0] + 1:
            yield section.heading, "skipped-number", f"{section.number} comes after {before[1]}."
        last[key] = (value, section.number)


def _value(number: str) -> int | None:
    folded = unicodedata.normalize("NFKC", number) if number[:1] in quality_rules.WIDE else number
    for part in reversed(quality_rules.PART_OF_NUMBER.findall(folded)):
        return ordinal_rules.ordinal(part)
    return None
