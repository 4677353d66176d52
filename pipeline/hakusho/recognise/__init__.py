"""recognise: from a text and its structure to mentions."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from hakusho.recognise.countries.context import FoundCountry
from hakusho.recognise.countries.names import CountryLexicon, country_lexicon, find_countries
from hakusho.recognise.dates.grammar import DateGrammar, FoundDate, date_grammar, find_dates
from hakusho.recognise.organisations.finder import find_organisations
from hakusho.recognise.organisations.lexicon import BodyLexicon, FoundBody, body_lexicon
from hakusho.records import UNCOUNTED, Label, Mention, NameParts, Region, Segments, SourceText
from hakusho.text.views import View

__all__ = ["Recognisers", "recognise"]

Rows = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recognisers:
    """What recognition needs, built once a process: the date grammar and the lexicons in searchable form."""

    dates: DateGrammar
    countries: CountryLexicon
    bodies: BodyLexicon

    @classmethod
    def from_rows(cls, rows: Mapping[str, Rows]) -> "Recognisers":
        """Build from the rows of the lexicon files, by file name without its ending."""
        return cls(
            date_grammar(tuple(sorted(row["name"] for row in rows["eras"]))),
            country_lexicon(rows["country_names"], rows["country_guards"]),
            body_lexicon(rows["organisation_names"], rows["organisations"], rows["organisation_heads"]),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """One candidate in offsets of the view. `rank` decides between labels where spans are alike."""

    start: int
    end: int
    rank: int
    mention: Mention


def recognise(
    source: SourceText,
    segments: Segments,
    view: View,
    recognisers: Recognisers,
    labels: frozenset[Label] = frozenset(Label),
) -> tuple[Mention, ...]:
    """Return the mentions of a document in order; none overlap, and where candidates do the longer one wins.

    `labels` restricts the work to some labels; organisations need dates and countries, which are then found too.
    """
    published = source.source.published
    year = int(published[:4]) if published[:4].isdigit() else None
    dates = find_dates(view.text, recognisers.dates, year) if labels & {Label.DATE, Label.ORG} else []
    countries = (
        find_countries(view.text, recognisers.countries, published) if labels & {Label.COUNTRY, Label.ORG} else []
    )
    bodies: list[FoundBody] = []
    if Label.ORG in labels:
        spans = [(d.start, d.end) for d in dates], [(c.start, c.end) for c in countries]
        bodies = find_organisations(view.text, recognisers.bodies, *spans, segments.definitions)
    regions = _Regions(segments)
    found = [_of_body(body, view, source.text, regions) for body in bodies]
    if Label.DATE in labels:
        found += [_of_date(date, view, source.text, regions) for date in dates]
    if Label.COUNTRY in labels:
        found += [_of_country(country, view, source.text, regions) for country in countries]
    return tuple(candidate.mention for candidate in _longest(found) if candidate.mention.region not in UNCOUNTED)


def _longest(found: list[_Found]) -> list[_Found]:
    chosen: list[_Found] = []
    for candidate in sorted(found, key=lambda f: (f.start, -f.end, f.rank)):
        if chosen and candidate.start < chosen[-1].end:
            if candidate.end - candidate.start > chosen[-1].end - chosen[-1].start:
                chosen[-1] = candidate
            continue
        chosen.append(candidate)
    return chosen


class _Regions:
    """Returns the region of a place; built once a document."""

    def __init__(self, segments: Segments) -> None:
        self._starts = [block.span.start for block in segments.blocks]
        self._kinds = [block.kind for block in segments.blocks]

    def __call__(self, offset: int) -> Region:
        index = bisect_right(self._starts, offset) - 1
        return self._kinds[index] if index >= 0 else Region.BODY


def _of_body(body: FoundBody, view: View, text: str, regions: _Regions) -> _Found:
    span = view.span(body.start, body.end)
    parts = NameParts(
        keys=body.keys,
        canonical=view.text[body.start : body.end],
        head=body.head,
        anaphor=body.rule == "anaphor",
        alias_of=view.span(*body.body) if body.body else None,
    )
    return _Found(
        body.start,
        body.end,
        0,
        Mention(span, Label.ORG, text[span.slice], f"org:{body.rule}", regions(span.start), parts),
    )


def _of_date(date: FoundDate, view: View, text: str, regions: _Regions) -> _Found:
    span = view.span(date.start, date.end)
    mention = Mention(span, Label.DATE, text[span.slice], f"date:{date.rule}", regions(span.start), date.parts)
    return _Found(date.start, date.end, 1, mention)


def _of_country(country: FoundCountry, view: View, text: str, regions: _Regions) -> _Found:
    span = view.span(country.start, country.end)
    parts = NameParts(keys=country.keys, anaphor=country.rule == "same-country")
    mention = Mention(span, Label.COUNTRY, text[span.slice], f"country:{country.rule}", regions(span.start), parts)
    return _Found(country.start, country.end, 2, mention)
