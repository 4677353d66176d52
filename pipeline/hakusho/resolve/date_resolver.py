"""The resolver of dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hakusho.labels import DATE
from hakusho.records import DateParts, Entity
from hakusho.resolve.dates import Surroundings, resolve_dates
from hakusho.resolve.protocol import Indexed
from hakusho.resolve.written_years import WrittenYears, written_years
from hakusho.text.document import Document


@dataclass(frozen=True, slots=True)
class DateResolver:
    """Places dates on the calendar; `eras` are the eras before 明治, and the months of the lunar calendar."""

    eras: WrittenYears
    label: str = DATE
    needs: frozenset[str] = frozenset()

    def resolve(self, mentions: Indexed, document: Document, known: Mapping[int, Entity]) -> Mapping[int, Entity]:
        dates = [(index, mention, mention.parts) for index, mention in mentions if isinstance(mention.parts, DateParts)]
        return resolve_dates(dates, Surroundings(document.text, document.source.source, document.segments, self.eras))


def resolver(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> DateResolver:
    """Build the resolver from the lexicons of eras and of lunar months."""
    return DateResolver(written_years(lexicon("eras"), lexicon("lunar_months")))
