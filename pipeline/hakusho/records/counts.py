"""Counts of an evaluation; rates are derived, never stored."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How gold and predicted items pair. `partial` overlap with the right label, `wrong` have another label.

    >>> both = Counts(correct=8, missing=2) + Counts(correct=1, spurious=1)
    >>> both.precision, both.recall, round(both.f1, 3)
    (0.9, 0.8181818181818182, 0.857)
    >>> Counts().f1 is None
    True
    """

    correct: int = 0
    partial: int = 0
    wrong: int = 0
    missing: int = 0
    spurious: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.correct + other.correct,
            self.partial + other.partial,
            self.wrong + other.wrong,
            self.missing + other.missing,
            self.spurious + other.spurious,
        )

    @property
    def gold(self) -> int:
        return self.correct + self.partial + self.wrong + self.missing

    @property
    def predicted(self) -> int:
        return self.correct + self.partial + self.wrong + self.spurious

    @property
    def precision(self) -> float | None:
        return self.correct / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing to find and nothing found."""
        total = self.gold + self.predicted
        return 2 * self.correct / total if total else None
