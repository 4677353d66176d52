"""What a report is made of: the tables of a run, read once, in the shape that its pages want."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hakusho.files.run_columns import rows, rows_by_document
from hakusho.files.runs import finished_manifest, read_text
from hakusho.labels import COUNTRY, ORG

Row = tuple[object, ...]


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


_OF_EVENT = (
    *("doc_id", "event_id", "type", "name", "date_value", "first_day", "place", "place_country", "participants"),
    *("outcome", "start", "end"),
)


@dataclass
class RunData:
    """The tables of a run that a report shows. Mentions and structure are by document, each in order of the text."""

    run: Path
    documents: list[Document]
    mentions: dict[str, list[Marked]]
    events: list[Event]
    sections: dict[str, list[Row]]
    blocks: dict[str, list[Row]]
    failures: list[Row]
    quality: list[Row]
    organisations: list[Row]
    countries: list[Row]
    terms: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def text(self, doc_id: str) -> str:
        """Return the canonical text of a document."""
        return read_text(self.run, doc_id) or ""

    def sentences(self) -> Iterator[list[Marked]]:
        """Return the bodies and countries that each sentence names, for those that name two or more."""
        for found in self.mentions.values():
            together: dict[str, list[Marked]] = defaultdict(list)
            for mention in found:
                if mention.label in (ORG, COUNTRY) and mention.sentence_id and mention.entity_id:
                    together[mention.sentence_id].append(mention)
            yield from (named for named in together.values() if len(named) > 1)


def read_run_data(run: Path) -> RunData:
    """Read what a report shows of a finished run. Raises OutputError where it is none, or a table is damaged."""
    finished_manifest(run)
    mentions: dict[str, list[Marked]] = defaultdict(list)
    for doc_id, *row in rows(run, "mentions", ("doc_id", *_OF_MENTION)):
        mentions[doc_id].append(Marked(*row))
    data = RunData(
        run,
        [Document(*row) for row in rows(run, "documents", _OF_DOCUMENT)],
        mentions,
        [Event(*row) for row in rows(run, "events", _OF_EVENT)],
        dict(rows_by_document(run, "sections", ("section_id", "level", "title", "number", "start", "end"))),
        dict(rows_by_document(run, "blocks", ("start", "end", "region", "page"))),
        [*rows(run, "failures", ("doc_id", "path", "kind", "stage", "message"))],
        [*rows(run, "quality", ("doc_id", "kind", "line", "start_text", "comment"))],
        [
            *rows(
                run,
                "organisations",
                ("doc_id", "entity_id", "name", "aliases", "mentions", "kind", "country", "name_en"),
            )
        ],
        [*rows(run, "countries", ("doc_id", "iso3", "name_ja", "name_en", "mentions", "continent"))],
    )
    for doc_id, term, kind, count in rows(run, "terms", ("doc_id", "term", "kind", "count")):
        data.terms[doc_id, term, kind] += int(count)
    return data


_OF_DOCUMENT = ("doc_id", "title", "publisher", "published", "series", "edition", "characters", "mentions")


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


def organisations(data: RunData) -> list[Named]:
    """Return the bodies of a run, the most named first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in data.organisations:
        found[str(row[1])].append(row)
    named = []
    for entity_id, of_it in found.items():
        names = Counter[str]()
        for row in of_it:
            names[str(row[2])] += _number(row[4])
        aliases = sorted({alias for row in of_it for alias in str(row[3]).split(";") if alias})
        name = names.most_common(1)[0][0]
        first = of_it[0]
        others = tuple(alias for alias in aliases if alias != name)
        kind, country, english = str(first[5]), str(first[6]), str(first[7])
        named.append(Named(entity_id, ORG, name, english, kind, country, others, names.total(), len(of_it)))
    return sorted(named, key=lambda one: (-one.mentions, one.name))


def countries(data: RunData) -> list[Named]:
    """Return the countries of a run, the most named first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in data.countries:
        found[str(row[1])].append(row)
    named = [
        Named(iso3, COUNTRY, str(of[0][2]), str(of[0][3]), str(of[0][5]), iso3, (), _total(of), len(of))
        for iso3, of in found.items()
    ]
    return sorted(named, key=lambda one: (-one.mentions, one.name))


def _total(of_it: Sequence[Row]) -> int:
    return sum(_number(row[4]) for row in of_it)


def _number(cell: object) -> int:
    return int(str(cell))
