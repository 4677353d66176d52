"""What a practitioner uses today, in an environment of its own: reads texts as JSON from stdin, gives mentions.

Nothing of hakusho is imported here. Run by `peers.py`.
"""

import json
import re
import sys
import time
from pathlib import Path

# Fine labels of ja_ginza (Sekine's extended hierarchy) and ours, as hakusho's evaluation takes them.
_NAMES = Path(__file__).parents[2] / "pipeline/hakusho/lexicons/ginza_names.tsv"
LABELS = dict(line.split("\t") for line in _NAMES.read_text(encoding="utf-8").splitlines()[1:])
SHORT_NAMES = {"米国": "USA", "英国": "GBR", "我が国": "JPN", "豪州": "AUS", "ソ連": "SUN", "韓国": "KOR", "北朝鮮": "PRK", "香港": "HKG", "アメリカ": "USA", "イギリス": "GBR", "中国": "CHN", "台湾": "TWN"}  # fmt: skip


def ginza():
    import spacy

    nlp = spacy.load("ja_ginza")

    def find(text: str) -> list[list]:
        found = []
        for start in range(0, len(text), 8000):
            for ent in nlp(text[start : start + 8000]).ents:
                if ent.label_ in LABELS:
                    found.append([start + ent.start_char, start + ent.end_char, LABELS[ent.label_], ""])
        return found

    return find


def timex():
    from ja_timex import TimexParser

    parser = TimexParser()

    def find(text: str) -> list[list]:
        found = []
        for line in re.finditer(r"[^\n]+", text):
            for timex in parser.parse(line.group()):
                if timex.type == "DATE" and timex.span:
                    found.append(
                        [line.start() + timex.span[0], line.start() + timex.span[1], "DATE", _value(timex.value)]
                    )
        return found

    return find


def _value(value: str) -> str:
    return re.sub(r"-XX.*", "", value)


def glued():
    """GiNZA's organisations, dates of either tool with adjacent parts merged, country names looked up."""
    from babel import Locale

    named, dated = ginza(), timex()
    countries = {name: code for code, name in Locale("ja").territories.items() if len(code) == 2 and code.isalpha()}
    pattern = re.compile("|".join(sorted(map(re.escape, [*countries, *SHORT_NAMES]), key=len, reverse=True)))
    import_codes = _alpha3()

    def find(text: str) -> list[list]:
        entities = named(text)
        dates = _merged(sorted(dated(text) + [e for e in entities if e[2] == "DATE"]), text)
        places = [
            [
                m.start(),
                m.end(),
                "COUNTRY",
                SHORT_NAMES.get(m.group()) or import_codes.get(countries.get(m.group(), ""), ""),
            ]
            for m in pattern.finditer(text)
        ]
        bodies = [e for e in entities if e[2] == "ORG"]
        taken = [span for e in dates + places for span in [(e[0], e[1])]]
        bodies = [b for b in bodies if not any(b[0] < end and start < b[1] for start, end in taken)]
        return dates + places + bodies

    return find


def _merged(dates: list[list], text: str) -> list[list]:
    merged: list[list] = []
    for start, end, label, value in dates:
        if merged and start <= merged[-1][1] + 1 and text[merged[-1][1] : start].strip("(（)） ") == "":
            merged[-1] = [merged[-1][0], max(end, merged[-1][1]), label, max(merged[-1][3], value, key=len)]
        else:
            merged.append([start, end, label, value])
    return merged


def _alpha3() -> dict[str, str]:
    from babel.core import get_global

    return {
        code: alias
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha()
        for code in codes[:1]
    }


def serve(path: str) -> None:
    """Answer each line of input with the speed of ja-timex on a text, as `speed.py` wants it."""
    import resource
    from pathlib import Path

    text = Path(path).read_text(encoding="utf-8")
    began = time.perf_counter()
    find = timex()
    find(text[:2_000])
    print(json.dumps({"load": time.perf_counter() - began}), flush=True)
    for _ in sys.stdin:
        began = time.perf_counter()
        find(text)
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"speed": len(text) / took, "peak": peak}), flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2])
        return
    documents = json.load(sys.stdin)
    tools = {"ja_ginza": ginza, "ja-timex": timex, "both glued together": glued}
    answer = {}
    for name, make in tools.items():
        find = make()
        find("総務省は2011年に発表した。")
        began = time.perf_counter()
        found = {doc_id: find(text) for doc_id, text in documents.items()}
        answer[name] = {"found": found, "seconds": time.perf_counter() - began}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
