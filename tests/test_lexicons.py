"""Completeness: every entry of ISO 3166-1 and every name of CLDR and of ISO resolves to itself."""

import csv

import pycountry
import pytest
from babel import Locale

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import analyse

ISO = {country.alpha_3: country for country in pycountry.countries}
TERRITORIES = Locale("ja").territories
# Names that CLDR makes for lists, with a note in half-width brackets, as コンゴ共和国(ブラザビル).
FORMER = {"SUN", "YUG", "CSK", "DDR"}


def _codes(text: str) -> list[str]:
    return [e.value for e in analyse(text, published="2020").entities if e.mention.label == "COUNTRY"]


def test_there_is_a_row_for_every_entry_of_iso_3166() -> None:
    rows = {row["iso3"]: row for row in read_lexicon("countries")}
    assert rows.keys() >= ISO.keys() | FORMER
    assert {iso3: rows[iso3]["iso2"] for iso3 in ISO} == {iso3: country.alpha_2 for iso3, country in ISO.items()}


def _named(name: str) -> set[str]:
    return {row["iso3"] for row in read_lexicon("country_names") if row["name"] == name}


@pytest.mark.parametrize("iso3", sorted(ISO))
def test_names_of_cldr_and_iso_resolve(iso3: str) -> None:
    country = ISO[iso3]
    for name in (TERRITORIES[country.alpha_2], country.name, getattr(country, "common_name", country.name)):
        assert iso3 in _named(name), name


@pytest.mark.parametrize("row", read_lexicon("countries"), ids=lambda row: row["iso3"])
def test_japanese_names_are_found_in_a_sentence(row: dict[str, str]) -> None:
    if row["iso3"] in ("ATA", "SKM"):
        pytest.skip(
            "南極 is a continent, シッキム a state of India, in nearly every sentence: they need a country beside them"
        )
    for name in filter(None, (row["name_ja"], row["full_ja"])):
        found = [
            (e.mention.surface, e.value, e.candidates)
            for e in analyse(f"政府は、{name}との協定に署名した。", published=row["to"] or "2020").entities
            if e.mention.label == "COUNTRY"
        ]
        assert [surface for surface, _, _ in found] == [name]
        assert found[0][1] == row["iso3"] or row["iso3"] in found[0][2]


def test_organisations_are_many_and_whole() -> None:
    bodies = {row["org_id"]: row for row in read_lexicon("organisations")}
    names = read_lexicon("organisation_names")
    assert len(bodies) >= 1500
    assert len({row["name_ja"] + row["country"] + row["parent"] + row["from"] for row in bodies.values()}) == len(
        bodies
    )
    assert {row["org_id"] for row in names} <= bodies.keys()
    for row in bodies.values():
        assert not row["parent"] or row["parent"] in bodies
        assert all(successor in bodies for successor in row["successor"].split("|") if successor)
        assert not (row["from"] and row["to"]) or row["from"] <= row["to"]


def test_guards_are_given_once() -> None:
    words = [row["word"] for row in read_lexicon("country_guards")]
    assert len(words) == len(set(words))


def test_every_lexicon_column_is_described() -> None:
    from importlib.resources import files

    folder = files("hakusho") / "lexicons"
    described = (folder / "README.md").read_text(encoding="utf-8")
    for entry in folder.iterdir():
        if entry.name.endswith(".tsv"):
            header = next(csv.reader([entry.read_text(encoding="utf-8").partition("\n")[0]], delimiter="\t"))
            assert f"`{entry.name}`" in described
            assert all(f"`{column}`" in described for column in header), (entry.name, header)
