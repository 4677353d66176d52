"""Names that only a dictionary has: no more is known of them than that they are bodies."""

from collections.abc import Iterator

from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.lexicon import FoundBody
from hakusho.text.matching import Gazetteer


def dictionary_names(text: str, names: Gazetteer) -> Iterator[FoundBody]:
    """Return the names that are no part of a longer word, as 東海自動車 is of 第一東海自動車道."""
    for hit in names.find(text):
        before, behind = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
        joined = rules.KANJI.match(before) and not rules.BEFORE_A_NAME.match(before)
        goes_on = rules.KANJI.match(behind) and not rules.BEHIND_A_NAME.match(text, hit.end)
        if not joined and not goes_on:
            yield FoundBody(hit.start, hit.end, "dictionary")
