"""Mentions with what is known of where they stand: their document, section, sentence, speech, entity."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from hakusho.errors import UsageError

# For each thing: its table, its key there and in mentions, and the columns taken with the names that they get.
_JOINS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "document": (
        "documents",
        "doc_id",
        {name: name for name in ("title", "publisher", "published", "series", "edition", "url")},
    ),
    "section": (
        "sections",
        "section_id",
        {"level": "section_level", "number": "section_number", "title": "section_title"},
    ),
    "sentence": ("sentences", "sentence_id", {"text": "sentence", "kind": "sentence_kind"}),
    "speech": ("speeches", "speech_id", {name: name for name in ("speaker", "role", "party")}),
    "entity": (
        "entities",
        "entity_id",
        {"name": "entity_name", "iso3": "iso3", "documents": "entity_documents", "mentions": "entity_mentions"},
    ),
}
_PATH = " > "
PLACES = ("sentence", "section", "document")


def joined(mentions: pd.DataFrame, things: Sequence[str], table: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    """Return mentions, one per row as before, with the columns of the things that they belong to.

    Raises UsageError for a thing that mentions do not belong to.
    """
    for thing in things:
        if thing not in _JOINS:
            raise UsageError(f"mentions have no {thing}. They have: {', '.join(_JOINS)}.")
        name, key, columns = _JOINS[thing]
        taken = table(name)[[key, *columns]].rename(columns=dict(columns))
        mentions = mentions.merge(taken, how="left", on=key, validate="many_to_one")
        if thing == "document":
            mentions["year"] = years(mentions["published"])
        elif thing == "section":
            mentions["top_section"] = mentions["section_path"].str.split(_PATH, n=1, regex=False).str[0]
    return mentions


def years(published: "pd.Series[str]") -> "pd.Series[int]":
    """Return the years of dates of publication (YYYY, YYYY-MM or YYYY-MM-DD)."""
    return pd.to_numeric(published.str[:4]).astype("Int64")


def co_mentions(mentions: pd.DataFrame, label: str, within: str) -> pd.DataFrame:
    """Return how many places name two things of a label together, commonest pair first.

    The columns are source, target, source_name, target_name and places. Raises UsageError for an unknown place.
    """
    if within not in PLACES:
        raise UsageError(f"within {within}: unknown. Count within one of: {', '.join(PLACES)}.")
    key = "doc_id" if within == "document" else f"{within}_id"
    named = mentions[mentions["label"] == label].dropna(subset=[key, "entity_id"])
    names = named.drop_duplicates("entity_id").set_index("entity_id")["name"]
    named = named[[key, "entity_id"]].drop_duplicates()
    pairs = named.merge(named, on=key, suffixes=("_source", "_target"))
    pairs = pairs[pairs["entity_id_source"] < pairs["entity_id_target"]]
    pairs = pairs.rename(columns={"entity_id_source": "source", "entity_id_target": "target"})
    counts = pairs.groupby(["source", "target"]).size().astype("Int64").reset_index(name="places")
    counts.insert(2, "source_name", counts["source"].map(names))
    counts.insert(3, "target_name", counts["target"].map(names))
    order = ["places", "source", "target"]
    return counts.sort_values(order, ascending=[False, True, True], ignore_index=True)
