"""What speaks for and against a line as a heading. The signs and their weights are rows of `heading_rules.VOTES`."""

import re
from collections.abc import Sequence

from hakusho.records import Region
from hakusho.segment import heading_rules as rules
from hakusho.segment import letter_rules, vote_rules
from hakusho.segment.ballot import LONGEST_UNNUMBERED, Ballot
from hakusho.segment.heading_rules import Heading
from hakusho.segment.line_rules import ADDRESS, ENDS_SENTENCE, tears_date

LONGEST_TITLE = 90
# A longer line that prose follows without a blank line is the first line of a wrapped paragraph.
_LONGEST_UNBROKEN = 25
# So does a longer numbered one.
_LONGEST_NUMBERED = 40
_CENTRED = 8
_BRACKETED = re.compile(r"\([^()]*\)")
_LABEL = re.compile(r"[^:：。、]{1,10}[:：][ 　]*\S")
_FORMULA = re.compile("[=＝][^=＝\n]*[×÷+＋/]")
_COLUMNS = re.compile("[^ 　][ 　]{2,}[^ 　]+[ 　]{2,}[^ 　]|\t")
# So many titles have one source, at most.
_MOST_TITLES = 3
_OF_FIGURES = (Region.CAPTION, Region.FOOTNOTE)


def is_title(text: str) -> bool:
    """Return whether words can be a title: no sentence, no clause, nothing that goes on.

    >>> is_title("海岸の利用に関する質問"), is_title("次の事項を定め"), is_title("質問を受け付ける。")
    (True, True, False)
    """
    signs = (vote_rules.CLAUSE, vote_rules.UNFINISHED, vote_rules.PREDICATE, ENDS_SENTENCE)
    return len(text) <= LONGEST_UNNUMBERED and not any(sign.search(text) for sign in signs)


def votes(ballot: Ballot, lead: int, heading: Heading) -> tuple[str, ...]:
    """Return the names of the votes that a candidate gets."""
    signs = [_base(ballot, lead, heading), *_of_text(ballot, lead, heading)]
    signs += _numbered_signs(ballot, lead, heading) if heading.number else _plain_signs(ballot, lead, heading)
    signs += _of_place(ballot, lead, heading)
    return tuple(signs)


def decide(signs: Sequence[str]) -> bool:
    """Return whether the votes make a line a heading: the one place where that is decided.

    >>> decide(["numbering", "follows", "prose-behind"]), decide(["numbering", "follows", "sibling"])
    (True, False)
    """
    return sum(rules.WEIGHT[sign] for sign in signs) >= rules.ENOUGH


_BASES = {"article": "article", "question": "question", rules.STANDING_SCHEME: "standing", rules.TITLE: "title"}


def _base(ballot: Ballot, lead: int, heading: Heading) -> str:
    scheme = heading.scheme
    if scheme in _BASES:
        return _BASES[scheme]
    if rules.RANK.get(scheme) or scheme == "agenda":
        return "chapter"
    if scheme in (rules.NAMED_SCHEME, rules.BOX_SCHEME):
        return "named"
    if scheme == "lenticular":
        return "bracketed"
    if scheme.startswith("mark"):
        return "marked"
    if heading.number:
        return "numbering" if heading.title else "bare-number"
    return "plain"


def _of_text(ballot: Ballot, lead: int, heading: Heading) -> list[str]:
    """Signs of the words themselves."""
    text = ballot.texts[lead]
    inner = _BRACKETED.sub("", text)
    return [
        name
        for name, holds in (
            ("stop", bool(ENDS_SENTENCE.search(inner) or vote_rules.POINTER.search(inner)) or "。" in inner),
            ("clause", bool(vote_rules.CLAUSE.search(inner))),
            ("unfinished", bool(vote_rules.UNFINISHED.search(text))),
            ("opens-sentence", _opens_sentence(text)),
            ("row", bool(_COLUMNS.search(ballot.state.raw(lead).strip(" 　"))) or _no_word(heading)),
            ("entries", bool(heading.number) and bool(vote_rules.ENTRIES.search(text))),
            ("letterhead", bool(letter_rules.LETTERHEAD.match(text))),
            ("speaker", lead in ballot.speakers),
        )
        if holds
    ]


def _no_word(heading: Heading) -> bool:
    return bool(heading.title) and bool(vote_rules.NO_WORD.match(heading.title))


def _opens_sentence(text: str) -> bool:
    """このほか、 and また、 open a sentence, not a title."""
    opening = vote_rules.CONNECTIVE.match(text)
    return opening is not None and bool(vote_rules.COMMA_AFTER_KANA.search(opening.group()))


def _numbered_signs(ballot: Ballot, lead: int, heading: Heading) -> list[str]:
    parts = ballot.numbers[lead]
    signs = ["follows"] if parts and ballot.goes_on(parts) else []
    if rules.LABEL_AND_VALUE.match(heading.title) or lead in ballot.labelled:
        signs.append("label-and-value")
    if ballot.speakers and heading.scheme == "dai":
        signs.append("in-minutes")
    if lead in ballot.announced:
        signs += ["announced", "announced-items"] if lead in ballot.items else ["announced"]
    counts_parts = rules.RANK.get(heading.scheme) or heading.scheme in ("agenda", "question")
    if lead in ballot.listed and not counts_parts:
        signs.append("sibling")
    behind = ballot.beside(lead, 1)
    if (
        behind is not None
        and not _ended(ballot, lead)
        and len(_BRACKETED.sub("", ballot.texts[lead])) >= _LONGEST_NUMBERED
        and _torn(ballot, lead, behind)
    ):
        signs.append("torn")
    if heading.scheme == "arabic" and not signs and (heading.value or 0) > 1 and _holds_nothing(ballot, lead):
        signs.append("lone-number")
    if heading.scheme == "agenda" and lead in ballot.listed and ballot.comes_again(lead):
        signs.append("again-below")
    if not counts_parts and lead in ballot.empty:
        signs.append("empty")
    if heading.scheme in ballot.bare and ballot.isolated(lead) and "sibling" not in signs:
        signs.append("among-bare-numbers")
    return signs


def _holds_nothing(ballot: Ballot, lead: int) -> bool:
    """Return whether another number than 1 stands right below."""
    behind = ballot.beside(lead, 1)
    parts = ballot.numbers[behind] if behind is not None else None
    return parts is not None and ballot.value(parts) != 1 and not ballot.is_prose(behind)


def _plain_signs(ballot: Ballot, lead: int, heading: Heading) -> list[str]:
    text = ballot.texts[lead]
    signs = []
    if vote_rules.PREDICATE.search(text) and not ballot.isolated(lead):
        signs.append("predicate")
    if _FORMULA.search(text) and heading.scheme == rules.PLAIN:
        signs.append("formula")
    named = heading.scheme in (rules.NAMED_SCHEME, rules.BOX_SCHEME)
    if _LABEL.match(text) and not named:
        signs.append("label-and-value")
    if ballot.speakers and heading.scheme == rules.PLAIN:
        signs.append("in-minutes")
    if text.startswith("(") and text.endswith(")"):
        signs += ["bracket", "captions-in-brackets"] if heading.scheme == rules.ROUND_SCHEME else ["bracket"]
    behind = ballot.beside(lead, 1)
    if behind is not None and not named and _torn(ballot, lead, behind, _is_whole(ballot, lead, heading)):
        signs.append("torn")
    return signs + _marked_signs(ballot, lead, heading, behind)


def _is_whole(ballot: Ballot, lead: int, heading: Heading) -> bool:
    """Return whether a line has a mark of its own, or stands right below a number."""
    return heading.scheme.startswith("mark") or ballot.below_number(lead)


def _marked_signs(ballot: Ballot, lead: int, heading: Heading, behind: int | None) -> list[str]:
    signs = []
    if heading.scheme == rules.LENTICULAR_SCHEME and (_in_figure(ballot, lead, behind) or _names_source(ballot, lead)):
        signs.append("nothing-behind")
    if heading.scheme.startswith("mark"):
        if any(_same_mark(ballot, lead, heading, step) for step in (-1, 1)):
            signs.append("sibling")
        if behind is None or ballot.numbers[behind] or not _may_follow_mark(ballot, behind):
            signs.append("nothing-behind")
    return signs


def _in_figure(ballot: Ballot, lead: int, behind: int | None) -> bool:
    """Return whether a line stands between the lines of a figure: its caption, its notes, its source."""
    beside = (ballot.beside(lead, -1), behind)
    return all(other is not None and ballot.state.kinds[other] in _OF_FIGURES for other in beside)


def _names_source(ballot: Ballot, lead: int) -> bool:
    """Return whether titles with their sources stand below, under a label that comes again: 【関連データ】."""
    if ballot.times[ballot.texts[lead]] < 2:
        return False
    at = ballot.beside(lead, 1)
    for _ in range(_MOST_TITLES):
        if at is None or ballot.state.kinds[at] is not None or ballot.numbers[at] or ballot.is_prose(at):
            return False
        at = ballot.beside(at, 1)
        if at is not None and (ballot.state.kinds[at] is Region.CAPTION or ADDRESS.search(ballot.texts[at])):
            return True
    return False


def _beside_letterhead(ballot: Ballot, lead: int) -> bool:
    beside = (ballot.beside(lead, -1), ballot.beside(lead, 1))
    return any(other is not None and letter_rules.LETTERHEAD.match(ballot.texts[other]) for other in beside)


def _may_follow_mark(ballot: Ballot, behind: int) -> bool:
    """Prose, a list or a table may stand under ■, also a table's line of its unit; a figure's caption tells nothing."""
    kind = ballot.state.kinds[behind]
    return kind in (None, Region.LIST, Region.TABLE) or bool(rules.UNIT_LINE.match(ballot.texts[behind]))


def _same_mark(ballot: Ballot, lead: int, heading: Heading, step: int) -> bool:
    beside = ballot.beside(lead, step)
    return beside is not None and ballot.texts[beside].startswith(heading.scheme.removeprefix("mark"))


def _torn(ballot: Ballot, lead: int, behind: int, marked: bool = True) -> bool:
    """A line that the next one goes on with: a torn date, or a long line with prose right below at the margin.

    One that is `marked` by a number or sign is whole where lines are paragraphs and no note stands right below.
    """
    text, line = ballot.texts[lead], ballot.state.lines[behind]
    if tears_date(text, line.text):
        return True
    adjacent = behind == ballot.state.last(lead) + 1
    whole = marked and ballot.unwrapped and ballot.state.kinds[behind] is not Region.FOOTNOTE
    broken = adjacent and not line.indent and len(text) >= _LONGEST_UNBROKEN and not whole
    return broken and not ballot.numbers[behind] and behind not in ballot.speakers


def _of_place(ballot: Ballot, lead: int, heading: Heading) -> list[str]:
    """Signs of what stands around."""
    state, behind, above = ballot.state, ballot.beside(lead, 1), ballot.beside(lead, -1)
    signs = []
    alone = ballot.isolated(lead)
    if alone:
        signs.append("isolated")
    elif (
        above is None
        or state.kinds[above] is not None
        or _ended(ballot, above)
        or _gap(ballot, above, lead)
        or ADDRESS.match(ballot.texts[above])
        or letter_rules.LETTERHEAD.match(ballot.texts[above])
    ):
        signs.append("set-off")
    if ballot.is_prose(behind):
        signs.append("prose-behind")
    elif behind is None and not rules.RANK.get(heading.scheme) and heading.scheme != "arabic":
        signs.append("nothing-behind")
    elif behind is not None and heading.scheme == rules.PLAIN and _short_beside(ballot, behind):
        signs.append("beside-short-line")
    parts = ballot.numbers[behind] if behind is not None else None
    if parts and ballot.value(parts) == 1:
        signs.append("heading-behind")
    if heading.scheme == rules.PLAIN:
        signs += _lone_line(ballot, lead, alone, above, parts)
    elif heading.scheme.startswith("mark") and (alone or ballot.unwrapped) and _may_lead(ballot, lead, above):
        signs.append("lead")
    return signs


def _may_lead(ballot: Ballot, lead: int, above: int | None) -> bool:
    """Return whether a numbered heading stands above, and the line itself is whole and no sentence."""
    text = ballot.texts[lead]
    numbered_above = above is not None and ballot.state.kinds[above] is Region.HEADING and ballot.numbers[above]
    whole = not vote_rules.UNFINISHED.search(text) or bool(
        vote_rules.LEAD_MAY_END.search(text) and ballot.isolated(lead)
    )
    return bool(numbered_above) and whole and not ENDS_SENTENCE.search(text)


def _first_of_paragraphs(ballot: Ballot, lead: int) -> bool:
    """Return whether a line without a stop stands above prose, where lines are paragraphs."""
    behind = ballot.beside(lead, 1)
    return ballot.unwrapped and behind is not None and not ballot.numbers[behind] and "。" in ballot.texts[behind]


def _lone_line(
    ballot: Ballot, lead: int, alone: bool, above: int | None, behind: tuple[str, str, str, str] | None
) -> list[str]:
    centred = ballot.state.lines[lead].column >= _CENTRED
    signs = ["centred"] if centred else []
    if letter_rules.SENDER.match(ballot.texts[lead]) and _beside_letterhead(ballot, lead):
        signs.append("sender")
    if (alone or _first_of_paragraphs(ballot, lead)) and _may_lead(ballot, lead, above):
        signs.append("lead")
    below_label = above is not None and bool(letter_rules.LETTERHEAD.match(ballot.texts[above]))
    if (alone or below_label) and behind and ballot.value(behind) == 1:
        signs.append("part-title")
    return signs


def _ended(ballot: Ballot, lead: int) -> bool:
    return bool(ENDS_SENTENCE.search(ballot.texts[lead]))


def _gap(ballot: Ballot, above: int, lead: int) -> bool:
    return ballot.state.last(above) + 1 < lead


def _short_beside(ballot: Ballot, behind: int) -> bool:
    text = ballot.texts[behind]
    return ballot.state.kinds[behind] is None and ballot.numbers[behind] is None and len(text) < LONGEST_UNNUMBERED
