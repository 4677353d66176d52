"""files: the only room that opens files: inputs, lexicons, tables, gold and runs."""
