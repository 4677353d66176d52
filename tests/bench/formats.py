"""The same documents in every format: HTML and PDF that real programs made, and old encodings.

`python -m tests.bench.formats --make` writes `tests/formats/` anew (needs LibreOffice, Chromium and Noto CJK fonts);
without it the figures are printed: `make evaluate`.
"""

import argparse
import html
import re
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from markdown_it import MarkdownIt

from hakusho.flow import process
from hakusho.records import Source
from hakusho.settings import default_settings
from tests.bench.folders import ROOT, annotated

PLACE = ROOT / "tests/formats"
DOCUMENTS = ("ict_2012_ch5_s7", "soumu_gisb_about", "dev02_ict_2022", "dev06_boei_2014")
# Printed in columns; the long one would weigh a megabyte.
PRINTED = DOCUMENTS[1:]
STYLE = """
@page {{ size: A4; margin: 22mm 20mm; @top-center {{ content: "白書の抜粋"; font-size: 8pt }} @bottom-center {{ content: "- " counter(page) " -"; font-size: 8pt }} }}
body {{ font-family: "Noto Serif CJK JP"; font-size: 10pt; column-count: {columns}; column-gap: 10mm; line-height: 1.6; text-align: justify }}
table {{ border-collapse: collapse; font-size: 9pt }} td, th {{ border: 0.5pt solid black; padding: 1mm }}
"""


# --- fixtures --------------------------------------------------------------------------------------------------


def unwrapped(text: str) -> str:
    """Close lines that break off in mid-word: a word processor would have the paragraph whole."""
    return re.sub(
        r"^([^\t\n]{20,}[一-龥ァ-ヴー、])\n(?=[一-龥ぁ-ん](?![）)])[^\t\n]*$)", r"\1", text, flags=re.MULTILINE
    )


def page_of(text: str) -> str:
    """Return a page as a converter writes it: a paragraph a line, tables from lines with tabs."""
    source, rows = [], []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append([cell.strip().replace("|", "\\|") for cell in line.split("\t")])
            continue
        if rows:
            width = max(map(len, rows))
            table = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
            source += [table[0], "|" + "---|" * width, *table[1:], ""]
            rows = []
        indent = len(line) - len(line.lstrip("　"))
        source += [
            "&#12288;" * indent + re.sub(r"([\\`*_\[\]#<>~|+-])", r"\\\1", html.escape(line.strip("　"), quote=False)),
            "",
        ]
    return MarkdownIt("commonmark", {"html": False}).enable("table").render("\n".join(source))


def make() -> None:
    PLACE.mkdir(exist_ok=True)
    for doc_id in DOCUMENTS:
        text = unwrapped((ROOT / f"corpus/raw/{doc_id}.txt").read_text(encoding="utf-8"))
        body = page_of(text)
        (PLACE / f"{doc_id}.paragraphs.html").write_text(
            f'<!DOCTYPE html><meta charset="utf-8"><title>{doc_id}</title>{body}', encoding="utf-8"
        )
        for columns in (1, 2):
            if doc_id in PRINTED:
                _print(doc_id, body, columns)
        _convert(doc_id, text, "html:HTML", "office.html")
        _convert(doc_id, text, "pdf", "office.pdf")


def _print(doc_id: str, body: str, columns: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(
            f'<!DOCTYPE html><meta charset="utf-8"><style>{STYLE.format(columns=columns)}</style>{body}',
            encoding="utf-8",
        )
        out = PLACE / f"{doc_id}.columns{columns}.pdf"
        flags = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run --disable-quic --no-pdf-header-footer"
        subprocess.run(
            ["chromium", *flags.split(), f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}", page.as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip


def _convert(doc_id: str, text: str, target: str, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "soffice",
            "--headless",
            "--infilter=Text (encoded):UTF8,LF,,,",
            "--convert-to",
            target,
            "--outdir",
            folder,
        ]
        source = Path(folder) / "source" / f"{doc_id}.txt"
        source.parent.mkdir()
        source.write_text(text, encoding="utf-8")
        subprocess.run([*command, str(source)], check=True, capture_output=True)
        made = next(path for path in Path(folder).iterdir() if path.is_file())
        (PLACE / f"{doc_id}.{ending}").write_bytes(made.read_bytes())


# --- figures ---------------------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def through(data: bytes, path: str, published: str) -> tuple[Counter, Counter, Counter]:
    """Return the mentions, sentences and table cells of a document, without white space."""
    analysis, _ = process(data, Source("a", path, published=published), default_settings())
    text = analysis.source.text
    return (
        Counter((e.mention.label, squeezed(e.mention.surface)) for e in analysis.entities),
        Counter(squeezed(sentence.text) for sentence in analysis.segments.sentences),
        Counter(
            squeezed(text[c.span.slice])
            for t in analysis.segments.tables
            for c in t.cells
            if len(c.span) and not c.filled
        ),
    )


def f1(left: Counter, right: Counter) -> float:
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def figures(show: bool = False) -> dict[str, dict[str, float]]:
    """Return for each format_name the F1 of its mentions, sentences and cells against those of the plain text."""
    rows: dict[str, list[tuple[Counter, Counter]]] = {}
    for document in annotated(ROOT / "corpus/gold", ROOT / "corpus/raw"):
        if document.doc_id not in DOCUMENTS:
            continue
        plain = through(document.text.encode(), "a.txt", document.published)
        formats = {
            path.name.partition(".")[2]: path.read_bytes() for path in sorted(PLACE.glob(f"{document.doc_id}.*"))
        }
        for encoding in ("cp932", "euc_jis_2004", "iso2022_jp_2004", "utf-16"):
            formats[encoding] = document.text.encode(encoding, "ignore")
        for format_name, data in formats.items():
            reference = (
                plain
                if format_name not in ("cp932", "euc_jis_2004", "iso2022_jp_2004")
                else through(data.decode(format_name).encode(), "a.txt", document.published)
            )
            found = through(data, f"a.{format_name}", document.published)
            for name, one, two in zip(("mentions", "sentences", "cells"), reference, found, strict=True):
                rows.setdefault(f"{format_name}|{name}", []).append((one, two))
                if show and one != two:
                    print(
                        document.doc_id,
                        format_name,
                        name,
                        "lost",
                        list((one - two).items())[:6],
                        "gained",
                        list((two - one).items())[:6],
                    )
    scores: dict[str, dict[str, float]] = {}
    for key, pairs in rows.items():
        format_name, name = key.split("|")
        counts = [sum(side) for side in zip(*(((a & b).total(), a.total(), b.total()) for a, b in pairs), strict=True)]
        scores.setdefault(format_name, {})[name] = (
            2 * counts[0] / (counts[1] + counts[2]) if counts[1] + counts[2] else 1.0
        )
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--make", action="store_true", help="write tests/formats/ anew")
    parser.add_argument("--show", action="store_true", help="print what differs")
    asked = parser.parse_args()
    if asked.make:
        make()
    print(f"{'format':<20}{'mentions':>10}{'sentences':>11}{'cells':>9}   F1 against the plain text")
    for format_name, found in figures(asked.show).items():
        print(f"{format_name:<20}{found['mentions']:>10.4f}{found['sentences']:>11.4f}{found['cells']:>9.4f}")


if __name__ == "__main__":
    main()
