"""What `resolve` gives: what a mention means."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hakusho.records.authority import Body, Country
from hakusho.records.mentions import Mention


class Status(StrEnum):
    """RESOLVED: one meaning; AMBIGUOUS: several, all kept; UNKNOWN: none that the text supports."""

    RESOLVED = "RESOLVED"
    AMBIGUOUS = "AMBIGUOUS"
    UNKNOWN = "UNKNOWN"


class Certainty(StrEnum):
    """How sure a date's value is.

    CERTAIN: the text fixes it; LIKELY: evidence chose it; OPEN: it has none, or several.
    """

    NONE = ""
    CERTAIN = "certain"
    LIKELY = "likely"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 value with its days. `first_day` and `last_day` are ISO days, both inclusive.

    `anchor` is the index of the mention that this one was counted from, `document` (its day of publication), `title`
    or `event` (a named event with a year: 平成28年熊本地震).
    """

    value: str
    mod: str = ""
    anchor: str = ""
    first_day: str = ""
    last_day: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention with its meaning. `value` is what `corpus/GUIDELINES.md` defines for the label.

    `known` is what the lexicon has of it; labels of other packages bring types of their own.

    >>> import hakusho
    >>> country, year = hakusho.analyse("米国は昨年度に発表した。", published="2012-07").entities
    >>> country.value, country.status.value, year.value, year.timex.first_day
    ('USA', 'RESOLVED', 'FY2011', '2011-04-01')
    """

    mention: Mention
    status: Status
    value: str = ""
    name: str = ""
    entity_id: str = ""
    flags: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    timex: Timex | None = None
    name_en: str = ""
    known: Body | Country | Any | None = None
    certainty: Certainty = Certainty.NONE
