"""What votes need of the surroundings of a paragraph that may be a heading."""

from collections import Counter
from functools import cached_property

from hakusho.segment import heading_rules as rules
from hakusho.segment.candidates import Candidates
from hakusho.segment.classify import Classified
from hakusho.segment.line_rules import ENDS_SENTENCE
from hakusho.segment.siblings import announced, between_others, labelled, listed

LONGEST_UNNUMBERED = 50


class Ballot(Candidates):
    """The paragraphs of a document, with those that a list or a series holds."""

    def __init__(self, state: Classified, speakers: frozenset[int]) -> None:
        super().__init__(state, speakers)
        self.listed = listed(self)
        self.empty = between_others(self)
        self.announced, self.items = announced(self)
        self.round = _in_round_brackets(self)
        self.labelled = labelled(self) if speakers else frozenset()

    @cached_property
    def times(self) -> Counter[str]:
        """Return how often each text of a paragraph stands in the document."""
        return Counter(self.texts.values())


def _in_round_brackets(ballot: Ballot) -> frozenset[int]:
    """Return the lines in round brackets that have prose right below, where there are two or more and nobody speaks."""
    found = {}
    for lead in ballot.leads if not ballot.speakers else ():
        match = rules.ROUND.match(ballot.texts[lead]) if ballot.state.kinds[lead] is None else None
        if not match or rules.SOURCE.match(ballot.texts[lead]):
            continue
        if not ENDS_SENTENCE.search(match["title"]) and ballot.is_prose(ballot.beside(lead, 1)):
            found[lead] = len(match["title"])
    long = [lead for lead, length in found.items() if length >= rules.LONG_ROUND]
    return frozenset(lead for lead, length in found.items() if length >= rules.SHORTEST_ROUND and len(long) > 1)
