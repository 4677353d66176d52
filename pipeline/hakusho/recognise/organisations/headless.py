"""Names that end in no head and that no lexicon is sure of: runs of nouns next to a word that says what they may be.

Only what stands next to a cue of `headless_cues.tsv`, or is a weak name of the lexicon, is looked at: the cues are
sought in one pass, so that a text without any costs next to nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.recognise.organisations import headless_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.text.matching import Gazetteer

Spans = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class HeadlessLexicon:
    """The words beside names by where they stand, those that deny one, and what each feature weighs.

    `leads` and `predicates` are the words before a name and those that say what it is, with the set of each.
    """

    behind: Gazetteer
    denied: "re.Pattern[str]"
    before: Gazetteer
    leads: Mapping[str, str]
    predicates: Mapping[str, str]
    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Cues:
    """What stands around names in a text, by offset: sets of cues that begin there, or lead there; weak names."""

    behind: Mapping[int, frozenset[str]]
    before: Mapping[int, frozenset[str]]
    predicates: Mapping[int, str]
    weak: Spans


def headless_lexicon(cues: Iterable[Mapping[str, str]], weights: Iterable[Mapping[str, str]]) -> HeadlessLexicon:
    """Build the lexicon from the rows of `headless_cues.tsv` and `headless_weights.tsv`."""
    placed: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in cues:
        denies = row["place"] == "behind" and row["set"] not in (*rules.TELLING, rules.EITHER)
        placed["denied" if denies else row["place"]][row["cue"]] = row["set"]
    return HeadlessLexicon(
        Gazetteer(placed["behind"].items()),
        re.compile("|".join(map(re.escape, sorted(placed["denied"], key=len, reverse=True))) or r"(?!)"),
        Gazetteer(placed["before"].items()),
        placed["before"],
        placed["is"],
        {row["feature"]: int(row["weight"]) for row in weights},
    )


def cues_of(context: NameContext, lexicon: HeadlessLexicon, weak: Iterable[tuple[int, int]]) -> Cues:
    """Return the cues of a text."""
    text, words = context.text, context.runs.words
    behind: defaultdict[int, set[str]] = defaultdict(set)
    for hit in lexicon.behind.find(text):
        # 対 is a word in 甲野対乙野, and none in 対策.
        whole = words.is_boundary(hit.end) or not rules.NAME_END.match(text, hit.start)
        if whole and rules.NAME_END.match(text, hit.start - 1):
            behind[hit.start].add(hit.key)
    before: defaultdict[int, set[str]] = defaultdict(set)
    for hit in lexicon.before.find(text):
        if link := rules.LINK.match(text, hit.end):
            before[link.end()].add(f"{hit.key}-{link.lastgroup or 'direct'}")
    spans: defaultdict[int, set[int]] = defaultdict(set)
    for start, end in weak:
        spans[start].add(end)
    return Cues(
        {at: frozenset(sets) for at, sets in behind.items()},
        {at: frozenset(sets) for at, sets in before.items()},
        dict(_predicates(text, lexicon.predicates)),
        {start: frozenset(ends) for start, ends in spans.items()},
    )


def _predicates(text: str, predicates: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Return where the topic of a sentence ends that says what it is, and what: Xは、…企業である。"""
    lengths = range(max(map(len, predicates), default=0), 0, -1)
    for topic in rules.TOPIC.finditer(text):
        full = rules.SENTENCE_END.search(text, topic.end(), topic.end() + rules.LONGEST_SENTENCE)
        end = full.start() if full else min(len(text), topic.end() + rules.LONGEST_SENTENCE)
        for said in rules.PREDICATE_END.finditer(text, topic.end() + 1, end):
            words = (text[said.start() - length : said.start()] for length in lengths)
            word = next((word for word in words if word in predicates), "")
            if word and topic.end() <= said.start() - len(word):
                yield topic.end("name"), predicates[word]
                break


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be of one name: where it may begin and end."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


def runs(context: NameContext, cues: Cues, leads: Mapping[str, str]) -> Iterator[Run]:
    """Return each run of words next to a cue, once."""
    words, text = context.runs.words, context.text
    leading = (at for at, sets in cues.before.items() if any(one.rpartition("-")[0] in rules.TELLING for one in sets))
    behind = (at - 1 for at, sets in cues.behind.items() if not rules.TELLING.isdisjoint(sets))
    said = (at - 1 for at, one in cues.predicates.items() if one in rules.TELLING)
    edges = {*leading, *cues.weak, *behind, *said}
    done = -1
    for at in sorted(edges):
        if not 0 <= at < len(text) or (index := words.word_at(at)) <= done or not is_part(context, index):
            continue
        first, last = _reach(context, index)
        done = last
        yield _run(context, cues, leads, first, last)


def is_part(context: NameContext, index: int) -> bool:
    """Return whether a word may be one of a name: in letters, or a noun."""
    shown, pos = context.runs.shown(index), context.runs.pos(index)
    if rules.LETTERS.fullmatch(shown):
        return True
    if pos.startswith(rules.NO_PART):
        return False
    if rules.HIRAGANA.search(shown) and not pos.startswith(rules.PROPER):
        return pos.startswith(rules.NOUN) and len(shown) > 1
    return pos.startswith((rules.NOUN, rules.SUFFIX, rules.PREFIX))


def _joins(context: NameContext, index: int) -> bool:
    """Return whether a sign, space or number joins the parts of a name on both sides."""
    if not 0 < index < len(context.runs.words) - 1:
        return False
    left, shown, right = (context.runs.shown(at) for at in (index - 1, index, index + 1))
    if shown in rules.SPACES:
        return bool(rules.LATIN.fullmatch(left) and rules.LATIN.fullmatch(right))
    if rules.NUMBER.fullmatch(shown):
        return bool(rules.LETTERS.fullmatch(left))
    return shown in rules.JOINTS and is_part(context, index - 1) and is_part(context, index + 1)


def _reach(context: NameContext, index: int) -> tuple[int, int]:
    """Return the first and last word of the run that holds a word."""
    words, first, last = context.runs.words, index, index
    while first > 0 and index - first < rules.MOST_WORDS and not _bounds(context, words.starts[first]):
        if not (is_part(context, first - 1) or _joins(context, first - 1)):
            break
        first -= 1
    while last < len(words) - 1 and last - index < rules.MOST_WORDS and not _bounds(context, words.ends[last]):
        if not (is_part(context, last + 1) or _joins(context, last + 1)):
            break
        last += 1
    while first < last and not is_part(context, first):
        first += 1
    while last > first and not (is_part(context, last) or rules.NUMBER.fullmatch(context.runs.shown(last))):
        last -= 1
    return first, last


def _bounds(context: NameContext, offset: int) -> bool:
    """Return whether a date or a known body ends or begins at an offset."""
    return offset in context.date_ends or offset in context.body_ends or offset in context.body_starts


def _run(context: NameContext, cues: Cues, leads: Mapping[str, str], first: int, last: int) -> Run:
    words = context.runs.words
    start, end = words.starts[first], words.ends[last]
    inner = [at for at in words.starts[first + 1 : last + 1] if not _one_script(context.text, at)]
    starts = {start, *(at for at in inner if at in cues.before or _behind_contracted(context, at, start))}
    starts |= {words.starts[i] for i in range(first + 1, last + 1) if context.runs.shown(i - 1) in leads}
    ends = {end, *(at for at in inner if at in cues.behind)}
    for at in (start, *inner):
        for weak_end in cues.weak.get(at, ()):
            if weak_end == end or weak_end in inner:
                starts.add(at)
                ends.add(weak_end)
    return Run(tuple(sorted(starts)), tuple(sorted(ends)))


def _one_script(text: str, at: int) -> bool:
    return bool(rules.ONE_SCRIPT.fullmatch(text, at - 1, at + 1))


def _behind_contracted(context: NameContext, at: int, start: int) -> bool:
    """Return whether a country in one character stands in front: 米アマゾン."""
    return at == start + 1 and context.country_before(at) == start


def offered(context: NameContext, run: Run) -> Iterator[tuple[int, int]]:
    """Return the spans of a run that may be names: they hold a proper noun, or letters."""
    for start in run.starts:
        for end in run.ends:
            torn = context.text[start] in rules.JOINTS or context.text[end - 1] in rules.OPEN_JOINTS
            if not torn and rules.SHORTEST <= end - start <= rules.LONGEST and _is_named(context, start, end):
                yield start, end


def _is_named(context: NameContext, start: int, end: int) -> bool:
    words = context.runs.words
    return any(
        rules.LETTERS.fullmatch(context.runs.shown(index)) or context.runs.pos(index).startswith(rules.PROPER)
        for index in range(words.word_at(start), words.word_at(end - 1) + 1)
    )
