"""The eras since 明治, by their days."""

# (name, letter, first day, last day, both inclusive; far off for the current one).
# Days of the proclamations (改元の詔書, 元号を改める政令); 明治 runs from its proclamation by the solar calendar.
ERAS = (
    ("明治", "M", "1868-10-23", "1912-07-29"),
    ("大正", "T", "1912-07-30", "1926-12-24"),
    ("昭和", "S", "1926-12-25", "1989-01-07"),
    ("平成", "H", "1989-01-08", "2019-04-30"),
    ("令和", "R", "2019-05-01", "9999-12-31"),
)
