"""The parts of a comparison one by one."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakusho.editions.identities import Body, Identities, Succession
from hakusho.editions.model import Fact, Paragraph
from hakusho.editions.naming import EditionName
from hakusho.editions.relations import relation
from hakusho.editions.terms import counts_by_year, log_likelihood, term_changes, term_rows
from hakusho.editions.worddiff import marked_diff, word_diff
from hakusho.editions.wording import letters, plain
from hakusho.editions.wording_rules import RULES, WordingRule
from hakusho.records import Span
from hakusho.text.names import name_id

JAPANESE = st.text(alphabet="第12345回総務省は、会議を開催した。アジアABC１２　\n", max_size=60)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_of_wording(rule: WordingRule) -> None:
    assert rule.fits(rule.example), rule.example
    assert not rule.fits(rule.counter_example), rule.counter_example


def paragraph(marked: str) -> Paragraph:
    """Make a paragraph of a text with its facts in brackets: [2019年|DATE|2019]に."""
    text, facts = "", []
    rest = marked
    while "[" in rest:
        before, _, rest = rest.partition("[")
        inner, _, rest = rest.partition("]")
        surface, kind, value = inner.split("|")
        text += before
        facts.append(Fact(Span(len(text), len(text) + len(surface)), kind, value))
        text += surface
    text += rest
    return Paragraph("d", Span(0, len(text)), 0, text, tuple(facts))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # Facts for facts.
        ("市の人口は、[2019年|DATE|2019]に12万3千人であった。", "市の人口は、[2020年|DATE|2020]に12万1千人であった。", "updated"),
        ("省は、第3回港湾対話を[2019年5月|DATE|2019-05]に釜山で開催し、防災について議論した。", "省は、第4回港湾対話を[2020年6月|DATE|2020-06]に神戸で開催し、防災及び環境について議論した。", "updated"),
        ("対象は、北海道、青森県及び岩手県である。", "対象は、北海道、青森県、岩手県及び宮城県である。", "updated"),
        ("新庁舎は、[2019年|DATE|2019]4月に完成する予定である。", "新庁舎は、[2019年|DATE|2019]4月に完成した。", "updated"),
        ("委員長には、ポール・スミス氏が[2018年|DATE|2018]に選ばれた。", "委員長には、アンナ・メイ氏が[2019年|DATE|2019]に選ばれた。", "updated"),
        # The wording alone, or a clause of its own.
        ("ひったくり及び自動車盗などは、減り続けている。", "ひったくり、自動車盗などは、減り続けている。", "reworded"),
        ("対話は、[2001（平成13）年6月|DATE|2001-06]に始まった。", "対話は、[2001年6月|DATE|2001-06]に始まった。", "reworded"),
        ("港の整備に向けた枠組みを設けている。", "港の整備に向けた枠組を設けている。", "reworded"),
        ("省は、港の防災を支援している。", "省は、港の防災を支援するとともに、船員の訓練の場を新たに設けている。", "reworded"),
        ("省は、第3回港湾対話を[2019年5月|DATE|2019-05]に釜山で開催した。", "省は、第4回港湾対話を[2020年6月|DATE|2020-06]に神戸で開催した。また、共同声明を発表し、両国の港を結ぶことを決めた。", "reworded"),
        ("灯台は、[1950年|DATE|1950]に建てられ、今も船を導いている。", "灯台は、[1950年|DATE|1950]に建てられたもので、現在も航行する船舶の目印となっている。", "reworded"),
    ],
)  # fmt: skip
def test_updated_is_told_from_reworded(old: str, new: str, told: str) -> None:
    assert relation(paragraph(old), paragraph(new)) == told


def test_note_markers_and_numbers_of_figures_are_no_wording() -> None:
    one = Paragraph(
        "d", Span(10, 30), 0, "開催した3（図表5-7-1参照）。", markers=(Span(14, 15),), references=(Span(16, 25),)
    )
    two = Paragraph("d", Span(0, 20), 0, "開催した（図表6-8-2参照）。", references=(Span(5, 14),))
    assert plain(one) == plain(two)
    assert letters("３．９世代 の ＬＴＥ") == letters("3.9世代のlte")


@given(JAPANESE, JAPANESE)
def test_a_diff_holds_both_texts_whole(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(before for before, _ in pieces) == old
    assert "".join(after for _, after in pieces) == new
    assert marked_diff(old, old) == old


def test_merges_have_reasons() -> None:
    bodies = [
        Body("o-1", "国際協力機構", "", 5),
        Body("n-1", "（独）国際協力機構", "", 1),
        Body("n-2", "ＡＢＣ会議", "", 2),
        Body("n-3", "ABC会議", "", 3),
        Body("n-4", "JICA", "", 1),
        Body("n-5", "港湾対話", "", 1),
        Body("n-6", "日韓港湾対話", "", 1),
        Body("o-7", "郵政省", "", 4),
        Body("o-8", "総務省", "", 9),
        Body("o-9", "運輸省", "", 1),
    ]
    steps = [
        Succession("o-7", "o-8", "郵政省", "総務省", "2001", "merged"),
        Succession("o-9", "o-x", "運輸省", "甲省", "2001", "merged"),
        Succession("o-9", "o-y", "運輸省", "乙庁", "2001", "merged"),
        Succession("o-7", "o-z", "郵政省", "丙庁", "2001", "split"),
        Succession("o-old", "o-7", "逓信省", "郵政省", "1949", "renamed"),
    ]
    identities = Identities(bodies, {"JICA": "国際協力機構"}, [("n-5", "n-6")], steps)
    reasons = {entity_id: (into, reason) for entity_id, _, into, _, reason in identities.merges()}
    assert reasons["n-1"] == ("o-1", "spelling")
    assert reasons["n-2"] == (name_id("ABC会議", ""), "spelling")
    assert reasons["n-4"] == ("o-1", "short form")
    assert reasons["n-5"][1] == "corrected"
    assert identities.of("n-5") == identities.of("n-6")
    assert reasons["o-7"] == ("o-8", "succession")
    assert "o-9" not in reasons, "where a body went into two, none is the same"
    assert "o-old" not in reasons, "the run does not name it"
    assert identities.name("o-8") == "総務省"


def test_two_bodies_of_the_lexicon_under_one_name_stay_two() -> None:
    identities = Identities(
        [Body("o-1", "農林省", "", 1), Body("o-2", "農林省", "", 1), Body("n-3", "農林 省", "", 1)], {}, [], []
    )
    assert identities.merges() == []


def test_the_users_own_merges_win_and_make_no_ring() -> None:
    bodies = [Body("n-1", "甲会議", "", 1), Body("n-2", "乙会議", "", 1)]
    identities = Identities(bodies, {}, [("n-1", "n-2"), ("n-2", "n-1")], [])
    assert identities.of("n-1") == identities.of("n-2")


def test_log_likelihood_by_hand() -> None:
    # Rayson's calculator: 100 of 10,000 against 50 of 10,000.
    assert log_likelihood(100, 10_000, 50, 10_000) == pytest.approx(16.99, abs=0.005)
    assert log_likelihood(0, 0, 3, 100) == 0


EDITIONS = [EditionName("s", f"{year}", year, (f"d{year}",)) for year in (2010, 2011, 2012)]


def test_numbers_and_dates_are_no_terms() -> None:
    numbers = ("12", "3.5", "平成25年", "2013年度", "令和元年", "平成25年4月", "10月", "三千")
    terms = ("5G", "G8", "3次元", "平成", "一般", "年度", "第5世代移動通信")
    rows = [("d2010", term, 1) for term in (*numbers, *terms)]
    assert sorted(counts_by_year(rows, EDITIONS)[2010]) == sorted(terms)


def test_terms_that_rose_and_fell() -> None:
    counts = {2010: Counter(港=50, 船=950), 2011: Counter(船=1000), 2012: Counter(港=51, 船=949, 灯=2)}
    rows = {
        (row[1], row[2]): row for row in term_rows(counts, EDITIONS, {"2010": 10_000, "2011": 10_000, "2012": 20_000})
    }
    assert rows["2010", "港"][3:] == (50, 50.0, "", "")
    assert rows["2011", "港"][3] == 0
    assert rows["2011", "港"][6] == "fell"
    assert rows["2012", "港"][6] == "rose"
    assert rows["2012", "港"][4] == 25.5
    assert rows["2012", "灯"][6] == ""
    changes = {row[2]: row[3:6] for row in term_changes(counts, EDITIONS)}
    assert changes == {"港": ("2010", "2012", "2011"), "船": ("2010", "2012", "")}
