"""The recogniser of organisations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.labels import COUNTRY, DATE, ORG
from hakusho.recognise.organisations.finder import find_organisations
from hakusho.recognise.organisations.lexicon import BodyLexicon, FoundBody, body_lexicon
from hakusho.recognise.protocol import Candidate, Known
from hakusho.records import NameParts
from hakusho.text.definitions import ViewDefinition
from hakusho.text.document import Document
from hakusho.text.folding import folding_table


@dataclass(frozen=True, slots=True)
class OrganisationRecogniser:
    """Finds bodies by lexicon, grammar, evidence, definition and reference back; dates and countries bound them."""

    lexicon: BodyLexicon
    label: str = ORG
    needs: frozenset[str] = frozenset((COUNTRY, DATE))

    def find(self, document: Document, known: Known) -> Iterator[Candidate]:
        dates, countries = ([(c.start, c.end) for c in known[label]] for label in (DATE, COUNTRY))
        definitions = [ViewDefinition.of(definition, document.view) for definition in document.segments.definitions]
        for body in find_organisations(document, self.lexicon, dates, countries, definitions):
            yield Candidate(body.start, body.end, ORG, body.rule, _parts(body, document), body.features, body.score)


def _parts(body: FoundBody, document: Document) -> NameParts:
    return NameParts(
        keys=body.keys,
        canonical=_in_full(body, document.view.text),
        head=body.head,
        anaphor=body.rule == "anaphor",
        alias_of=document.view.span(*body.body) if body.body else None,
        place=document.view.span(*body.place) if body.place else None,
    )


def _in_full(body: FoundBody, text: str) -> str:
    """市議会 is 甲野市議会 where the place is known; the place ends in what the short name begins with."""
    if body.whole:
        return body.whole
    start, end = body.place or (0, 1)
    return text[start : end - 1] + text[body.start : body.end]


_LEXICONS = (
    "organisations",
    "organisation_heads",
    "organisation_words",
    "organisation_weights",
    "organisation_readings",
    "headless_cues",
    "headless_weights",
)


def recogniser(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> OrganisationRecogniser:
    """Build the recogniser from the lexicons of bodies, their names and the heads and words of names."""
    # Texts are searched as they read (龍谷大学 as 竜谷大学), and so names are read.
    folding = folding_table({row["form"]: row["reads_as"] for row in lexicon("characters")})
    names = [{**row, "name": row["name"].translate(folding)} for row in lexicon("organisation_names")]
    return OrganisationRecogniser(body_lexicon(names, *map(lexicon, _LEXICONS)))
