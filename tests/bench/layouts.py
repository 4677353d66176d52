"""Documents printed in many layouts by Chromium: what is found in them against what was written.

`python -m tests.bench.layouts --make` prints them anew into `tests/layouts/printed/` (needs Chromium and the fonts Noto CJK, IPAex
Mincho and MigMix 1P; the folder of the last two may be named by FONTS); without it
the figures are printed, of those kept aside as a total only.
"""

import argparse
import os
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hakusho.flow import process
from hakusho.records import Analysis, Source
from hakusho.settings import default_settings
from tests.layouts import aside, documents, drawn_tables, kinds, kinds_tables, more, titles, variants
from tests.layouts.sheet import Sheet, squeezed

_ADDRESS = re.compile("（?https?://[!-~]+）?")
PLACE = Path(__file__).parents[1] / "layouts/printed"
_KINDS = (*kinds.KINDS, *kinds_tables.KINDS)
_OLDER = documents.DOCUMENTS | more.DOCUMENTS | variants.DOCUMENTS | titles.DOCUMENTS
_OLDER_ASIDE = aside.DOCUMENTS | titles.ASIDE
_FIRST = {made.__name__: made for made in _KINDS}
# The same kinds in another house style, aside.
SECOND = {f"{made.__name__}_2": partial(made, 1) for made in _KINDS}
# Tables drawn by lot: those of the seeds from 8 to 15 are aside.
DRAWN = {f"drawn_tables_{seed}": partial(drawn_tables.drawn_tables, seed) for seed in range(24)}
_DRAWN_ASIDE = list(DRAWN)[8:16]
# The place of a document decides its fonts: what is new stands behind.
_ALL = _OLDER | _OLDER_ASIDE | _FIRST | SECOND | DRAWN
ASIDE = _OLDER_ASIDE | SECOND | {name: DRAWN[name] for name in _DRAWN_ASIDE}
DOCUMENTS = {name: made for name, made in _ALL.items() if name not in ASIDE}
_FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run --disable-quic --no-pdf-header-footer"


def make(names: "list[str]") -> None:
    """Print the named documents, all where none is named."""
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, made) in enumerate(_ALL.items()):
            if names and name not in names:
                continue
            page = Path(folder) / f"{name}.html"
            page.write_text(_with_fonts(made().page(), number), encoding="utf-8")
            target = f"--print-to-pdf={PLACE / name}.pdf"
            command = ["chromium", *_FLAGS.split(), f"--user-data-dir={folder}/profile", target, page.as_uri()]
            subprocess.run(command, check=True, capture_output=True)


def _with_fonts(page: str, number: int) -> str:
    """Set two of three documents in fonts that Chromium embeds with their names; of Noto CJK it makes drawings (Type 3)."""
    if number % 3 == 2:
        return page
    for family, name in (("Noto Serif CJK JP", "IPAexMincho"), ("Noto Sans CJK JP", "MigMix 1P")):
        page = page.replace(f'"{family}"', f'"{name}"')
    folder = Path(os.environ.get("FONTS", "/usr/share/fonts"))
    faces = "".join(
        f'@font-face{{font-family:"{name}";font-weight:{weight};src:url("{next(folder.rglob(file)).as_uri()}")}}'
        for name, weight, file in (("IPAexMincho", "normal", "ipaexm.ttf"), ("MigMix 1P", "normal", "migmix-1p-regular.ttf"), ("MigMix 1P", "bold", "migmix-1p-bold.ttf"))
    )  # fmt: skip
    return page.replace("<style>", f"<style>{faces}")


@dataclass
class Score:
    """Counts of gold, found and right, for each measure."""

    counts: "Counter[tuple[str, str]]" = field(default_factory=Counter)
    errors: "list[tuple[str, str]]" = field(default_factory=list)

    def add(self, measure: str, gold: "Counter[str]", found: "Counter[str]", neutral: "set[str] | None" = None) -> None:
        right = gold & found
        wrong = found - gold
        for text in [text for text in wrong if neutral and _neutral(text, neutral)]:
            del wrong[text]
        self.counts[measure, "gold"] += gold.total()
        self.counts[measure, "right"] += right.total()
        self.counts[measure, "found"] += right.total() + wrong.total()
        self.errors += [(f"{measure} lost", text) for text in gold - found]
        self.errors += [(f"{measure} wrong", text) for text in wrong]

    def f1(self, measure: str) -> float:
        total = self.counts[measure, "gold"] + self.counts[measure, "found"]
        return 2 * self.counts[measure, "right"] / total if total else 1.0

    def share(self, measure: str, of: str) -> float:
        return self.counts[measure, "right"] / self.counts[measure, of] if self.counts[measure, of] else 1.0

    def __iadd__(self, other: "Score") -> "Score":
        self.counts += other.counts
        return self


def _neutral(text: str, neutral: "set[str]") -> bool:
    bare = text.partition("|")[2] or text
    return any(bare in other or other in bare for other in neutral)


def score(name: str) -> Score:
    """Return the counts of one document."""
    gold = _ALL[name]()
    data = (PLACE / f"{name}.pdf").read_bytes()
    analysis, _ = process(data, Source("a", f"{name}.pdf"), default_settings())
    found = Score()
    _sentences(found, gold, analysis)
    _headings(found, gold, analysis)
    notes = Counter(f"{_bare(note.marker)}|{squeezed(note.text)}" for note in analysis.segments.footnotes)
    # An address is a column of its own.
    wanted = Counter(f"{_bare(mark)}|{_ADDRESS.sub('', text)}" for mark, text in gold.notes.items())
    found.add("notes", wanted, notes, {text for text in gold.neutral if len(text) > 10})
    found.add("cells", Counter(_gold_cells(gold)), Counter(_cells(analysis)))
    _order(found, gold, analysis)
    lines = [squeezed(s.text) for s in analysis.segments.sentences] + [
        squeezed(s.title) for s in analysis.segments.sections
    ]
    taken = [text for text in gold.furniture if text in lines]
    found.counts["furniture", "gold"] += len(gold.furniture)
    found.counts["furniture", "right"] += len(taken)
    found.errors += [("furniture", text) for text in taken]
    return found


def _bare(mark: str) -> str:
    """Return a mark without its signs; the gold tells equal marks of several pages apart by @."""
    return mark.strip("※@*（）()注")


def _sentences(found: Score, gold: Sheet, analysis: Analysis) -> None:
    neutral = {*gold.neutral, *gold.optional, *gold.notes.values()}
    wanted = Counter(gold.sentences)
    have: Counter[str] = Counter()
    for sentence in analysis.segments.sentences:
        text = squeezed(sentence.text)
        # A label may stand in the sentence or not.
        have[next((text[i:] for i in range(min(10, len(text))) if text[i:] in wanted), text)] += 1
    found.add("sentences", wanted, have, neutral)


def _headings(found: Score, gold: Sheet, analysis: Analysis) -> None:
    bare = str.maketrans("", "", "【】（）()．.＜＞●■◆○")
    wanted = Counter(title.translate(bare) for _, title in gold.headings)
    have = Counter(squeezed(section.number + section.title).translate(bare) for section in analysis.segments.sections)
    optional = {squeezed(text).translate(bare) for text in gold.optional} | {"目次"}
    found.add(
        "headings", wanted, Counter({k: n for k, n in have.items() if not any(k in o or o in k for o in optional)})
    )
    levels = {title.translate(bare): level for level, title in gold.headings}
    shifts = Counter(
        section.level - levels[key] for section in analysis.segments.sections
        if (key := squeezed(section.number + section.title).translate(bare)) in levels
    )  # fmt: skip
    found.counts["levels", "gold"] += shifts.total()
    found.counts["levels", "right"] += max(shifts.values(), default=0)
    if len(shifts) > 1:
        found.errors.append(("levels", str(dict(shifts))))


def _gold_cells(gold: Sheet) -> Iterator[str]:
    for table in gold.tables:
        for r, row in enumerate(table):
            yield from (f"{r}|{c}|{text}" for c, text in enumerate(row) if text)


def _cells(analysis: Analysis) -> Iterator[str]:
    text = analysis.source.text
    for table in analysis.segments.tables:
        yield from (f"{c.row}|{c.column}|{squeezed(text[c.span.slice])}" for c in table.cells if len(c.span))


def _order(found: Score, gold: Sheet, analysis: Analysis) -> None:
    text, last = squeezed(analysis.source.text), -1
    for sentence in (text for text in gold.sentences if text not in gold.anywhere):
        place = text.find(sentence[:24], last + 1)
        found.counts["order", "gold"] += 1
        found.counts["order", "right"] += place >= 0
        if place < 0:
            found.errors.append(("order", sentence))
        last = max(last, place)


def lost(name: str) -> int:
    """Return how many characters of the plain text PDFium gives are not in what was read."""
    import pypdfium2

    data = (PLACE / f"{name}.pdf").read_bytes()
    document = pypdfium2.PdfDocument(data)
    plain = Counter(squeezed("".join(page.get_textpage().get_text_range() for page in document)).replace("\ufffe", "-"))
    analysis, _ = process(data, Source("a", f"{name}.pdf"), default_settings())
    return (plain - Counter(squeezed(analysis.source.text))).total()


def _row(name: str, s: Score) -> str:
    values = (
        s.share("sentences", "gold"),
        s.share("sentences", "found"),
        s.share("order", "gold"),
        s.f1("headings"),
        s.share("levels", "gold"),
        s.f1("notes"),
        s.f1("cells"),
    )
    return (
        f"{name:<26}"
        + "".join(f"{value:>9.3f}" for value in values)
        + f"{s.counts['furniture', 'right']:>5}/{s.counts['furniture', 'gold']}"
    )


def total(names: "list[str] | dict[str, object]") -> Score:
    whole = Score()
    for name in names:
        whole += score(name)
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--make", action="store_true", help="print the documents anew")
    parser.add_argument("--show", action="store_true", help="print what differs")
    asked = parser.parse_args()
    if asked.make:
        make(asked.names)
    print(f"{'':<26}{'recall':>9}{'prec':>9}{'order':>9}{'heads':>9}{'levels':>9}{'notes':>9}{'cells':>9}{'furn':>6}")
    whole = Score()
    for name in asked.names or DOCUMENTS:
        found = score(name)
        whole += found
        print(_row(name, found))
        for kind, text in found.errors if asked.show and name not in ASIDE else ():
            print(f"    {kind:<18}{text}")
    print(_row("TOTAL", whole))
    if not asked.names:
        print(_row("ASIDE", total(list(ASIDE))))


if __name__ == "__main__":
    main()
