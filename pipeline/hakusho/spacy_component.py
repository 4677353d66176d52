"""The spaCy component: `hakusho.to_doc(...)` and `nlp.add_pipe("hakusho")`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import from_disk, to_disk
from spacy.vocab import Vocab

from hakusho.errors import UsageError
from hakusho.flow import analyse, resources
from hakusho.labels import registry
from hakusho.language.docs import (
    EXTENSION,
    PUBLISHED,
    SPANS_KEY,
    TITLE,
    add_ents,
    add_sentences,
    add_spans,
    build_doc,
    declare,
    edges_of,
    split_tokens,
)
from hakusho.records import Analysis, SourceText
from hakusho.tabulate import entity_id_of
from hakusho.text.calendar import published_text

__all__ = ["HakushoComponent", "make_component", "to_doc"]

_SETTINGS = "cfg"
_DEFAULTS = {
    "published": "",
    "labels": [],
    "spans_key": SPANS_KEY,
    "set_ents": False,
    "set_sents": True,
}


class HakushoComponent:
    """Finds mentions in documents of any spaCy pipeline; it changes nothing that other components did.

    `published` is the day that 本年 and 昨年度 are counted from, where a document has no `doc._.hakusho_published`;
    `labels` restricts what is found (default: all). Mentions go to `doc.spans[spans_key]`; with `set_ents` also to
    `doc.ents`, beside the entities that are there. `set_sents` marks where sentences begin, in documents where nothing
    did so before.

    >>> import spacy
    >>> nlp = spacy.blank("ja")
    >>> component = nlp.add_pipe("hakusho", config={"published": "2012-07", "set_ents": True})
    >>> [(ent.text, ent.label_, ent.kb_id_) for ent in nlp("米国は昨年度に発表した。").ents]
    [('米国', 'COUNTRY', 'USA'), ('昨年度', 'DATE', 'FY2011')]
    >>> component.labels
    ('ORG', 'COUNTRY', 'DATE')
    """

    def __init__(
        self,
        name: str = "hakusho",
        *,
        published: str | date | int = "",
        labels: Sequence[str] = (),
        spans_key: str = SPANS_KEY,
        set_ents: bool = False,
        set_sents: bool = True,
    ) -> None:
        self.name = name
        self.settings: dict[str, Any] = {
            "published": published_text(published),
            "labels": [*labels],
            "spans_key": spans_key,
            "set_ents": set_ents,
            "set_sents": set_sents,
        }
        self._check()
        declare()

    def _check(self) -> None:
        unknown = [label for label in self.settings["labels"] if label not in registry()]
        if unknown:
            raise UsageError(f"unknown label {unknown[0]}. Known labels: {', '.join(registry())}.")

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that it gives."""
        wanted = self.settings["labels"]
        return tuple(label for label in registry() if label in wanted or not wanted)

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its mentions. Raises UsageError for a `published` that is no date."""
        settings = self.settings
        published = doc._.get(PUBLISHED) or settings["published"]
        analysis = analyse(doc.text, frozenset(self.labels), title=doc._.get(TITLE), published=published)
        split_tokens(doc, edges_of(analysis))
        add_spans(doc, analysis, entity_id_of, settings["spans_key"])
        if settings["set_sents"]:
            add_sentences(doc, [sentence.span.start for sentence in analysis.segments.sentences])
        if settings["set_ents"]:
            add_ents(doc, settings["spans_key"])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Yield each document with its mentions."""
        yield from map(self, stream)

    def initialize(self, get_examples: Any = None, *, nlp: Language | None = None) -> None:
        """Load lexicons and dictionary; nothing is learnt."""
        resources()

    def score(self, examples: Iterable[Example], **options: Any) -> dict[str, Any]:
        """Return precision, recall and F1 of spans (`spans_hakusho_f` …), in all and by label, for `nlp.evaluate`.

        Gold are the reference's spans of the same key, else its entities.
        """
        key = self.settings["spans_key"]
        attribute = f"spans_{key}"

        def spans(doc: Doc, _: str) -> list[Span]:
            return list(doc.spans.get(key, doc.ents))

        found: dict[str, Any] = Scorer.score_spans(
            examples,
            attribute,
            getter=spans,
            has_annotation=lambda doc: key in doc.spans or doc.has_annotation("ENT_IOB"),
            labeled=True,
            allow_overlap=True,
        )
        return found

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Save the settings into a folder, as `nlp.to_disk` asks."""
        to_disk(path, {_SETTINGS: lambda place: srsly.write_json(place, self.settings)}, exclude)

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> "HakushoComponent":
        """Take settings from a folder that `to_disk` made."""
        from_disk(path, {_SETTINGS: lambda place: self._take(srsly.read_json(place))}, exclude)
        return self

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """Return the settings as bytes, as `nlp.to_bytes` asks."""
        made: bytes = srsly.msgpack_dumps(self.settings)
        return made

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> "HakushoComponent":
        """Take settings from bytes that `to_bytes` made."""
        self._take(srsly.msgpack_loads(data))
        return self

    def _take(self, settings: dict[str, Any]) -> None:
        self.settings = {key: settings.get(key, default) for key, default in _DEFAULTS.items()}
        self._check()

    def __setstate__(self, state: dict[str, Any]) -> None:
        """In the process of `nlp.pipe(..., n_process=2)` the extensions are not there yet."""
        self.__dict__.update(state)
        declare()


@Language.factory(  # type: ignore[untyped-decorator]
    "hakusho",
    default_config=_DEFAULTS,
    assigns=["doc.spans", f"doc._.{EXTENSION}", f"span._.{EXTENSION}"],
    default_score_weights={f"spans_{SPANS_KEY}_f": 1.0, f"spans_{SPANS_KEY}_p": 0.0, f"spans_{SPANS_KEY}_r": 0.0},
)
def make_component(
    nlp: Language, name: str, published: str, labels: list[str], spans_key: str, set_ents: bool, set_sents: bool
) -> HakushoComponent:
    """Return the component for a pipeline: what `nlp.add_pipe("hakusho", config={…})` calls."""
    return HakushoComponent(
        name, published=published, labels=labels, spans_key=spans_key, set_ents=set_ents, set_sents=set_sents
    )


def to_doc(
    source: "str | SourceText | Analysis",
    vocab: Vocab | None = None,
    *,
    title: str = "",
    published: str | date | int = "",
) -> Doc:
    """Return a spaCy `Doc` of a text, with its mentions in `doc.spans["hakusho"]` and `doc.ents`.

    `published` (YYYY, YYYY-MM, YYYY-MM-DD or a `date`) is what 本年 and 昨年度 are counted from. `span.kb_id_` is the
    id of what is named: of the lexicon for a body, an ISO 3166 code, a TIMEX3 value. What happened stands in
    `doc._.hakusho["events"]`.

    >>> doc = to_doc("日米両国は昨年度に合意した。", published="2012-07")
    >>> [(span.text, span.label_, span.kb_id_) for span in doc.spans["hakusho"]]
    [('日', 'COUNTRY', 'JPN'), ('米', 'COUNTRY', 'USA'), ('昨年度', 'DATE', 'FY2011')]
    """
    analysis = source if isinstance(source, Analysis) else analyse(source, title=title, published=published)
    return build_doc(analysis, entity_id_of, vocab)
