"""evaluate: a run's tables against gold annotations."""

import sys
from types import ModuleType
from typing import Any

from hakusho.evaluate.evaluation import Evaluation, evaluate
from hakusho.evaluate.pairing import judge

__all__ = ["Evaluation", "evaluate", "judge"]


class _Verb(ModuleType):
    """`hakusho.evaluate` names this package and its one verb: once the package is loaded, it answers a call itself."""

    def __call__(self, *annotations: Any, **options: Any) -> Evaluation:
        return evaluate(*annotations, **options)


sys.modules[__name__].__class__ = _Verb
