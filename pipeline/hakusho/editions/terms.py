"""Which words each edition uses more or less than the one before: the log-likelihood ratio of corpus linguistics.

G2 is that of Dunning (1993) as Rayson and Garside (2000) compute it for two corpora.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hakusho.editions.naming import EditionName
from hakusho.editions.series import presence, rate
from hakusho.files.run_columns import Row
from hakusho.text.calendar import ERAS

# G2 beyond which chance alone would bring a difference in one of 10,000 terms (one degree of freedom).
THRESHOLD = 15.13
# Terms used less often than this in a whole series have no row in series_changes.
LEAST = 3


_ERAS = "|".join(era.name for era in ERAS)
# A number or date tells nothing of what an edition is about: this year's is always new.
_NUMBER = re.compile(
    rf"(?:{_ERAS})?(?:[0-9.,]++|元)(?:年度|年|か?月|日)?(?:[0-9]+(?:年度|年|月|日))*|[〇一二三四五六七八九十百千万億兆]+"
)


def log_likelihood(count: int, total: int, other: int, other_total: int) -> float:
    """Return G2 of a term's counts in two texts of `total` and `other_total` terms.

    >>> round(log_likelihood(20, 10_000, 5, 10_000), 2), log_likelihood(7, 500, 7, 500)
    (9.64, 0.0)
    """
    whole = total + other_total
    if not total or not other_total:
        return 0.0
    parts = ((count, total * (count + other) / whole), (other, other_total * (count + other) / whole))
    return 2 * math.fsum(seen * math.log(seen / expected) for seen, expected in parts if seen)


def counts_by_year(terms: Iterable[Row], editions: Sequence[EditionName]) -> dict[int, Counter[str]]:
    """Return how often each edition uses each term, from rows (doc_id, term, count); numbers and dates left out."""
    year_of = {doc_id: edition.year for edition in editions for doc_id in edition.documents}
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for doc_id, term, count in terms:
        if doc_id in year_of and not _NUMBER.fullmatch(term):
            counts[year_of[doc_id]][term] += count
    return counts


def term_rows(
    counts: Mapping[int, Counter[str]], editions: Sequence[EditionName], characters: Mapping[str, int]
) -> Iterator[Row]:
    """Return the rows of series_terms; a term that an edition left has a row with count 0 there if it fell."""
    before: Counter[str] | None = None
    for edition in editions:
        now = counts.get(edition.year, Counter())
        totals = now.total(), before.total() if before is not None else 0
        for term in sorted(now.keys() | (before or {}).keys()):
            keyness, direction = _keyness(now[term], before[term] if before is not None else None, *totals)
            if now[term] or direction:
                told = "" if keyness is None else round(keyness, 2)
                yield (
                    edition.series,
                    edition.name,
                    term,
                    now[term],
                    rate(now[term], characters[edition.name]),
                    told,
                    direction,
                )
        before = now


def _keyness(count: int, other: int | None, total: int, other_total: int) -> tuple[float | None, str]:
    if other is None:
        return None, ""
    keyness = log_likelihood(count, total, other, other_total)
    if keyness < THRESHOLD:
        return keyness, ""
    return keyness, "rose" if count * other_total > other * total else "fell"


def term_changes(counts: Mapping[int, Counter[str]], editions: Sequence[EditionName]) -> Iterator[Row]:
    """Return the rows of series_changes for terms."""
    years: dict[str, set[int]] = defaultdict(set)
    totals: Counter[str] = Counter()
    for year, terms in counts.items():
        totals.update(terms)
        for term in terms:
            years[term].add(year)
    for term in sorted(term for term, total in totals.items() if total >= LEAST):
        yield editions[0].series, "term", term, *presence(years[term], editions), "", ""
