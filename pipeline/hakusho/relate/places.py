"""Where an event was: a city of the gazetteer or a country, before the particle of place."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from hakusho.records import Entity


class Places:
    """Finds the place in the words that tell an event."""

    def __init__(
        self, read_lexicon: Callable[[str], Iterable[dict[str, str]]], roles: Mapping[str, frozenset[str]]
    ) -> None:
        self._cities = {row["name"]: row["iso3"] for row in read_lexicon("cities")}
        self._roles = roles

    def find(
        self, surfaces: Sequence[str], forms: Sequence[str], first: int, last: int, countries: Mapping[int, Entity]
    ) -> tuple[str, str]:
        """Return (place, country) told in words [first, last); empty for none. `countries` go by their last word."""
        for index in range(first, min(last, len(forms) - 2)):
            by_particle = forms[index + 1] in self._roles["place_by"]
            if not (by_particle or forms[index + 2] in self._roles["place_at"]):
                continue
            if surfaces[index] in self._cities:
                return surfaces[index], self._cities[surfaces[index]]
            if index in countries:
                return countries[index].mention.surface, countries[index].value
        return "", ""
