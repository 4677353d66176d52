"""Evidence of the text around a date: the tense of its sentence, brackets, recurrence, budgets, named events."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

from hakusho.records import Segments, Span
from hakusho.resolve import date_evidence_rules as rules
from hakusho.resolve.named_event_rules import LONGEST, NAMED
from hakusho.resolve.timeline import Spans
from hakusho.text.calendar import era_named
from hakusho.text.numerals import parse_numeral

# How far, in characters, a sentence is read after a date and before it.
# A date that qualifies a noun (9月1日の設置) has the tense of what is said of that noun alone.
_QUALIFIED = 16
_BEHIND, _BEFORE, _LONGEST_SENTENCE = 160, 120, 800
_LONGEST_BRACKET = 300
# The longest name of an event that bears its year, and what may stand behind one of two kinds in it (台風・豪雨).
_NAME, _KIND = 50, 18
_LOOKAHEAD = 6
# A quotation that an amendment replaces is so long at most.
_QUOTED = 80
# So many lines that begin with 第N条 make a text a body of rules.
_ARTICLE_LINES = 3
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Tense(Enum):
    """When what a sentence tells lies: before its document, planned after it, not past; OPEN where it does not tell."""

    PAST = "past"
    FUTURE = "future"
    COMING = "coming"
    OPEN = "open"


class Evidence:
    """A document's text with what is asked of it again and again; built once a document."""

    def __init__(self, text: str, segments: Segments) -> None:
        self.text = text
        self.rules_everywhere = len(rules.ARTICLE_LINE.pattern.findall("\n" + text)) >= _ARTICLE_LINES
        self._line, self._enclosures = range(0), Spans([])
        pieces = sorted(piece for sentence in segments.sentences for piece in sentence.pieces)
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def sentence(self, offset: int) -> Span | None:
        """Return the piece of a sentence that holds an offset; None in headings, tables and captions."""
        index = bisect_right(self._starts, offset) - 1
        return self._pieces[index] if index >= 0 and offset < self._pieces[index].end else None

    def enclosed(self, offset: int) -> int:
        """Return the number of the outermost bracket or quotation that holds an offset, 0 outside."""
        if offset not in self._line:
            end = self.text.find("\n", offset)
            self._line = range(self.text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(self.text) + 1)
            self._enclosures = Spans(_enclosures(self.text, self._line.start, self._line.stop))
        return self._enclosures.at(offset)

    def tense(self, end: int) -> Tense:
        """Return the tense of what is told of a date that ends at `end`.

        The first sign after the date decides; a verb that qualifies a noun (行われる選挙を論じた) does not where
        the sentence ends in the past.
        """
        if rules.DONE.pattern.match(self.text, end):
            return Tense.PAST
        sentence = self.sentence(end - 1)
        if sentence is None:
            return Tense.OPEN
        reach = _QUALIFIED if rules.OF.pattern.match(self.text, end) else _BEHIND
        # What follows the reach tells that た ends no past in いたします.
        behind = self.text[end : min(sentence.end, end + reach + _LOOKAHEAD)]
        sign = rules.TENSE.pattern.search(behind)
        if sign is None and reach == _QUALIFIED:
            # 6月の総会に付議する: the one predicate of a clause without a comma.
            clause = self.text[end : min(sentence.end, end + _BEHIND)]
            sign = rules.TENSE.pattern.search(clause) if rules.COMMA not in clause else None
            reach = _BEHIND
        if sign is None or sign.start() >= reach:
            return Tense.OPEN
        if sign["past"]:
            return Tense.PAST
        if sign["future"]:
            return Tense.OPEN if self._of_next_clause(end, sign) else Tense.FUTURE
        rest = self.text[end + sign.end() : min(sentence.end, end + _LONGEST_SENTENCE)]
        qualifies = rules.NOUN.pattern.match(rest) and rules.PAST_END.pattern.search(rest)
        return Tense.OPEN if qualifies else Tense.COMING

    def _of_next_clause(self, end: int, sign: re.Match[str]) -> bool:
        """二月に締結され、八五年までに…が見込まれている: what is expected is of the second date.

        So is what is reported as planned: 10月19日に歓迎し、年末までに終えるとした.
        """
        expects = sign["future"].startswith(rules.EXPECTED) or rules.REPORTED.pattern.match(sign.string, sign.end())
        return bool(expects and rules.CLAUSE_WITH_DATE.pattern.search(sign.string, 0, sign.start()))

    def recurs(self, start: int, at_once: bool = False) -> bool:
        """Return whether the words before a date (`at_once`: right before) speak of every year."""
        if at_once:
            return bool(rules.RECURRING_AT_ONCE.pattern.search(self.text, max(0, start - 8), start))
        sentence = self.sentence(start)
        first = max(sentence.start if sentence else start - _BEFORE, start - _BEFORE, 0)
        line = self.text.rfind("\n", first, start) + 1
        return bool(rules.RECURRING.pattern.search(self.text, max(first, line), start))

    def monthly(self, end: int, closing: int) -> bool:
        """Return whether 2月期 is a month of shipments, not the year of a company."""
        if rules.OF_A_MONTH.pattern.match(self.text, end):
            return True
        usual = closing in rules.USUAL_CLOSINGS
        return not usual and not rules.OF_A_COMPANY.pattern.search(self.text, max(0, end - 40), end + 40)

    def moves_on(self, start: int) -> bool:
        return bool(rules.MOVING_ON.pattern.search(self.text, max(0, start - 8), start))

    def from_now(self, start: int) -> bool:
        """Return whether a date counts from the day of writing (去る, 来る)."""
        return bool(rules.FROM_NOW.pattern.search(self.text, max(0, start - 3), start))

    def to_come(self, start: int) -> bool:
        """Return whether a date counts forward from the day of writing (来る)."""
        return self.from_now(start) and not rules.GONE.pattern.search(self.text, max(0, start - 3), start)

    def era_before(self, start: int) -> str:
        """Return the era that stands in brackets right before a year; empty where none does."""
        match = rules.ERA_BEFORE.pattern.search(self.text, max(0, start - 4), start)
        return match["era"] if match else ""

    def budget(self, end: int) -> bool:
        return bool(rules.BUDGET.pattern.match(self.text, end))

    def against(self, start: int) -> bool:
        """Return whether a date is what something is set against: 対前四半期末."""
        return self.text.startswith(rules.AGAINST, max(0, start - 1))

    def carried(self, end: int) -> bool:
        return bool(rules.CARRIED.pattern.match(self.text, end))

    def cuts_off(self, end: int) -> bool:
        """Return whether a date is only a condition: 昭和33年12月31日以前に生まれた人."""
        return bool(rules.CUT_OFF.pattern.match(self.text, end))

    def habitual(self, start: int, end: int) -> bool:
        """Return whether a month is one of several that a rule speaks of: 6月及び12月に支給する."""
        listed = rules.HABIT_BEFORE.pattern.search(self.text, max(0, start - 8), start)
        if not (listed or rules.HABIT_BEHIND.pattern.match(self.text, end)):
            return False
        return self.tense(end) is Tense.COMING

    def amended(self, start: int, end: int) -> bool:
        """Return whether a date stands in words that an amendment replaces: 「三月十五日」を「六月三十日」に改める."""
        before = self.text[max(0, start - _QUOTED) : start]
        opened, closed = before.rfind(rules.QUOTE[0]), self.text.find(rules.QUOTE[1], end, end + _QUOTED)
        if opened < 0 or closed < 0 or rules.QUOTE[1] in before[opened:]:
            return False
        left, right = before[max(0, opened - 6) : opened], self.text[closed + 1 : closed + 10]
        return bool(rules.AMENDED_BEFORE.pattern.search(left) or rules.AMENDED_BEHIND.pattern.match(right))

    def turns(self, start: int, end: int) -> bool:
        """Return whether a clause that ends in が stands between two dates: 2007年に成長したが、1月以降は."""
        return bool(rules.TURN.pattern.search(self.text, start, end)) and end - start <= _BEFORE

    def background(self, end: int) -> bool:
        """Return whether a year is only the background of what is told: 昨年の冷夏の影響で."""
        return bool(rules.BACKGROUND.pattern.match(self.text, end))

    def since(self, end: int, only: bool = False) -> bool:
        """Return whether something is told from a date on: 2015年の開業以来; 2015年以降, unless `only` 以来 counts."""
        match = rules.SINCE.pattern.match(self.text, end)
        return match is not None and (not only or match.group().endswith(rules.EVER_SINCE))

    def heads_line(self, start: int, end: int) -> bool:
        """Return whether a date stands alone at the head of its line, as in a chronology."""
        led = rules.LED.pattern.search(self.text, max(0, start - 40), start) if start else True
        return bool(led and rules.HEADING.pattern.match(self.text, end))

    def compared(self, end: int) -> bool:
        return bool(rules.COMPARED.pattern.match(self.text, end))

    def set_against(self, end: int) -> bool:
        """Return whether figures are set against those of a year: 昨年より増加."""
        return bool(rules.SET_AGAINST.pattern.match(self.text, end))

    def befell(self, end: int) -> bool:
        """Return whether something happened in a year, which is none of figures then: 2018年に開始した."""
        return bool(rules.BEFELL.pattern.match(self.text, end))

    def joined(self, before: int, after: int) -> bool:
        """Return whether what stands between two dates makes one range or list of them."""
        return bool(rules.JOINING.pattern.fullmatch(self.text, before, after))

    def glosses(self, before: int, after: int) -> bool:
        """Return whether a bracket opens right between two dates: 平成25年度第4四半期(3月末)."""
        return bool(rules.OPENING.pattern.fullmatch(self.text, before, after))

    def delimits(self, before: int, after: int) -> bool:
        """Return whether a date opens the bracket that says what the quarter of a company covers."""
        return bool(rules.DELIMITED.pattern.fullmatch(self.text, before, after))

    def bounds(self, end: int) -> bool:
        """Return whether a year only says since or until when something lasted: 2001年以降減少している."""
        return bool(rules.BOUND.pattern.match(self.text, end))

    def of_a_study(self, start: int, end: int) -> bool:
        """Return whether a study came out in a year: 「…に関する調査研究」（平成24年）, 総務省（2021）「…」."""
        behind = rules.STUDY_BEHIND.pattern.match(self.text, end)
        return bool(behind or rules.STUDY.pattern.search(self.text, max(0, start - 8), start))

    def of_title(self, start: int, end: int) -> bool:
        """Return whether a year is one that a study came out in, or opens its title: 「平成23年…調査」."""
        return self.of_a_study(start, end) or self.text[max(0, start - 1) : start] in rules.TITLE_OPENS

    def of_the_same(self, before: int, after: int) -> bool:
        """Return whether two dates name one year: 翌年の1965年."""
        return self.text[before:after] == rules.APPOSITION

    def ranging(self, before: int, after: int) -> bool:
        return bool(rules.RANGING.pattern.fullmatch(self.text, before, after))

    def ranges_on(self, end: int) -> bool:
        """Return whether a date begins a range of months: 6月から9月にかけて."""
        return bool(rules.RANGE_ON.pattern.match(self.text, end))

    def disasters(self) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, name) of each disaster that the text calls by a name without its year."""
        for kind in rules.EVENT_KIND.pattern.finditer(self.text):
            if named := NAMED.search(self.text, max(0, kind.end() - LONGEST), kind.end()):
                yield named.start(), named.end(), named.group()

    def events(self) -> Iterator[tuple[int, int, int, int | None, bool]]:
        """Yield (start, end, year, month, topic) of each event that bears its year in its name, in order."""
        reached = 0
        for kind in rules.EVENT_KIND.pattern.finditer(self.text):
            low, high = max(reached, kind.start() - _NAME), kind.end() + _KIND
            for match in rules.NAMED_EVENT.pattern.finditer(self.text, low, high):
                reached = match.end()
                if year := year_of(match):
                    month = _numeral(match["month"]) if match["month"] else None
                    topic = bool(rules.EVENT_TOPIC.pattern.match(self.text, match.end()))
                    yield match.start(), match.end(), year, month, topic


def title_fiscal_year(title: str) -> int | None:
    """Return the fiscal year that a title names.

    >>> title_fiscal_year("令和２年度決算の説明"), title_fiscal_year("令和3年第1回定例会")
    (2020, None)
    """
    match = rules.TITLE_YEAR.pattern.search(title)
    return year_of(match) if match else None


def year_of(match: re.Match[str]) -> int | None:
    """Return the Western year of a match with the groups `era` and `era_year`, or `year`."""
    if match["year"]:
        return _numeral(match["year"])
    era, number = era_named(match["era"]), _numeral(match["era_year"])
    return era.year_of(number) if era and number else None


def _numeral(text: str) -> int | None:
    try:
        return parse_numeral(text.translate(_WIDE_DIGITS))
    except ValueError:
        return None


def _enclosures(text: str, line: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost brackets and quotations of the line [line, end) that hold no whole sentence."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in rules.BRACKET.pattern.finditer(text, line, end):
        if match.group() in "（(「『〔［[":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            narrow = match.end() - start <= _LONGEST_BRACKET
            if not opened and narrow and text.find("。", start, match.end() - 2) < 0:
                found.append((start, match.end()))
    return found
