"""Numbers that stand side by side, without text between them: the items of a list, the lines at the head of minutes."""

from typing import TYPE_CHECKING

from hakusho.records import Region
from hakusho.segment import heading_rules as rules
from hakusho.segment import vote_rules
from hakusho.segment.line_rules import ENDS_SENTENCE

if TYPE_CHECKING:
    from hakusho.segment.ballot import Ballot

_FEWEST_TOLD = 2
_LONGEST_ANNOUNCEMENT = 120


def listed(ballot: "Ballot") -> frozenset[int]:
    """Return the paragraphs whose numbers stand side by side, over the items nested between them too."""
    found: set[int] = set()
    awaiting: dict[tuple[str, int | None], int] = {}
    bullets = False
    for lead in ballot.leads:
        parts = ballot.numbers[lead]
        if parts is None and ballot.state.kinds[lead] is Region.LIST:
            bullets = True
            continue
        if parts is None or ballot.state.kinds[lead] is Region.FOOTNOTE:
            awaiting, bullets = {}, False
            continue
        value, column = ballot.value(parts), ballot.state.lines[lead].column
        before = awaiting.get((parts[0], value)) if value != 1 else None
        # Bullets may stand below headings as well; items are sentences.
        if before is not None and bullets and ENDS_SENTENCE.search(ballot.texts[lead]):
            if ballot.state.lines[before].column == column:
                found.update((before, lead))
        if before is not None and (ballot.beside(lead, -1) == before or before in found):
            if ballot.beside(lead, -1) == before or ballot.state.lines[before].column == column:
                found.update((before, lead))
        if value is not None:
            awaiting[parts[0], value + 1] = lead
        bullets = False
    return frozenset(found - _counted_over_text(ballot, found))


def between_others(ballot: "Ballot") -> frozenset[int]:
    """Return the numbers between two that count on, with no text below them: notes 4 and 5 between (2) and (3), or a
    head that a page repeats."""
    found: set[int] = set()
    last: dict[str, int | None] = {}
    run: list[int] = []
    before: dict[str, int | None] = {}
    seen: set[str] = set()
    for lead in ballot.leads:
        parts = ballot.numbers[lead] if ballot.state.kinds[lead] is not Region.FOOTNOTE else None
        if parts is None:
            seen.update(ballot.texts[at] for at in run)
            run = []
            continue
        value = ballot.value(parts)
        goes_on = bool(run) and _next_of(ballot, run[-1], parts[0], value)
        if run and not goes_on and value and value > 1 and parts[0] not in rules.COUNTS_THROUGH:
            first = ballot.numbers[run[0]]
            nested = first is not None and ballot.value(first) == 1 and ballot.texts[run[0]] not in seen
            if before.get(parts[0]) == value - 1 and not nested and not ballot.is_prose(lead):
                found.update(run)
        if not goes_on:
            seen.update(ballot.texts[at] for at in run)
            run, before = [], dict(last)
        run.append(lead)
        last[parts[0]] = value
    return frozenset(found)


def _next_of(ballot: "Ballot", above: int, scheme: str, value: int | None) -> bool:
    parts = ballot.numbers[above]
    return parts is not None and parts[0] == scheme and value == (ballot.value(parts) or 0) + 1


def labelled(ballot: "Ballot") -> frozenset[int]:
    """Return the numbers at the head of minutes: １ 日時 …, ２ 場所 …, and those that go on with them."""
    found: dict[tuple[str, int | None], int] = {}
    for lead in ballot.leads:
        if lead in ballot.speakers:
            break
        if parts := ballot.numbers[lead]:
            value = ballot.value(parts) or 0
            if rules.LABEL_AND_VALUE.match(parts[3]) or (parts[0], value - 1) in found:
                found[parts[0], value] = lead
    return frozenset(found.values())


def announced(ballot: "Ballot") -> tuple[frozenset[int], frozenset[int]]:
    """Return the paragraphs that count on from a number 1 below a sentence that announces a list (次のとおりである。).

    A numbering that lists use (①, [1]) and that is announced most times in a document numbers lists throughout; any
    other that holds text or numbers of its own is of parts. The second set holds those of numberings that lists use,
    and what is numbered inside them.
    """
    found: set[int] = set()
    items: set[int] = set()
    numberings = runs_of(ballot)
    for scheme, runs in numberings.items():
        told = [_announced(ballot, run[0]) for run in runs]
        most = scheme in rules.LISTED and sum(told) >= _FEWEST_TOLD and sum(told) * 2 > len(runs)
        for here, run in zip(told, runs, strict=True):
            if (most and here) or ((most or here) and not _holds_text(ballot, run)):
                found.update(run)
                items.update(run if scheme in rules.LISTED else ())
    inside = [run for runs in numberings.values() for run in runs if ballot.beside(run[0], -1) in items]
    items.update(lead for run in inside for lead in run)
    return frozenset(found | items), frozenset(items)


def runs_of(ballot: "Ballot") -> dict[str, list[list[int]]]:
    """Return the paragraphs of each numbering, in runs that begin with a number 1."""
    runs: dict[str, list[list[int]]] = {}
    for lead in ballot.leads:
        if (parts := ballot.numbers[lead]) and ballot.state.kinds[lead] is not Region.FOOTNOTE:
            known = runs.setdefault(parts[0], [])
            if ballot.value(parts) == 1 or not known:
                known.append([])
            known[-1].append(lead)
    return runs


def _announced(ballot: "Ballot", first: int) -> bool:
    above, parts = ballot.beside(first, -1), ballot.numbers[first]
    if above is None or parts is None or ballot.value(parts) != 1:
        return False
    text = ballot.texts[above][-_LONGEST_ANNOUNCEMENT:]
    return bool(vote_rules.ANNOUNCES_LIST.search(text) or vote_rules.GOES_ON_OVER.search(text))


def _holds_text(ballot: "Ballot", run: list[int]) -> bool:
    """Return whether another numbering begins right below one of a run, or prose below half of them."""
    below = [behind for lead in run if (behind := ballot.beside(lead, 1)) is not None]
    numbers = [ballot.numbers[behind] for behind in below]
    if any(parts is not None and ballot.value(parts) == 1 for parts in numbers):
        return True
    return 2 * sum(n is None and ballot.is_prose(behind) for n, behind in zip(numbers, below, strict=True)) >= len(run)


def _counted_over_text(ballot: "Ballot", listed: set[int]) -> set[int]:
    """A run that the same numbering goes on with, after text, is of headings that stand close: 1 開会, 2 議題."""
    kept: set[int] = set()
    run: dict[str, list[int]] = {}
    prose = False
    for lead in ballot.leads:
        parts = ballot.numbers[lead]
        if parts is None:
            prose = True
            continue
        if ballot.state.kinds[lead] is Region.FOOTNOTE:
            continue
        above = run.get(parts[0], [])
        value = ballot.value(parts)
        last = ballot.value(ballot.numbers[above[-1]]) if above and ballot.numbers[above[-1]] else None  # type: ignore[arg-type]
        if last is None or value != last + 1:
            run[parts[0]] = [lead]
            continue
        same = ballot.state.lines[above[-1]].column == ballot.state.lines[lead].column
        if prose and lead not in listed and above[-1] in listed and same:
            kept.update(above)
        run[parts[0]] = [*above, lead] if lead in listed else [lead]
        prose = False if lead in listed else prose
    return kept
