"""The recogniser of countries."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.labels import COUNTRY
from hakusho.recognise.countries.names import CountryLexicon, country_lexicon, find_countries
from hakusho.recognise.protocol import Candidate, Known
from hakusho.records import NameParts
from hakusho.text.document import Document


@dataclass(frozen=True, slots=True)
class CountryRecogniser:
    """Finds countries by their names, and contracted to a character."""

    lexicon: CountryLexicon
    label: str = COUNTRY
    needs: frozenset[str] = frozenset()

    def find(self, document: Document, known: Known) -> Iterator[Candidate]:
        for country in find_countries(document.view.text, self.lexicon, document.published):
            parts = NameParts(keys=country.keys, anaphor=country.rule == "same-country")
            yield Candidate(country.start, country.end, COUNTRY, country.rule, parts)


def recogniser(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> CountryRecogniser:
    """Build the recogniser from the lexicons of names and of words that are no countries."""
    return CountryRecogniser(country_lexicon(lexicon("country_names"), lexicon("country_guards")))
