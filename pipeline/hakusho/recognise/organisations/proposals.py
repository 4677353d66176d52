"""Every span that may be a name: at each head that ends with a word, each left edge that a word allows.

Nothing is decided here. `features.py` says what holds of a proposal, `organisation_weights.tsv` what that is worth.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hakusho.recognise.organisations import left_edge_rules as edges
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations import policy_rules as policies
from hakusho.recognise.organisations.context import Head, NameContext
from hakusho.recognise.organisations.left_edge import behind_party
from hakusho.recognise.organisations.name_runs import NameRuns


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span [start, end) that ends in a head, which begins at `head_start`."""

    start: int
    end: int
    head_start: int
    head: Head


def proposals(context: NameContext) -> Iterator[list[Proposal]]:
    """Return for each head that ends where a word does all names that it may be of, the shortest first."""
    longest: dict[int, int] = {}
    words = {}
    for hit in context.head_hits:
        if hit.start < longest.get(hit.end, hit.end):
            longest[hit.end], words[hit.end] = hit.start, hit.key
    for end, head_start in longest.items():
        head = context.heads[words[end]]
        if head.kind in rules.UNWEIGHED:
            continue
        whole = context.runs.words.is_boundary(end) or context.runs.before_chief(end)
        if whole and not _is_another_word(context, head, end):
            edges = islice(left_edges(context, head_start), rules.MOST_WORDS)
            yield [Proposal(start, end, head_start, head) for start in edges]


def _is_another_word(context: NameContext, head: Head, end: int) -> bool:
    return bool(head.not_before) and context.text[end : end + 1] in tuple(head.not_before)


def left_edges(context: NameContext, head_start: int) -> Iterator[int]:
    """Return where a name whose head begins at an offset may begin, from right to left."""
    runs, offset, links, closed = context.runs, head_start, 0, 0
    while offset > 0 and closed <= rules.MOST_CLOSED and _within(context, offset, head_start):
        if (known := context.body_ends.get(offset, offset)) < offset:
            # 厚生労働省地域課: a known body that stands inside closes as much as a name may hold.
            closed += rules.MOST_CLOSED
            yield known
            offset = known
            continue
        if (opened := _bracket_before(context.text, offset)) is not None:
            offset = opened
        index = runs.words.word_at(offset - 1)
        start = runs.words.starts[index]
        if _ends_run(context, index, offset) or edges.OPENING_FORM.match(context.text, offset):
            return
        if not _joins(runs, index):
            if links == rules.MOST_LINKS or not _links(runs, index, links):
                return
            links += 1
        elif not _continues(context.text, start) and context.text[start] not in rules.JOINTS:
            closed += runs.shown(index) in runs.sets["closing"] and not _goes_on(runs, index)
            if closed <= rules.MOST_CLOSED:
                yield start
        offset = start


def _goes_on(runs: NameRuns, index: int) -> bool:
    """大学院 is one word that closes a name, though it is cut into 大学 and 院."""
    return runs.shown(index) == policies.UNIVERSITY and runs.shown(index + 1) == policies.OF_GRADUATES


def _within(context: NameContext, offset: int, head_start: int) -> bool:
    return head_start - offset < rules.LONGEST_NAME and offset not in context.date_ends


def _bracket_before(text: str, offset: int) -> int | None:
    """脱炭素(水素)小委員会: return where the short bracket that ends at an offset opens, if a name stands before it."""
    bracket = rules.BRACKET.search(text, max(0, offset - rules.LONGEST_BRACKET), offset)
    return bracket.start() if bracket and bracket.start() else None


def _ends_run(context: NameContext, index: int, offset: int) -> bool:
    """Return whether no name reaches over a word: 10 in 総務省10階会議室, 第58号, 現 before a known body (現総務省)."""
    runs = context.runs
    number = index if runs.shown(index) not in runs.sets["counter"] else index - 1
    ordinal = number == index and index > 0 and runs.shown(index - 1) == rules.ORDINAL
    counted = number >= 0 and runs.pos(number).endswith(rules.NUMERAL) and not ordinal
    lead = offset in context.body_starts and runs.shown(index) in runs.sets["lead"]
    return counted or lead or behind_party(runs.text, offset)


def _joins(runs: NameRuns, index: int) -> bool:
    """Return whether a word is one that names are made of: a noun, an affix, a dot or & between them."""
    shown = runs.shown(index)
    return runs.is_of_name(index) or (shown in rules.JOINTS and index > 0 and runs.is_of_name(index - 1))


def _links(runs: NameRuns, index: int, links: int) -> bool:
    """海と緑の研究所: の may stand between the nouns of a name, and と in what stands before の."""
    return runs.shown(index) in runs.sets["link" if links else "of"] and index > 0 and runs.is_of_name(index - 1)


def _continues(text: str, start: int) -> bool:
    """Return whether letters of one script run over an offset: no name begins inside ＡＢＣ or ミクロン."""
    pair = text[max(0, start - 1) : start + 1]
    return bool(rules.ONE_SCRIPT.fullmatch(pair))
