"""spaCy DocBin: entities, words and sentences to train on; all mentions in `doc.spans["hakusho"]`.

The value is `kb_id_`, modifier and flags are the span's `id_`.
"""

from collections.abc import Mapping, Sequence

from hakusho.errors import InputError
from hakusho.exchange.documents import REMEDY, AnnotatedText, annotation
from hakusho.language.docbin import read_doc_bin, write_doc_bin

FILE = "hakusho.spacy"


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Return one file of all documents."""
    marked = [(document.doc_id, document.text, document.annotations, document.sentences) for document in documents]
    return {FILE: write_doc_bin(marked)}


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Return the documents of every `.spacy` file. Raises InputError for other content."""
    documents = []
    for name in sorted(files):
        if not name.endswith(".spacy"):
            continue
        try:
            read_docs = read_doc_bin(files[name])
        except Exception as error:
            raise InputError(name, f"no DocBin of spaCy ({type(error).__name__})", REMEDY) from None
        for doc_id, text, spans in read_docs:
            found = (annotation(name, text, s.span.start, s.span.end, s.label, s.value, s.mod, s.flags) for s in spans)
            documents.append(AnnotatedText(doc_id, text, tuple(found)))
    return documents
