"""One thing under one id in all documents: what is merged, and why."""

import csv
import io
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.lexicons import read_lexicon
from hakusho.files.run_columns import columns, has_table, rows
from hakusho.files.user_files import user_text
from hakusho.text.folding import folding_table
from hakusho.text.names import name_id, without_legal_form

_LEXICON = "o-"
_LEFT_OUT = str.maketrans("", "", " \u3000・･")
_COLUMNS = ("name", "same_as")
# Kinds of step in which a body goes on as another; where there are two such, neither is the same.
_ONE_BODY = ("renamed", "merged", "taken over")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of a run. `parent` is the entity_id of the body above it, where known."""

    entity_id: str
    name: str
    parent: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Merge:
    """One entity of the run that is another in the tables of the series."""

    entity_id: str
    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class Succession:
    """A body and what came after it; `year` is empty where it is not known."""

    entity_id: str
    successor_id: str
    from_name: str
    to_name: str
    year: str
    kind: str


class Identities:
    """Which entity of a run is which in the tables of a series.

    >>> bodies = [Body("n-1", "日ＥＵ対話", "", 3), Body("n-2", "日・EU対話", "", 1)]
    >>> identities = Identities(bodies, {}, [], [])
    >>> identities.of("n-1") == identities.of("n-2"), identities.name(identities.of("n-2"))
    (True, '日ＥＵ対話')
    """

    def __init__(
        self,
        bodies: Sequence[Body],
        short_forms: Mapping[str, str],
        corrections: Sequence[tuple[str, str]],
        successions: Sequence[Succession],
    ) -> None:
        self._into: dict[str, Merge] = {}
        self._names = {body.entity_id: body.name for body in bodies}
        self._bodies = bodies
        for entity_id, other in corrections:
            self._merge(entity_id, other, "corrected")
        self._by_short_form(short_forms)
        self._by_spelling()
        successors: dict[str, set[str]] = defaultdict(set)
        for step in successions:
            if step.kind in _ONE_BODY:
                successors[step.entity_id].add(step.successor_id)
        for step in successions:
            if successors[step.entity_id] == {step.successor_id} and step.kind in _ONE_BODY:
                self._names.setdefault(step.successor_id, step.to_name)
                self._merge(step.entity_id, step.successor_id, "succession")
        self._common = self._common_names()

    def of(self, entity_id: str) -> str:
        """Return the entity that one is in the series."""
        seen = {entity_id}
        while (merge := self._into.get(entity_id)) and merge.into not in seen:
            entity_id = merge.into
            seen.add(entity_id)
        return entity_id

    def name(self, entity_id: str) -> str:
        """Return the name of an entity of the series: the lexicon's, else the commonest one."""
        return self._common.get(entity_id, entity_id)

    def merges(self) -> list[tuple[str, str, str, str, str]]:
        """Return the rows of the table `merges`."""
        found, in_run = [], {body.entity_id for body in self._bodies}
        for entity_id, merge in sorted(self._into.items()):
            into = self.of(entity_id)
            if into != entity_id and entity_id in in_run:
                found.append((entity_id, self._names[entity_id], into, self.name(into), merge.reason))
        return found

    def _merge(self, entity_id: str, into: str, reason: str) -> None:
        """What was merged before stays as it is; nothing is merged into itself, however long the way."""
        if entity_id not in self._into and self.of(into) != self.of(entity_id):
            self._into[entity_id] = Merge(entity_id, into, reason)

    def _by_spelling(self) -> None:
        groups: dict[tuple[str, str], list[Body]] = defaultdict(list)
        for body in self._bodies:
            groups[spelling(body.name), body.parent].append(body)
        for (key, parent), members in sorted(groups.items()):
            known = sorted({body.entity_id for body in members if body.entity_id.startswith(_LEXICON)})
            # Two bodies of the lexicon under one name are two: the name alone does not tell which a third one is.
            if len(known) > 1:
                continue
            into = known[0] if known else name_id(key, parent)
            self._names.setdefault(into, members[0].name)
            for body in members:
                self._merge(body.entity_id, into, "spelling")

    def _by_short_form(self, short_forms: Mapping[str, str]) -> None:
        by_name = {spelling(body.name): body.entity_id for body in self._bodies}
        for body in self._bodies:
            whole = by_name.get(spelling(short_forms.get(body.name, "")))
            if whole and not body.entity_id.startswith(_LEXICON):
                self._merge(body.entity_id, whole, "short form")

    def _common_names(self) -> dict[str, str]:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for body in self._bodies:
            counts[self.of(body.entity_id)][body.name] += body.mentions
        common = {into: min(names, key=lambda name: (-names[name], name)) for into, names in counts.items()}
        return common | {
            into: self._names[into] for into in common if into.startswith(_LEXICON) and into in self._names
        }


def spelling(name: str) -> str:
    """Return a name in the one spelling that names are compared in.

    >>> spelling("（独）国際協力機構"), spelling("國際協力 機構")
    ('国際協力機構', '国際協力機構')
    """
    folded = unicodedata.normalize("NFKC", without_legal_form(name)).translate(_table())
    return folded.translate(_LEFT_OUT)


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    return folding_table({row["form"]: row["reads_as"] for row in read_lexicon("characters")})


def bodies_of(run: Path) -> list[Body]:
    """Return the organisations of a run, one each, in the order of their ids."""
    there = columns(run, "organisations")
    wanted = ("entity_id", "name", "mentions", *(["parent"] if "parent" in there else []))
    found: dict[str, Body] = {}
    for entity_id, name, mentions, *parent in rows(run, "organisations", wanted):
        before = found[entity_id].mentions if entity_id in found else 0
        found[entity_id] = Body(entity_id, name, parent[0] if parent else "", before + mentions)
    return [found[entity_id] for entity_id in sorted(found)]


def short_forms_of(run: Path) -> dict[str, str]:
    """Return the short forms for which all documents of a run that define them give the same Japanese name."""
    told: dict[str, set[str]] = defaultdict(set)
    for short, ja in rows(run, "acronyms", ("short", "ja")):
        if ja:
            told[short].add(ja)
    return {short: min(names) for short, names in sorted(told.items()) if len({spelling(n) for n in names}) == 1}


def successions_of(run: Path) -> list[Succession]:
    """Return the successions of a run; those of the lexicon where it was made before runs had them."""
    wanted = ("successor_id", "from_name", "to_name", "year", "kind")
    told = list(rows(run, "successions", ("entity_id", *wanted))) if has_table(run, "successions") else []
    told = told or [(row["organisation_id"], *map(row.get, wanted)) for row in read_lexicon("successions")]
    return [Succession(*map(str, row)) for row in told]


def corrections_in(path: str, data: bytes, bodies: Iterable[Body]) -> list[tuple[str, str]]:
    """Return the user's own merges (entity, entity) from a TSV file with the columns name and same_as.

    Either may be a name or an entity_id of the run. Raises InputError, naming the line, for what the run does not have.
    """
    known = {body.entity_id: body.entity_id for body in bodies}
    known |= {body.name: body.entity_id for body in bodies}
    reader = csv.DictReader(io.StringIO(user_text(data, Path(path))), delimiter="\t")
    if not set(_COLUMNS) <= set(reader.fieldnames or ()):
        raise InputError(
            path, "no columns name and same_as", "Name them in the first line, with a tab between.", "line 1"
        )
    found = []
    for row in reader:
        pair = [(row[column] or "").strip() for column in _COLUMNS]
        for name in pair:
            if name not in known:
                raise InputError(
                    path,
                    f"the run names no organisation {name!r}",
                    "Write a name or an entity_id as in the table organisations.",
                    f"line {reader.line_num}",
                )
        found.append((known[pair[0]], known[pair[1]]))
    return found
