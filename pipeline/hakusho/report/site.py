"""All files of a report: pages, the data that they load, figures, downloads."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from jinja2 import DictLoader, Environment

from hakusho.files.lexicons import read_lexicon
from hakusho.files.names import safe_name
from hakusho.files.site import asset
from hakusho.files.tables import csv_table, marked
from hakusho.files.workbook import plain_workbook
from hakusho.labels import registry
from hakusho.report.charts import Figure
from hakusho.report.data import Document, RunData
from hakusho.report.editions_page import Step, Steps
from hakusho.report.figures import figures, numeric_codes, png
from hakusho.report.reader import reader_text
from hakusho.report.scripts import local_id, script_of

LANGUAGES = ("ja", "en")
_TEMPLATES = ("base", "macros", "overview", "table", "quality", "reader", "editions", "step")
_TABLES = ("organisations", "countries", "events", "terms")
_MOST_TERMS = 5_000
_MOST_PUBLISHERS = 8
# Numbers, single kana and letters are counted as terms; a reader of the table looks for words.
_NO_TERM = re.compile(r"[\d.,%]+|[ぁ-ゖァ-ヴーa-zA-Z]|[ぁ-ゖ]{2}")


def texts() -> dict[str, dict[str, str]]:
    """Return the words of the pages, by language and key."""
    return {language: json.loads(asset(f"texts/{language}.json")) for language in LANGUAGES}


class Site:
    """Makes the files of a report from the data of a run, and of a comparison of editions where there is one."""

    def __init__(self, data: RunData, steps: Steps | None) -> None:
        self._data, self._steps = data, steps
        self._texts = texts()
        self._pages = ["overview", *_TABLES, *(["editions"] if steps else []), "quality"]
        templates = {f"{name}.html": asset(f"templates/{name}.html").decode() for name in _TEMPLATES}
        self._environment = Environment(loader=DictLoader(templates), autoescape=True, trim_blocks=True)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Return (name, content) of each file."""
        yield from self._static()
        made = {figure.name: figure for figure in figures(self._data, self._texts["ja"])}
        if self._steps:
            made |= {figure.name: figure for figure in self._steps.figures}
        yield from self._figures(made.values())
        drawn = {name: figure.svg for name, figure in made.items()}
        yield "index.html", self._page("overview", "overview", {"figures": drawn, **self._overview()})
        for name in _TABLES:
            yield from self._table(name)
        quality = {"failures": self._data.failures, "quality": self._data.quality, "names": self._names}
        yield "quality.html", self._page("quality", "quality", quality)
        if self._steps:
            yield from self._editions(self._steps.steps, drawn)
        for document in self._data.documents:
            yield from self._reader(document)

    def _page(self, template: str, page: str, content: Mapping[str, object], root: str = "") -> bytes:
        shared = {"texts": self._texts["ja"], "page": page, "pages": self._pages, "root": root}
        made = self._environment.get_template(f"{template}.html").render({**shared, **content})
        return made.encode("utf-8", "replace")

    def _editions(self, steps: Sequence[Step], drawn: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Return the page that counts what became of sections and paragraphs, and a page for each pair of editions."""
        matrices = []
        for number, (kind, counted) in enumerate(steps[0].counts if steps else ()):
            lines = [(step, step.counts[number][1]) for step in steps]
            matrices.append((kind, [relation for relation, _, _ in counted], lines))
        yield "editions.html", self._page("editions", "editions", {"matrices": matrices})
        around = zip([None, *steps], steps, [*steps[1:], None], strict=False)
        for before, step, after in around:
            content = {"step": step, "before": before, "after": after, "figures": drawn}
            yield step.page, self._page("step", "editions", content)

    def _static(self) -> Iterator[tuple[str, bytes]]:
        for name in ("report.css", "report.js", "reader.js", "names.js"):
            yield f"static/{name}", asset(f"static/{name}")
        words = json.dumps(self._texts, ensure_ascii=False, sort_keys=True)
        names = {row["iso3"]: [row["name_ja"], row["name_en"]] for row in read_lexicon("countries")}
        countries = json.dumps(names, ensure_ascii=False)
        yield "static/texts.js", f"const hakushoTexts = {words};\nconst hakushoCountries = {countries};\n".encode()
        yield "static/world-atlas-LICENSE.txt", asset("vendor/world-atlas-LICENSE.txt")

    def _figures(self, made: Iterable[Figure]) -> Iterator[tuple[str, bytes]]:
        captions = {}
        for figure in made:
            yield f"figures/{figure.name}.svg", figure.svg.encode()
            yield f"figures/{figure.name}.png", png(figure.svg)
            yield f"figures/{figure.name}.csv", _csv(figure.columns, figure.rows)
            captions[figure.name] = {language: figure.caption(self._texts[language]) for language in LANGUAGES}
        yield "figures/captions.json", (json.dumps(captions, ensure_ascii=False, indent=1) + "\n").encode()

    def _overview(self) -> dict[str, object]:
        data = self._data
        shapes = numeric_codes()
        counts = [
            ("documents", len(data.documents), "#documents"),
            ("organisations", len(data.organisations), "organisations.html"),
            ("countries", len(data.countries), "countries.html"),
            ("events", sum(map(len, data.events.values())), "events.html"),
            ("mentions", sum(map(len, data.mentions.values())), "organisations.html"),
        ]
        # Named after its series only where that is all it holds.
        series = sorted({document.series for document in data.documents})
        titles = series[:3] if all(series) else []
        return {
            "title": "、".join(titles),
            "years": _years(data.documents),
            "publishers": [*dict.fromkeys(one.publisher for one in data.documents if one.publisher)][:_MOST_PUBLISHERS],
            "counts": counts,
            "published_by": any(document.publisher for document in data.documents),
            "failed": sum(row[2] == "failed" for row in data.failures),
            "off_map": [one for one in data.countries if one.entity_id not in shapes],
            "documents": [(document, _href(document.doc_id)) for document in data.documents],
        }

    def _table(self, name: str) -> Iterator[tuple[str, bytes]]:
        columns, rows = getattr(self, f"_{name}")()
        content = script_of({"columns": columns, "rows": rows, "hidden": self._hidden(name, rows)})
        yield f"data/{name}.js", f"hakusho.table({content});\n".encode("utf-8", "replace")
        yield f"{name}.html", self._page("table", name, {})
        plain = [row[:-1] for row in rows]
        yield f"downloads/{name}.csv", _csv(columns, plain)
        yield f"downloads/{name}.xlsx", plain_workbook(name, columns, plain)

    @cached_property
    def _names(self) -> dict[str, str]:
        """What each document is called, by its id."""
        return {document.doc_id: document.name for document in self._data.documents}

    @cached_property
    def _first_places(self) -> dict[str, str]:
        """Where the reader shows the first mention of each entity."""
        places: dict[str, str] = {}
        for doc_id, found in self._data.mentions.items():
            for mention in found:
                places.setdefault(mention.entity_id, f"{_href(doc_id)}#{local_id(mention.mention_id)}")
        return places

    def _organisations(self) -> tuple[list[str], list[list[object]]]:
        rows: list[list[object]] = []
        for one in self._data.organisations:
            told = [one.name, one.mentions, one.documents, one.name_en, "; ".join(one.aliases), one.kind, one.country]
            rows.append([*told, self._first_places.get(one.entity_id, "")])
        return ["name", "count", "documents", "name_en", "aliases", "kind", "country"], rows

    def _countries(self) -> tuple[list[str], list[list[object]]]:
        rows: list[list[object]] = []
        for one in self._data.countries:
            told = [one.name, one.mentions, one.documents, one.name_en, one.entity_id, one.kind]
            rows.append([*told, self._first_places.get(one.entity_id, "")])
        return ["name", "count", "documents", "name_en", "country", "continent"], rows

    def _events(self) -> tuple[list[str], list[list[object]]]:
        rows: list[list[object]] = []
        events = chain.from_iterable(self._data.events.values())
        for event in sorted(events, key=lambda event: (event.first_day or "9", event.doc_id, event.start)):
            link = f"{_href(event.doc_id)}#{local_id(event.event_id)}"
            told = [event.type, event.name, event.where, event.participants, event.outcome]
            rows.append([event.date or event.first_day, *told, self._names.get(event.doc_id, event.doc_id), link])
        return ["date", "type", "name", "place", "participants", "outcome", "document"], rows

    def _terms(self) -> tuple[list[str], list[list[object]]]:
        counts: dict[tuple[str, str], list[int]] = {}
        for (_, term, kind), count in self._data.terms.items():
            held = counts.setdefault((term, kind), [0, 0])
            held[0] += count
            held[1] += 1
        most = sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))[:_MOST_TERMS]
        return ["term", "count", "documents", "kind"], [[term, *found, kind, ""] for (term, kind), found in most]

    @staticmethod
    def _hidden(name: str, rows: Sequence[Sequence[object]]) -> list[int]:
        """Return the rows that a table shows only when it is asked for all: terms that say little by themselves."""
        if name != "terms":
            return []
        stop = {row["term"] for row in read_lexicon("term_stop_words")}
        terms = (str(row[0]) for row in rows)
        return [number for number, term in enumerate(terms) if term in stop or _NO_TERM.fullmatch(term)]

    def _reader(self, document: Document) -> Iterator[tuple[str, bytes]]:
        made = reader_text(self._data, document.doc_id)
        stem = safe_name(document.doc_id)
        content = {
            "document": document,
            "folder": quote(stem),
            "chunks": len(made.chunks),
            "sections": made.headings,
            "labels": list(registry()),
            "regions": made.regions,
            "rules": made.rules,
        }
        yield f"read/{stem}.html", self._page("reader", "reader", content, "../")
        yield f"read/{stem}/names.js", made.names.encode("utf-8", "replace")
        yield f"read/{stem}/index.js", made.index.encode("utf-8", "replace")
        for number, chunk in enumerate(made.chunks):
            yield f"read/{stem}/{number}.js", chunk.encode("utf-8", "replace")


def _href(doc_id: str) -> str:
    return f"read/{quote(safe_name(doc_id))}.html"


def _years(documents: Sequence[Document]) -> str:
    """Return the first and last year of publication, as far as they are known."""
    years = sorted({one.year for one in documents if one.year})
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    records: list[Mapping[str, object]] = [dict(zip(columns, row, strict=True)) for row in rows]
    return marked(csv_table(columns, records), True)


def make_site(data: RunData, steps: Steps | None) -> dict[str, bytes]:
    """Return the content of every file of a report by its name."""
    return dict(Site(data, steps).files())


def read_steps(run: Path, folder: Path | None) -> Steps | None:
    """Return what changed between editions, from a folder of `hakusho editions`; None where none is given."""
    return Steps(run, folder, texts()["ja"]) if folder is not None else None
