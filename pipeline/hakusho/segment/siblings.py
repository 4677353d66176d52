"""Numbers that stand side by side, without text between them: the items of a list, the lines at the head of minutes."""

from hakusho.records import Region
from hakusho.segment import heading_rules as rules
from hakusho.segment import vote_rules
from hakusho.segment.candidates import Candidates
from hakusho.segment.line_rules import ENDS_SENTENCE

_FEWEST_TOLD = 2
_LONGEST_ANNOUNCEMENT = 120


def listed(candidates: Candidates) -> frozenset[int]:
    """Return the paragraphs whose numbers stand side by side, over the items nested between them too."""
    found: set[int] = set()
    awaiting: dict[tuple[str, int | None], int] = {}
    bullets = False
    for lead in candidates.leads:
        parts = candidates.numbers[lead]
        if parts is None and candidates.state.kinds[lead] is Region.LIST:
            bullets = True
            continue
        if parts is None or candidates.state.kinds[lead] is Region.FOOTNOTE:
            awaiting, bullets = {}, False
            continue
        value, column = candidates.value(parts), candidates.state.lines[lead].column
        before = awaiting.get((parts[0], value)) if value != 1 else None
        # Bullets may stand below headings as well; items are sentences.
        if before is not None and bullets and ENDS_SENTENCE.search(candidates.texts[lead]):
            if candidates.state.lines[before].column == column:
                found.update((before, lead))
        if before is not None and (candidates.beside(lead, -1) == before or before in found):
            if candidates.beside(lead, -1) == before or candidates.state.lines[before].column == column:
                found.update((before, lead))
        if value is not None:
            awaiting[parts[0], value + 1] = lead
        bullets = False
    return frozenset(found - _counted_over_text(candidates, found))


def between_others(candidates: Candidates) -> frozenset[int]:
    """Return the numbers between two that count on, with no text below them: notes 4 and 5 between (2) and (3), or a
    head that a page repeats."""
    found: set[int] = set()
    last: dict[str, int | None] = {}
    run: list[int] = []
    before: dict[str, int | None] = {}
    seen: set[str] = set()
    for lead in candidates.leads:
        parts = candidates.numbers[lead] if candidates.state.kinds[lead] is not Region.FOOTNOTE else None
        if parts is None:
            seen.update(candidates.texts[at] for at in run)
            run = []
            continue
        value = candidates.value(parts)
        goes_on = bool(run) and _next_of(candidates, run[-1], parts[0], value)
        if run and not goes_on and value and value > 1 and parts[0] not in rules.COUNTS_THROUGH:
            first = candidates.numbers[run[0]]
            nested = first is not None and candidates.value(first) == 1 and candidates.texts[run[0]] not in seen
            if before.get(parts[0]) == value - 1 and not nested and not candidates.is_prose(lead):
                found.update(run)
        if not goes_on:
            seen.update(candidates.texts[at] for at in run)
            run, before = [], dict(last)
        run.append(lead)
        last[parts[0]] = value
    return frozenset(found)


def _next_of(candidates: Candidates, above: int, scheme: str, value: int | None) -> bool:
    parts = candidates.numbers[above]
    return parts is not None and parts[0] == scheme and value == (candidates.value(parts) or 0) + 1


def labelled(candidates: Candidates) -> frozenset[int]:
    """Return the numbers at the head of minutes: １ 日時 …, ２ 場所 …, and those that go on with them."""
    found: dict[tuple[str, int | None], int] = {}
    for lead in candidates.leads:
        if lead in candidates.speakers:
            break
        if parts := candidates.numbers[lead]:
            value = candidates.value(parts) or 0
            if rules.LABEL_AND_VALUE.match(parts[3]) or (parts[0], value - 1) in found:
                found[parts[0], value] = lead
    return frozenset(found.values())


def announced(candidates: Candidates) -> tuple[frozenset[int], frozenset[int]]:
    """Return the paragraphs that count on from a number 1 below a sentence that announces a list (次のとおりである。).

    A numbering that lists use (①, [1]) and that is announced most times in a document numbers lists throughout; any
    other that holds text or numbers of its own is of parts. The second set holds those of numberings that lists use,
    and what is numbered inside them.
    """
    found: set[int] = set()
    items: set[int] = set()
    numberings = runs_of(candidates)
    for scheme, runs in numberings.items():
        told = [_announced(candidates, run[0]) for run in runs]
        most = scheme in rules.LISTED and sum(told) >= _FEWEST_TOLD and sum(told) * 2 > len(runs)
        for here, run in zip(told, runs, strict=True):
            if (most and here) or ((most or here) and not _holds_text(candidates, run)):
                found.update(run)
                items.update(run if scheme in rules.LISTED else ())
    inside = [run for runs in numberings.values() for run in runs if candidates.beside(run[0], -1) in items]
    items.update(lead for run in inside for lead in run)
    return frozenset(found | items), frozenset(items)


def runs_of(candidates: Candidates) -> dict[str, list[list[int]]]:
    """Return the paragraphs of each numbering, in runs that begin with a number 1."""
    runs: dict[str, list[list[int]]] = {}
    for lead in candidates.leads:
        if (parts := candidates.numbers[lead]) and candidates.state.kinds[lead] is not Region.FOOTNOTE:
            known = runs.setdefault(parts[0], [])
            if candidates.value(parts) == 1 or not known:
                known.append([])
            known[-1].append(lead)
    return runs


def _announced(candidates: Candidates, first: int) -> bool:
    above, parts = candidates.beside(first, -1), candidates.numbers[first]
    if above is None or parts is None or candidates.value(parts) != 1:
        return False
    text = candidates.texts[above][-_LONGEST_ANNOUNCEMENT:]
    return bool(vote_rules.ANNOUNCES_LIST.search(text) or vote_rules.GOES_ON_OVER.search(text))


def _holds_text(candidates: Candidates, run: list[int]) -> bool:
    """Return whether another numbering begins right below one of a run, or prose below half of them."""
    below = [behind for lead in run if (behind := candidates.beside(lead, 1)) is not None]
    numbers = [candidates.numbers[behind] for behind in below]
    if any(parts is not None and candidates.value(parts) == 1 for parts in numbers):
        return True
    return 2 * sum(n is None and candidates.is_prose(behind) for n, behind in zip(numbers, below, strict=True)) >= len(
        run
    )


def _counted_over_text(candidates: Candidates, listed: set[int]) -> set[int]:
    """A run that the same numbering goes on with, after text, is of headings that stand close: 1 開会, 2 議題."""
    kept: set[int] = set()
    run: dict[str, list[int]] = {}
    prose = False
    for lead in candidates.leads:
        parts = candidates.numbers[lead]
        if parts is None:
            prose = True
            continue
        if candidates.state.kinds[lead] is Region.FOOTNOTE:
            continue
        above = run.get(parts[0], [])
        value = candidates.value(parts)
        last = candidates.value(candidates.numbers[above[-1]]) if above and candidates.numbers[above[-1]] else None  # type: ignore[arg-type]
        if last is None or value != last + 1:
            run[parts[0]] = [lead]
            continue
        same = candidates.state.lines[above[-1]].column == candidates.state.lines[lead].column
        if prose and lead not in listed and above[-1] in listed and same:
            kept.update(above)
        run[parts[0]] = [*above, lead] if lead in listed else [lead]
        prose = False if lead in listed else prose
    return kept
