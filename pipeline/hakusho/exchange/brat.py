"""brat standoff: `<doc_id>.txt` and `<doc_id>.ann`; offsets in code points. https://brat.nlplab.org/standoff.html"""

from collections.abc import Mapping, Sequence

from hakusho.exchange.documents import AnnotatedText, paired
from hakusho.files.brat import format_annotations, parse_annotations


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Return two files a document."""
    files = {}
    for document in documents:
        files[f"{document.doc_id}.txt"] = document.text.encode("utf-8", "surrogatepass")
        files[f"{document.doc_id}.ann"] = format_annotations(document.annotations).encode("utf-8", "surrogatepass")
    return files


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Return the documents of pairs of files.

    Raises InputError where a text is missing, GoldError where spans do not fit it.
    """
    return [
        AnnotatedText(doc_id, text, parse_annotations(content, text, name))
        for name, doc_id, text, content in paired(files, "ann")
    ]
