"""The search for cycles of garbage, which a document gives nothing to find."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Do not look for cycles of garbage meanwhile.

    A document makes hundreds of thousands of objects and some dozens of cycles; counts of references free all others at
    once. Looking for cycles takes four of a hundred seconds of its analysis.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
