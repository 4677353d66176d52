"""Which paragraph is the document's printed title."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice

from hakusho.segment import heading_rules as rules
from hakusho.segment import letter_rules
from hakusho.segment.ballot import Ballot
from hakusho.segment.line_rules import ENDS_SENTENCE
from hakusho.segment.votes import is_title

# The head of an order has so many paragraphs above its title, at most.
_LONGEST_HEAD = 8


def find_titles(ballot: Ballot, title: str) -> frozenset[int]:
    """Return the paragraphs that are the document's title: as it is known, or as the first line shows."""
    found = {lead for lead in ballot.leads if ballot.state.kinds[lead] is None and _same(ballot.texts[lead], title)}
    first = ballot.leads[0] if ballot.leads else None
    if first is not None and ballot.state.kinds[first] is None and _opens_document(ballot, first):
        found.add(first)
    elif (below := _below_letterhead(ballot)) is not None:
        found.add(below)
    found = {lead for lead in found if not letter_rules.BEGINS_WITH_DAY.match(ballot.texts[lead])}
    return frozenset((found or _law_title(ballot)) | _of_attachments(ballot))


def _of_attachments(ballot: Ballot) -> set[int]:
    """What stands below 別添 alone on its line, before a number 1 or prose, is the title of what is attached."""
    found = set()
    for above, lead in zip(ballot.leads, ballot.leads[1:], strict=False):
        text, behind = ballot.texts[lead], ballot.beside(lead, 1)
        if (
            not letter_rules.ATTACHMENT.match(ballot.texts[above])
            or ballot.state.kinds[lead] is not None
            or behind is None
        ):
            continue
        opens = (number := ballot.numbers[behind]) and ballot.value(number) == 1
        if not ballot.numbers[lead] and is_title(text) and (opens or ballot.is_prose(behind) or ballot.isolated(lead)):
            found.add(lead)
    return found


def _below_letterhead(ballot: Ballot) -> int | None:
    """Return the paragraph below a letter's number, date, addressee and sender that is worded as its title."""
    for place, lead in enumerate(ballot.leads[: _LONGEST_HEAD + 1]):
        text = ballot.texts[lead]
        behind = ballot.beside(lead, 1)
        subtitled = behind is not None and _in_block_with_subtitle(ballot, lead, behind)
        if place and (subtitled or letter_rules.TITLE_OF_LETTER.search(text) or letter_rules.LAW_TITLE.match(text)):
            whole = ballot.state.kinds[lead] is None and not ballot.numbers[lead] and is_title(text)
            return lead if whole and not ballot.speakers else None
        if not (letter_rules.LETTERHEAD.match(text) or letter_rules.SENDER.match(text)):
            return None
    return None


def _law_title(ballot: Ballot) -> set[int]:
    """The title of an order stands below its number, its date and what it is made under."""
    for above, lead, behind in zip(ballot.leads, ballot.leads[1:_LONGEST_HEAD], ballot.leads[2:], strict=False):
        if ballot.state.kinds[lead] is None and letter_rules.LAW_TITLE.match(ballot.texts[lead]):
            below, signed = ballot.numbers[behind], ballot.texts[above]
            first = below is not None and (below[0] == "article" or bool(rules.RANK.get(below[0])))
            first = first or bool(rules.CONTENTS.match(ballot.texts[behind])) or ballot.texts[behind].startswith("(")
            if first or letter_rules.LETTERHEAD.match(signed) or letter_rules.SENDER.match(signed):
                return {lead}
    return set()


def _opens_document(ballot: Ballot, first: int) -> bool:
    text, behind = ballot.texts[first], ballot.beside(first, 1)
    if ballot.numbers[first] or behind is None or ENDS_SENTENCE.search(text):
        return False
    if letter_rules.LETTERHEAD.match(text) or letter_rules.BEGINS_WITH_DAY.match(text):
        return False
    if (
        letter_rules.RECORD.search(text)
        or opens_record(ballot, first, behind)
        or _in_block_with_subtitle(ballot, first, behind)
        or (ballot.isolated(first) and not ballot.speakers)
    ):
        return True
    below = ballot.texts[behind]
    if letter_rules.LAW_TITLE.match(text):
        opened = rules.STANDING.match(below) or letter_rules.LETTERHEAD.match(below) or ballot.numbers[behind]
        return bool(opened) or below.startswith("(")
    if (number := ballot.numbers[behind]) and ballot.value(number) == 1:
        return is_title(text) and not ballot.speakers
    if letter_rules.SUBTITLE.match(below):
        return is_title(text)
    return bool(letter_rules.LETTERHEAD.match(below)) and not ballot.speakers


def opens_record(ballot: Ballot, first: int, behind: int) -> bool:
    """Return whether the session of a record stands on the first line, and its name right below."""
    below = ballot.texts[behind]
    return (
        first == ballot.leads[0]
        and behind == ballot.state.last(first) + 1
        and bool(letter_rules.RECORD.search(below) and letter_rules.SESSION.search(ballot.texts[first]))
    )


def _in_block_with_subtitle(ballot: Ballot, lead: int, behind: int) -> bool:
    lines, last = ballot.state.lines, ballot.state.last(behind)
    alone = (lead == 0 or lines[lead - 1].blank) and (last + 1 == len(lines) or lines[last + 1].blank)
    return alone and bool(letter_rules.SUBTITLE.match(ballot.texts[behind]))


def known_title(ballot: Ballot, headings: Sequence[str], title: str) -> frozenset[int]:
    """Return the paragraph that is a page's title, where the page's own headings are others."""
    if any(_same(heading, title) for heading in headings):
        return frozenset()
    found = (lead for lead in ballot.leads if ballot.state.kinds[lead] is None and _same(ballot.texts[lead], title))
    return frozenset(islice(found, 1))


def _same(text: str, title: str) -> bool:
    """Compare without white space and width: the lines are folded, a title stands as its page has it."""
    return bool(title) and _folded(text) == _folded(title)


def _folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
