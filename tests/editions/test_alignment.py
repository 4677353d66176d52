"""What answers to what: gold of two pairs, one text twice, texts of different subjects."""

import pytest

from tests.bench.editions import Groups, found_rows, gold_rows, part, read, score
from tests.editions.conftest import Made, composed_gold


@pytest.mark.parametrize("pair", [("suisan_2018", "suisan_2019"), ("kouan_2005", "kouan_2006")])
def test_a_composed_pair_by_its_gold(made: Made, pair: tuple[str, str]) -> None:
    """Of other ministries; the one written before the rules, the other after them and scored at first sight."""
    for kind, (pairs, related) in {"sections": (0.95, 0.88), "paragraphs": (0.95, 0.82)}.items():
        found = score(composed_gold(kind, *pair), found_rows(kind, made.tables, *pair))
        assert found.pairs >= pairs, (kind, str(found))
        assert found.related >= related, (kind, str(found))


def test_the_pair_of_the_corpus_by_its_gold(made: Made) -> None:
    """What is kept aside is scored, and never read."""
    groups = Groups(read(made.run / "tables" / "sections.csv"), "ict_2012", "ict_2013")
    # Two headings that the source glued to the end of a line decide the sections: they hang below them.
    for kind, (pairs, related) in {"sections": (0.88, 0.84), "paragraphs": (0.93, 0.90)}.items():
        for aside in (False, True):
            gold, rows = gold_rows(kind), found_rows(kind, made.tables)
            found = score(part(gold, groups, aside), part(rows, groups, aside))
            assert found.pairs >= pairs, (kind, aside, str(found))
            assert found.related >= related, (kind, aside, str(found))


def test_one_text_twice_is_identical(made: Made) -> None:
    paragraphs = found_rows("paragraphs", made.tables, "twin_1", "twin_2")
    assert len(paragraphs) == 30
    assert set(paragraphs.values()) == {"identical"}
    assert all(old == new for old, new in paragraphs)
    sections = found_rows("sections", made.tables, "twin_1", "twin_2")
    assert len(sections) == 14
    assert set(sections.values()) == {"same"}


def test_texts_of_different_subjects_have_nearly_no_pairs(made: Made) -> None:
    rows = found_rows("paragraphs", made.tables, "odd_1", "odd_2")
    assert len(rows) > 90
    assert sum(all(pair) for pair in rows) <= 0.01 * len(rows)
    assert not [pair for pair in found_rows("sections", made.tables, "odd_1", "odd_2") if all(pair)]


def test_every_section_and_paragraph_has_a_row(made: Made) -> None:
    sections = {(row["doc_id"], row["start"]) for row in read(made.run / "tables" / "sections.csv")}
    rows = made.rows("section_alignment")
    told = {(row[f"{side}_doc"], row[f"{side}_section_start"]) for row in rows for side in ("old", "new")}
    assert {place for place in told if place[1]} == sections
    for row in made.rows("paragraph_alignment"):
        is_pair = bool(row["old_start"] and row["new_start"])
        assert is_pair == (row["relation"] in ("identical", "updated", "reworded")), row
        assert bool(row["similarity"]) == is_pair
