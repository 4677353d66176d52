"""What an evaluation compares, and how each pair came out."""

from dataclasses import dataclass
from enum import StrEnum

from hakusho.records.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A mention as an evaluation sees it, gold or predicted. `value` is `?` or empty where the annotator gave none."""

    doc_id: str
    span: Span
    label: str
    text: str = ""
    value: str = ""
    entity: str = ""
    region: str = ""
    found_by: str = ""


class Kind(StrEnum):
    """How a gold and a predicted mention pair; VALUE: right but for what it stands for."""

    CORRECT = "correct"
    VALUE = "value"
    BOUNDARY = "boundary"
    LABEL = "label"
    MISSED = "missed"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A gold mention, a predicted one, or both."""

    kind: Kind
    gold: Marked | None
    predicted: Marked | None
    same_span: bool = False

    @property
    def one(self) -> Marked:
        """The gold mention where there is one, else the predicted."""
        found = self.gold or self.predicted
        assert found is not None
        return found
