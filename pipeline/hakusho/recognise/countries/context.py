"""A text with what is known of its countries, while they are being found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hakusho.text.matching import Hit

# What words that are not countries stand under in the gazetteer.
GUARD = "guard"


@dataclass(frozen=True, slots=True)
class FoundCountry:
    """A country in offsets of the view; `keys` are ISO 3166 alpha-3 codes, best first, or `SAME` for 同国.

    `by_noun` says that the noun behind shows where it ends, whatever words the analyser cuts.
    """

    start: int
    end: int
    rule: str
    keys: tuple[str, ...]
    by_noun: bool = False


class CountryContext:
    """A text with what is known of it: words that are not countries, and the countries found so far."""

    def __init__(self, text: str, members: Mapping[str, str], chosen: Sequence[Hit]) -> None:
        self.text = text
        self.members = members
        self.names = [hit for hit in chosen if hit.key != GUARD]
        self._blocked: set[int] = set()
        self._starts: dict[int, int] = {}
        self._ends: dict[int, tuple[str, ...]] = {}
        self._codes: dict[int, tuple[str, ...]] = {}
        self._guards = {hit.start for hit in chosen if hit.key == GUARD}
        for hit in chosen:
            self._blocked.update(range(hit.start, hit.end))

    def occupy(self, found: Iterable[FoundCountry]) -> None:
        for country in found:
            self._blocked.update(range(country.start, country.end))
            self._starts[country.start] = country.end
            self._ends[country.end] = country.keys
            self._codes[country.start] = country.keys

    def names_too(self, offset: int) -> bool:
        """Return whether the text names the country of the member at `offset` in full, too: 墨側 beside メキシコ."""
        return any((self.members[self.text[offset]],) == keys for keys in self._codes.values())

    def free(self, offset: int) -> bool:
        """Return whether the character at `offset` may be a contracted country."""
        return offset not in self._blocked

    def release(self, offset: int) -> None:
        self._blocked.discard(offset)

    def block(self, start: int, end: int) -> None:
        """Say that no contracted country stands in [start, end): 日・英・中の三言語."""
        self._blocked.update(range(start, end))

    def opens_word(self, offset: int) -> bool:
        """Return whether the word that claims a character begins with it: 独自 in 日独自動車."""
        return offset in self._guards

    def is_country(self, offset: int) -> bool:
        """Return whether a country begins at `offset`."""
        return offset in self._starts

    def found(self) -> Iterable[tuple[int, int]]:
        """Return where the countries found so far begin and end."""
        return self._starts.items()

    def keys_at(self, offset: int) -> tuple[str, ...]:
        """Return the codes of the country that begins at `offset`; none where none does."""
        return self._codes.get(offset, ())

    def glosses(self, offset: int) -> bool:
        """Return whether the member at `offset` and a name say the same: 独(ドイツ), ドイツ(独)."""
        own = (self.members[self.text[offset]],)
        if self.at(offset + 1) == "(" and self._codes.get(offset + 2) == own:
            return True
        return self.at(offset - 1) == "(" and self.at(offset + 1) == ")" and self._ends.get(offset - 1) == own

    def is_country_end(self, offset: int) -> bool:
        return offset in self._ends

    def near(self, offset: int, reach: int) -> bool:
        """Return whether another country stands within `reach` characters of the same line."""
        low = self.text.rfind("\n", max(0, offset - reach), offset)
        high = self.text.find("\n", offset, offset + reach)
        first = low if low >= 0 else offset - reach
        last = high if high >= 0 else offset + reach
        return any(first < start < last and start != offset for start in self._starts)

    def country(self, offset: int, rule: str, *, by_noun: bool = False) -> FoundCountry:
        return FoundCountry(offset, offset + 1, rule, (self.members[self.text[offset]],), by_noun)

    def at(self, offset: int) -> str:
        return self.text[offset] if 0 <= offset < len(self.text) else ""
