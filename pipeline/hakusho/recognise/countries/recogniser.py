"""The recogniser of countries."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.labels import COUNTRY
from hakusho.recognise.countries.context import FoundCountry
from hakusho.recognise.countries.country_rules import BY_THE_NOUN, CONTRACTIONS, FORMER, INSIDE_KATAKANA
from hakusho.recognise.countries.names import NAME, CountryLexicon, country_lexicon, find_countries
from hakusho.recognise.edges import tears
from hakusho.recognise.protocol import CONTRACTED, Candidate, Known
from hakusho.records import NameParts, Words
from hakusho.text.document import Document


@dataclass(frozen=True, slots=True)
class CountryRecogniser:
    """Finds countries by their names, and contracted to a character."""

    lexicon: CountryLexicon
    label: str = COUNTRY
    needs: frozenset[str] = frozenset()

    def find(self, document: Document, known: Known) -> Iterator[Candidate]:
        text, words = document.view.text, document.words
        for country in find_countries(text, self.lexicon, document.published):
            if INSIDE_KATAKANA.match(text, country.end) and not words.is_boundary(country.end):
                # アルバカーキ市 is no city of アルバ.
                continue
            contracted = _is_contracted(country, text, words)
            by_noun = country.by_noun or country.rule in BY_THE_NOUN
            if contracted or by_noun or not tears(words, text, country.start, country.end):
                parts = NameParts(keys=country.keys, anaphor=country.rule == "same-country")
                former = country.start > 0 and text[country.start - 1] == FORMER
                features = (CONTRACTED,) if contracted or former else ()
                yield Candidate(country.start, country.end, COUNTRY, country.rule, parts, features)


def _is_contracted(country: FoundCountry, text: str, words: Words) -> bool:
    """日 in 日米 and 訪日: the words that it begins and ends in hold nothing but countries and their affixes."""
    first, last = words.word_at(country.start), words.word_at(country.end - 1)
    held = text[words.starts[first] : words.ends[last]]
    return country.rule != NAME and bool(CONTRACTIONS.fullmatch(held))


def recogniser(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> CountryRecogniser:
    """Build the recogniser from the lexicons of names and of words that are not countries."""
    return CountryRecogniser(country_lexicon(lexicon("country_names"), lexicon("country_guards")))
