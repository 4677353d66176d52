"""CoNLL-U of the sentences of a run: universal dependencies as their column rules want them. It is written only.

A sentence has one root: further ones that a parser left hang on the first as parataxis. MISC holds the offsets in the
canonical text, the bunsetu and the name, as `Key=Value`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

_EMPTY = "_"
_UNKNOWN = "X"
_ROOT, _FURTHER_ROOT = "root", "parataxis"
Row = Mapping[str, Any]


def write(rows: Iterable[Row], texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return a `.conllu` file for each document by its name; `rows` are those of `parse`, in order, `texts` by doc_id.

    >>> row = dict(doc_id="a", sentence_id="a:s1", token_id=1, start=0, end=2, surface="発表", lemma="発表",
    ...            upos="NOUN", xpos="名詞", head=0, deprel="root", bunsetu="B", ent="")
    >>> print(write([row], {"a": "発表"})["a.conllu"].decode(), end="")
    # newdoc id = a
    # sent_id = a:s1
    # text = 発表
    1	発表	発表	NOUN	名詞	_	0	root	_	BunsetuBILabel=B|End=2|SpaceAfter=No|Start=0
    <BLANKLINE>
    """
    files = {}
    for doc_id, of_document in groupby(rows, key=lambda row: str(row["doc_id"])):
        lines = [f"# newdoc id = {doc_id}"]
        for sentence_id, held in groupby(of_document, key=lambda row: str(row["sentence_id"])):
            lines += _sentence(sentence_id, [*held], texts[doc_id])
        files[f"{doc_id}.conllu"] = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    return files


def _sentence(sentence_id: str, rows: Sequence[Row], text: str) -> Iterator[str]:
    spaced = [_spaced(row, behind, text) for row, behind in zip(rows, [*rows[1:], None], strict=True)]
    yield f"# sent_id = {sentence_id}"
    forms = [_form(row["surface"]) for row in rows]
    printed = "".join(form + (" " if space else "") for form, space in zip(forms, spaced, strict=True))
    yield f"# text = {printed.rstrip()}"
    roots = [int(row["token_id"]) for row in rows if int(row["head"]) == 0]
    for row, form, space in zip(rows, forms, spaced, strict=True):
        head, deprel = int(row["head"]), row["deprel"]
        if head == 0:
            first = int(row["token_id"]) == roots[0]
            head, deprel = (0, _ROOT) if first else (roots[0], _FURTHER_ROOT)
        yield "\t".join(
            (
                str(row["token_id"]),
                form,
                _form(row["lemma"]),
                row["upos"] or _UNKNOWN,
                row["xpos"] or _EMPTY,
                _EMPTY,
                str(head),
                deprel,
                _EMPTY,
                _misc(row, space),
            )
        )
    yield ""


def _misc(row: Row, space: bool) -> str:
    facts = {"BunsetuBILabel": row["bunsetu"], "End": row["end"], "Ent": row["ent"], "Start": row["start"]}
    facts["SpaceAfter"] = "" if space else "No"
    return "|".join(f"{key}={facts[key]}" for key in sorted(facts) if facts[key] != "")


def _spaced(row: Row, behind: Row | None, text: str) -> bool:
    """Return whether a space follows a word, before the next of its sentence."""
    between = text[int(row["end"]) : int(behind["start"])] if behind is not None else ""
    return any(character.isspace() and character not in "\r\n" for character in between)


def _form(surface: str) -> str:
    """Return what fits a column: white space inside a word left out."""
    return "".join(str(surface).split()) or _EMPTY
