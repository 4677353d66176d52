"""Pages put together at random: content in boxes of any class, furniture next to it. No sentence lost, none of a menu."""

import random

import pytest
from tests.read.packed import through

from hakusho.records import SourceText
from hakusho.segment import segment

_CLASSES = (
    "sidebar-visible no-sidebar has-search lang-ja aspnetForm main contents wrapper content container col-md-9 page "
    "inner box article body post entry theme-light nav-open menu-collapsed with-footer sidebar-left two-column js "
    "header-fixed search-results tools related side tag-list note-wrap language-ja print-area share-enabled l-main "
    "c-article p-news u-mt footer-sticky pagetop-on breadcrumb-on widget banner"
).split()
_SENTENCES = ("総務省は第{}回の調査を行った。", "外務省は、第{}号の文書を公表した。", "第{}表のとおり、差は縮まった。")
_MENU = ("組織案内", "報道資料", "予算案", "白書類", "統計類", "申請類", "政策類")
_LINKS = "".join(f"<li><a href=x>{word}</a></li>" for word in _MENU)
_FURNITURE = (
    f"<nav>{_LINKS}</nav>",
    f"<ul class=menu>{_LINKS}</ul>",
    f"<ul>{_LINKS}</ul>",
    f"<div id=localNavi><ul>{_LINKS}</ul></div>",
    f"<div id=left><ul>{_LINKS}</ul></div>",
    "<div class=breadcrumb><a>予算案</a> &gt; <a>統計類</a></div>",
    "<p><a href=x>予算案</a>｜<a href=x>統計類</a>｜<a href=x>白書類</a></p>",
    "<footer><p>Copyright 例示省 白書類 All Rights Reserved.</p></footer>",
    "<div class=footer>Copyright © 例示省 統計類</div>",
    "<div class=sns-share>この頁を予算案で共有</div>",
    "<div class=cookie-notice>予算案のクッキーを使います。</div>",
    f"<aside class=widget><h3>統計類</h3><ul>{_LINKS}</ul></aside>",
    "<form action=x><label>予算案</label><input><button>検索</button></form>",
    "<table><tr><td><a href=x>予算案</a></td><td><a href=x>統計類</a></td></tr></table>",
)


def _named(chance: random.Random) -> str:
    return " ".join(chance.sample(_CLASSES, chance.randrange(1, 4)))


def _content(chance: random.Random) -> tuple[str, list[str]]:
    parts, sentences, number = [], [], chance.randrange(100, 200)
    for _ in range(chance.randrange(3, 9)):
        made = [chance.choice(_SENTENCES).format(number + i) for i in range(chance.randrange(1, 4))]
        number += 5
        shape = chance.choice(("<p>{}</p>", "<ul><li>{}</ul>", "<h2>概要</h2><div>{}</div>", "<dl><dt>語<dd>{}</dl>"))
        joint = {"<p": "", "<u": "<li>", "<h": "</div><div>", "<d": "<dd>"}[shape[:2]]
        parts.append(shape.format(joint.join(made)))
        sentences += made
        if chance.random() < 0.2:
            parts.append("<table border=1><tr><th>国<th>額<tr><td>日本<td>1</table>")
    return "".join(parts), sentences


def _page(chance: random.Random) -> tuple[str, list[str]]:
    inner, sentences = _content(chance)
    inner = "<h1>通信の現状</h1>" * (chance.random() < 0.7) + inner
    if chance.random() < 0.5:
        tag = chance.choice(("main", "article"))
        inner = f'<{tag} class="{_named(chance)}">{inner}</{tag}>'
    for _ in range(chance.randrange(1, 6)):
        around = [chance.choice(_FURNITURE) for _ in range(chance.randrange(3))]
        place = chance.randrange(len(around) + 1)
        before, behind = "".join(around[:place]), "".join(around[place:])
        tag = chance.choice(("div", "section", "form", "td"))
        if tag == "td":
            inner = f'<table><tr><td>{before}</td><td class="{_named(chance)}">{inner}</td></tr></table>{behind}'
        else:
            inner = f'{before}<{tag} class="{_named(chance)}" id="{chance.choice(_CLASSES)}">{inner}</{tag}>{behind}'
    return f'<!doctype html><html class="{_named(chance)}"><body class="{_named(chance)}">{inner}</body>', sentences


@pytest.mark.parametrize("seed", range(120))
def test_random_pages(seed: int) -> None:
    page, sentences = _page(random.Random(seed))
    found: SourceText = through(page.encode(), "a.html")
    got = [sentence.text for sentence in segment(found, {})[0].sentences]
    assert [sentence for sentence in sentences if sentence not in got] == []
    assert [sentence for sentence in got if any(word in sentence for word in _MENU)] == []
