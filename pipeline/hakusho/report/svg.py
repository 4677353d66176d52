"""SVG as text: elements with escaped content, numbers of one decimal, so that the same data give the same bytes."""

from unicodedata import east_asian_width
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
    content: str,
    x: float,
    y: float,
    *,
    anchor: str = "start",
    size: int = 12,
    fill: str = INK,
    key: str = "",
    en: str = "",
) -> str:
    """Return a line of text at a place, in front of what lies behind it.

    A page puts it into the reader's language: by `key` among its texts, or as `en` where that is English.
    """
    translated = {name: value for name, value in (("data_t", key), ("data_en", en)) if value}
    halo = {"stroke": "#ffffff", "stroke_width": 3, "stroke_linejoin": "round", "paint_order": "stroke"}
    return element(
        "text",
        text(content),
        x=float(x),
        y=float(y),
        text_anchor=anchor,
        font_size=size,
        fill=fill,
        **halo,
        **translated,
    )


def tip(content: str, en: str = "") -> str:
    """Return what a pointer is shown over an element, with what it is in English where that is given."""
    return element("title", text(content), **({"data_en": en} if en else {}))


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


def width_of(line: str, size: int = 12) -> float:
    """Return about how wide a line of text is drawn: a Japanese character is as wide as high, others little over half.

    >>> width_of("東南アジア"), width_of("ASEAN", 10)
    (60.0, 30.0)
    """
    return size * sum(1.0 if east_asian_width(character) in "WFA" else 0.6 for character in line)


def shortened(name: str, most: int) -> str:
    """Return a name of at most `most` characters.

    >>> shortened("東南アジア諸国連合", 6)
    '東南アジア…'
    """
    return name if len(name) <= most else name[: most - 1] + "…"
