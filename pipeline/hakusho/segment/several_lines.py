"""Headings that are printed on several lines."""

from dataclasses import replace

from hakusho.segment import heading_rules as rules
from hakusho.segment import letter_rules
from hakusho.segment.ballot import LONGEST_UNNUMBERED, Ballot
from hakusho.segment.heading_rules import Heading
from hakusho.segment.line_rules import ENDS_SENTENCE
from hakusho.segment.titles import opens_record
from hakusho.segment.vote_rules import CLAUSE

_MOST_LINES = 3


def in_several_lines(ballot: Ballot, lead: int, heading: Heading) -> Heading:
    """A title printed on two or three lines, set in and with blank lines around, is one."""
    if not heading.title and (rules.RANK.get(heading.scheme) or (heading.scheme in rules.BOXES and heading.number)):
        return _with_title_below(ballot, lead, heading)
    state, texts, behind = ballot.state, [heading.title], lead
    subtitled = (below := ballot.beside(lead, 1)) is not None and (
        letter_rules.SUBTITLE.match(ballot.texts[below])
        or (heading.scheme == rules.TITLE and opens_record(ballot, lead, below))
    )
    if (
        not heading.unnumbered
        or not (state.lines[lead].column or subtitled)
        or letter_rules.LETTERHEAD.match(ballot.texts[lead])
    ):
        return heading
    while len(texts) < _MOST_LINES:
        below = ballot.beside(behind, 1)
        if below is None or below != state.last(behind) + 1 or not _continues_title(ballot, below, bool(subtitled)):
            break
        texts.append(ballot.texts[below])
        behind = below
    last = state.last(behind)
    alone = (lead == 0 or state.lines[lead - 1].blank) and (last + 1 >= len(state.lines) or state.lines[last + 1].blank)
    if behind == lead or not alone:
        return heading
    return _joined(ballot, lead, replace(heading, title="".join(texts), last=last))


def _joined(ballot: Ballot, lead: int, heading: Heading) -> Heading:
    for index in range(lead + 1, heading.last + 1):
        ballot.state.carried[index] = True
    ballot.closed(lead)
    return heading


def _with_title_below(ballot: Ballot, lead: int, heading: Heading) -> Heading:
    """第２章, コラム１ alone on a line have their title below; what an article has behind its number is its text."""
    below, lines = ballot.beside(lead, 1), ballot.state.lines
    if below is not None and heading.scheme == rules.ARTICLE and lines[below].number == lines[lead].number:
        return heading
    if below is None or below != ballot.state.last(lead) + 1 or not _may_be_title(ballot, below):
        return heading
    text = ballot.texts[below]
    if heading.scheme in rules.BOXES and (ballot.is_prose(below) or rules.NAMED.match(text) or CLAUSE.search(text)):
        return heading
    return _joined(ballot, lead, replace(heading, title=ballot.texts[below], last=ballot.state.last(below)))


def _continues_title(ballot: Ballot, lead: int, subtitled: bool) -> bool:
    return (subtitled or bool(ballot.state.lines[lead].column)) and _may_be_title(ballot, lead)


def _may_be_title(ballot: Ballot, lead: int) -> bool:
    text = ballot.texts[lead]
    return (
        ballot.state.kinds[lead] is None
        and ballot.numbers[lead] is None
        and len(text) <= LONGEST_UNNUMBERED
        and "。" not in text
        and not ENDS_SENTENCE.search(text)
        and not letter_rules.LETTERHEAD.match(text)
        and not letter_rules.PUBLICATION.search(text)
    )
