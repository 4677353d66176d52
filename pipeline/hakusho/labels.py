"""The registry of labels: one LabelSpec for each, from which every list of labels in hakusho derives.

A label from outside the package is a LabelSpec that an entry point of the group `hakusho.labels` names:

    [project.entry-points."hakusho.labels"]
    LAW = "my_package:LAW"

Its recogniser and resolver are named by address, so that reading the registry loads no stage.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from hakusho.errors import HakushoError
from hakusho.text.calendar import interval

GROUP = "hakusho.labels"
ORG, COUNTRY, DATE = "ORG", "COUNTRY", "DATE"
# Marks spans of gold that are not scored; it has no recogniser.
IGNORE = "IGNORE"
# What stands for a value that the text does not tell.
OPEN = "?"


class LabelFault(HakushoError):
    """A label of another package that cannot be used."""


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """All that hakusho knows of a label.

    `recogniser` and `resolver` are addresses (`module:attribute`) of factories that take a function from the name of
    a lexicon to its rows, and return a `hakusho.recognise.Recogniser` and a `hakusho.resolve.Resolver`.
    `prefix` precedes its values in brat's Reference lines; `is_value` checks one. `table` is the address of the
    `hakusho.records.EntityTable` with one row per document and entity, empty for none. `contains` names the labels
    that may stand inside its mentions. `by_entity` is True where mentions of one value may be different things, so
    that `entity_id` tells; `names` where its surfaces are names, which gold treats alike wherever they stand.
    """

    name: str
    about: str
    recogniser: str
    resolver: str
    prefix: str
    is_value: Callable[[str], bool]
    about_value: str
    table: str = ""
    contains: frozenset[str] = frozenset()
    by_entity: bool = False
    names: bool = False


def _is_name(value: str) -> bool:
    return bool(value.strip())


def _is_code(value: str) -> bool:
    return bool(re.fullmatch("[A-Z]{3}", value))


def _is_timex(value: str) -> bool:
    try:
        interval(value)
    except ValueError:
        return False
    return True


_OWN = (
    LabelSpec(
        ORG,
        "Bodies: ministries, agencies, companies, international organisations.",
        "hakusho.recognise.organisations.recogniser:recogniser",
        "hakusho.resolve.organisations:resolver",
        "org",
        _is_name,
        "canonical name",
        "hakusho.tabulate.entity_tables:ORGANISATIONS",
        by_entity=True,
        names=True,
    ),
    LabelSpec(
        COUNTRY,
        "Countries, by name or contracted to a character.",
        "hakusho.recognise.countries.recogniser:recogniser",
        "hakusho.resolve.countries:resolver",
        "iso3166",
        _is_code,
        "ISO 3166-1 alpha-3 (ISO 3166-3 for former states)",
        "hakusho.tabulate.entity_tables:COUNTRIES",
        names=True,
    ),
    LabelSpec(
        DATE,
        "Days, months, years, fiscal years and their parts.",
        "hakusho.recognise.dates.recogniser:recogniser",
        "hakusho.resolve.date_resolver:resolver",
        "timex3",
        _is_timex,
        "TIMEX3 value",
    ),
)


@lru_cache(maxsize=1)
def registry() -> Mapping[str, LabelSpec]:
    """Return the labels by name: hakusho's own, then those of other packages in the order of their names.

    Raises LabelFault for an entry point that cannot be loaded, is not a LabelSpec, or takes a name that is taken.

    >>> list(registry())[:3], registry()["DATE"].is_value("FY2011")
    (['ORG', 'COUNTRY', 'DATE'], True)
    """
    found = {spec.name: spec for spec in _OWN}
    for point in _entry_points():
        try:
            spec = point.load()
        except Exception as error:
            raise LabelFault(f"label {point.name} ({point.value}): cannot be loaded: {error}.") from error
        if not isinstance(spec, LabelSpec):
            raise LabelFault(f"label {point.name} ({point.value}): not a hakusho.labels.LabelSpec.")
        if spec.name in found or spec.name == IGNORE:
            raise LabelFault(f"label {spec.name} ({point.value}): there is a label of this name already.")
        found[spec.name] = spec
    return found


def _entry_points() -> list[EntryPoint]:
    return sorted(entry_points(group=GROUP), key=lambda point: point.name)


def label_versions() -> dict[str, str]:
    """Return the package and version that each label from outside comes from."""
    return {f"label {p.name}": f"{p.dist.name} {p.dist.version}" for p in _entry_points() if p.dist is not None}


def annotation_labels() -> tuple[str, ...]:
    """Return the labels that annotations may bear: every label, and IGNORE."""
    return (*registry(), IGNORE)


def load(address: str) -> Any:
    """Return what an address (`module:attribute`) names."""
    module, _, attribute = address.partition(":")
    return getattr(import_module(module), attribute)


def in_order(needs: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return labels so that each follows those it needs, else in the order of the registry.

    Raises LabelFault where labels need one another.

    >>> in_order({"ORG": {"DATE", "COUNTRY"}, "COUNTRY": (), "DATE": ()})
    ('COUNTRY', 'DATE', 'ORG')
    """
    try:
        sorter = TopologicalSorter(
            {label: [other for other in needs if other in needed] for label, needed in needs.items()}
        )
        return tuple(sorter.static_order())
    except CycleError as error:
        raise LabelFault(f"labels need one another: {', '.join(map(str, error.args[1]))}.") from None
