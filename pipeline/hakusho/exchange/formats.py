"""The formats, by name: what each carries, how a folder of it is written and read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hakusho.exchange import brat, conll, doccano, inception, labelstudio, spacy_docs
from hakusho.exchange.documents import AnnotatedText
from hakusho.labels import OPEN

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Lost:
    """What a format cannot carry, and of how many mentions."""

    what: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives files by name, `read` takes them; `carries` names what survives besides span and label.

    `sentences` is True where it also holds sentences.
    """

    name: str
    write: Callable[[Sequence[AnnotatedText]], dict[str, bytes]]
    read: Callable[[Files], list[AnnotatedText]]
    carries: frozenset[str]
    sentences: bool = False

    def losses(self, documents: Sequence[AnnotatedText]) -> list[Lost]:
        """Return what of these documents the format cannot carry."""
        every = [annotation for document in documents for annotation in document.annotations]
        counts = {
            "values": sum(1 for a in every if a.value not in ("", OPEN)),
            "modifiers": sum(1 for a in every if a.mod),
            "flags": sum(1 for a in every if a.flags),
        }
        return [Lost(what, count) for what, count in counts.items() if count and what not in self.carries]


_ALL = frozenset(("values", "modifiers", "flags"))
FORMATS = {
    form.name: form
    for form in (
        Format("brat", brat.write, brat.read, _ALL),
        Format("conll", conll.write, conll.read, _ALL),
        Format("labelstudio", labelstudio.write, labelstudio.read, _ALL),
        Format("doccano", doccano.write, doccano.read, frozenset()),
        Format("spacy", spacy_docs.write, spacy_docs.read, _ALL, sentences=True),
        Format("inception", inception.write, inception.read, _ALL),
    )
}
