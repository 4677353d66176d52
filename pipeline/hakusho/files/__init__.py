"""files: the only package that opens files: inputs, lexicons, tables, gold and runs."""
