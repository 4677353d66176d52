"""Years that are written in full: Western ones, those of eras, and their glosses."""

from collections.abc import Mapping
from dataclasses import dataclass

from hakusho.records import DateParts
from hakusho.text.calendar import era_named


@dataclass(frozen=True, slots=True)
class WrittenYears:
    """Reads years of eras; `old_eras` maps those before 明治 to the Western year they began in."""

    old_eras: Mapping[str, int]

    def year(self, parts: DateParts) -> tuple[int | None, tuple[str, ...]]:
        """Return the Western year that a date writes, and the flags of a source that contradicts itself."""
        own = self._era_year(parts) if parts.era and parts.era_year is not None else parts.year
        if own is None or parts.gloss is None:
            return own, era_flags(parts, own)
        gloss = parts.gloss.year or self._era_year(parts.gloss)
        western = own if parts.year is not None else gloss
        flags = ("era-mismatch",) if gloss is not None and gloss != own and parts.gloss.month is None else ()
        if parts.gloss.month is not None and parts.gloss.year is not None:
            western = parts.gloss.year
        return western or own, (*flags, *era_flags(parts, own))

    def _era_year(self, parts: DateParts) -> int | None:
        era = era_named(parts.era)
        if parts.era_year is None:
            return None
        if era is not None:
            return era.year_of(parts.era_year)
        first = self.old_eras.get(parts.era)
        return first + parts.era_year - 1 if first else None


def era_flags(parts: DateParts, year: int | None) -> tuple[str, ...]:
    """Judge an era by the days it began and ended: 平成31年5月 and 昭和64年2月 are beyond it, 平成元年1月3日 before it."""
    era = era_named(parts.era) if parts.era else None
    if era is None or year is None or parts.decade:
        return ()
    first, last = (year, parts.month or 12, parts.day or 31), (year, parts.month or 1, parts.day or 1)
    if parts.fiscal and not parts.month:
        first = last = (year, 4, 1)
        return ("beyond-era",) if last > (era.last.year, era.last.month, era.last.day) else ()
    if last > (era.last.year, era.last.month, era.last.day):
        return ("beyond-era",)
    return ("before-era",) if first < (era.first.year, era.first.month, era.first.day) else ()
