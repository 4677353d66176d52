"""CoNLL with one token per line: token, start, end, value, modifier, flags, IOB2 tag; the text is next to it as `.txt`.

As CoNLL-2003, and `spacy convert`, want it: columns without white space, the tag last, an empty line between sentences.
Tokens are runs of one script, cut where mentions begin and end. Offsets are code points.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from hakusho.errors import InputError
from hakusho.exchange.documents import REMEDY, AnnotatedText, Annotation, annotation, paired

_TOKEN = re.compile(r"[一-龥々〆]+|[ぁ-ゖ]+|[ァ-ヶー]+|[A-Za-z]+|[0-9]+|[^\S\n]+|\n|.", re.DOTALL)
_EMPTY, _SPACE = "_", "␣"


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Return a `.conll` and a `.txt` a document."""
    files = {}
    for document in documents:
        files[f"{document.doc_id}.txt"] = document.text.encode("utf-8", "surrogatepass")
        lines = "".join(f"{line}\n" for line in _lines(document))
        files[f"{document.doc_id}.conll"] = lines.encode("utf-8", "surrogatepass")
    return files


def _lines(document: AnnotatedText) -> Iterator[str]:
    at = {a.span.start: a for a in document.annotations}
    edges = {edge for a in document.annotations for edge in (a.span.start, a.span.end)}
    inside: Annotation | None = None
    for start, end in _tokens(document.text, edges):
        word = document.text[start:end]
        if inside is not None and start >= inside.span.end:
            inside = None
        begun = start in at
        inside = at.get(start, inside)
        if word == "\n" and inside is None:
            yield ""
        elif not word.isspace() or inside is not None:
            tag = "O" if inside is None else f"{'B' if begun else 'I'}-{inside.label}"
            facts = (inside.value, inside.mod, ",".join(inside.flags)) if inside is not None and begun else ("", "", "")
            cells = (_filled(fact) for fact in facts)
            yield "\t".join((_filled(word), str(start), str(end), *cells, tag))


def _filled(text: str) -> str:
    """Return the text of a column: white space has a mark, nothing another."""
    return re.sub(r"\s", _SPACE, text) or _EMPTY


def _tokens(text: str, edges: set[int]) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text):
        bounds = [match.start(), *sorted(e for e in range(match.start() + 1, match.end()) if e in edges), match.end()]
        yield from zip(bounds, bounds[1:], strict=False)


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Return the documents of pairs of files. Raises InputError for lines that are not CoNLL."""
    return [
        AnnotatedText(doc_id, text, tuple(_annotations(content, text, name)))
        for name, doc_id, text, content in paired(files, "conll")
    ]


def _annotations(content: str, text: str, name: str) -> Iterator[Annotation]:
    open_at: list[tuple[int, int, str, tuple[str, str, str]]] = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line or line.startswith("# "):
            continue
        try:
            _, *cells = line.split("\t")
            if not cells[0].isdecimal():
                # Files of before had the tag behind the token.
                cells = [*cells[1:], *[_EMPTY] * 3][:5] + cells[:1]
            start, end, *facts, tag = cells
            span = int(start), int(end)
            value, mod, flags = ("" if fact == _EMPTY else fact.replace(_SPACE, " ") for fact in facts)
        except (ValueError, IndexError):
            raise InputError(
                name, "not a line of token, start, end, value, modifier, flags, tag", REMEDY, place=f"line {number}"
            ) from None
        kind, _, label = tag.partition("-")
        if kind == "I" and open_at and open_at[-1][2] == label:
            first, _, _, kept = open_at.pop()
            open_at.append((first, span[1], label, kept))
        elif kind in ("B", "I"):
            open_at.append((*span, label, (value, mod, flags)))
    for start_offset, end_offset, label, (value, mod, flags) in open_at:
        flagged = tuple(flags.split(",")) if flags else ()
        yield annotation(name, text, start_offset, end_offset, label, value, mod, flagged)
