"""A label from outside the package: laws, with a lexicon, a table and checks of its own (`tests/test_labels.py`)."""

import csv
import re
from pathlib import Path

from hakusho.labels import LabelSpec
from hakusho.recognise import Candidate
from hakusho.records import Column, Entity, EntityTable, Status, TableSchema

LAW = LabelSpec(
    "LAW",
    "Laws by their names.",
    "law_label:LawRecogniser",
    "law_label:LawResolver",
    "law",
    lambda value: bool(re.fullmatch("L[0-9]+", value)),
    "number in laws.tsv",
    table="law_label:LAWS",
    contains=frozenset({"COUNTRY"}),
    names=True,
)
LAWS = EntityTable(
    TableSchema(
        "laws",
        "One row per document and law.",
        (
            Column("doc_id", "string", "Document.", required=True),
            Column("law", "string", "Number of the law.", required=True),
            Column("mentions", "integer", "How often it is named.", required=True),
        ),
        ("doc_id", "law"),
    ),
    lambda doc_id, law, mentions: (doc_id, law, len(mentions)),
)


def _lexicon() -> dict[str, str]:
    with (Path(__file__).parent / "laws.tsv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["law"] for row in csv.DictReader(file, delimiter="\t")}


class LawRecogniser:
    """Finds the laws of the lexicon."""

    label = "LAW"
    needs = frozenset({"DATE"})

    def __init__(self, lexicon: object) -> None:
        self._laws = _lexicon()

    def find(self, document, known):
        assert "DATE" in known
        for name, law in self._laws.items():
            for match in re.finditer(re.escape(name), document.view.text):
                yield Candidate(*match.span(), "LAW", "lexicon", law)


class LawResolver:
    """Says which law each is."""

    label = "LAW"
    needs = frozenset({"ORG"})

    def __init__(self, lexicon: object) -> None:
        pass

    def resolve(self, mentions, document, known):
        return {i: Entity(m, Status.RESOLVED, m.parts, m.surface, m.parts) for i, m in mentions}
