"""What a report is made of: the tables of a run, read once, in the shape that its pages want."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hakusho.files.run_columns import Row, rows, rows_by_document
from hakusho.files.runs import finished_manifest, read_text
from hakusho.labels import COUNTRY, ORG


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the run; `year` is that of its edition or publication, empty where it has neither."""

    doc_id: str
    title: str
    publisher: str
    published: str
    series: str
    edition: str
    characters: int
    mentions: int

    @property
    def name(self) -> str:
        """Its title, or its id where it has none."""
        return self.title or self.doc_id

    @property
    def year(self) -> str:
        return self.published[:4]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention as pages show it: what it is, what it means, what found it. Days are ISO or empty."""

    mention_id: str
    label: str
    start: int
    end: int
    value: str
    status: str
    name: str
    entity_id: str
    first_day: str
    last_day: str
    region: str
    sentence_id: str
    section_id: str
    found_by: str
    features: str
    candidates: str


_OF_MENTION = (
    *("mention_id", "label", "start", "end", "value", "status", "name", "entity_id", "first_day", "last_day"),
    *("region", "sentence_id", "section_id", "found_by", "features", "candidates"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """An event as pages show it."""

    doc_id: str
    event_id: str
    type: str
    name: str
    date: str
    first_day: str
    place: str
    country: str
    participants: str
    outcome: str
    start: int
    end: int

    @property
    def where(self) -> str:
        """Its place and the country of it, as far as they are known."""
        return " ".join(filter(None, (self.place, self.country)))


_OF_EVENT = (
    *("doc_id", "event_id", "type", "name", "date_value", "first_day", "place", "place_country", "participants"),
    *("outcome", "start", "end"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity over all documents: its names, how often it is mentioned, and in which documents."""

    entity_id: str
    label: str
    name: str
    name_en: str
    kind: str
    country: str
    aliases: tuple[str, ...]
    mentions: int
    documents: int

    @property
    def chart_name_en(self) -> str:
        """Its name in English as a chart has room for it: its letters (ASEAN) where the whole name is long."""
        letters = [alias for alias in self.aliases if _LETTERS.fullmatch(alias)]
        return min(letters, key=len) if letters and len(self.name_en) > _LONG_NAME else self.name_en


# A name in English longer than this is cut in charts.
_LONG_NAME = 26
_LETTERS = re.compile("[A-Z][A-Za-z]?[A-Z][A-Za-z-]{0,6}")

_OF_DOCUMENT = ("doc_id", "title", "publisher", "published", "series", "edition", "characters", "mentions")
_OF_BODY = ("doc_id", "entity_id", "name", "aliases", "mentions", "kind", "country", "name_en")


class RunData:
    """The tables of a finished run that a report shows, each read when it is first asked for.

    Mentions, events, sections and blocks are by document, each in order of the text. Raises OutputError for a folder
    that holds no finished run; so does each table that is damaged.
    """

    def __init__(self, run: Path) -> None:
        finished_manifest(run)
        self._run = run

    @cached_property
    def documents(self) -> list[Document]:
        return [Document(*row) for row in rows(self._run, "documents", _OF_DOCUMENT)]

    @cached_property
    def mentions(self) -> dict[str, list[Marked]]:
        found: dict[str, list[Marked]] = defaultdict(list)
        for doc_id, *row in rows(self._run, "mentions", ("doc_id", *_OF_MENTION)):
            found[doc_id].append(Marked(*row))
        return dict(found)

    @cached_property
    def events(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for row in rows(self._run, "events", _OF_EVENT):
            found[row[0]].append(Event(*row))
        return dict(found)

    @cached_property
    def sections(self) -> Mapping[str, list[Row]]:
        return rows_by_document(self._run, "sections", ("section_id", "level", "title", "number", "start", "end"))

    @cached_property
    def blocks(self) -> Mapping[str, list[Row]]:
        return rows_by_document(self._run, "blocks", ("start", "end", "region", "page"))

    @cached_property
    def failures(self) -> list[Row]:
        return [*rows(self._run, "failures", ("doc_id", "path", "kind", "stage", "message"))]

    @cached_property
    def quality(self) -> list[Row]:
        return [*rows(self._run, "quality", ("doc_id", "kind", "line", "start_text", "comment"))]

    @cached_property
    def terms(self) -> Counter[tuple[str, str, str]]:
        """How often each (document, term, kind) is counted."""
        counts = Counter[tuple[str, str, str]]()
        for *term, count in rows(self._run, "terms", ("doc_id", "term", "kind", "count")):
            counts[term[0], term[1], term[2]] += count
        return counts

    @cached_property
    def organisations(self) -> list[Named]:
        """The bodies of the run, the most named first."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows(self._run, "organisations", _OF_BODY):
            found[row[1]].append(row)
        return sorted((_body(of_it) for of_it in found.values()), key=_most_named)

    @cached_property
    def countries(self) -> list[Named]:
        """The countries of the run, the most named first."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows(self._run, "countries", ("doc_id", "iso3", "name_ja", "name_en", "mentions", "continent")):
            found[row[1]].append(row)
        return sorted((_country(of_it) for of_it in found.values()), key=_most_named)

    def text(self, doc_id: str) -> str:
        """Return the canonical text of a document."""
        return read_text(self._run, doc_id) or ""

    def sentences(self) -> Iterator[list[Marked]]:
        """Return the bodies and countries that each sentence names, for those that name two or more."""
        for found in self.mentions.values():
            together: dict[str, list[Marked]] = defaultdict(list)
            for mention in found:
                if mention.label in (ORG, COUNTRY) and mention.sentence_id and mention.entity_id:
                    together[mention.sentence_id].append(mention)
            yield from (named for named in together.values() if len(named) > 1)


def _most_named(one: Named) -> tuple[int, str]:
    return -one.mentions, one.name


def _body(of_it: Sequence[Row]) -> Named:
    """Return a body from its row in each document; its commonest name is its name."""
    names = Counter[str]()
    for row in of_it:
        names[row[2]] += row[4]
    name = names.most_common(1)[0][0]
    aliases = {alias for row in of_it for alias in row[3].split(";") if alias} - {name}
    _, entity_id, _, _, _, kind, country, english = of_it[0]
    return Named(entity_id, ORG, name, english, kind, country, tuple(sorted(aliases)), names.total(), len(of_it))


def _country(of_it: Sequence[Row]) -> Named:
    _, iso3, name, english, _, continent = of_it[0]
    return Named(iso3, COUNTRY, name, english, continent, iso3, (), sum(row[4] for row in of_it), len(of_it))
