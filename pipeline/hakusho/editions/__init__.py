"""editions: what changed from one edition of a series to the next; tables in, tables out."""
