"""What became of Japan's ministries, agencies and public corporations from 1945: `successions.tsv`."""

from collections import Counter

import pytest

from hakusho.files.lexicons import read_lexicon

SUCCESSIONS = read_lexicon("successions")
BODIES = {row["org_id"]: row for row in read_lexicon("organisations")}
KINDS = {"renamed", "merged", "split", "taken over"}
PUBLIC = {"ministry", "agency", "council", "iaa", "pubcorp", "force", "bureau"}


def _heirs(name: str) -> list[str]:
    """All that came of a body, as `year kind name`, in the order of years."""
    queue = [row["organisation_id"] for row in SUCCESSIONS if row["from_name"] == name]
    found = set()
    while queue:
        body = queue.pop()
        below = [row for row in SUCCESSIONS if row["organisation_id"] == body]
        found |= {f"{row['year']} {row['kind']} {row['to_name']}" for row in below}
        queue += [row["successor_id"] for row in below]
    return sorted(found)


# Written by hand, not taken from the table.
CHAINS = {
    "内務省": [
        "1947 split 全国選挙管理委員会",
        "1948 renamed 建設省",
        "1948 split 内事局",
        "1948 split 地方財政委員会",
        "1948 split 建設院",
        "1948 taken over 国家地方警察本部",
        "1949 merged 地方自治庁",
        "1952 merged 自治庁",
        "1954 taken over 警察庁",
        "1960 renamed 自治省",
        "2001 merged 国土交通省",
        "2001 merged 総務省",
        "2008 split 観光庁",
    ],
    "大蔵省": ["1998 split 金融監督庁", "2000 split 金融庁", "2000 taken over 金融庁", "2001 renamed 財務省"],
    "司法省": ["1948 taken over 法務庁", "1949 renamed 法務府", "1952 renamed 法務省"],
    "文部省": ["2001 merged 文部科学省"],
    "厚生省": ["1947 split 労働省", "2001 merged 厚生労働省"],
    "農商省": ["1945 taken over 農林省", "1978 renamed 農林水産省"],
    "軍需省": [
        "1945 taken over 商工省",
        "1949 merged 通商産業省",
        "2001 renamed 経済産業省",
        "2001 split 原子力安全・保安院",
        "2012 taken over 原子力規制委員会",
    ],
    "陸軍省": [
        "1945 taken over 第一復員省",
        "1946 merged 復員庁",
        "1947 split 労働省",
        "1947 taken over 厚生省",
        "2001 merged 厚生労働省",
    ],
    "海軍省": [
        "1945 taken over 第二復員省",
        "1946 merged 復員庁",
        "1947 split 労働省",
        "1947 taken over 厚生省",
        "2001 merged 厚生労働省",
    ],
    "宮内省": ["1947 taken over 宮内府", "1949 renamed 宮内庁"],
    "大東亜省": ["1945 taken over 外務省"],
    "外務省": [],
    "総理庁": [
        "1949 renamed 総理府",
        "1984 split 総務庁",
        "2001 merged 内閣府",
        "2001 merged 総務省",
    ],
    "経済安定本部": ["1952 taken over 経済審議庁", "1955 renamed 経済企画庁", "2001 merged 内閣府"],
    "保安庁": ["1954 renamed 防衛庁", "2007 renamed 防衛省"],
}


@pytest.mark.parametrize("name", CHAINS)
def test_chains_from_1945(name: str) -> None:
    assert _heirs(name) == CHAINS[name]


def test_railways_posts_and_telephones_have_their_heirs() -> None:
    def next_of(name: str) -> set[str]:
        return {row["to_name"] for row in SUCCESSIONS if row["from_name"] == name}

    railways = {f"{region}旅客鉄道" for region in ("北海道", "東日本", "東海", "西日本", "四国", "九州")}
    assert next_of("日本国有鉄道") >= railways | {"日本貨物鉄道", "日本国有鉄道清算事業団"}
    assert next_of("逓信省") == {"郵政省", "電気通信省"}
    assert next_of("電気通信省") == {"日本電信電話公社", "郵政省"}
    assert "日本電信電話" in next_of("日本電信電話公社")
    assert next_of("郵政事業庁") == {"日本郵政公社"}
    assert next_of("日本郵政公社") >= {
        "日本郵政",
        "ゆうちょ銀行",
        "かんぽ生命保険",
        "郵便事業株式会社",
        "郵便局株式会社",
    }
    assert next_of("動力炉・核燃料開発事業団") == {"核燃料サイクル開発機構"}
    assert next_of("警察予備隊") == {"保安隊"}
    assert next_of("保安隊") == {"陸上自衛隊"}


def test_every_row_joins_two_known_bodies_by_their_names() -> None:
    for row in SUCCESSIONS:
        assert row["organisation_id"] != row["successor_id"]
        assert BODIES[row["organisation_id"]]["name_ja"] == row["from_name"]
        assert BODIES[row["successor_id"]]["name_ja"] == row["to_name"]
    pairs = Counter((row["organisation_id"], row["successor_id"]) for row in SUCCESSIONS)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_every_row_has_a_kind_a_year_and_a_source() -> None:
    for row in SUCCESSIONS:
        assert row["kind"] in KINDS, row
        assert row["source"].strip(), row
        assert 1925 <= int(row["year"]) <= 2026, row
    years = [row["year"] for row in SUCCESSIONS]
    assert years == sorted(years)


@pytest.mark.parametrize("row", SUCCESSIONS, ids=lambda row: f"{row['from_name']}-{row['to_name']}")
def test_years_of_bodies_agree(row: dict[str, str]) -> None:
    before, after, year = BODIES[row["organisation_id"]], BODIES[row["successor_id"]], int(row["year"])
    assert not before["from"] or int(before["from"]) <= year
    assert not after["from"] or int(after["from"]) <= year
    assert not after["to"] or year <= int(after["to"])
    if row["kind"] == "split":
        # What a part left may go on: 厚生省 after 労働省.
        assert not before["to"] or year - 1 <= int(before["to"])
    else:
        assert int(before["to"]) in (year - 1, year)
    if row["kind"] == "renamed":
        assert int(after["from"]) == year


def test_nothing_comes_of_itself() -> None:
    below: dict[str, set[str]] = {}
    for row in SUCCESSIONS:
        below.setdefault(row["organisation_id"], set()).add(row["successor_id"])
    while leaves := {key for key, heirs in below.items() if not heirs & below.keys()}:
        for key in leaves:
            del below[key]
    assert [BODIES[key]["name_ja"] for key in below] == []


def test_organisations_name_the_same_successors() -> None:
    heirs: dict[str, set[str]] = {}
    for row in SUCCESSIONS:
        heirs.setdefault(row["organisation_id"], set()).add(row["successor_id"])
    for key, body in BODIES.items():
        named = set(filter(None, body["successor"].split("|")))
        if key in heirs or (body["country"] == "JPN" and body["kind"] in PUBLIC):
            assert named == heirs.get(key, set()), body["name_ja"]
