"""The words of a Word paragraph as printed: tracked changes done, fields as their result, notes as raised numbers."""

from dataclasses import dataclass, field
from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.docx.fields import Field, printed_field
from hakusho.read.docx.styles import Styles, switched
from hakusho.read.numbering import formatted
from hakusho.read.packages import child, local, value
from hakusho.read.ruby_rules import READING

# What is deleted, moved away or only told to the program.
_GONE = frozenset("del moveFrom delText delInstrText instrText pPr rPr sectPr sdtPr bookmarkStart proofErr rt".split())
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "", "ptab": "\t"}
_DEEPEST = 200


@dataclass(slots=True)
class Words:
    """The text of a paragraph and what is next to it: hidden words, readings, boxes, notes and diagrams by id."""

    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        return "".join(self.text)


class NoteNumbers:
    """Numbers of foot- and endnotes by their order in the text, as the document's format prints them."""

    def __init__(self, forms: dict[str, str]) -> None:
        self._forms = forms
        self.marks: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}

    def take_formats(self, body: Any) -> None:
        """Take the formats that the last section of a body sets over those of the document."""
        for kind in self._forms:
            form = child(body, "sectPr", f"{kind}Pr", "numFmt")
            if form is not None and value(form):
                self._forms[kind] = value(form)

    def mark(self, kind: str, note_id: str, custom: bool) -> str:
        """Return the raised mark of a note; empty where the text prints one of its own."""
        if (kind, note_id) not in self.marks:
            self._counts[kind] += 0 if custom else 1
            printed = "" if custom else formatted(self._counts[kind], self._forms[kind])
            self.marks[kind, note_id] = printed.translate(rules.SUPERSCRIPT)
        return self.marks[kind, note_id]


class Runs:
    """Reads the runs of paragraphs."""

    def __init__(self, styles: Styles, numbers: NoteNumbers, inline: bool = False) -> None:
        self._inline = inline
        self._styles = styles
        self._numbers = numbers

    def read(self, paragraph: Any) -> Words:
        """Return the words of a w:p."""
        words = Words()
        fields: list[Field] = []
        self._inside(paragraph, words, words.text, fields, 0)
        return words

    def _inside(self, element: Any, words: Words, sink: list[str], fields: list[Field], depth: int) -> None:
        if depth > _DEEPEST:
            return
        for inner in element:
            name = local(inner)
            if name == "r":
                self._run(inner, words, sink, fields, depth)
            elif name == "AlternateContent":
                chosen = child(inner, "Choice")
                self._inside(inner if chosen is None else chosen, words, sink, fields, depth + 1)
            elif name == "ruby":
                self._ruby(inner, words, sink, fields, depth)
            elif name == "txbxContent":
                words.boxes.append(inner)
            elif name == "t":
                sink.append("" if _in_code(fields) else inner.text or "")
            elif name in ("textpath", "relIds"):
                self._drawn(inner, name, words, sink)
            elif name not in _GONE:
                self._inside(inner, words, sink, fields, depth + 1)

    def _drawn(self, element: Any, name: str, words: Words, sink: list[str]) -> None:
        """Take what is drawn: word art, whose words are an attribute, and diagrams, which are parts of their own."""
        if name == "textpath":
            sink.append(element.get("string") or "")
        else:
            words.diagrams += [found for key, found in element.items() if key.endswith("}dm")]

    def _run(self, run: Any, words: Words, sink: list[str], fields: list[Field], depth: int) -> None:
        properties = child(run, "rPr")
        style = child(properties, "rStyle")
        styled = style is not None and self._styles.of(value(style)).hidden
        struck = switched(properties, "strike") or switched(properties, "dstrike")
        if struck or switched(properties, "vanish") or (styled and child(properties, "vanish") is None):
            sink = words.hidden
        raised = child(properties, "vertAlign")
        if raised is not None and value(raised) == "superscript":
            before = len(sink)
            self._run_parts(run, words, sink, fields, depth)
            text = "".join(sink[before:])
            sink[before:] = [text.translate(rules.SUPERSCRIPT) if rules.RAISED.fullmatch(text) else text]
        else:
            self._run_parts(run, words, sink, fields, depth)

    def _run_parts(self, run: Any, words: Words, sink: list[str], fields: list[Field], depth: int) -> None:
        for part in run:
            name = local(part)
            if name == "fldChar":
                self._field(value(part, "fldCharType"), words, sink, fields)
            elif _in_code(fields):
                if name == "instrText":
                    fields[-1].code.append(part.text or "")
            elif name in _SIGNS:
                sink.append(_SIGNS[name])
            elif name == "sym":
                sink.append(_symbol(value(part, "char")))
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(name.removesuffix("Reference"), part, words, sink)
            elif name not in _GONE:
                self._inside([part], words, sink, fields, depth + 1)

    def _field(self, kind: str, words: Words, sink: list[str], fields: list[Field]) -> None:
        """A complex field is its code, which is not printed, and its result; some print from their code."""
        if kind == "begin":
            fields.append(Field())
        elif kind == "separate" and fields:
            fields[-1].shown = True
        elif kind == "end" and fields:
            ended = fields.pop()
            if not ended.shown and not _in_code(fields):
                text, reading = printed_field("".join(ended.code))
                sink.append(text)
                self._read_as(reading, words, sink)

    def _read_as(self, reading: str, words: Words, sink: list[str]) -> None:
        if reading and self._inline:
            sink.append(READING.format(reading))
        elif reading:
            words.readings.append(reading)

    def _note(self, kind: str, part: Any, words: Words, sink: list[str]) -> None:
        note_id = value(part, "id")
        custom = value(part, "customMarkFollows") in ("1", "true", "on")
        sink.append(self._numbers.mark(kind, note_id, custom))
        words.notes.append((kind, note_id))

    def _ruby(self, ruby: Any, words: Words, sink: list[str], fields: list[Field], depth: int) -> None:
        reading: list[str] = []
        for part in ruby:
            if local(part) == "rubyBase":
                self._inside(part, words, sink, fields, depth + 1)
            elif local(part) == "rt":
                self._inside(part, words, reading, [], depth + 1)
        # A file names the reading before the word that it explains.
        self._read_as("".join(reading), words, sink)


def _in_code(fields: list[Field]) -> bool:
    """Return whether what follows is the code of a field, or of one around it, and not printed."""
    return any(not opened.shown for opened in fields)


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return rules.SYMBOLS.get(number, chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "")
