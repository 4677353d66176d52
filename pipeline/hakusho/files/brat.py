"""brat standoff: T text-bound annotations, N normalisations (`Reference`), A attributes (`Mod`, `Flag`).

Offsets are code points of the text as it is. https://brat.nlplab.org/standoff.html
"""

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from hakusho.errors import GoldError
from hakusho.labels import annotation_labels, registry
from hakusho.records import Annotation, Span

_TEXT_BOUND = re.compile(r"(T\S+)\t(\S+) ([0-9]{1,18}) ([0-9]{1,18})\t(.*)")
_NORMALISATION = re.compile(r"(N\S+)\tReference (T\S+) ([a-z0-9]+):([^\t]*)(?:\t.*)?")
# Attributes other than Mod and Flag (Kind, Status, …) are passed over, with or without a value.
_ATTRIBUTE = re.compile(r"([AM]\S+)\t(\S+) ([TER]\S+)(?: (\S+))?")
_REMEDY = "Check the annotation file against its text (`hakusho check-gold`)."


def read_annotations(path: Path, text: str | None) -> tuple[Annotation, ...]:
    """Return the annotations of a .ann file in document order; see `parse_annotations`."""
    return parse_annotations(gold_text(path), text, str(path))


def gold_text(path: Path) -> str:
    """Return the text of a file of gold. Raises GoldError where it cannot be read as UTF-8."""
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise GoldError(str(path), f"not UTF-8 ({error.reason} at byte {error.start})", "Save it as UTF-8.") from None
    except OSError as error:
        raise GoldError(str(path), f"cannot be read: {error.strerror}", "Check the file.") from None


def parse_annotations(content: str, text: str | None, path: str) -> tuple[Annotation, ...]:
    """Return the annotations of the content of a .ann file in document order; `path` is its name, for errors.

    Offsets are checked against `text` unless it is None.
    Raises GoldError where a line has no known form, a label is unknown, or an offset does not fit `text`.
    """
    doc_id = PurePath(path).stem
    bound: dict[str, tuple[Span, str, str]] = {}
    values: dict[str, str] = {}
    attributes: dict[str, list[tuple[str, str]]] = {}
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        place = f"line {number}"
        if match := _TEXT_BOUND.fullmatch(line):
            bound[match[1]] = _bound(match, text, path, place)
        elif match := _NORMALISATION.fullmatch(line):
            values[match[2]] = match[4]
        elif match := _ATTRIBUTE.fullmatch(line):
            attributes.setdefault(match[3], []).append((match[2], match[4] or ""))
        else:
            raise GoldError(path, "not a T, N or A line of brat standoff", _REMEDY, place)
    return tuple(
        sorted(
            (_annotation(doc_id, key, *item, values, attributes) for key, item in bound.items()), key=lambda a: a.span
        )
    )


def _bound(match: re.Match[str], text: str | None, path: str, place: str) -> tuple[Span, str, str]:
    label = match[2]
    if label not in annotation_labels():
        raise GoldError(path, f"unknown label {label}", f"Known labels: {', '.join(annotation_labels())}.", place)
    span = Span(int(match[3]), int(match[4]))
    if text is None:
        return span, label, match[5]
    if not 0 <= span.start < span.end <= len(text):
        raise GoldError(path, f"span {span.start}-{span.end} outside the text ({len(text)} characters)", _REMEDY, place)
    if _flat(text[span.slice]) != _flat(match[5]):
        found, said = text[span.slice][:40], match[5][:40]
        raise GoldError(path, f"span {span.start}-{span.end} is {found!r} in the text, not {said!r}", _REMEDY, place)
    return span, label, text[span.slice]


def _flat(surface: str) -> str:
    """brat writes line breaks inside an annotation as spaces."""
    return re.sub(r"\s+", " ", surface)


def _annotation(
    doc_id: str,
    key: str,
    span: Span,
    label: str,
    surface: str,
    values: dict[str, str],
    attributes: dict[str, list[tuple[str, str]]],
) -> Annotation:
    own = attributes.get(key, [])
    mod = next((value for kind, value in own if kind == "Mod"), "")
    flags = tuple(value for kind, value in own if kind == "Flag")
    value = values.get(key, "")
    return Annotation(doc_id, span, label, surface, value, value, mod=mod, flags=flags)


def format_annotations(annotations: Iterable[Annotation]) -> str:
    """Return the .ann file of annotations in document order.

    >>> format_annotations([Annotation("a", Span(0, 3), "ORG", "総務省")])
    'T1\\tORG 0 3\\t総務省\\n'
    """
    lines, attributes = [], 0
    for number, annotation in enumerate(sorted(annotations, key=lambda a: (a.span, a.label)), 1):
        surface = _flat(annotation.text)
        lines.append(f"T{number}\t{annotation.label} {annotation.span.start} {annotation.span.end}\t{surface}")
        if annotation.value:
            spec = registry().get(annotation.label)
            prefix = spec.prefix if spec else annotation.label.lower()
            lines.append(f"N{number}\tReference T{number} {prefix}:{annotation.value}\t{surface}")
        marks = [("Mod", annotation.mod)] if annotation.mod else []
        for kind, value in [*marks, *(("Flag", flag) for flag in annotation.flags)]:
            attributes += 1
            lines.append(f"A{attributes}\t{kind} T{number} {value}")
    return "".join(line + "\n" for line in lines)
