"""Write how the names of bodies are read, `organisation_readings.tsv`: `python -m tests.bench.readings [--write]`.

The readings are those of the analyser's dictionary (SudachiDict, Apache 2.0), in hiragana; katakana stays. Names of one
reading and several bodies keep them all. 日本 is read in two ways, and the legal form may be read too. What may be an
ordinary word is left out: short readings (けんきゅうしゃ) but those of ministries, short forms, and agencies that a chief is
read like (しょうぼうちょう).
"""

import argparse
import csv
import re
from collections.abc import Iterator

from sudachipy import Dictionary, SplitMode

from hakusho.files.lexicons import read_lexicon
from tests.bench.folders import ROOT

TABLE = ROOT / "pipeline/hakusho/lexicons/organisation_readings.tsv"
SHORTEST, SHORTEST_MINISTRY, SHORTEST_CHIEF, FEWEST_KANA = 8, 5, 10, 4
MINISTRY, CHIEF = re.compile("しょう\\Z"), re.compile("ちょう\\Z")
KANJI, KANA = re.compile("[一-龥]"), re.compile("[ぁ-んァ-ヺー・]+")
HIRAGANA = str.maketrans({chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)})
JAPAN = ("にほん", "にっぽん")


def reading(name: str, tokenizer: object) -> str:
    """Return how a name is read: 読売新聞社 as よみうりしんぶんしゃ, 日本ハム as にほんハム."""
    words = tokenizer.tokenize(name, SplitMode.C)  # type: ignore[attr-defined]
    return "".join(
        word.surface() if KANA.fullmatch(word.surface()) else word.reading_form().translate(HIRAGANA) for word in words
    )


def readings() -> Iterator[tuple[str, str]]:
    """Yield each reading with the body that is read so."""
    tokenizer = Dictionary().create()
    ministries = {row["org_id"] for row in read_lexicon("organisations") if row["kind"] == "ministry"}
    for row in read_lexicon("organisation_names"):
        if row["use"] or row["kind"] not in ("full", "former") or not KANJI.search(row["name"]):
            continue
        read = reading(row["name"], tokenizer)
        if KANA.fullmatch(read) and len(re.findall("[ぁ-ん]", read)) >= FEWEST_KANA:
            forms = (form for form in _both(read) if len(form) >= _shortest(form, row["org_id"] in ministries))
            yield from ((form, row["org_id"]) for form in forms)


def _shortest(read: str, is_ministry: bool) -> int:
    if is_ministry and MINISTRY.search(read):
        return SHORTEST_MINISTRY
    return SHORTEST_CHIEF if CHIEF.search(read) else SHORTEST


def _both(read: str) -> Iterator[str]:
    yield read
    yield from (read.replace(one, other, 1) for one, other in (JAPAN, JAPAN[::-1]) if one in read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the lexicon")
    rows = sorted(set(readings()))
    print(f"{len(rows)} readings")
    if parser.parse_args().write:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerows([("reading", "org_id"), *rows])


if __name__ == "__main__":
    main()
