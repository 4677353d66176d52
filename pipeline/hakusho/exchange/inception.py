"""UIMA CAS (XMI) for INCEpTION, with dkpro-cassis, which counts UTF-16 units in the file and code points outside.

https://inception-project.github.io/ ; the layer `webanno.custom.Mention` comes with `TypeSystem.xml`.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from hakusho.errors import InputError, UsageError
from hakusho.exchange.documents import REMEDY, AnnotatedText, annotation

TYPES = "TypeSystem.xml"
MENTION = "webanno.custom.Mention"
_FEATURES = ("label", "value", "modifier", "flags")


def _cassis() -> Any:
    try:
        import cassis
    except ModuleNotFoundError:
        raise UsageError("inception needs dkpro-cassis: pip install 'hakusho[inception]'.") from None
    return cassis


def _types() -> Any:
    cassis = _cassis()
    types = cassis.TypeSystem()
    mention = types.create_type(name=MENTION, supertypeName="uima.tcas.Annotation")
    for feature in _FEATURES:
        types.create_feature(mention, name=feature, rangeType="uima.cas.String")
    return types


def write(documents: Sequence[AnnotatedText]) -> dict[str, bytes]:
    """Return an `.xmi` a document, and their type system."""
    cassis, types = _cassis(), _types()
    mention = types.get_type(MENTION)
    files = {TYPES: types.to_xml().encode()}
    for document in documents:
        cas = cassis.Cas(typesystem=types)
        # XML has no control characters; one stands for each, so that offsets stay.
        cas.sofa_string = "".join(c if _in_xml(c) else "\ufffd" for c in document.text)
        cas.sofa_mime = "text/plain"
        for a in document.annotations:
            facts = dict(zip(_FEATURES, (a.label, a.value, a.mod, "|".join(a.flags)), strict=True))
            cas.add(mention(begin=a.span.start, end=a.span.end, **facts))
        files[f"{document.doc_id}.xmi"] = cas.to_xmi().encode()
    return files


def _in_xml(character: str) -> bool:
    return (
        character in "\t\n\r"
        or (character >= " " and not "\ud800" <= character <= "\udfff" and character < "\ufffe")
        or character > "\uffff"
    )


def read(files: Mapping[str, bytes]) -> list[AnnotatedText]:
    """Return the documents of every `.xmi` file, by the type system next to them. Raises InputError for others."""
    cassis = _cassis()
    types = cassis.load_typesystem(io.BytesIO(files[TYPES])) if TYPES in files else _types()
    documents = []
    for name in sorted(files):
        if not name.endswith(".xmi"):
            continue
        try:
            cas = cassis.load_cas_from_xmi(io.BytesIO(files[name]), typesystem=types)
        except Exception as error:
            raise InputError(name, f"no UIMA CAS ({type(error).__name__})", REMEDY) from None
        found = [
            annotation(
                name, cas.sofa_string, m.begin, m.end, m.label or "", m.value or "", m.modifier or "",
                tuple((m.flags or "").split("|")) if m.flags else (),
            )
            for m in cas.select(MENTION)
        ]  # fmt: skip
        stem = name.rpartition("/")[2].removesuffix(".xmi")
        documents.append(AnnotatedText(stem, cas.sofa_string, tuple(sorted(found, key=lambda a: a.span))))
    return documents
