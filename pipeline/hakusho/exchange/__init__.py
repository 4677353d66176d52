"""exchange: annotations to and from the formats of annotation tools, character offsets exact."""

from hakusho.exchange.formats import FORMATS, Format, Lost

__all__ = ["FORMATS", "Format", "Lost"]
