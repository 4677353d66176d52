"""evaluate: a run's tables against gold annotations."""

from hakusho.evaluate.evaluation import Evaluation, evaluate
from hakusho.evaluate.pairing import judge

__all__ = ["Evaluation", "evaluate", "judge"]
