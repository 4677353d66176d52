"""The spaCy component: `hakusho.to_doc(...)` and `nlp.add_pipe("hakusho")`."""

from typing import TYPE_CHECKING

from hakusho.flow import analyse
from hakusho.language.docs import build_doc, register
from hakusho.records import Analysis, SourceText

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

register(analyse)


def to_doc(
    source: "str | SourceText | Analysis", vocab: "Vocab | None" = None, *, title: str = "", published: str = ""
) -> "Doc":
    """Return a spaCy `Doc` of a text, with its mentions in `doc.spans["hakusho"]` and `doc.ents`.

    `published` (YYYY, YYYY-MM or YYYY-MM-DD) is what 本年 and 昨年度 are counted from.

    >>> doc = to_doc("日米両国は昨年度に合意した。", published="2012-07")
    >>> [(span.text, span.label_, span.kb_id_) for span in doc.spans["hakusho"]]
    [('日', 'COUNTRY', 'JPN'), ('米', 'COUNTRY', 'USA'), ('昨年度', 'DATE', 'FY2011')]
    """
    analysis = source if isinstance(source, Analysis) else analyse(source, title=title, published=published)
    return build_doc(analysis, vocab)
