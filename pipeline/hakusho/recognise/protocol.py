"""What a recogniser is, and what it returns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hakusho.records import MentionParts
from hakusho.text.document import Document

# The feature of a candidate that is contracted to a part of a word, as 日 in 日米.
CONTRACTED = "contracted"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a mention. `start` and `end` are offsets of the document's view.

    `rule` names what found it, within its label; `features` what held of it, `score` their sum. `parts` is what its
    words say, for the label's resolver. `source` and `given` are the file and the value of a user's own name.
    """

    start: int
    end: int
    label: str
    rule: str
    parts: MentionParts = None
    features: tuple[str, ...] = ()
    score: int = 0
    source: str = ""
    given: str = ""

    @property
    def found_by(self) -> str:
        """What found it, as the tables tell: label and rule, or the user's file."""
        return self.source or f"{self.label.lower()}:{self.rule}"


Known = Mapping[str, Sequence[Candidate]]


class Recogniser(Protocol):
    """Finds the candidates of one label. `needs` names the labels whose candidates it looks at."""

    @property
    def label(self) -> str: ...

    @property
    def needs(self) -> frozenset[str]: ...

    def find(self, document: Document, known: Known) -> Iterable[Candidate]:
        """Return the candidates of a document in order; `known` holds those of the labels that it needs."""
        ...
