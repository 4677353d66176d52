"""Score organisations on public annotated sentences: `python -m tests.bench.public_sets [--show N] [--sets NAME ...]`.

Encyclopaedia and news: UD Japanese GSD, the Wikipedia Annotated Corpus and the Stockmark sentences, which lie beside the
project and are not part of it. Their guidelines differ from ours (what a facility is, what is a title), so that the figures
say whether a change helps, not how good the recogniser is. Development parts are aside: `--show` lists errors of the
training parts only. Of the Stockmark sentences, which come in one file, a third drawn by a seed is aside.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from hakusho.flow import analyse
from hakusho.records import Counts
from tests.bench.counting import f1
from tests.bench.folders import ROOT

FOLDER = ROOT.parent / "shared/data/ner"
# What each set calls an organisation.
ORGANISATIONS = frozenset(("ORG", "ORGANIZATION", "法人名", "政治的組織名", "その他の組織名"))
PARTS = {
    "gsd": ("gsd_train", False),
    "wac": ("wac_train", False),
    "stockmark": ("stockmark", False),
    "gsd aside": ("gsd_dev", True),
    "wac aside": ("wac_dev", True),
    "stockmark aside": ("stockmark", True),
}
_CHUNK = 200
_Sentence = tuple[str, frozenset[tuple[int, int]]]


def sentences(part: str) -> Iterator[_Sentence]:
    """Yield the sentences of a part with the spans of their organisations."""
    name, aside = PARTS[part]
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        drawn = hashlib.sha256(row["text"].encode()).digest()[0] % 3 == 0
        if name != "stockmark" or drawn is aside:
            spans = ((start, end) for start, end, label in row["spans"] if label in ORGANISATIONS)
            yield row["text"], frozenset(spans)


def found(text: str) -> frozenset[tuple[int, int]]:
    """Return the spans of the organisations that we find in a sentence."""
    entities = analyse(text, frozenset({"ORG"})).entities
    return frozenset((e.mention.span.start, e.mention.span.end) for e in entities)


def _compare(part: list[_Sentence]) -> tuple[Counts, list[str], list[str]]:
    counts, missed, wrong = Counts(), [], []
    for text, gold in part:
        ours = found(text)
        counts += Counts(correct=len(gold & ours), spurious=len(ours - gold), missing=len(gold - ours))
        missed += [f"{text[a:b]}\t{text}" for a, b in sorted(gold - ours)]
        wrong += [f"{text[a:b]}\t{text}" for a, b in sorted(ours - gold)]
    return counts, missed, wrong


def score(part: str, pool: ProcessPoolExecutor) -> tuple[Counts, list[str], list[str]]:
    """Return the counts of a part, and what was missed and what was wrong, each with its sentence."""
    held = list(sentences(part))
    total, missed, wrong = Counts(), [], []
    for counts, left, right in pool.map(_compare, [held[at : at + _CHUNK] for at in range(0, len(held), _CHUNK)]):
        total += counts
        missed += left
        wrong += right
    return total, missed, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="list so many errors of each kind of the training parts")
    parser.add_argument("--sets", nargs="+", default=list(PARTS), choices=list(PARTS))
    options = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        for part in options.sets:
            counts, missed, wrong = score(part, pool)
            print(f"{part:16} {f1(counts)}")
            if options.show and not PARTS[part][1]:
                for name, rows in (("missed", missed), ("wrong", wrong)):
                    print(*(f"  {name}\t{row}" for row in rows[: options.show]), sep="\n")


if __name__ == "__main__":
    main()
