"""What the lexicons know of a body or country: facts that go with every mention of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """One row of `organisations.tsv`. `first` and `last` are years, `successors` ids; empty where open or not known."""

    org_id: str
    name: str
    kind: str
    country: str
    parent: str
    first: str
    last: str
    name_en: str = ""
    abbreviation: str = ""
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """One row of `countries.tsv`: ISO 3166-1 codes (ISO 3166-3 for former states), names, continent (UN M49)."""

    iso3: str
    name_ja: str
    name_en: str
    iso2: str = ""
    continent: str = ""
