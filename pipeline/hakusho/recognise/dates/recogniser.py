"""The recogniser of dates."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.labels import DATE
from hakusho.recognise.dates.grammar import DateGrammar, date_grammar, find_dates
from hakusho.recognise.protocol import Candidate, Known
from hakusho.text.document import Document


@dataclass(frozen=True, slots=True)
class DateRecogniser:
    """Finds dates by an ordered grammar."""

    grammar: DateGrammar
    label: str = DATE
    needs: frozenset[str] = frozenset()

    def find(self, document: Document, known: Known) -> Iterator[Candidate]:
        year = document.published[:4]
        for date in find_dates(document.view.text, self.grammar, int(year) if year.isdigit() else None):
            yield Candidate(date.start, date.end, DATE, date.rule, date.parts)


def recogniser(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> DateRecogniser:
    """Build the recogniser from the lexicon of eras."""
    return DateRecogniser(date_grammar(tuple(sorted(row["name"] for row in lexicon("eras")))))
