"""Put the scores of `outputs/evaluation/evaluation.json` into README.md: `make readme`."""

import json
import re

from tests.bench.folders import ROOT

MEASURES = ("strict", "overlap", "resolved")


def lines(content: dict) -> list[str]:
    labels = content["labels"]
    table = ["| | gold | strict F1 | overlap F1 | resolved F1 |", "|---|---|---|---|---|"]
    for label, rates in labels.items():
        strict = rates["strict"]
        gold = sum(strict[name] for name in ("correct", "partial", "wrong", "missing"))
        figures = " | ".join(f"{rates[measure]['f1']:.3f}" for measure in MEASURES)
        table.append(f"| {label} | {gold} | {figures} |")
    links = content["linking"]["pairwise"]["f1"]
    tables = ", ".join(f"{name.replace('_', ' ')} {rates['f1']:.3f}" for name, rates in content["tables"].items())
    return [*table, "", f"Linking of organisations, pairwise F1: {links:.3f}. Structural tables, F1: {tables}."]


def main() -> None:
    content = json.loads((ROOT / "outputs/evaluation/evaluation.json").read_text(encoding="utf-8"))
    readme = ROOT / "README.md"
    block = "\n".join(["<!-- scores -->", "", *lines(content), "", "<!-- /scores -->"])
    text = re.sub("<!-- scores -->.*?<!-- /scores -->", lambda _: block, readme.read_text(encoding="utf-8"), flags=re.S)
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
