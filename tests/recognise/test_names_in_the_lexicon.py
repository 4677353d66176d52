"""Every name of the lexicon is found as texts read: old letters, wide ones, whatever stands in it."""

from hakusho.files.lexicons import read_lexicon
from hakusho.flow import resources
from hakusho.labels import ORG
from hakusho.recognise.organisations.recogniser import OrganisationRecogniser


def test_names_are_searched_as_texts_read() -> None:
    recogniser = resources().recognisers[ORG]
    assert isinstance(recogniser, OrganisationRecogniser)
    lost = []
    for row in read_lexicon("organisation_names"):
        name = row["name"].translate(resources().folding)
        hits = [hit for hit in recogniser.lexicon.names.find(name) if (hit.start, hit.end) == (0, len(name))]
        if not any(row["org_id"] in hit.key for hit in hits):
            lost.append(row["name"])
    assert not lost


def test_names_of_firms_are_not_short_for_other_firms() -> None:
    bodies = {row["org_id"]: row["name_ja"] for row in read_lexicon("organisations")}
    known = {(row["name"], bodies[row["org_id"]]) for row in read_lexicon("organisation_names")}
    for name, other in (
        ("双日", "日商岩井"),
        ("三和銀行", "三菱UFJ銀行"),
        ("イトーヨーカドー", "セブン-イレブン・ジャパン"),
    ):
        assert (name, name) in known
        assert (name, other) not in known
