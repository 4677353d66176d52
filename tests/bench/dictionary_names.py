"""Write the bodies that a dictionary names, and its everyday words: `python -m tests.bench.dictionary_names CSV [--write]`.

CSV is `naist-jdic.csv` of NAIST Japanese Dictionary (BSD licence; Debian package mecab-naist-jdic-eucjp), in EUC-JP. Of
its 組織 those are taken that can be nothing else: names of several words, a proper noun or an unknown word among them, that
end in no building, place, journal or event. What is one word (オリンピック, フェニックス, 清水) is left, for it is often another thing.
"""

import argparse
import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sudachipy import Dictionary, SplitMode

from hakusho.files.lexicons import read_lexicon
from tests.bench.folders import ROOT

EVERYDAY = ROOT / "pipeline/hakusho/lexicons/everyday_words.tsv"
COMMON = ("一般", "サ変接続", "形容動詞語幹", "接尾", "副詞可能", "数", "ナイ形容詞語幹")
COMMON_KATAKANA = re.compile("[ァ-ヺー]{2,}")
TABLE = ROOT / "pipeline/hakusho/lexicons/dictionary_names.tsv"
LABEL = ("名詞", "固有名詞", "組織")
SHORTEST, SHORTEST_KATAKANA = 4, 6
THING = re.compile(
    "ホテル|ゴルフ|カントリー|の|プリンス|ショッピング|スキー|レストラン|遊園|ランド|マンション|サティ|駅|ドーム|アリーナ|トヨペット号|"
    "(?:全会|亭|総会|大会|会議|軍団|ビル|ビルディング|空港|競馬場|競輪場|駐屯地|基地|発電所|寺|寺院|院|神社|神宮|大社|宮|堂|球場|スタジアム|武道館|会館|ホール|座|館|"
    "港|プラザ|タワー|城|公園|園|センター|支店|支社|本店|営業所|工場|会場|刑務所|拘置所|カップ|杯|賞|祭|法|号|線|リーグ|記念|法人|組合|労組|支部|本部|局|課|部|係|所|"
    "チャンネル|ハウス|大|ローバー|ナイン|新聞|通信|ニュース|ワイド[0-9]*|本紙|夕刊[ァ-ヺ]+)\\Z"
)
KATAKANA, LATIN = re.compile("[ァ-ヺー・&]+"), re.compile("[!-~]+")
KANA = re.compile("[ぁ-んー]+")
NAMES = ("名詞-固有名詞-人名", "名詞-固有名詞-地名")


def everyday_words(path: Path) -> list[str]:
    """Return the common nouns in katakana."""
    with path.open(encoding="euc-jp", errors="ignore", newline="") as file:
        nouns = {row[0] for row in csv.reader(file) if row[4] == LABEL[0] and row[5] in COMMON}
    return sorted(word for word in nouns if COMMON_KATAKANA.fullmatch(word))


def candidates(path: Path) -> Iterator[str]:
    """Yield the organisations of the dictionary, in letters of half width."""
    with path.open(encoding="euc-jp", errors="ignore", newline="") as file:
        yield from sorted(
            {unicodedata.normalize("NFKC", row[0]) for row in csv.reader(file) if tuple(row[4:7]) == LABEL}
        )


def is_certain(name: str, tokenizer: object) -> bool:
    """Return whether a name can be of nothing but a body."""
    if len(name) < SHORTEST or THING.search(name) or LATIN.fullmatch(name) or KANA.fullmatch(name):
        return False
    words = tokenizer.tokenize(name, SplitMode.A)  # type: ignore[attr-defined]
    kinds = ["-".join(word.part_of_speech()[:3]) for word in words]
    if len(words) < 2 or all(kind.startswith(NAMES) for kind in kinds):
        return False
    named = any(kind.startswith("名詞-固有名詞-一般") for kind in kinds) or any(word.is_oov() for word in words)
    if KATAKANA.fullmatch(name):
        return len(name) >= SHORTEST_KATAKANA and named
    return named or any(kind.startswith(NAMES) for kind in kinds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--write", action="store_true", help="write the lexicon")
    asked = parser.parse_args()
    known = {row["name"] for row in read_lexicon("organisation_names")}
    tokenizer = Dictionary().create()
    names = [name for name in candidates(asked.dictionary) if name not in known and is_certain(name, tokenizer)]
    print(f"{len(names)} names")
    if asked.write:
        EVERYDAY.write_text("\n".join(["word", *everyday_words(asked.dictionary)]) + "\n", encoding="utf-8")
        TABLE.write_text("\n".join(["name", *names]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
