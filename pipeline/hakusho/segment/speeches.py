"""Who speaks: the turns of minutes, told from the labels that open them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hakusho.records import Region, Sentence, Span, Speech
from hakusho.segment import speech_rules as rules
from hakusho.segment.classify import Classified
from hakusho.segment.line_rules import ENDS_SENTENCE

# Fewer labels of a kind than this are not minutes.
_FEWEST_TURNS = 2
_FEWEST_LINE_TURNS = 3
_FEWEST_SPACED_TURNS = 4
_LONGEST_LINE_LABEL = 16
# So far below a heading the speaker's next sentence is looked for.
_FARTHEST_BELOW = 40
_MAY_SPACE = re.compile("[^ 　。、]{1,14}+[ 　]")
_COLONS = _COLON, _COLON_HOLDER = "colon", "colon-holder"
_IN_BRACKETS, _ROUND = "bracketed", "("
_BRACKETED_SPACE = re.compile("[ 　]+")


@dataclass(frozen=True, slots=True)
class Turn:
    """A label that opens a speech. `begin` is the offset after it, `index` its line."""

    index: int
    begin: int
    speaker: str
    role: str
    party: str
    rule: str


def find_turns(state: Classified, text: str) -> list[Turn]:
    """Return the labels of speakers in order; none in a text that holds too few of a kind to be minutes.

    Their lines are taken for prose, whatever their marks made of them.
    """
    if state.hints.names(Region.HEADING) and not state.lines:
        return []
    turns = _labelled(state, text)
    if len(turns) < _FEWEST_TURNS:
        turns = (
            _held_in_brackets(state, text)
            or _on_own_lines(state, text)
            or _spaced(state, text)
            or _in_talks(state, text)
        )
    state.turns.update(turn.index for turn in turns)
    for turn in turns:
        if state.kinds[turn.index] in (Region.LIST, Region.FOOTNOTE):
            for index in range(turn.index, state.last(turn.index) + 1):
                state.kinds[index] = None
    return turns


def _labelled(state: Classified, text: str) -> list[Turn]:
    found: list[Turn] = []
    for index, line in enumerate(state.lines):
        if line.blank or state.carried[index] or state.kinds[index] in (Region.HEADING, Region.TABLE):
            continue
        if not _MAY_LABEL.match(line.text):
            continue
        for rule in (*rules.MARKED_LABELS, *rules.PLAIN_LABELS):
            if (match := rule.pattern.match(line.text)) and (turn := _turn(state, text, index, match, rule.name)):
                found.append(turn)
                break
    if sum(turn.rule in rules.OF_BRACKETS for turn in found) >= _FEWEST_TURNS:
        found = sorted([*found, *_other_brackets(state, text, {turn.index for turn in found})], key=_line_of)
    if sum(turn.rule in _COLONS for turn in found) >= _FEWEST_LINE_TURNS:
        found = sorted([*found, *_other_colons(state, text, found)], key=_line_of)
    kinds = Counter(turn.rule in _PLAIN for turn in found)
    return [turn for turn in found if kinds[turn.rule in _PLAIN] >= _FEWEST_TURNS]


def _line_of(turn: Turn) -> int:
    return turn.index


def _other_brackets(state: Classified, text: str, told: set[int]) -> Iterator[Turn]:
    """Names without a role, among those in brackets that have one: 【一同】."""
    for index, line in enumerate(state.lines):
        if index in told or line.blank or state.carried[index]:
            continue
        match = rules.OTHER_LABEL.pattern.match(line.text)
        if match and (turn := _turn(state, text, index, match, rules.OTHER_LABEL.name)):
            yield turn


def _other_colons(state: Classified, text: str, told: Sequence[Turn]) -> list[Turn]:
    """What speaks again and again among names before a colon, at the same margin: 住民Ａ：."""
    known = {turn.index for turn in told}
    margins = {state.lines[index].column for index in known}
    found = []
    for index, line in enumerate(state.lines):
        if index in known or line.blank or state.carried[index] or line.column not in margins:
            continue
        match = rules.OTHER_COLON_LABEL.pattern.match(line.text)
        if match and _says_something(state, index, match.end()):
            if turn := _turn(state, text, index, match, rules.OTHER_COLON_LABEL.name):
                found.append(turn)
    again = Counter((turn.speaker, turn.party) for turn in found)
    return [turn for turn in found if again[turn.speaker, turn.party] > 1]


# A label has its mark, bracket or colon near the beginning of the line.
_MAY_LABEL = re.compile("[○〇◯◎●◆◇□■△▲【\\[<(]|[^:：]{1,40}+[:：]")
_PLAIN = frozenset(rule.name for rule in rules.PLAIN_LABELS) | {rules.OTHER_LABEL.name, rules.OTHER_COLON_LABEL.name}


def _turn(state: Classified, text: str, index: int, match: "re.Match[str]", rule: str) -> Turn | None:
    """Return the turn of a label that words follow, on its line or below."""
    line = state.lines[index]
    rest = line.text[match.end() :]
    below = state.neighbour(index, 1)
    if not rest and (below is None or not _says_something(state, below, 0)):
        return None
    if (
        rule.startswith(_IN_BRACKETS)
        and line.text.startswith(_ROUND)
        and rest
        and not _says_something(state, index, match.end())
    ):
        return None
    bare = rule == _COLON_HOLDER or (rule == _COLON and match["office"])
    if bare and rest and not _says_something(state, index, match.end()):
        # 座長：甲野太郎 in a list of those who are there.
        return None
    named = _named(text, line.start, match)
    if named is None or rules.NO_NAME.search(named[0]):
        return None
    return Turn(index, line.start + match.end(), *named, rule)


def _says_something(state: Classified, index: int, begin: int) -> bool:
    """Return whether a sentence stands behind a label in brackets; behind （委員） in a list of members none does."""
    spoken = state.paragraph(index)[begin:]
    return bool(ENDS_SENTENCE.search(spoken)) or rules.STOP in spoken


def _named(text: str, start: int, match: "re.Match[str]") -> tuple[str, str, str] | None:
    """Return (speaker, role, party) of a label, without spaces and honorific; a role alone is the speaker."""
    groups = {
        name: _printed(text, start, _own_place(match, name)) for name, value in match.groupdict().items() if value
    }
    role, party = groups.get("role") or groups.get("office", ""), groups.get("party", "")
    if rules.NO_PARTY.search(party):
        party = ""
    if holder := rules.HOLDER.match(groups.get("holder", "")):
        named = _held(role, holder)
        return (*named[:2], named[2] or party) if named else None
    if titled := groups.get("titled"):
        speaker, role = _parted(titled)
        return speaker, "" if role in rules.HONORIFICS else role, party
    return (role, "", party) if role else None


def _own_place(match: "re.Match[str]", name: str) -> tuple[int, int]:
    """Return where a group of a label stands, an officer without the section that is printed before."""
    start, end = match.span(name)
    section = rules.SECTION_BEFORE.match(match[name])
    officer = section and rules.ENDS_IN_TITLE.search(match[name], section.end())
    return (start + section.end(), end) if section and officer else (start, end)


def _held(role: str, holder: "re.Match[str]") -> tuple[str, str, str] | None:
    """○市長（神代伸介君）: the bracket names the speaker, or, after a name, what the speaker belongs to."""
    if not holder["honorific"]:
        if not rules.ENDS_IN_TITLE.search(role):
            belongs = rules.GROUP.search(role) and rules.ENDS_IN_TITLE.search(holder["speaker"])
            return (*_parted(holder["speaker"]), role) if belongs else None
        if rules.GROUP.search(holder["speaker"]):
            return *_parted(role), holder["speaker"]
        return rules.split_title(holder["speaker"])[0] or holder["speaker"], role, holder["party"] or ""
    return holder["speaker"], role, holder["party"] or ""


def _parted(titled: str) -> tuple[str, str]:
    """Return name and role of a label; a role alone is the speaker."""
    speaker, role = rules.split_title(titled)
    return (speaker, role) if speaker else (role, "")


def _printed(text: str, start: int, place: tuple[int, int]) -> str:
    return _BRACKETED_SPACE.sub("", text[start + place[0] : start + place[1]])


def _held_in_brackets(state: Classified, text: str) -> list[Turn]:
    """議長（高梨　聡）　おはようございます。: a role and who holds it, with no mark, where they take turns."""
    found = []
    for index, line in enumerate(state.lines):
        match = None if state.carried[index] or line.blank else rules.BARE_HOLDER.pattern.match(line.text)
        if (
            match
            and _speaks(state, index, match)
            and (turn := _turn(state, text, index, match, rules.BARE_HOLDER.name))
        ):
            found.append(turn)
    repeated = Counter((turn.speaker, turn.role) for turn in found)
    return found if len(found) >= _FEWEST_LINE_TURNS and max(repeated.values(), default=0) > 1 else []


def _speaks(state: Classified, index: int, match: "re.Match[str]") -> bool:
    """Return whether a sentence follows a label, on its line or on the next one."""
    below = state.neighbour(index, 1)
    if match.end() < len(state.lines[index].text):
        return _says_something(state, index, match.end())
    return below is not None and _says_something(state, below, 0)


def _on_own_lines(state: Classified, text: str) -> list[Turn]:
    """A name and role alone on a line, more than once, with indented words below, is a speaker."""
    found = []
    for index, line in enumerate(state.lines):
        below = index + 1
        if not line.text or len(line.text) > _LONGEST_LINE_LABEL or state.carried[index]:
            continue
        if below == len(state.lines) or state.lines[below].blank:
            continue
        match = rules.LINE_LABEL.pattern.match(line.text)
        if match and state.lines[below].column > line.column:
            if ENDS_SENTENCE.search(state.paragraph(below)) and (turn := _turn(state, text, index, match, "own-line")):
                found.append(turn)
    repeated = Counter((turn.speaker, turn.role) for turn in found)
    return found if len(found) >= _FEWEST_LINE_TURNS and max(repeated.values(), default=0) > 1 else []


def _spaced(state: Classified, text: str) -> list[Turn]:
    """会　長　それでは…: a role in a column of its own and a sentence, again and again."""
    found = []
    for index, line in enumerate(state.lines):
        if state.carried[index] or not _MAY_SPACE.match(line.text):
            continue
        label = _spaced_label(line.text)
        if label and (_says_something(state, index, label[0]) or line.text.endswith(")")):
            found.append(Turn(index, line.start + label[0], *label[1], "", "spaced"))
    repeated = Counter((turn.speaker, turn.role) for turn in found)
    return found if len(found) >= _FEWEST_SPACED_TURNS and max(repeated.values(), default=0) > 1 else []


def _in_talks(state: Classified, text: str) -> list[Turn]:
    """Return the turns of a press conference, (問) and (答), or of a talk, bare names, that its head says it is."""
    head = [line.text for line in state.lines if line.text][: rules.LINES_OF_A_HEAD]
    for heads, label in rules.TALKS:
        if not any(heads.search(line) for line in head):
            continue
        found = []
        for index, line in enumerate(state.lines):
            match = None if state.carried[index] else label.pattern.match(line.text)
            if match and _says_something(state, index, match.end()):
                found.append(Turn(index, line.start + match.end(), match["office"], "", "", label.name))
        counts = Counter(turn.speaker for turn in found)
        if len(found) >= _FEWEST_SPACED_TURNS and sum(count > 1 for count in counts.values()) > 1:
            return found
    return []


def _spaced_label(line: str) -> tuple[int, tuple[str, str]] | None:
    """Return where the words begin behind a label with spaces inside, and its (speaker, role); None for none."""
    gaps = [gap for gap, _ in zip(rules.SPACED_GAP.finditer(line), range(rules.MOST_SPACES), strict=False)]
    for gap in reversed(gaps):
        label = rules.SPACED_GAP.sub("", line[: gap.start()])
        match = rules.SPACED_TITLE.match(label)
        if match and gap.end() < len(line):
            return gap.end(), _parted(match["titled"] or match["office"])
        if rules.SPACED_ABBREVIATED.match(label):
            return gap.end(), (label, "")
    return None


def speeches(turns: Sequence[Turn], state: Classified, text: str) -> tuple[Speech, ...]:
    """Return the speeches: each from after its label to its last word, before the next turn, heading or adjournment.

    A stage direction inside a speech lies in it, one at its end (（拍手）, 〔…と呼ぶ者あり〕) outside.
    """
    found: list[Speech] = []
    for order, turn in enumerate(turns):
        until = turns[order + 1].index if order + 1 < len(turns) else len(state.lines)
        end = _end(state, text, turn, until)
        if end > turn.begin:
            start = turn.begin + len(text[turn.begin : end]) - len(text[turn.begin : end].lstrip())
            speech_id = f"p{len(found) + 1:04d}"
            found.append(Speech(speech_id, turn.speaker, turn.role, turn.party, Span(start, end)))
    return tuple(found)


def _end(state: Classified, text: str, turn: Turn, until: int) -> int:
    members: list[int] = []
    for index in range(turn.index, until):
        line = state.lines[index]
        if index > turn.index and _closes(state, index, until):
            break
        if line.text and state.kinds[index] not in (Region.RUNNING_HEAD, Region.NAVIGATION):
            members.append(index)
    _drop_what_is_set_off(state, members)
    while len(members) > 1 and rules.STAGE_DIRECTION.match(state.lines[members[-1]].text):
        members.pop()
    end = state.lines[members[-1]].end if members else turn.begin
    while trailing := rules.TRAILING_DIRECTION.search(text, max(turn.begin, end - rules.LONGEST_DIRECTION), end):
        if not ENDS_SENTENCE.search(text[turn.begin : trailing.start()]):
            break
        end = trailing.start()
    return end


def _drop_what_is_set_off(state: Classified, members: list[int]) -> None:
    """Drop from a speech what a blank line parts from its last sentence and is none, or is not spoken as the rest is:
    lists of papers, notes, 「右会議の次第を記載し、署名する。」.
    """
    spoken = [at for at, index in enumerate(members) if ENDS_SENTENCE.search(state.lines[index].text)]
    polite = [at for at in spoken if rules.POLITE.search(state.lines[members[at]].text)]
    notes = {at for at in spoken if state.kinds[members[at]] in (Region.FOOTNOTE, Region.CAPTION)}
    last = max({*(polite or spoken)} - notes, default=0)
    if last + 1 < len(members) and state.lines[members[last] + 1].blank:
        del members[last + 1 :]


def _closes(state: Classified, index: int, until: int) -> bool:
    """Return whether a line ends a speech: a heading does, unless the speaker goes on below it, as politely."""
    line = state.lines[index]
    if line.text and rules.ENDS_SPEECHES.match(line.text):
        return True
    return state.kinds[index] is Region.HEADING and not _goes_on_below(state, index, until)


def _goes_on_below(state: Classified, index: int, until: int) -> bool:
    for below in range(index + 1, min(until, index + _FARTHEST_BELOW)):
        line = state.lines[below]
        if line.text and rules.ENDS_SPEECHES.match(line.text):
            return False
        if ENDS_SENTENCE.search(line.text):
            return bool(rules.POLITE.search(line.text))
    return False


def with_speeches(sentences: Iterable[Sentence], found: Sequence[Speech]) -> tuple[Sentence, ...]:
    """Return the sentences, each with the speech that it is part of."""
    starts = [speech.span.start for speech in found]
    told = []
    for sentence in sentences:
        at = bisect_right(starts, sentence.span.start) - 1
        spoken = at >= 0 and sentence.span.start < found[at].span.end
        told.append(replace(sentence, speech_id=found[at].speech_id) if spoken else sentence)
    return tuple(told)
