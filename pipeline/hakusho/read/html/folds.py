"""What a page's own styles and the names of style kits hide, and what only lies folded until a reader opens it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml.etree import XPath

from hakusho.read.html import html_rules as rules

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
# A style for some media only: a block with rules in it.
_MEDIA = re.compile(r"@[^{};]{1,300}\{((?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500})[^{}]{0,200}\}")
_RULE = re.compile(r"([^{}@;]{1,1000})\{([^{}]{0,2000})\}")
_NAME = re.compile(r"[.#][A-Za-z_][\w-]*")
_ALONE = re.compile(r"[a-z]{0,10}([.#][A-Za-z_][\w-]*)")
# So many names are looked for by a query of the tree; it slows with each.
_FEW = 20
_CLASSES = XPath("//@class", smart_strings=False)
_SHOWS = re.compile(r"(?:display|visibility)\s*+:\s*+(?!none|hidden)", re.IGNORECASE)


def mark_hidden(root: Any) -> None:
    """Set the attribute `hidden` on what a style hides, and take it from what a control of the page unfolds.

    >>> from lxml import html
    >>> page = html.fromstring("<div><style>.x{display:none}</style><p class=x>裏。<p>表。</div>")
    >>> mark_hidden(page); [element.text for element in page.xpath("//*[@hidden]")]
    ['裏。']
    """
    for element in _folded(root):
        for name in ("hidden", "aria-hidden"):
            element.attrib.pop(name, None)
    names = _hidden_names(root)
    wearing = [(name, element) for element in _candidates(root, names) for name in _worn(element, names)]
    folds = Counter(name for name, element in wearing if rules.FULL_STOP in "".join(element.itertext()))
    for name, element in wearing:
        # What several parts of a text wear are its folds; so is what stands below a heading or a button.
        if folds[name] < rules.LEAST_FOLDS and not _below_opener(element):
            element.set("hidden", "")


def _candidates(root: Any, names: frozenset[str]) -> Any:
    """Return the elements that may bear one of a few names, or all that bear any."""
    if len(names) > _FEW:
        return root.xpath("//body//*[@class or @id]")
    # Most pages wear none of the names that style kits give, which their classes alone tell.
    worn = "\n".join(set(_CLASSES(root)))
    classes = [f"contains(.,'{name[1:]}')" for name in sorted(names) if name[0] == "." and name[1:] in worn]
    ids = [f".='{name[1:]}'" for name in sorted(names) if name[0] == "#"]
    asked = [f"//body//*/@{kind}[{' or '.join(of)}]/.." for kind, of in (("class", classes), ("id", ids)) if of]
    return root.xpath(" | ".join(asked)) if asked else ()


def _worn(element: Any, names: frozenset[str]) -> Iterator[str]:
    classes = element.get("class") or ""
    if rules.SHOWN_WHERE.search(classes):
        return
    yield from {f".{name}" for name in classes.split()} & names
    if f"#{element.get('id')}" in names:
        yield f"#{element.get('id')}"


def _hidden_names(root: Any) -> frozenset[str]:
    """Return the classes and ids that are hidden wherever they stand."""
    hidden, shown = {f".{name}" for name in rules.HIDDEN_CLASSES}, set[str]()
    for style in root.iter("style"):
        text = _COMMENT.sub("", style.text or "")
        for match in _MEDIA.finditer(text):
            shown.update(_shown_names(match[1]))
        text = _MEDIA.sub("", text)
        shown.update(_shown_names(text))
        for selectors, declared in _RULE.findall(text):
            if rules.UNSEEN_STYLE.search(declared):
                alone = (_ALONE.fullmatch(selector.strip()) for selector in selectors.split(","))
                hidden.update(match[1] for match in alone if match)
    return frozenset(hidden - shown)


def _shown_names(text: str) -> Iterator[str]:
    for selectors, declared in _RULE.findall(text):
        if _SHOWS.search(declared):
            yield from _NAME.findall(selectors)


def _folded(root: Any) -> Iterator[Any]:
    """Yield the panels of tabs and what a button or tab of the page opens, dialogues aside."""
    hidden = root.xpath("//@hidden/.. | //@aria-hidden/..")
    opened = {value.lstrip("#") for value in root.xpath(rules.OPENERS)} if hidden else set[str]()
    for element in hidden:
        role = element.get("role") or ""
        if role == "tabpanel" or (element.get("id") in opened and _is_panel(element, role)):
            yield element


def _is_panel(element: Any, role: str) -> bool:
    named = {word.lower() for word in rules.WORDS.split(element.get("class") or "")}
    return "dialog" not in role and "modal" not in named and rules.FULL_STOP in "".join(element.itertext())


def _below_opener(element: Any) -> bool:
    above = element.getprevious()
    return above is not None and (above.tag in rules.OPENING or above.get("aria-expanded") is not None)
