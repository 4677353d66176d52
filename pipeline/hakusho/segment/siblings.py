"""Numbers that stand side by side, without text between them: the items of a list, the lines at the head of minutes."""

from typing import TYPE_CHECKING

from hakusho.records import Region
from hakusho.segment import heading_rules as rules
from hakusho.segment.line_rules import ENDS_SENTENCE

if TYPE_CHECKING:
    from hakusho.segment.votes import Ballot


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
