"""The patterns of names of bodies that are sought over a whole text, each where a word that it needs stands."""

from functools import cache

from hakusho.recognise.organisations import evidence_rules, grammar_rules, organisation_rules
from hakusho.text.anchors import LineSearch
from hakusho.text.names import LEGAL_AFTER, LEGAL_BEFORE


@cache
def line_search() -> LineSearch:
    """Return the search for all of them, built when it is first wanted."""
    return LineSearch(
        (
            *(LEGAL_BEFORE, LEGAL_AFTER, organisation_rules.COMPANY, grammar_rules.LATIN_LEGAL),
            *(evidence_rules.PLAIN_COMPANY, evidence_rules.NUMBERED_GROUP, *evidence_rules.OWNERS),
            *(evidence_rules.FIRMS_LISTED, evidence_rules.ENGLISH_NAME),
        )
    )
