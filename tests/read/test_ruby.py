"""Readings above words: kept apart, left out, or written behind the word, in every format that has them."""

import pytest
from tests.read.packed import word
from tests.read.pdf_maker import to_pdf
from tests.read.pdf_pages import with_ruby
from tests.read.test_books_and_laws import LAW

from hakusho.read import read
from hakusho.records import Region, Source, SourceText
from hakusho.settings import default_settings, settings_from

_RUN = "<w:r><w:t>状況が</w:t></w:r>"
_RUBY = "<w:r><w:ruby><w:rt><w:r><w:t>ひっぱく</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>逼迫</w:t></w:r></w:rubyBase></w:ruby></w:r>"
PAGE = "<h1>概要</h1><p>状況が<ruby>逼迫<rp>(</rp><rt>ひっぱく</rt><rp>)</rp></ruby>した。</p><table><tr><th>国</th></tr><tr><td>日本</td></tr></table>"
FILES = {
    "html": (PAGE.encode(), "逼迫", "ひっぱく"),
    "docx": (
        word(f"<w:p>{_RUN}{_RUBY}<w:r><w:t>した。</w:t></w:r></w:p><w:p><w:r><w:t>次の段落。</w:t></w:r></w:p>"),
        "逼迫",
        "ひっぱく",
    ),
    "xml": (LAW.encode(), "禁錮", "きんこ"),
    "pdf": (to_pdf(with_ruby().pages), "逼迫", "ひっぱく"),
}


def _read(name: str, ruby: str) -> SourceText:
    settings = settings_from(f'ruby = "{ruby}"', "mine", default_settings().as_dict())
    return read(FILES[name][0], Source("a", f"a.{name}"), settings)


@pytest.mark.parametrize("name", FILES)
def test_kept_apart(name: str) -> None:
    _, base, reading = FILES[name]
    found = _read(name, "keep")
    assert reading in [found.text[b.span.slice].strip() for b in found.blocks if b.kind is Region.RUBY]
    assert f"{base}（" not in found.text


@pytest.mark.parametrize("name", FILES)
def test_left_out(name: str) -> None:
    _, base, reading = FILES[name]
    kept, found = _read(name, "keep"), _read(name, "drop")
    assert base in found.text
    assert reading not in found.text

    def others(text: SourceText) -> list[tuple[Region, str, list[str]]]:
        return [
            (b.kind, text.text[b.span.slice], [text.text[c.span.slice] for c in b.cells])
            for b in text.blocks if b.kind is not Region.RUBY
        ]  # fmt: skip

    assert others(found) == others(kept)


@pytest.mark.parametrize("name", FILES)
def test_behind_the_word(name: str) -> None:
    _, base, reading = FILES[name]
    found = _read(name, "inline")
    assert f"{base}（{reading}）" in found.text
    assert Region.RUBY not in {block.kind for block in found.blocks}
