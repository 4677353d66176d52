"""Pages of many layouts, made by `pdf_pages.py`, are read as they were written: sentences, order, headings, notes, cells."""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.conftest import ROOT
from tests.read.pdf_maker import Column, Page, to_pdf, wrapped
from tests.read.pdf_more_pages import MORE
from tests.read.pdf_pages import ALL as PAGES
from tests.read.pdf_pages import SENTENCES, Made

from hakusho.files.lexicons import read_lexicon
from hakusho.read import read
from hakusho.read.pdf import read_pdf
from hakusho.records import Region, Segments, Source, SourceText
from hakusho.segment import segment
from hakusho.settings import default_settings
from hakusho.text.folding import folding_table
from hakusho.text.layout import Layout

ALL = PAGES | MORE
_FOLDING = folding_table({row["form"]: row["reads_as"] for row in read_lexicon("characters")})
_LABEL = re.compile(r"[○・①②③]|[12](?=[^0-9])|\([0-9]\)")


def fold(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def through(pages: list[Page]) -> tuple[SourceText, Segments]:
    source = read(to_pdf(pages), Source("a", "a.pdf"), default_settings())
    return source, segment(source, _FOLDING)[0]


@pytest.fixture(scope="module", params=list(ALL))
def layout(request: pytest.FixtureRequest) -> tuple[Made, SourceText, Segments]:
    made = ALL[request.param]()
    return made, *through(made.pages)


def test_nothing_is_lost(layout: tuple[Made, SourceText, Segments]) -> None:
    made, source, _ = layout
    written = Counter(fold("".join(bytes.fromhex(code).decode("utf-16-be") for code in _codes(made.pages))))
    assert written - Counter(fold(source.text)) == Counter()
    assert [page.lost for page in source.pages] == [0] * len(made.pages)


def _codes(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        yield from re.findall(r"<([0-9A-F]+)> Tj", "\n".join(page.parts))


def test_sentences_are_whole_and_in_order(layout: tuple[Made, SourceText, Segments]) -> None:
    made, _, segments = layout
    found = [fold(sentence.text) for sentence in segments.sentences]
    wanted = [fold(text) for text in made.sentences]
    others = set(map(fold, made.others))
    bare = [text if text in wanted else _LABEL.sub("", text, count=1) for text in found if text not in others]
    assert bare == wanted


def test_headings_are_those_of_the_page(layout: tuple[Made, SourceText, Segments]) -> None:
    made, _, segments = layout
    found = [{fold(section.title), fold(section.number + section.title)} for section in segments.sections]
    assert len(found) == len(made.headings)
    assert all(fold(title) in keys for title, keys in zip(made.headings, found, strict=True))


def test_notes_have_their_marks_and_whole_text(layout: tuple[Made, SourceText, Segments]) -> None:
    made, _, segments = layout
    assert {note.marker: fold(note.text) for note in segments.footnotes} == {
        mark: fold(text) for mark, text in made.notes.items()
    }


def test_cells_stand_in_their_rows_and_columns(layout: tuple[Made, SourceText, Segments]) -> None:
    made, source, segments = layout
    assert len(segments.tables) == bool(made.cells)
    for table in segments.tables:
        grid = {(cell.row, cell.column): fold(source.text[cell.span.slice]) for cell in table.cells}
        wanted = {(r, c): fold(text) for r, row in enumerate(made.cells) for c, text in enumerate(row) if text}
        assert {place: text for place, text in grid.items() if text} == wanted


def test_furniture_is_no_text(layout: tuple[Made, SourceText, Segments]) -> None:
    made, source, segments = layout
    heads = [fold(source.text[b.span.slice]) for b in segments.blocks if b.kind is Region.RUNNING_HEAD]
    assert set(map(fold, made.furniture)) <= set(heads)


# --- what no table of cases reaches ------------------------------------------------------------------------------


def test_a_paragraph_over_two_pages_knows_both() -> None:
    one, two = Page(), Page()
    lines = wrapped(SENTENCES[0] + SENTENCES[1] + SENTENCES[2], 43, 44)
    Column(one, 60, 90, 44).lines(lines[:1], 1)
    Column(two, 60, 760, 44).lines(lines[1:])
    source, segments = through([one, two])
    block = next(b for b in segments.blocks if b.kind is Region.BODY)
    ((place, page),) = block.breaks
    assert (block.page, page) == (1, 2)
    assert source.text[place:].startswith(lines[1])


def test_a_mark_behind_the_break_of_a_page_refers_to_the_note_of_its_page() -> None:
    one, two = Page(), Page()
    lines = wrapped(f"{SENTENCES[0][:-1]}1。{SENTENCES[1]}{SENTENCES[2][:-1]}1。", 43, 44)
    Column(one, 60, 190, 44).lines(lines[:2], 1)
    Column(two, 60, 760, 44).lines(lines[2:])
    for page, note in ((one, "総務省の資料による。"), (two, "外務省の資料による。")):
        page.rule(60, 110, 210, 110)
        page.text(60, 97, "1", 5)
        page.text(72, 95, note, 8.5)
    _, segments = through([one, two])
    targets = {note.note_id: note.text for note in segments.footnotes}
    assert [targets[mark.target_id] for mark in segments.footnote_refs] == [
        "総務省の資料による。",
        "外務省の資料による。",
    ]


def test_cells_of_a_table_over_pages_know_their_page() -> None:
    _, segments = through(ALL["table over pages"]().pages)
    layout = Layout(segments)
    (table,) = segments.tables
    pages = [layout.page(cell.span.start) for cell in sorted(table.cells, key=lambda cell: cell.row)]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2}


def test_ruby_is_a_region_of_its_own() -> None:
    source, segments = through(ALL["ruby"]().pages)
    assert [source.text[b.span.slice].strip() for b in segments.blocks if b.kind is Region.RUBY] == ["ひっぱく"]


def test_labels_of_a_chart_are_a_figure() -> None:
    page = Page()
    Column(page, 70, 780, 42).para(SENTENCES[0])
    for number in range(12):
        page.box(100 + 30 * number, 420, 118 + 30 * number, 440 + 12 * number, 0.6)
        page.text(100 + 30 * number, 405, f"{2010 + number}", 7)
    for number in range(6):
        page.text(75, 420 + 30 * number, f"{200 * number}", 7)
    page.text(80, 610, "（件）", 7)
    Column(page, 70, 350, 42).para(SENTENCES[1])
    source, segments = through([page])
    assert [fold(s.text) for s in segments.sentences] == [fold(SENTENCES[0]), fold(SENTENCES[1])]
    assert "2015" in "".join(source.text[b.span.slice] for b in segments.blocks if b.kind is Region.FIGURE)


def test_a_header_of_two_rows_is_one() -> None:
    source, segments = through(ALL["two header rows"]().pages)
    heads = {source.text[c.span.slice] for c in segments.tables[0].cells if c.header}
    assert {"職員の数", "令和三年", "令和四年", "人"} <= heads
    assert "北海道" not in heads


# --- documents drawn at random -----------------------------------------------------------------------------------


def _random_document(chance: random.Random) -> tuple[list[Page], list[str]]:
    """Set paragraphs of one of several kinds in one or two columns, in type of any size and distance of lines."""
    size = chance.choice([9, 10, 10.5, 11, 12])
    leading = size * chance.choice([1.3, 1.5, 1.7, 2.0, 2.3])
    columns = chance.choice([1, 1, 2])
    width = int((430 if columns == 1 else 200) / size)
    label, indent, hang = chance.choice(
        [("", 1, 0), ("・", 1, 2), ("（{}）", 0, 2), ("第{}条　", 0, 1), ("ア　", 1, 2)]
    )
    pages, wanted, column, y = [Page()], [], 0, 770.0
    for number in range(1, chance.randint(7, 14)):
        sentences = [chance.choice(SENTENCES) for _ in range(chance.randint(1, 3))]
        text = label.format(number) + "".join(sentences)
        for place, line in enumerate(wrapped(text, width - indent, width - hang)):
            if y < 80:
                column, y = column + 1, 770.0
                if column == columns:
                    pages.append(Page())
                    column = 0
            pages[-1].text(70 + column * 235 + size * (hang if place else indent), y, line, size)
            y -= leading
        wanted += map(fold, sentences)
    return pages, wanted


def test_random_documents_keep_their_sentences() -> None:
    found = wanted = 0
    for seed in range(25):
        pages, sentences = _random_document(random.Random(seed))
        got = [fold(sentence.text) for sentence in through(pages)[1].sentences]
        wanted += len(sentences)
        found += sum(any(text.endswith(s) and len(text) - len(s) <= 6 for text in got) for s in sentences)
    assert found >= 0.99 * wanted


# --- what other programs made ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((ROOT / "tests/formats").glob("*.pdf")), ids=lambda path: path.name)
def test_nothing_of_a_printed_page_is_lost(path) -> None:
    import pypdfium2

    data = path.read_bytes()
    text = Counter(fold(read_pdf(data, 100).text))
    document = pypdfium2.PdfDocument(data)
    plain = "".join(page.get_textpage().get_text_range() for page in document)
    assert Counter(fold(plain.replace("\ufffe", "-"))) - text == Counter()


PRINTED = sorted((ROOT / "tests/formats").glob("*.columns*.pdf"))


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_rules_make_the_cells_that_pdfplumber_sees(path) -> None:
    """pdfplumber, which reads rules in a way of its own, is the oracle: the same words in the same cells."""
    import io

    import pdfplumber

    data = path.read_bytes()
    source = read(data, Source("a", "a.pdf"), default_settings())
    tables = segment(source, _FOLDING)[0].tables
    ours = Counter(
        fold(source.text[c.span.slice]) for table in tables for c in table.cells if len(c.span) and not c.filled
    )
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        theirs = Counter(
            fold(cell) for page in pdf.pages for t in page.extract_tables() for row in t for cell in row if cell
        )
    # The wave of these fonts has no map that pdfplumber reads, and one ideograph the map of a radical.
    bare = [
        Counter({re.sub("[~〜]", "", text).replace("⻑", "長"): count for text, count in cells.items()})
        for cells in (ours, theirs)
    ]
    assert bare[0] == bare[1]
