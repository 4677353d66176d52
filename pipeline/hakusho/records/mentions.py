"""What `recognise` gives: spans with a label and the rule that found them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from hakusho.records.source import Region
from hakusho.records.spans import Span


class Reference(StrEnum):
    """What a date without a year of its own is counted from."""

    NONE = ""
    DOCUMENT = "document"
    LAST = "last"


class Mod(StrEnum):
    """The position a modifier names inside its period, as TIMEX3's `mod` does."""

    NONE = ""
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


@dataclass(frozen=True, slots=True)
class DateParts:
    """What the words of a date say, before anything is counted from a calendar.

    `era`/`era_year` are as written (平成, 23); `year` is a Western year, of two digits where the text has two;
    `offset` is 0 for 本年 and 同年, -1 for 昨年 and 前年, +1 for 翌年, in units of `unit`
    (year, month, day, period); `gloss` holds the bracketed second reading. `antecedent` is False for years that
    no 同年 points to: of laws, citations and editions. `spanning` marks the ends of a range of years, which
    同年 points to only for want of a date of its own. `calendar` quarters are given by their months (1-3月期);
    `closing` is the month that a company's year ends in (2024年3月期). A `year` below 0 is one before Christ.
    """

    era: str = ""
    era_year: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    fiscal: bool = False
    decade: bool = False
    century: int | None = None
    reference: Reference = Reference.NONE
    unit: str = ""
    offset: int = 0
    mod: Mod = Mod.NONE
    weekday: str = ""
    gloss: "DateParts | None" = None
    antecedent: bool = True
    spanning: bool = False
    calendar: bool = False
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a name says: candidate keys of the lexicon, or the kind of body an anaphor (同省) points to.

    `keys` are ISO codes or organisation ids, best first; `canonical` the name the text itself gives;
    `head` the kind of body; `parent` the key of the body that a sub-body's name was found under.
    `place` stands in front of the name though it is not printed there, up to its last letter (甲野市 of 市議会).
    """

    keys: tuple[str, ...] = ()
    canonical: str = ""
    head: str = ""
    anaphor: bool = False
    alias_of: Span | None = None
    place: Span | None = None


# What a recogniser tells the resolver of its label; labels of other packages bring types of their own.
MentionParts: TypeAlias = "DateParts | NameParts | Any | None"


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name or date: `surface` is the text at `span`, `found_by` its label and rule.

    `given` is the value that the user's own names or corrections give it; `features` are what held of it when it was
    found, empty where the rule alone decided.

    >>> import hakusho
    >>> mention = hakusho.analyse("日米両国が合意した。").entities[1].mention
    >>> mention.surface, mention.label, mention.span.start, mention.found_by
    ('米', 'COUNTRY', 1, 'country:compound')
    """

    span: Span
    label: str
    surface: str
    found_by: str
    region: Region = Region.BODY
    parts: MentionParts = None
    given: str = ""
    features: tuple[str, ...] = ()
