"""Every Japanese name of ISO 3166-1, ours and CLDR's, is found in three frames; older spellings; successors."""

from collections.abc import Iterator

import pytest
from babel import Locale

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import analyse

FRAMES = ("政府は、{}との協定に署名した。", "{}の大統領が訪日した。", "参加国は日本、{}、フランスである。")
KINDS = {"common", "full", "variant", "kanji", "cldr"}
COUNTRIES = read_lexicon("countries")


def _names() -> Iterator[tuple[str, str, str]]:
    """Yield (name, code, month until which the state existed)."""
    for row in COUNTRIES:
        yield from ((row[column], row["iso3"], row["to"]) for column in ("name_ja", "full_ja") if row[column])
    for row in read_lexicon("country_names"):
        if row["kind"] in KINDS and row["use"] != "weak" and "|" not in row["iso3"]:
            yield row["name"], row["iso3"], row["to"]
    territories = Locale("ja").territories
    yield from ((territories[r["iso2"]], r["iso3"], "") for r in COUNTRIES if r["iso2"] in territories and not r["to"])


def _found(name: str, iso3: str, until: str, frame: str) -> bool:
    text = frame.format(name)
    start = text.index(name)
    entities = analyse(text, frozenset({"COUNTRY"}), published=until or "2020").entities
    return any(
        e.mention.span.start == start and e.mention.surface == name and iso3 in (e.value, *e.candidates)
        for e in entities
    )


def test_ninety_nine_in_a_hundred_names_are_found_in_every_frame() -> None:
    names = {entry for entry in _names() if entry[0] not in ("日本", "フランス")}
    missed = [(name, frame) for name, *rest in sorted(names) for frame in FRAMES if not _found(name, *rest, frame)]
    assert len(names) > 900
    assert len(missed) <= 0.01 * len(names) * len(FRAMES), missed


def test_successors_are_states_of_the_lexicon() -> None:
    codes = {row["iso3"] for row in COUNTRIES}
    successors = {row["iso3"]: row["successors"].split("|") for row in COUNTRIES if row["successors"]}
    assert len(successors["SUN"]) == 15
    assert all(code in codes for listed in successors.values() for code in listed)
    assert successors.keys() >= {row["iso3"] for row in COUNTRIES if row["to"] and row["iso3"] != "PCI"}


@pytest.mark.parametrize("text", ["参加国が増えた。", "追加国を決めた。", "領土国境を定めた。", "同盟国と合意した。"])
def test_no_country_begins_inside_a_word(text: str) -> None:
    assert not analyse(text, frozenset({"COUNTRY"})).entities
