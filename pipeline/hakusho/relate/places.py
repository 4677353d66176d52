"""Where an event was: a city of the gazetteer or a country, before the particle of place."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from hakusho.records import Entity

# The longest gloss after a place, and how far before its verb the aim of a visit stands, in words.
_GLOSS, _TARGET = 12, 20


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
        held = self._roles["place_by"] | self._roles["place_at"]
        for index in range(first, last):
            name = self._name(surfaces, index)
            follows = self._follows(forms, index + 1)
            after = forms[follows : follows + 2]
            if not held.intersection(after) or self._roles["frame"].intersection(after):
                continue
            if name:
                return name, self._cities[name]
            if index in countries:
                return countries[index].mention.surface, countries[index].value
        return "", ""

    def _name(self, surfaces: Sequence[str], index: int) -> str:
        """Return the city whose name ends with a word: of one word or two."""
        pair = "".join(surfaces[max(index - 1, 0) : index + 1])
        return next((name for name in (pair, surfaces[index]) if name in self._cities), "")

    def _follows(self, forms: Sequence[str], index: int) -> int:
        """Return the index after a gloss in brackets (サンパウロ（ブラジル）で)."""
        if index < len(forms) and forms[index] in self._roles["bracket"]:
            closing = (end for end in range(index, min(index + _GLOSS, len(forms))) if forms[end] in self._roles["end"])
            return next(closing, index) + 1
        return index

    def visited(self, forms: Sequence[str], last: int, countries: Mapping[int, Entity]) -> tuple[str, str]:
        """Return the country that a visit or dispatch goes to: the last one before its verb that is a target."""
        for index in range(last, max(last - _TARGET, -1), -1):
            if index in countries and (index == last or self._is_target(forms, index, last)):
                return countries[index].mention.surface, countries[index].value
        return "", ""

    def _is_target(self, forms: Sequence[str], index: int, last: int) -> bool:
        return index + 1 == last or forms[index + 1] in self._roles["target"] | self._roles["between"] - {""}
