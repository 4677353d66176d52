"""What speaks for and against a line as a heading. The signs and their weights are rows of `heading_rules.VOTES`."""

import re
from collections.abc import Sequence

from hakusho.records import Region
from hakusho.segment import heading_rules as rules
from hakusho.segment import letter_rules, vote_rules
from hakusho.segment.classify import Classified
from hakusho.segment.heading_rules import Heading
from hakusho.segment.line_rules import ENDS_SENTENCE, tears_date
from hakusho.segment.lines import numbered
from hakusho.segment.siblings import announced, labelled, listed

LONGEST_TITLE = 90
LONGEST_UNNUMBERED = 50
# A longer line that prose follows without a blank line is the first line of a wrapped paragraph.
_LONGEST_UNBROKEN = 25
# So does a longer numbered one.
_LONGEST_NUMBERED = 40
_SHORTEST_PROSE = 60
_CENTRED = 8
_BRACKETED = re.compile(r"\([^()]*\)")
_LABEL = re.compile(r"[^:：。、]{1,10}[:：][ 　]*\S")
_FORMULA = re.compile("[=＝][^=＝\n]*[×÷+＋/]")
_COLUMNS = re.compile("[^ 　][ 　]{2,}[^ 　]+[ 　]{2,}[^ 　]|\t")
_FURNITURE = (Region.NAVIGATION, Region.RUNNING_HEAD)


class Ballot:
    """The paragraphs of a document, with what votes need of their surroundings."""

    def __init__(self, state: Classified, speakers: "frozenset[int]") -> None:
        self.state = state
        self.speakers = speakers
        self.leads = [
            index
            for index, line in enumerate(state.lines)
            if line.text and not state.carried[index] and state.kinds[index] not in _FURNITURE
        ]
        self._place = {lead: place for place, lead in enumerate(self.leads)}
        self.texts = {lead: state.paragraph(lead) for lead in self.leads}
        self.numbers = {lead: numbered(self.texts[lead]) for lead in self.leads}
        self.bare = {parts[0] for lead, parts in self.numbers.items() if parts and not parts[3] and self.isolated(lead)}
        self.iroha = _counts_in_iroha(self.numbers)
        self._values = self._held()
        self._without_lone_labels()
        self.listed = listed(self)
        self.announced, self.items = announced(self)
        self.round = _in_round_brackets(self)
        self.labelled = labelled(self) if speakers else frozenset()

    def _held(self) -> dict[str, set[int]]:
        """Return the numbers of each scheme that stand in the document."""
        found: dict[str, set[int]] = {}
        for parts in self.numbers.values():
            if parts and (value := self.value(parts)) is not None:
                found.setdefault(parts[0], set()).add(value)
        return found

    def _without_lone_labels(self) -> None:
        """A label with a number (課題１) is one of a series, or words like any other."""
        for lead, parts in self.numbers.items():
            if parts and parts[0].startswith(rules.LABEL) and not self.goes_on(parts):
                self.numbers[lead] = None

    def closed(self, lead: int) -> None:
        """Take the lines that now carry on a paragraph into it."""
        last = self.state.last(lead)
        self.leads = [index for index in self.leads if not lead < index <= last]
        self._place = {index: place for place, index in enumerate(self.leads)}
        self.texts[lead] = self.state.paragraph(lead)

    def beside(self, lead: int, step: int) -> int | None:
        """Return the paragraph before (-1) or after (+1)."""
        place = self._place[lead] + step
        return self.leads[place] if 0 <= place < len(self.leads) else None

    def value(self, parts: tuple[str, str, str, str]) -> int | None:
        """Return the place of a number in its scheme, in イロハ where the document counts so."""
        if parts[0] in self.iroha:
            return rules.iroha_ordinal(parts[2])
        return rules.ordinal(parts[2], parts[0])

    def isolated(self, lead: int) -> bool:
        """Return whether blank lines, or the ends of the text, stand above and below a paragraph."""
        lines, last = self.state.lines, self.state.last(lead)
        above = lead == 0 or lines[lead - 1].blank or lines[lead - 1].number == lines[lead].number
        return above and (last + 1 == len(lines) or lines[last + 1].blank)

    def goes_on(self, parts: tuple[str, str, str, str]) -> bool:
        """Return whether the number before or after stands anywhere in the document."""
        value = self.value(parts)
        held = self._values.get(parts[0], ())
        return value is not None and (value - 1 in held or value + 1 in held)

    def is_prose(self, lead: int | None) -> bool:
        if lead is None or self.state.kinds[lead] is not None:
            return lead is not None and self.state.kinds[lead] is Region.BODY
        text = self.texts[lead]
        return bool(ENDS_SENTENCE.search(text)) or "。" in text or len(text) >= _SHORTEST_PROSE


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


def _counts_in_iroha(numbers: "dict[int, tuple[str, str, str, str] | None]") -> frozenset[str]:
    """Return the schemes of kana that count イ, ロ, ハ in this document."""
    kana: dict[str, set[str]] = {}
    for parts in numbers.values():
        if parts and parts[0] in rules.KANA_SCHEMES:
            kana.setdefault(parts[0], set()).add(parts[2])
    return frozenset(
        scheme for scheme, held in kana.items() if held >= vote_rules.IROHA and vote_rules.AIUEO not in held
    )


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
            ("stop", bool(ENDS_SENTENCE.search(inner)) or "。" in inner),
            ("clause", bool(vote_rules.CLAUSE.search(inner))),
            ("unfinished", bool(vote_rules.UNFINISHED.search(text))),
            ("opens-sentence", _opens_sentence(text)),
            ("row", bool(_COLUMNS.search(ballot.state.raw(lead).strip(" 　"))) or _no_word(heading)),
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
    if heading.scheme in ballot.bare and ballot.isolated(lead) and "sibling" not in signs:
        signs.append("among-bare-numbers")
    return signs


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
    if behind is not None and not named and _torn(ballot, lead, behind):
        signs.append("torn")
    if heading.scheme.startswith("mark"):
        if any(_same_mark(ballot, lead, heading, step) for step in (-1, 1)):
            signs.append("sibling")
        if behind is None or ballot.numbers[behind] or not _may_follow_mark(ballot, behind):
            signs.append("nothing-behind")
    return signs


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


def _torn(ballot: Ballot, lead: int, behind: int) -> bool:
    """A line that the next one goes on with: a torn date, or a long line with prose right below at the margin."""
    text, line = ballot.texts[lead], ballot.state.lines[behind]
    if tears_date(text, line.text):
        return True
    adjacent = behind == ballot.state.last(lead) + 1
    broken = adjacent and not line.indent and len(text) >= _LONGEST_UNBROKEN
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
    elif heading.scheme.startswith("mark") and alone and _may_lead(ballot, lead, above):
        signs.append("lead")
    return signs


def _may_lead(ballot: Ballot, lead: int, above: int | None) -> bool:
    """Return whether a numbered heading stands above, and the line itself is whole and no sentence."""
    text = ballot.texts[lead]
    numbered_above = above is not None and ballot.state.kinds[above] is Region.HEADING and ballot.numbers[above]
    return bool(numbered_above) and not vote_rules.UNFINISHED.search(text) and not ENDS_SENTENCE.search(text)


def _lone_line(
    ballot: Ballot, lead: int, alone: bool, above: int | None, behind: tuple[str, str, str, str] | None
) -> list[str]:
    centred = ballot.state.lines[lead].column >= _CENTRED
    signs = ["centred"] if centred else []
    if letter_rules.SENDER.match(ballot.texts[lead]) and _beside_letterhead(ballot, lead):
        signs.append("sender")
    if alone and _may_lead(ballot, lead, above):
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
