"""The things that a run names, over all its documents, and what came before and after its bodies."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from hakusho.labels import LabelFault, registry
from hakusho.records import Analysis, Body, Country
from hakusho.tabulate.checks import check_rows
from hakusho.tabulate.entity_tables import LIST, Row
from hakusho.tabulate.rows import entity_id_of, printable

# What a document adds to `entities`: entity_id, label, names and aliases with their counts, iso3, published.
Share = tuple[str, str, str, str, str, str]
# A date of publication that is not known comes after all that are.
_UNKNOWN = "~"


def entity_shares(analysis: Analysis) -> list[Share]:
    """Return what a document adds to the table `entities`, one row per thing that it names, sorted by id."""
    names: dict[str, Counter[str]] = {}
    aliases: dict[str, Counter[str]] = {}
    facts: dict[str, tuple[str, str]] = {}
    for entity in analysis.entities:
        if entity_id := entity_id_of(entity):
            names.setdefault(entity_id, Counter())[entity.name or entity.value or entity_id] += 1
            aliases.setdefault(entity_id, Counter())[entity.mention.surface] += 1
            facts.setdefault(entity_id, (entity.mention.label, _country_of(entity.known)))
    published = analysis.source.source.published
    return [
        (entity_id, label, _json(names[entity_id]), _json(aliases[entity_id]), iso3, published)
        for entity_id, (label, iso3) in sorted(facts.items())
    ]


def _country_of(known: object) -> str:
    if isinstance(known, Country):
        return known.iso3
    return known.country if isinstance(known, Body) else ""


def _json(counts: Mapping[str, int]) -> str:
    """Names as a table shows them: on one line, in characters that can be printed."""
    shown: Counter[str] = Counter()
    for name, count in counts.items():
        shown[printable(re.sub(r"\s+", " ", name))] += count
    return json.dumps(shown, ensure_ascii=False)


class Entities:
    """Puts the shares of documents together."""

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}
        self._aliases: dict[str, Counter[str]] = {}
        self._facts: dict[str, tuple[str, str]] = {}
        self._first: dict[str, tuple[str, str]] = {}
        self._documents: Counter[str] = Counter()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all things."""
        return frozenset(self._facts)

    def add(self, doc_id: str, shares: Iterable[Sequence[str]]) -> None:
        """Take the shares of a document.

        Raises LabelFault where labels give one id to different things.
        """
        for entity_id, label, names, aliases, iso3, published in shares:
            known, _ = self._facts.setdefault(entity_id, (label, iso3))
            if known != label:
                raise LabelFault(f"labels {known} and {label} both give the entity_id {entity_id}.")
            self._names.setdefault(entity_id, Counter()).update(json.loads(names))
            self._aliases.setdefault(entity_id, Counter()).update(json.loads(aliases))
            self._documents[entity_id] += 1
            place = (published or _UNKNOWN, doc_id)
            self._first[entity_id] = min(self._first.get(entity_id, place), place)

    def rows(self) -> list[Row]:
        """Return the rows of the table `entities`, by label and id. Raises SchemaError where one does not fit."""
        order = {label: at for at, label in enumerate(registry())}
        made: list[Row] = [
            self._row(key) for key in sorted(self._facts, key=lambda key: (order[self._facts[key][0]], key))
        ]
        check_rows("entities", made)
        return made

    def _row(self, entity_id: str) -> Row:
        label, iso3 = self._facts[entity_id]
        name, aliases = _commonest(self._names[entity_id])[0], self._aliases[entity_id]
        first, documents = self._first[entity_id][1], self._documents[entity_id]
        return entity_id, label, name, iso3, documents, aliases.total(), first, LIST.join(_commonest(aliases))


def _commonest(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))


def succession_rows(lexicon: Sequence[Mapping[str, str]], named: Collection[str]) -> list[Row]:
    """Return the rows of the table `successions`: all that came before and after the bodies that are `named`.

    `lexicon` are the rows of `successions.tsv`. Raises SchemaError where one does not fit.

    >>> steps = [("a", "b", "防衛庁", "防衛省", "2007"), ("x", "y", "郵政省", "総務省", "2001")]
    >>> columns = ("organisation_id", "successor_id", "from_name", "to_name", "year")
    >>> lexicon = [dict(zip(columns, step), kind="renamed", source="法律") for step in steps]
    >>> succession_rows(lexicon, {"b"})
    [('a', 'b', '防衛庁', '防衛省', 2007, 'renamed', '法律')]
    """
    pairs = [(row["organisation_id"], row["successor_id"]) for row in lexicon]
    after = _reached(named, pairs)
    before = _reached(named, [(successor, body) for body, successor in pairs])
    made = [
        _succession(row)
        for row, (body, successor) in zip(lexicon, pairs, strict=True)
        if body in after or successor in before
    ]
    check_rows("successions", made)
    return made


def _succession(row: Mapping[str, str]) -> Row:
    names = (row["organisation_id"], row["successor_id"], row["from_name"], row["to_name"])
    return *names, int(row["year"]), row["kind"], row["source"]


def _reached(starts: Collection[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """Return the starts, and all that steps lead to from them."""
    onward: dict[str, list[str]] = {}
    for body, following in steps:
        onward.setdefault(body, []).append(following)
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        body = waiting.pop()
        if body not in reached:
            reached.add(body)
            waiting += onward.get(body, ())
    return reached
