"""The resolver of dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hakusho.labels import DATE
from hakusho.records import DateParts, Entity
from hakusho.resolve.dates import resolve_dates
from hakusho.resolve.protocol import Indexed
from hakusho.text.document import Document


@dataclass(frozen=True, slots=True)
class DateResolver:
    """Places dates on the calendar. `old_eras` maps the eras before 明治 to the Western year they began in."""

    old_eras: Mapping[str, int]
    label: str = DATE
    needs: frozenset[str] = frozenset()

    def resolve(self, mentions: Indexed, document: Document, known: Mapping[int, Entity]) -> Mapping[int, Entity]:
        dates = [(index, mention, mention.parts) for index, mention in mentions if isinstance(mention.parts, DateParts)]
        return resolve_dates(dates, document.published, document.layout, self.old_eras)


def resolver(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> DateResolver:
    """Build the resolver from the lexicon of eras."""
    return DateResolver({row["name"]: int(row["first_year"]) for row in lexicon("eras")})
