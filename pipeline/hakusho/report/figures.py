"""The figures of a report, each as SVG, as PNG, and as the data that it shows; captions in both languages."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hakusho.files.lexicons import read_lexicon
from hakusho.labels import DATE, registry
from hakusho.report.charts import LABEL_COLOURS, Figure, Series, network, ranking, timeline, world_map
from hakusho.report.data import Named, RunData
from hakusho.report.svg import BLUE, PURPLE

_MOST_NAMED = 20


def figures(data: RunData, words: Mapping[str, str]) -> list[Figure]:
    """Return the figures of a run that have something to show; `words` are the texts of a language."""
    made = [
        dates_told(data, words),
        documents_told(data, words),
        world_map("map", words, data.countries, numeric_codes()),
        most_named(words, data.organisations[:_MOST_NAMED]),
        network("network", words, data),
    ]
    return [figure for figure in made if figure.rows]


def dates_told(data: RunData, words: Mapping[str, str]) -> Figure:
    """Return how often the texts name each year, and how many events they date in it."""
    dates, events = Counter[int](), Counter[int]()
    for found in data.mentions.values():
        dates.update(int(m.first_day[:4]) for m in found if m.label == DATE and m.first_day[:4].isdigit())
    for told in data.events.values():
        events.update(int(event.first_day[:4]) for event in told if event.first_day[:4].isdigit())
    series = [
        Series(DATE, words[DATE], LABEL_COLOURS[DATE], dates),
        Series("events", words["events"], PURPLE, events),
    ]
    return timeline("timeline_dates", words, series)


def documents_told(data: RunData, words: Mapping[str, str]) -> Figure:
    """Return how many mentions of each label the documents of each year hold."""
    counts: dict[str, Counter[int]] = {label: Counter() for label in registry()}
    for document in data.documents:
        if document.year.isdigit():
            for mention in data.mentions.get(document.doc_id, ()):
                counts[mention.label][int(document.year)] += 1
    series = [
        Series(label if label in words else "", words.get(label, label), LABEL_COLOURS.get(label, BLUE), found)
        for label, found in counts.items()
    ]
    return timeline("timeline_documents", words, series)


def numeric_codes() -> dict[str, str]:
    """Return the numeric code of each country by its alpha-3 code; former states have none."""
    return {row["iso3"]: row["numeric"] for row in read_lexicon("countries") if row["numeric"]}


def most_named(words: Mapping[str, str], found: Sequence[Named]) -> Figure:
    """Return how often each of some bodies is named."""
    english = {one.name: one.chart_name_en for one in found if one.name_en}
    counts = [(one.name, float(one.mentions)) for one in found]
    columns = ("organisation", "mentions")
    return ranking("most_named", words["most_named"], columns, counts, english=english)


def png(svg: str) -> bytes:
    """Return a drawing as PNG, twice its size; its Japanese letters are of a font of this machine."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=2, background="white"))
