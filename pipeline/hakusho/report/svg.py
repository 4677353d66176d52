"""SVG as text: elements with escaped content, numbers of one decimal, so that the same data give the same bytes."""

from xml.sax.saxutils import escape, quoteattr

FONT = "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif"
INK, SOFT, LINE = "#1b1f24", "#5b6470", "#d9dee5"
# Okabe and Ito's colours, which colour-blind readers tell apart.
BLUE, VERMILION, GREEN, PURPLE, ORANGE = "#0072b2", "#d55e00", "#009e73", "#aa4499", "#e69f00"


def number(value: float) -> str:
    """Return a number with one decimal at most.

    >>> number(3.0), number(2.25)
    ('3', '2.2')
    """
    return f"{value:.1f}".removesuffix(".0")


def element(tag: str, *content: str, **attributes: object) -> str:
    """Return an element; `content` is SVG, attributes are escaped, `_` in their names is `-`.

    >>> element("text", text("A & B"), x=1.5, text_anchor="end")
    '<text x="1.5" text-anchor="end">A &amp; B</text>'
    """
    given = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(number(value) if isinstance(value, float) else str(value))}"
        for name, value in attributes.items()
    )
    return f"<{tag}{given}>{''.join(content)}</{tag}>" if content else f"<{tag}{given}/>"


def text(content: str) -> str:
    """Return text as SVG."""
    return escape(content)


def label(
    content: str, x: float, y: float, *, anchor: str = "start", size: int = 12, fill: str = INK, key: str = ""
) -> str:
    """Return a line of text at a place; `key` names it among the texts that a page puts into the reader's language."""
    translated = {"data_t": key} if key else {}
    return element(
        "text", text(content), x=float(x), y=float(y), text_anchor=anchor, font_size=size, fill=fill, **translated
    )


def drawing(width: int, height: int, about: str, *content: str) -> str:
    """Return a whole drawing; `about` is what a screen reader says of it."""
    return element(
        "svg",
        element("title", text(about)),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        font_family=FONT,
    )


def shortened(name: str, most: int) -> str:
    """Return a name of at most `most` characters.

    >>> shortened("東南アジア諸国連合", 6)
    '東南アジア…'
    """
    return name if len(name) <= most else name[: most - 1] + "…"
