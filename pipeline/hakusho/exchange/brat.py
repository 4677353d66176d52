"""brat standoff: `<doc_id>.txt` and `<doc_id>.ann`; offsets in code points. https://brat.nlplab.org/standoff.html"""

from collections.abc import Mapping, Sequence

from hakusho.errors import InputError
from hakusho.exchange.documents import REMEDY, AnnotatedText
from hakusho.files.brat import format_annotations, parse_annotations


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Give two files a document."""
    files = {}
    for document in documents:
        files[f"{document.doc_id}.txt"] = document.text.encode("utf-8", "surrogatepass")
        files[f"{document.doc_id}.ann"] = format_annotations(document.annotations).encode()
    return files


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Give the documents of pairs of files.

    Raises InputError where a text is missing, GoldError where spans do not fit it.
    """
    documents = []
    for name in sorted(files):
        stem, _, ending = name.rpartition(".")
        if ending != "ann":
            continue
        if f"{stem}.txt" not in files:
            raise InputError(name, f"{stem}.txt is not beside it", REMEDY)
        text = files[f"{stem}.txt"].decode("utf-8", "surrogatepass").removeprefix("\ufeff")
        annotations = parse_annotations(files[name].decode("utf-8-sig"), text, name)
        documents.append(AnnotatedText(stem.rpartition("/")[2], text, annotations))
    return documents
