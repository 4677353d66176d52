"""What an evaluation compares, and how each pair came out."""

from dataclasses import dataclass
from enum import StrEnum

from hakusho.records.annotations import Annotation


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
    gold: Annotation | None
    predicted: Annotation | None
    same_span: bool = False

    @property
    def one(self) -> Annotation:
        """The gold mention where there is one, else the predicted."""
        found = self.gold or self.predicted
        assert found is not None
        return found
