"""From the groups of a matched date rule to `DateParts`: what the words say, before any calendar."""

from collections.abc import Mapping
from typing import Any

from hakusho.recognise.dates import word_rules as words
from hakusho.records import DateParts, Mod, Reference
from hakusho.text.calendar import era_named
from hakusho.text.numerals import parse_numeral

Groups = Mapping[str, str | None]
_NEAR_FUTURE = 50
# Groups that hold 年 or 年度.
_YEAR_UNITS = frozenset("u u2 gu su relfy sfy rfy".split())
# 翌日3月12日, 前日3月10日, 本日4月1日 write month and day; the word gives the year.
_OF_DAY = {
    (words.LAST, True): "next-year",
    (words.LAST, False): "year",
    (words.DOCUMENT, True): "near",
    (words.DOCUMENT, False): "near",
}
_NAMED_PERIODS = frozenset("m monthrel season dec edec c crel q half".split())


def date_parts(rule: str, groups: Groups) -> DateParts:
    """Return what the groups of a match of `rule` say; numerals are parsed here and nowhere before."""
    if rule in ("next", "same-era") and not groups.get("w"):
        return _after_last(groups, "next-" if rule == "next" else "")
    if groups.get("old"):
        return _old_era(groups)
    if bc := groups.get("bc"):
        return DateParts(year=-parse_numeral(bc), **_position(groups))
    for reader in (_decade, _century, _period, _part_word):
        if parts := reader(groups):
            return parts
    return DateParts(**(_year(groups) | _month_day(groups) | _within_year(groups) | _position(groups)))


def _after_last(groups: Groups, prefix: str) -> DateParts:
    """翌25日 and 翌4月 follow the date before them; 同21年度, 同8月 and 同28日 share its era, year or month."""
    if short := groups.get("short"):
        unit = "" if prefix else "era"
        year = _short_year(short) | {"fiscal": bool(groups.get("sfy"))}
        within = _month_day(groups) | _within_year(groups)
        return DateParts(reference=Reference.LAST, unit=unit, **year, **within, **_position(groups))
    if groups.get("m"):
        return DateParts(reference=Reference.LAST, unit=prefix + "year", **_month_day(groups), **_position(groups))
    return DateParts(reference=Reference.LAST, unit=prefix + "month", day=_number(groups.get("day")))


def _number(text: str | None) -> int | None:
    return parse_numeral(text) if text else None


def _old_era(groups: Groups) -> DateParts:
    """Only the Western gloss places a lunar date; without one the year is as near as the words come."""
    gloss = _gloss(groups)
    if gloss is not None and gloss.month:
        return DateParts(year=gloss.year, month=gloss.month, day=gloss.day, era=groups["old"] or "")
    year = gloss.year if gloss else None
    lunar = {} if groups.get("leap") or year else _month_day(groups)
    return DateParts(era=groups["old"] or "", era_year=_number(groups["ey"]), year=year, **lunar, **_position(groups))


def _year(groups: Groups) -> dict[str, Any]:
    fiscal = any(name == "fy" or (name in _YEAR_UNITS and words.FISCAL in (groups[name] or "")) for name in groups)
    year: dict[str, Any] = {"fiscal": fiscal, "gloss": _gloss(groups)}
    if groups.get("e"):
        return year | {"era": groups["e"], "era_year": _number(groups["ey"])}
    if west := groups.get("w"):
        return year | {"year": parse_numeral(west)}
    if two := groups.get("two"):
        return year | {"year": _of_century(parse_numeral(two), year["gloss"])}
    if imperial := groups.get("imperial"):
        # The year 1 of the imperial era is 660 BC.
        return year | {"year": parse_numeral(imperial) - 660}
    if short := groups.get("short"):
        return year | _short_year(short, western=bool(groups.get("cut") or groups.get("fy")))
    if ago := groups.get("ago"):
        return year | {"reference": Reference.DOCUMENT, "offset": -parse_numeral(ago), "unit": "year"}
    if later := groups.get("later"):
        return year | {"reference": Reference.LAST, "offset": parse_numeral(later), "unit": "years-later"}
    if "near" in groups:
        return year | {"reference": Reference.DOCUMENT, "unit": "near"}
    return year | _counted(groups)


def _short_year(short: str, western: bool = False) -> dict[str, Any]:
    """08年 and '12年 can only be Western: no era writes a leading zero or an apostrophe."""
    number = parse_numeral(short)
    if western or short.startswith("0"):
        return {"year": (2000 if number < _NEAR_FUTURE else 1900) + number}
    return {"era_year": number}


def _of_century(number: int, gloss: DateParts) -> int | None:
    """Return the year of two figures that the era in brackets names; None where the two do not agree."""
    era = era_named(gloss.era)
    year = era.year_of(gloss.era_year) if era and gloss.era_year else None
    return year if year is not None and year % 100 == number else None


def _counted(groups: Groups) -> dict[str, Any]:
    for group, table, unit in (
        ("rel", words.YEAR_WORDS, "year"),
        ("monthrel", words.MONTH_WORDS, "month"),
        ("dayrel", words.DAY_WORDS, "day"),
    ):
        if word := groups.get(group):
            reference, offset = table[word]
            if unit == "day" and groups.get("m"):
                return {"reference": Reference(reference), "unit": _OF_DAY[reference, offset > 0]}
            return {"reference": Reference(reference), "offset": offset, "unit": unit}
    if word := groups.get("fiscalrel"):
        reference, offset = words.FISCAL_YEAR_WORDS[word]
        unit = "office-year" if words.OFFICE in word else "new-year" if word.startswith(words.NEW) else "year"
        return {"reference": Reference(reference), "offset": offset, "unit": unit, "fiscal": True}
    if groups.get("nextseason"):
        return {"reference": Reference.LAST, "offset": 1, "unit": "year"}
    if word := groups.get("seasonrel"):
        return {"reference": Reference.DOCUMENT, "offset": words.SEASON_WORDS[word], "unit": "year"}
    return {}


def _gloss(groups: Groups) -> DateParts | None:
    if groups.get("ge") == words.SAME:
        # 2010年(同22年): the era is that of a date before.
        return None
    if groups.get("ge"):
        return DateParts(era=groups["ge"] or "", era_year=_number(groups["gey"]))
    if groups.get("gw"):
        return DateParts(year=_number(groups["gw"]))
    if groups.get("fw"):
        return DateParts(year=_number(groups["fw"]), month=_number(groups.get("fm")), day=_number(groups.get("fd")))
    if groups.get("fe"):
        return DateParts(
            era=groups["fe"] or "",
            era_year=_number(groups["fey"]),
            month=_number(groups.get("fem")),
            day=_number(groups.get("fed")),
        )
    return None


def _month_day(groups: Groups) -> dict[str, Any]:
    parts: dict[str, Any] = {"month": _number(groups.get("m")), "day": _number(groups.get("d"))}
    if groups.get("newyear"):
        return {"month": 1, "day": 1}
    if groups.get("yearend"):
        return {"month": 12, "day": 31}
    if name := groups.get("mname"):
        return parts | {"month": words.MONTH_NAMES[name[:3]]}
    if groups.get("leap"):
        # 閏四月 is not a month of the Western calendar.
        return {}
    if groups.get("same_month"):
        parts["unit"] = "month"
    return parts


def _within_year(groups: Groups) -> dict[str, Any]:
    if closing := groups.get("cm"):
        half = groups.get("half")
        return {
            "closing": parse_numeral(closing),
            "quarter": _number(groups.get("q")),
            "half": words.HALVES[half] if half else None,
        }
    if quarter := groups.get("q"):
        return {"quarter": parse_numeral(quarter)}
    if groups.get("qa"):
        return {"quarter": _calendar_quarter(_number(groups["qa"]), _number(groups["qb"])), "calendar": True}
    if half := groups.get("half"):
        return {"half": words.HALVES[half]}
    if season := groups.get("season"):
        return {"season": words.SEASONS[season]}
    return {}


def _calendar_quarter(first: int | None, last: int | None) -> int | None:
    """Return 2 for 4-6月期; other month ranges (4-9月期) are not quarters."""
    if first and last and last == first + 2 and first % 3 == 1:
        return (first + 2) // 3
    return None


def _position(groups: Groups) -> dict[str, Any]:
    part = groups.get("part")
    if not part:
        return {}
    if part in words.HALVES:
        if _NAMED_PERIODS.isdisjoint(groups):
            return {"half": words.HALVES[part]}
        if "dec" in groups or "edec" in groups:
            return {}
    return {"mod": Mod(words.POSITIONS[part])}


def _decade(groups: Groups) -> DateParts | None:
    if groups.get("edec"):
        year = _number(groups["edec"])
        return DateParts(era=groups["e"] or "", era_year=year, decade=True, **_position(groups))
    if decade := groups.get("dec"):
        year = parse_numeral(decade)
        return DateParts(year=year if year >= 100 else 1900 + year, decade=True, **_position(groups))
    return None


def _century(groups: Groups) -> DateParts | None:
    if century := groups.get("c"):
        return DateParts(century=parse_numeral(century), **_position(groups))
    if counted := groups.get("crel"):
        offset = 0 if counted == words.THIS else -1
        return DateParts(unit="century", reference=Reference.DOCUMENT, offset=offset, **_position(groups))
    return None


def _period(groups: Groups) -> DateParts | None:
    word = groups.get("period")
    if not word:
        return None
    unit, offset = words.PERIOD_WORDS[word]
    mod = Mod.END if groups.get("part") else Mod.NONE
    return DateParts(reference=Reference.LAST, unit=unit, offset=offset, mod=mod)


def _part_word(groups: Groups) -> DateParts | None:
    word = groups.get("partword")
    if not word:
        return None
    fiscal, mod = words.PART_WORDS[word]
    return DateParts(reference=Reference.DOCUMENT, unit="part", fiscal=fiscal, mod=Mod(mod))
