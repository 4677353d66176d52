"""Place dates on the calendar: from what the words say, and from the dates and the document around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hakusho.records import DateParts, Entity, Mention, Reference, Status, Timex
from hakusho.resolve.places import Place, place_of
from hakusho.resolve.points import Point, published_parts
from hakusho.text.calendar import (
    ERAS,
    add_months,
    era_named,
    expand_short_year,
    fiscal_year,
    interval,
    is_day,
)
from hakusho.text.layout import Layout

_WEEKDAYS = "月火水木金土日"
DOCUMENT_ANCHOR = "document"
_RANGE_GAP = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A date that is resolved: where it stands and what it is, for those that are counted from it."""

    index: int
    point: Point
    parts: DateParts
    place: Place
    end: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of one mention. `point` is None where the text does not tell; `anchor` the index counted from."""

    point: Point | None
    anchor: str = ""
    flags: tuple[str, ...] = ()


def resolve_dates(
    mentions: Sequence[tuple[int, Mention, DateParts]], published: str, layout: Layout, old_eras: Mapping[str, int]
) -> dict[int, Entity]:
    """Return an entity for each date mention (index, mention, parts), in document order.

    `old_eras` maps the eras before 明治 to the Western year they began in.
    """
    timeline = Timeline(published_parts(published), layout, old_eras)
    return {index: timeline.resolve(index, mention, parts) for index, mention, parts in mentions}


class Timeline:
    """The dates of one document as a reader meets them; each may be counted from those before it."""

    def __init__(
        self, published: tuple[int, int | None, int | None] | None, layout: Layout, old_eras: Mapping[str, int]
    ) -> None:
        self._published = published
        self._layout = layout
        self._old_eras = old_eras
        self._known: list[Known] = []
        # The era written last, also of a law's or judgement's year: 同50年 counts in it.
        self._era = ("", "")

    def resolve(self, index: int, mention: Mention, parts: DateParts) -> Entity:
        place = place_of(mention.span, self._layout)
        resolution = self._resolution(parts, place)
        resolution = self._over_new_year(resolution, parts, mention.span.start)
        if parts.era or parts.year is not None:
            self._era = (parts.era, str(index))
        if resolution.point is not None and parts.antecedent:
            self._known.append(Known(index, resolution.point, parts, place, mention.span.end))
        return _entity(mention, parts, resolution)

    def _resolution(self, parts: DateParts, place: Place) -> Resolution:
        if parts.century or parts.unit == "century":
            return self._century(parts)
        if parts.unit in ("same-period", "period"):
            return self._period(parts, place)
        year, fiscal, anchor, flags = self._year(parts, place)
        if year is None:
            return Resolution(None, anchor, flags)
        point = Point(year, fiscal=fiscal and not parts.month, decade=parts.decade)
        point = replace(point, quarter=parts.quarter, half=parts.half, season=parts.season)
        return self._with_month(point, parts, place, fiscal, anchor, flags)

    def _over_new_year(self, resolution: Resolution, parts: DateParts, start: int) -> Resolution:
        """12月から2月: the end of a range lies behind its beginning."""
        last, point = (self._known[-1] if self._known else None), resolution.point
        bare = parts.month and parts.year is None and parts.era_year is None and parts.reference is Reference.NONE
        if not bare or last is None or point is None or point.month is None or last.point.month is None:
            return resolution
        if start - last.end <= _RANGE_GAP and point.month < last.point.month and point.year == last.point.year:
            return replace(resolution, point=replace(point, year=point.year + 1))
        return resolution

    # --- years -----------------------------------------------------------------------------------------------

    def _year(self, parts: DateParts, place: Place) -> tuple[int | None, bool, str, tuple[str, ...]]:
        """Return (year, whether it is a fiscal year, what it was counted from, flags)."""
        if (parts.era and parts.era_year is not None) or parts.year is not None:
            year, flags = self._written(parts)
            return year, parts.fiscal, "", flags
        if parts.era_year is not None:
            return self._short(parts, place)
        if parts.reference is Reference.DOCUMENT:
            return self._from_document(parts)
        if parts.reference is Reference.LAST:
            return self._from_last(parts, place)
        return self._from_context(parts, place)

    def _written(self, parts: DateParts) -> tuple[int | None, tuple[str, ...]]:
        own = self._era_year(parts) if parts.era and parts.era_year is not None else parts.year
        if own is None or parts.gloss is None:
            return own, _era_flags(parts, own)
        gloss = parts.gloss.year or self._era_year(parts.gloss)
        western = own if parts.year is not None else gloss
        flags = ("era-mismatch",) if gloss is not None and gloss != own and parts.gloss.month is None else ()
        if parts.gloss.month is not None and parts.gloss.year is not None:
            western = parts.gloss.year
        return western or own, (*flags, *_era_flags(parts, own))

    def _era_year(self, parts: DateParts) -> int | None:
        era = era_named(parts.era)
        if parts.era_year is None:
            return None
        if era is not None:
            return era.year_of(parts.era_year)
        first = self._old_eras.get(parts.era)
        return first + parts.era_year - 1 if first else None

    def _short(self, parts: DateParts, place: Place) -> tuple[int | None, bool, str, tuple[str, ...]]:
        """A year without era or century continues the one before it, else it is the document's."""
        number = parts.era_year or 0
        if parts.reference is Reference.LAST and (written := era_named(self._era[0])):
            return written.year_of(number), parts.fiscal, self._era[1], ()
        beside = self._last(place, paragraph=True, spanning=True)
        if beside is None and parts.reference is Reference.LAST:
            beside = self._last(place)
        if beside is not None:
            era, western = self._written_in(beside)
            return expand_short_year(number, beside.point.year, era, western), parts.fiscal, str(beside.index), ()
        if self._published is None:
            return None, parts.fiscal, "", ()
        return expand_short_year(number, self._published[0]), parts.fiscal, DOCUMENT_ANCHOR, ()

    def _written_in(self, known: Known) -> tuple[str, bool]:
        """Return the era that a date's year is written in, and whether it is Western; 先月 is as the year before it."""
        if known.parts.era_year:
            era = known.parts.era or self._era_of_short(known)
            return era, not era
        if known.parts.year is not None:
            return "", True
        era, written = self._era
        return era, bool(written) and not era

    @staticmethod
    def _era_of_short(known: Known) -> str:
        """Return the era that a year written without one was read in; empty where it was Western."""
        number = known.parts.era_year
        return next((era.name for era in ERAS if number and era.year_of(number) == known.point.year), "")

    def _from_document(self, parts: DateParts) -> tuple[int | None, bool, str, tuple[str, ...]]:
        if self._published is None:
            return None, parts.fiscal, "", ()
        year, month, _ = self._published
        if parts.unit in ("month", "day"):
            return year, False, DOCUMENT_ANCHOR, ()
        base = fiscal_year(year, month) if parts.fiscal else year
        return base + parts.offset, parts.fiscal, DOCUMENT_ANCHOR, ()

    def _from_last(self, parts: DateParts, place: Place) -> tuple[int | None, bool, str, tuple[str, ...]]:
        last = self._last(place)
        if last is None:
            return self._from_document(parts) if parts.unit == "year" else (None, parts.fiscal, "", ())
        anchor = str(last.index)
        if parts.unit == "year" and not parts.month:
            fiscal = parts.fiscal or (last.point.fiscal and last.point.month is None and bool(parts.offset))
            base = last.point.fiscal_year if fiscal else last.point.year
            return base + parts.offset, fiscal, anchor, ()
        return last.point.year + (parts.offset if parts.unit == "year" else 0), parts.fiscal, anchor, ()

    def _from_context(self, parts: DateParts, place: Place) -> tuple[int | None, bool, str, tuple[str, ...]]:
        """A bare 7月 or 第1四半期: of the paragraph's year, the chapter's, the section's, else the document's."""
        last = self._last(place, paragraph=True) or self._of_chapter(place)
        if last is not None:
            fiscal = last.point.fiscal and last.point.month is None
            if parts.month:
                shift = 1 if fiscal and parts.month < 4 else 0
                return last.point.year + shift, False, str(last.index), ()
            if parts.calendar:
                # 1-3月期 of a fiscal year is the first quarter of the next one.
                return last.point.year + (fiscal and parts.quarter == 1), False, str(last.index), ()
            return last.point.year, fiscal, str(last.index), ()
        if self._published is None:
            return None, parts.fiscal, "", ()
        return self._published[0], parts.fiscal, DOCUMENT_ANCHOR, ()

    # --- months and days -------------------------------------------------------------------------------------

    def _with_month(
        self, point: Point, parts: DateParts, place: Place, fiscal: bool, anchor: str, flags: tuple[str, ...]
    ) -> Resolution:
        last = self._last(place) if parts.reference is Reference.LAST else None
        year, month, day = point.year, parts.month, parts.day
        if parts.gloss and parts.gloss.month and parts.gloss.year:
            year, month, day = parts.gloss.year, parts.gloss.month, parts.gloss.day
        elif parts.unit == "month":
            counted = self._counted_month(parts, place)
            if counted is None:
                return Resolution(None, anchor, flags)
            year, month, anchor = counted
        elif parts.unit in ("day", "next-month") or (day and not month):
            counted_day = self._counted_day(parts, place)
            if counted_day is None:
                return Resolution(None, anchor, flags)
            (year, month, day), anchor = counted_day
        elif (parts.unit == "next-year" and last and month and last.point.month and month <= last.point.month) or (
            fiscal and month and month < 4
        ):
            year += 1
        if month and day and not is_day(year, month, day):
            return Resolution(None, anchor, (*flags, "impossible-day"))
        return Resolution(replace(point, year=year, month=month, day=day), anchor, flags)

    def _counted_month(self, parts: DateParts, place: Place) -> tuple[int, int, str] | None:
        """同月, 翌月, 先月: a month counted from the last one mentioned or from publication."""
        if parts.reference is Reference.DOCUMENT:
            if self._published is None or self._published[1] is None:
                return None
            return *add_months(self._published[0], self._published[1], parts.offset), DOCUMENT_ANCHOR
        last = self._last(place, month=True)
        if last is None or last.point.month is None:
            return None
        return *add_months(last.point.year, last.point.month, parts.offset), str(last.index)

    def _counted_day(self, parts: DateParts, place: Place) -> tuple[tuple[int, int, int], str] | None:
        """同日, 翌25日 and a bare 9日: a day of the last month mentioned, or counted from the last day."""
        if parts.reference is Reference.DOCUMENT:
            return self._day_of_publication(parts)
        last = self._last(place, month=True)
        if last is None or last.point.month is None:
            return None
        year, month = last.point.year, last.point.month
        if parts.day is None:
            if last.point.day is None:
                return None
            day = date.fromordinal(date(year, month, last.point.day).toordinal() + parts.offset)
            return (day.year, day.month, day.day), str(last.index)
        if parts.unit == "next-month" and last.point.day and parts.day <= last.point.day:
            year, month = add_months(year, month, 1)
        return (year, month, parts.day), str(last.index)

    def _day_of_publication(self, parts: DateParts) -> tuple[tuple[int, int, int], str] | None:
        if self._published is None or self._published[1] is None or self._published[2] is None:
            return None
        day = date.fromordinal(date(*self._published).toordinal() + parts.offset)  # type: ignore[arg-type]
        return (day.year, day.month, day.day), DOCUMENT_ANCHOR

    # --- periods ---------------------------------------------------------------------------------------------

    def _century(self, parts: DateParts) -> Resolution:
        if parts.century:
            return Resolution(Point(parts.century, century=True))
        if self._published is None:
            return Resolution(None)
        return Resolution(Point((self._published[0] - 1) // 100 + 1 + parts.offset, century=True), DOCUMENT_ANCHOR)

    def _period(self, parts: DateParts, place: Place) -> Resolution:
        """前年同期 is the same period a year before; 前期 the quarter or half before."""
        last = self._last(place)
        if last is None:
            return Resolution(None)
        anchor = str(last.index)
        point = replace(last.point, day=None if parts.unit == "same-period" else last.point.day)
        if parts.unit == "same-period":
            return Resolution(replace(point, year=point.year + parts.offset), anchor)
        for name, count in (("half", 2), ("quarter", 4)):
            number = getattr(point, name)
            if number:
                years, rest = divmod(number - 2, count)
                return Resolution(replace(point, year=point.year + years, **{name: rest + 1}), anchor)
        return Resolution(None, anchor)

    # --- antecedents -----------------------------------------------------------------------------------------

    def _last(self, place: Place, paragraph: bool = False, month: bool = False, spanning: bool = False) -> Known | None:
        """Return the date mentioned last: in a table the one above in the column; `paragraph` stays in the block."""
        if place.table:
            above = self._above(place, month)
            if above is not None:
                return above
        fallback = None
        for known in reversed(self._known):
            if paragraph and known.place.block != place.block:
                break
            if known.point.decade or known.point.century or (month and not known.point.month):
                continue
            if spanning or not known.parts.spanning:
                return known if fallback is None or known.place.block == fallback.place.block else fallback
            fallback = fallback or known
        return fallback

    def _above(self, place: Place, month: bool) -> Known | None:
        in_table = [k for k in self._known if k.place.table == place.table and (not month or k.point.month)]
        same_cell = [k for k in in_table if (k.place.row, k.place.column) == (place.row, place.column)]
        column = [k for k in in_table if k.place.column == place.column]
        found = same_cell or column or in_table
        return found[-1] if found else None

    def _of_chapter(self, place: Place) -> Known | None:
        """Return the date of the section: one mentioned in it, or in the heading of one that holds it."""
        for known in reversed(self._known[-40:]):
            if known.place.section in place.sections and not known.point.decade and not known.point.century:
                if known.place.section == place.section or known.place.heading:
                    return known
        return None


def _era_flags(parts: DateParts, year: int | None) -> tuple[str, ...]:
    """Judge an era by the days it began and ended: 平成31年5月 and 昭和64年2月 are beyond it."""
    era = era_named(parts.era) if parts.era else None
    if era is None or year is None or parts.decade:
        return ()
    first, last = (year, parts.month or 12, parts.day or 28), (year, parts.month or 1, parts.day or 1)
    if parts.fiscal and not parts.month:
        first = last = (year, 4, 1)
        return ("beyond-era",) if last > (era.last.year, era.last.month, era.last.day) else ()
    if last > (era.last.year, era.last.month, era.last.day):
        return ("beyond-era",)
    return ("before-era",) if first < (era.first.year, era.first.month, 1) else ()


def _entity(mention: Mention, parts: DateParts, resolution: Resolution) -> Entity:
    point, flags = resolution.point, resolution.flags
    if point is None:
        return Entity(mention, Status.UNKNOWN, flags=flags, timex=Timex("", str(parts.mod), resolution.anchor))
    value = point.value
    if parts.weekday and point.day and point.month and point.year:
        actual = _WEEKDAYS[date(point.year, point.month, point.day).weekday()]
        flags = flags if actual == parts.weekday else (*flags, "wrong-weekday")
    first, last = interval(value)
    timex = Timex(value, str(parts.mod), resolution.anchor, first.isoformat(), last.isoformat())
    return Entity(mention, Status.RESOLVED, value, flags=flags, timex=timex)
