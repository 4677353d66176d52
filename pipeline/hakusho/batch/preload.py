"""What every worker of this machine needs, loaded once: the process they are forked from imports this module."""

import gc

from hakusho.flow import resources

resources()
# Lexicons and patterns live as long as the process: workers share their pages, and need not look for garbage in them.
gc.freeze()
