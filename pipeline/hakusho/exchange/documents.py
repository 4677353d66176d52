"""What is exchanged: a text with its annotations, and the two ways to count its characters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from hakusho.errors import InputError
from hakusho.labels import annotation_labels
from hakusho.records import Annotation, Span

__all__ = ["AnnotatedText", "Annotation", "Units", "annotation", "paired"]

# What would end a line of standoff, and begin one that nobody wrote.
_FORGING = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")
REMEDY = "Export it anew from the annotation tool, or check that it is the format that --from names."


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A document: offsets of its annotations are code points of `text`.

    `sentences` are where its sentences stand, for formats that ask for them; no file brings them back.
    """

    doc_id: str
    text: str
    annotations: tuple[Annotation, ...]
    sentences: tuple[Span, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Name the document in its annotations, whatever the file they were read from is called."""
        named = tuple(replace(annotation, doc_id=self.doc_id) for annotation in self.annotations)
        object.__setattr__(self, "annotations", named)


def annotation(
    file: str, text: str, start: int, end: int, label: str, value: str = "", mod: str = "", flags: tuple[str, ...] = ()
) -> Annotation:
    """Return an annotation of `text`.

    Raises InputError for a span outside it, an unknown label, and for what is of no type or form that gold can hold.
    """
    if not isinstance(text, str):
        raise InputError(file, f"the text is {type(text).__name__}", REMEDY)
    if type(start) is not int or type(end) is not int:
        raise InputError(file, f"a span from {type(start).__name__} to {type(end).__name__}", REMEDY)
    if not 0 <= start < end <= len(text):
        raise InputError(file, f"span {start}-{end} outside the text ({len(text)} characters)", REMEDY)
    for said in (label, value, mod, *flags):
        if not isinstance(said, str) or _FORGING.search(said):
            raise InputError(file, f"{said!r:.40} at {start}-{end} is no text of one line", REMEDY)
    if any(" " in said for said in (mod, *flags)):
        raise InputError(file, f"a modifier or flag at {start}-{end} is more than one word", REMEDY)
    if label not in annotation_labels():
        raise InputError(file, f"unknown label {label}", f"Known labels: {', '.join(annotation_labels())}.")
    return Annotation("", Span(start, end), label, text[start:end], value, value, mod=mod, flags=flags)


def paired(files: Mapping[str, bytes], ending: str) -> Iterator[tuple[str, str, str, str]]:
    """Return (name, document id, text, content) of each file of an ending with the `.txt` next to it.

    Raises InputError where a text is missing.
    """
    for name in sorted(files):
        stem, _, own = name.rpartition(".")
        if own != ending:
            continue
        if f"{stem}.txt" not in files:
            raise InputError(name, f"{stem}.txt is not beside it", REMEDY)
        text, content = (decoded(files[n], n) for n in (f"{stem}.txt", name))
        yield name, stem.rpartition("/")[2], text, content


def checked_text(text: object, name: str) -> str:
    """Return the text of a document that a file gives. Raises InputError where it is none."""
    if not isinstance(text, str):
        raise InputError(name, f"the text of a document is {type(text).__name__}", REMEDY)
    return text


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file. Raises InputError where it is not UTF-8."""
    try:
        return data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(name, f"not UTF-8 ({error.reason} at byte {error.start})", REMEDY) from None


class Units:
    """Offsets in UTF-16 units, as JavaScript and Java count them: a character beyond U+FFFF is two.

    >>> units = Units("𠮷野家")
    >>> units.of(1), units.code_point(2)
    (2, 1)
    """

    def __init__(self, text: str) -> None:
        self._astral = [offset for offset, character in enumerate(text) if character > "\uffff"]
        self._units = [offset + count for count, offset in enumerate(self._astral)]

    def of(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset)

    def code_point(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 offset."""
        return unit - bisect_right(self._units, unit - 1)
