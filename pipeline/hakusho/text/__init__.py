"""text: pure tools that stages share: views, numerals, the calendar, matching of names."""
