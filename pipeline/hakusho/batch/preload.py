"""What every worker of this machine needs, loaded once: the process they are forked from imports this module."""

import gc
from contextlib import suppress

from hakusho.errors import HakushoError
from hakusho.flow import resources

with suppress(HakushoError):
    # What is missing is told by the first worker that needs it.
    resources()
# Lexicons and patterns live as long as the process: workers share their pages, and need not look for garbage in them.
gc.freeze()
# A document makes hundreds of thousands of objects and hardly a cycle; counts of references free them at once. At the
# usual 700, looking for cycles took 4 % of a run.
gc.set_threshold(100_000, 50, 100)
