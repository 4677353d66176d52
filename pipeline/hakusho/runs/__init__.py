"""runs: what is done with a finished run: verify, trace, compare, evaluate, export."""
