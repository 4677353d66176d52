"""Days from 1868-10-23 to 2100 in every style come back; japanera is the independent judge of the eras."""

import contextlib
import os
from datetime import date, timedelta

import japanera
import pytest
from hypothesis import given
from hypothesis import strategies as st
from japanera import EraDate

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import analyse
from hakusho.text.calendar import era_on, interval
from hakusho.text.numerals import parse_numeral, to_kanji

FIRST, SOLAR, LAST = date(1868, 10, 23), date(1873, 1, 1), date(2100, 12, 31)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
POSITIONAL = str.maketrans("0123456789", "〇一二三四五六七八九")


def _era_year(day: date) -> tuple[str, str, int]:
    era = era_on(day)
    assert era is not None
    return era.name, era.letter, day.year - era.first.year + 1


STYLES = {
    "western": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "western-wide": lambda d: f"{d.year}年{d.month}月{d.day}日".translate(WIDE),
    "western-spaced": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "western-kanji": lambda d: f"{str(d.year).translate(POSITIONAL)}年{to_kanji(d.month)}月{to_kanji(d.day)}日",
    "slashes": lambda d: f"{d.year}/{d.month:02d}/{d.day:02d}",
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "era": lambda d: f"{_era_year(d)[0]}{_era_year(d)[2]}年{d.month}月{d.day}日",
    "era-wide": lambda d: f"{_era_year(d)[0]}{_era_year(d)[2]}年{d.month}月{d.day}日".translate(WIDE),
    "era-kanji": lambda d: f"{_era_year(d)[0]}{_kanji_year(_era_year(d)[2])}年{to_kanji(d.month)}月{to_kanji(d.day)}日",
    "era-letter": lambda d: "{0[1]}{0[2]}.{1.month}.{1.day}".format(_era_year(d), d),
    "western-glossed": lambda d: "{1.year}年（{0[0]}{0[2]}年）{1.month}月{1.day}日".format(_era_year(d), d),
    "era-glossed": lambda d: "{0[0]}{0[2]}年（{1.year}年）{1.month}月{1.day}日".format(_era_year(d), d),
}


def _kanji_year(year: int) -> str:
    return "元" if year == 1 else to_kanji(year)


def _days(first: date, offset: int) -> list[date]:
    """Return every day under `make fuzz`, else the first and last of each month and every thirteenth from an offset.

    Thirteen shares no factor with 365 or 366, so that each day of the year comes up in some year.
    """
    days = [first + timedelta(n) for n in range((LAST - first).days + 1)]
    if os.environ.get("HAKUSHO_FUZZ"):
        return days
    return [day for n, day in enumerate(days) if n % 13 == offset or 1 in (day.day, (day + timedelta(1)).day)]


@pytest.mark.parametrize("style", STYLES)
def test_every_day_comes_back(style: str) -> None:
    """400 days in each text. Before 1873 days of eras are lunar."""
    days = _days(SOLAR if style.startswith("era") else FIRST, list(STYLES).index(style))
    write = STYLES[style]
    for at in range(0, len(days), 400):
        part = days[at : at + 400]
        text = "\n\n".join(f"{write(day)}である。" for day in part)
        entities = analyse(text, frozenset({"DATE"}), published=str(part[0].year)).entities
        found = [(entity.mention.surface, entity.value) for entity in entities]
        assert found == [(write(day), day.isoformat()) for day in part]


@pytest.mark.parametrize("style", STYLES)
def test_no_lunar_day_is_read_as_a_western_one(style: str) -> None:
    days = [FIRST + timedelta(n) for n in range(0, (SOLAR - FIRST).days, 7)]
    for day in days if style.startswith("era") else ():
        (entity,) = analyse(f"{STYLES[style](day)}に発表した。", published="1900").entities
        assert entity.value != day.isoformat()
        assert entity.value[:4] in (str(day.year), str(day.year + 1))


def test_lunar_months_are_of_29_or_30_days() -> None:
    rows = sorted(
        ((date.fromisoformat(row["first_day"]), row) for row in read_lexicon("lunar_months")), key=lambda pair: pair[0]
    )
    for (first, row), (second, following) in zip(rows, rows[1:], strict=False):
        if (row["era"], row["year"], int(row["month"]) + 1) == (
            following["era"],
            following["year"],
            int(following["month"]),
        ):
            assert (second - first).days in (29, 30), (row, following)


def test_old_eras_began_when_japanera_says() -> None:
    """The year of a Japanese calendar is named by the Western one it mostly lies in; theirs by the day."""
    theirs: dict[str, list[date]] = {}
    for era in (*japanera.ERA_DATA_GENERAL, *japanera.ERA_DATA_DAIKAKUJI, *japanera.ERA_DATA_JIMYOUIN):
        theirs.setdefault(era.kanji, []).append(era.since)
    for row in read_lexicon("eras"):
        years = {day.year - (day.month < 3 and shift) for day in theirs[row["name"]] if day for shift in (0, 1)}
        assert int(row["first_year"]) in years, row


def test_eras_are_those_of_japanera() -> None:
    for n in range((LAST - date(1873, 1, 1)).days):
        day = date(1873, 1, 1) + timedelta(n)
        theirs = EraDate.from_date(day)
        era = era_on(day)
        assert era is not None
        assert (theirs.era.kanji, day.year - theirs.era.since.year + 1) == (era.name, day.year - era.first.year + 1), (
            day
        )


@given(st.integers(1, 9999))
def test_numerals_come_back(value: int) -> None:
    assert parse_numeral(to_kanji(value)) == value
    assert parse_numeral(str(value)) == value
    assert parse_numeral(str(value).translate(POSITIONAL)) == value


@given(st.text("〇一二三四五六七八九十百千元廿拾", max_size=12))
def test_a_numeral_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_numeral(text) >= 0


@given(st.integers(1900, 2100), st.sampled_from(["", "-Q1", "-Q4", "-H1", "-H2", "-SP", "-WI"]), st.booleans())
def test_intervals_are_ordered_and_whole_months(year: int, part: str, fiscal: bool) -> None:
    first, last = interval(f"{'FY' if fiscal else ''}{year}{part}")
    assert first <= last
    assert first.day == 1
    assert (last + timedelta(1)).day == 1
