"""Events in the rows of tables: a cell that is a date, and what the row or the caption says was done then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakusho.labels import COUNTRY, DATE
from hakusho.records import Cell, Entity, Table
from hakusho.relate.parties import Parties
from hakusho.relate.phrases import Phrase, phrases
from hakusho.relate.places import Places
from hakusho.relate.scene import Dated, Limits, scene
from hakusho.relate.sides import Background, Side, merged
from hakusho.relate.told import Roles, Told, told
from hakusho.relate.triggers import Trigger, Triggers
from hakusho.text.document import Document

_GOING = frozenset(("visit", "dispatch"))
# Types that a caption or heading may say of all its rows.
_OF_CAPTION = frozenset(("meeting", "visit", "dispatch"))
# How much of a cell its date covers at least, as a share of the characters.
_COVER = 0.6
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that tells an event: its words, its date with its end, its trigger, sides and place."""

    told: Told
    dated: Dated
    sides: tuple[Side, ...]
    name: str
    place: str
    country: str


class Listed:
    """Finds the rows of a document's tables that tell events."""

    def __init__(self, triggers: Triggers, parties: Parties, places: Places, roles: Roles) -> None:
        self._triggers = triggers
        self._parties = parties
        self._places = places
        self._roles = roles
        self._limits = Limits(roles)

    def find(self, document: Document, entities: Sequence[Entity]) -> Iterator[Row]:
        """Return the rows in the order of the document."""
        held: dict[int, list[tuple[int, Entity]]] = {}
        for index, entity in enumerate(entities):
            found = document.layout.cell(entity.mention.span.start)
            if found is not None:
                held.setdefault(found[1].span.start, []).append((index, entity))
        for table in document.segments.tables if held else ():
            rows: dict[int, list[Cell]] = {}
            for cell in table.cells:
                if not cell.filled and len(cell.span):
                    rows.setdefault(cell.row, []).append(cell)
            caption: list[Trigger | None] = []
            for cells in rows.values():
                dated = next((cell for cell in cells if self._is_date(document, cell, held)), None)
                if dated is None or len(cells) == 1:
                    continue
                caption = caption or [self._caption(document, table)]
                row = self._row(document, cells, dated, held, caption[0])
                if row is not None:
                    yield row

    def _is_date(self, document: Document, cell: Cell, held: dict[int, list[tuple[int, Entity]]]) -> bool:
        dates = [entity for _, entity in held.get(cell.span.start, ()) if entity.mention.label == DATE]
        covered = sum(len(entity.mention.surface) for entity in dates)
        return bool(dates) and covered >= _COVER * len(_BLANK.sub("", document.text[cell.span.slice]))

    def _caption(self, document: Document, table: Table) -> Trigger | None:
        """Return what the caption says of all rows (主な要人往来; 国連PKOへの派遣実績)."""
        spans = [figure.span for figure in document.segments.figures if figure.figure_id == table.table_id]
        if not spans:
            return None
        one = told(document, spans[:1], [], self._roles)[0]
        line = phrases(one, self._roles)
        trigger = self._triggers.nominal(one, line, len(line) - 1) if line else None
        return trigger if trigger is not None and trigger.type in _OF_CAPTION else None

    def _row(
        self,
        document: Document,
        cells: Sequence[Cell],
        date: Cell,
        held: dict[int, list[tuple[int, Entity]]],
        caption: Trigger | None,
    ) -> Row | None:
        named = [pair for cell in cells for pair in held.get(cell.span.start, ())]
        one = told(document, [cell.span for cell in cells], named, self._roles)[0]
        starts = {cell.span.start for cell in cells}
        line = phrases(one, self._roles, frozenset(word for word, at in enumerate(one.starts) if at in starts))
        view = scene(one, line, self._triggers)
        inside = [
            at
            for at, phrase in enumerate(line)
            if phrase.date >= 0 and date.span.start <= one.starts[phrase.first] < date.span.end
        ]
        ends = [at for at in range(len(line)) if at + 1 == len(line) or one.starts[line[at + 1].first] in starts]
        if not inside:
            return None
        first = inside[0]
        triggers = (self._triggers.nominal(one, line, at) for at in ends if line[at].date < 0 and not line[at].verbal)
        trigger = next((found for found in triggers if found is not None), caption)
        if trigger is None:
            return None
        until = self._limits.ranges(view).get(first)
        dated = Dated(first, line[first].date, trigger, len(line) - 1, line[until].date if until is not None else -1)
        own = trigger is not caption
        place, country = self._place(view.told, line, trigger, own=own)
        sides = self._sides(one, line, trigger, country, own=own)
        name = one.text(line[trigger.phrase].first, line[trigger.phrase].body) if own else ""
        return Row(one, dated, tuple(sides), name, place, country)

    def _place(self, one: Told, line: Sequence[Phrase], trigger: Trigger, *, own: bool) -> tuple[str, str]:
        if own and trigger.type in _GOING:
            inside = [side for side in self._parties.inside(one, line[trigger.phrase]) if side.label == COUNTRY]
            if inside:
                return next(
                    (entity.mention.surface, entity.value)
                    for index, entity in one.named[inside[0].word]
                    if index == inside[0].mention
                )
        for at, phrase in enumerate(line):
            if phrase.date < 0 and (not own or at != trigger.phrase):
                found = self._places.whole(one, phrase)
                if found != ("", ""):
                    return found
        return "", ""

    def _sides(self, one: Told, line: Sequence[Phrase], trigger: Trigger, country: str, *, own: bool) -> list[Side]:
        known = Background()
        said: list[Side] = []
        for at, phrase in enumerate(line):
            if phrase.date >= 0 or (own and at == trigger.phrase):
                continue
            if self._places.whole(one, phrase) != ("", "") and trigger.type != "visit":
                continue
            said += self._parties.at(one, line, at, known)
        named = self._parties.inside(one, line[trigger.phrase]) if own else []
        if trigger.type == "dispatch" and not any(side.home == self._parties.home for side in said):
            said.insert(0, self._parties.us())
        if trigger.type == "visit" and country and all(side.home != country for side in said):
            said.append(Side(len(one.forms), COUNTRY, country, -1, country))
        return merged(said, named)
