"""UIMA CAS (XMI) for INCEpTION, with dkpro-cassis, which counts UTF-16 units in the file and code points outside.

https://inception-project.github.io/ ; the layer `webanno.custom.Mention` comes with `TypeSystem.xml`.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from hakusho.errors import InputError, UsageError
from hakusho.exchange.documents import REMEDY, AnnotatedText, annotation, checked_text

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
    _cassis()
    for name, data in files.items():
        if name == TYPES or name.endswith(".xmi"):
            _refuse_entities(name, data)
    types = _given_types(files)
    return [_document(name, files[name], types) for name in sorted(files) if name.endswith(".xmi")]


def _refuse_entities(name: str, data: bytes) -> None:
    """No tool writes a document type; one could name files of this machine, or grow without end."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError(name, "XML with a document type, which is not read", REMEDY)


def _given_types(files: Mapping[str, bytes]) -> Any:
    if TYPES not in files:
        return _types()
    try:
        return _cassis().load_typesystem(io.BytesIO(files[TYPES]))
    except Exception as error:  # What a parser of XML ends in is of many classes.
        raise InputError(TYPES, f"no type system of UIMA ({type(error).__name__})", REMEDY) from None


def _document(name: str, data: bytes, types: Any) -> AnnotatedText:
    try:
        cas = _cassis().load_cas_from_xmi(io.BytesIO(data), typesystem=types)
        text, mentions = cas.sofa_string, cas.select(MENTION)
        facts = [(m.begin, m.end, *(m[feature] or "" for feature in _FEATURES)) for m in mentions]
    except Exception as error:
        raise InputError(name, f"no UIMA CAS ({type(error).__name__})", REMEDY) from None
    found = [
        annotation(
            name, checked_text(text, name), start, end, label, value, mod, tuple(flags.split("|")) if flags else ()
        )
        for start, end, label, value, mod, flags in facts
    ]
    stem = name.rpartition("/")[2].removesuffix(".xmi")
    return AnnotatedText(stem, checked_text(text, name), tuple(sorted(found, key=lambda a: a.span)))
