"""No loop over lines, rows, spans, notes or names grows with their square: calls are counted, so that no clock decides.

Forty repeated units, each n and 4n times. The suite takes small n, `make fuzz` what a long document has.
"""

import cProfile
import os
from collections.abc import Callable

import pytest

from hakusho.flow import StageError, process, resources
from hakusho.records import Source
from hakusho.settings import default_settings

Maker = Callable[[int], str]
# So many units are the n of `make fuzz`, a small share of it that of the suite.
PART = 1 if os.environ.get("HAKUSHO_FUZZ") else 24


def _each(form: str) -> Maker:
    return lambda n: "".join(form.format(number) for number in range(1, n + 1))


UNITS: dict[str, tuple[str, int, Maker]] = {
    "rows": ("html", 1200, lambda n: "<table>" + "<tr><td>国</td><td>1,200</td></tr>" * n + "</table>"),
    "cells": ("html", 1200, lambda n: f"<table><tr>{'<td>国</td>' * n}</tr><tr>{'<td>1</td>' * n}</tr></table>"),
    "spans of cells": ("html", 600, lambda n: f"<table>{'<tr><td rowspan=3 colspan=2>国</td><td>1</td></tr>' * n}</table>"),
    "tables": ("html", 400, lambda n: "<table><tr><td>国</td><td>1</td></tr></table>" * n),
    "paragraphs": ("html", 240, lambda n: "<p>総務省は、令和3年4月に米国と協議した。</p>" * n),
    "unclosed items": ("html", 900, lambda n: "<ul>" + "<li>国" * n),
    "unclosed cells": ("html", 900, lambda n: "<table>" + "<tr><td>国<td>1" * n),
    "unclosed terms": ("html", 900, lambda n: "<dl>" + "<dt>国<dd>米国" * n),
    "nested items": ("html", 900, lambda n: "<ul><li>国" * min(n, 90) + "<li>国</li>" * n),
    "spans": ("html", 2400, lambda n: "<p>" + "<span>国</span>" * n),
    "breaks": ("html", 1200, lambda n: "<p>" + "国<br>" * n),
    "ruby": ("html", 1200, lambda n: "<p>" + "<ruby>国<rt>くに</rt></ruby>" * n),
    "links": ("html", 1200, lambda n: "<p>" + "<a href=x>国</a> " * n),
    "comments": ("html", 2400, lambda n: "<p>" + "<!-- x -->国" * n),
    "noted paragraphs": (
        "html", 240, lambda n: _each('<p>文<sup><a href="#n{0}">{0}</a></sup></p>')(n) + _each('<p id="n{0}">{0} 注である。</p>')(n),
    ),
    "headings of pages": ("html", 360, lambda n: "<h2>第1章　概要</h2><p>文。</p>" * n),
    "rows of tabs": ("txt", 900, lambda n: "図表1-1　額\n" + "米国\t1,200\t3.5\n" * n),
    "rows of bars": ("md", 900, lambda n: "| 国 | 額 |\n|---|---|\n" + "| 米国 | 1,200 |\n" * n),
    "rows of spaces": ("txt", 600, lambda n: "国　　　　額　　　　前年\n" + "米国　　　1,200　　　3.5\n" * n),
    "captions": ("txt", 900, _each("図表1-{0}　国別の額\n")),
    "captions and references": ("txt", 420, _each("図表1-{0}　国別の額\n図表1-{0}に示す。\n")),
    "notes": ("txt", 360, _each("文である（注{0}）。\n注{0}　説明である。\n")),
    "notes without marks": ("txt", 360, _each("文である。\n注{0}　説明である。\n")),
    "references": ("txt", 420, lambda n: "第1節　あ\n第1節及び第2節を参照。\n" * n),
    "chapters": ("txt", 360, _each("第{0}章　概要\n\n　文である。\n")),
    "numbered items": ("txt", 600, _each("（{0}）項目\n")),
    "contents": ("txt", 420, _each("第{0}章　概要 …………… {0}\n")),
    "definitions": ("txt", 240, _each("国際機関{0}（以下「機関{0}」という。）は、機関{0}の会合を開いた。\n")),
    "speakers": ("txt", 360, lambda n: "○山田太郎君　質問します。\n○議長（佐藤君）　お答えします。\n" * n),
    "brackets": ("txt", 2400, lambda n: "（" * n + "国" + "）" * n),
    "open brackets": ("txt", 2400, lambda n: "「国" * n),
    "dates": ("txt", 600, lambda n: "同年7月、翌年、前年度。" * n),
    "events": ("txt", 240, lambda n: "令和3年4月、東京で日米首脳会談が開催された。" * n),
    "bodies": ("txt", 600, _each("第{0}研究機構・")),
    "one body": ("txt", 1200, lambda n: "総務省、外務省、" * n),
    "countries": ("txt", 1200, lambda n: "米国、英国、" * n),
    "blank lines": ("txt", 3600, lambda n: "\n\n　\n" * n),
    "short lines": ("txt", 2400, lambda n: "国\n" * n),
    "headings of Markdown": ("md", 360, lambda n: "# 概要\n\n文。\n\n" * n),
    "nested items of Markdown": ("md", 900, lambda n: "".join(" " * (i % 40) + "- 国\n" for i in range(n))),
    "one word": ("txt", 2400, lambda n: "情報通信" * n),
    "addresses": ("txt", 900, lambda n: "https://www.soumu.go.jp/a.html " * n),
}  # fmt: skip


def _calls(ending: str, text: str) -> int:
    """Return how many calls of functions it takes to do a document, those of C too."""
    data = (f"<html><body>{text}</body></html>" if ending == "html" else text).encode()
    profile = cProfile.Profile()
    profile.enable()
    try:
        process(data, Source("a", path=f"a.{ending}", sha256="0", published="2012-07"), default_settings())
    except StageError:
        pytest.fail("not read")
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_document(unit: str) -> None:
    resources()
    ending, number, make = UNITS[unit]
    number //= PART
    # What is loaded, cached and compiled at the first time is not counted.
    _calls(ending, make(8))
    few, many = (_calls(ending, make(each)) for each in (number, 4 * number))
    assert many <= 5 * few, f"{many / few:.1f} times the calls for four times the text"


def test_the_test_finds_what_grows_with_the_square() -> None:
    def square(n: int) -> int:
        profile = cProfile.Profile()
        profile.enable()
        names = [str(each) for each in range(n)]
        [name for name in names for other in names if other.endswith(name)]
        profile.disable()
        return sum(entry.callcount for entry in profile.getstats())

    assert square(400) > 5 * square(100)
