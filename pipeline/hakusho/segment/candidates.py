"""The paragraphs of a document that may be headings."""

from hakusho.records import Region
from hakusho.segment import heading_rules as rules
from hakusho.segment import vote_rules
from hakusho.segment.classify import Classified
from hakusho.segment.line_rules import ENDS_SENTENCE
from hakusho.segment.lines import numbered
from hakusho.segment.ordinal_rules import iroha_ordinal, ordinal

_SHORTEST_PROSE = 60
# A printed line has so many columns at most; so many longer ones tell that a text does not break its lines.
_WIDEST_LINE, _FEWEST_WIDE = 160, 5
_FURNITURE = (Region.NAVIGATION, Region.RUNNING_HEAD)


class Candidates:
    """The paragraphs of a document that may be headings, by the line that each begins with, and what is beside them."""

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
        self.unwrapped = _lines_are_paragraphs(state)
        self._values = self._held()
        self._with_letters()
        self._without_lone_labels()

    def _held(self) -> dict[str, set[int]]:
        """Return the numbers of each scheme that stand in the document."""
        found: dict[str, set[int]] = {}
        for lead, parts in self.numbers.items():
            if parts and self.state.kinds[lead] is not Region.FOOTNOTE and (value := self.value(parts)) is not None:
                found.setdefault(parts[0], set()).add(value)
        return found

    def _with_letters(self) -> None:
        """(i) below (h) is a letter, not a number."""
        for lead, parts in self.numbers.items():
            if parts and (scheme := rules.LETTERS.get(parts[0])):
                letter = ordinal(parts[2], scheme) if len(parts[2]) == 1 else None
                if letter and letter - 1 in self._values.get(scheme, ()):
                    self.numbers[lead] = (scheme, *parts[1:])
                    self._values[scheme].add(letter)

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
            return iroha_ordinal(parts[2])
        return ordinal(parts[2], parts[0])

    def isolated(self, lead: int) -> bool:
        """Return whether blank lines, or the ends of the text, stand above and below a paragraph."""
        lines, last = self.state.lines, self.state.last(lead)
        above = lead == 0 or lines[lead - 1].blank or lines[lead - 1].number == lines[lead].number
        return above and (last + 1 == len(lines) or lines[last + 1].blank)

    def below_number(self, lead: int) -> bool:
        """Return whether a paragraph stands right below one with a number."""
        above = self.beside(lead, -1)
        return above is not None and self.numbers[above] is not None

    def comes_again(self, lead: int) -> bool:
        """Return whether the same words stand on a later paragraph."""
        return any(other > lead and self.texts[other] == self.texts[lead] for other in self.leads)

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


def _lines_are_paragraphs(state: Classified) -> bool:
    """Return whether many lines are longer than print sets them, so that none is the first line of a paragraph."""
    return not state.margin and sum(line.edge > _WIDEST_LINE for line in state.lines) >= _FEWEST_WIDE


def _counts_in_iroha(numbers: "dict[int, tuple[str, str, str, str] | None]") -> frozenset[str]:
    """Return the schemes of kana that count イ, ロ, ハ in this document."""
    kana: dict[str, set[str]] = {}
    for parts in numbers.values():
        if parts and parts[0] in rules.KANA_SCHEMES:
            kana.setdefault(parts[0], set()).add(parts[2])
    return frozenset(
        scheme for scheme, held in kana.items() if held >= vote_rules.IROHA and vote_rules.AIUEO not in held
    )
