"""Measure how fast PDFs are read, against PDFium's text alone: `python -m tests.bench.pdf_speed [--rounds N]`.

Processor seconds in one process, document by document in turn; of each the least of the rounds counts, as other jobs only
ever add to it.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from hakusho.read.pdf import read_pdf
from tests.bench.folders import SHARED

DOCUMENTS = SHARED / "documents/docs"
ROUNDS, MOST_PAGES = 8, 5000


def plain(data: bytes) -> None:
    """Let PDFium open a PDF and give the text of each of its pages, in the order of the file."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()


def ours(data: bytes) -> None:
    """Read a PDF: its text in reading order, with its tables, notes, heads and levels."""
    read_pdf(data, MOST_PAGES)


def seconds(read: Callable[[bytes], None], data: bytes) -> float:
    """Return the processor seconds that one document takes."""
    began = time.process_time()
    read(data)
    return time.process_time() - began


def least(paths: list[Path], rounds: int) -> tuple[float, float]:
    """Return the least seconds of PDFium and of hakusho for all documents."""
    took = [0.0, 0.0]
    for path in paths:
        data = path.read_bytes()
        alternating = [[seconds(read, data) for read in (plain, ours)] for _ in range(rounds)]
        for tool, answers in enumerate(zip(*alternating, strict=True)):
            took[tool] += min(answers)
    return took[0], took[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    theirs, own = least(sorted(DOCUMENTS.glob("*.pdf")), parser.parse_args().rounds)
    print(f"PDFium's text {theirs:.3f} s, hakusho's reading {own:.3f} s: {theirs / own:.3f} times as fast")


if __name__ == "__main__":
    main()
