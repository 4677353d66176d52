"""What a user knows of the documents: names to find, and corrections of what was found."""

from dataclasses import dataclass

# The kinds of files that a user brings; a manifest has the hashes of those that were given.
OWN_FILES = ("names", "corrections")
# The kind of a row in `quality` that tells of a correction which fits nowhere.
UNFIT_CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name that a user wants found: what it is (`label`) and means (`value`); `source` is the file it stands in."""

    name: str
    label: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right at a place of a document: wherever `before` + `text` + `after` stands.

    With a label, `text` is a mention of it, and means `value` where that is given; without one it is not a mention.
    """

    doc_id: str
    before: str
    text: str
    after: str
    label: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class OwnKnowledge:
    """The names and corrections of a run; `files` are the files they came from, as (kind, name, SHA-256)."""

    names: tuple[OwnName, ...] = ()
    corrections: tuple[Correction, ...] = ()
    files: tuple[tuple[str, str, str], ...] = ()

    def hashes(self, kind: str) -> dict[str, str]:
        """Return the SHA-256 of each file of a kind (`names`, `corrections`), by name."""
        return {name: sha256 for of, name, sha256 in self.files if of == kind}

    def of_document(self, doc_id: str) -> tuple[Correction, ...]:
        """Return the corrections of a document, in the order of the file."""
        return tuple(correction for correction in self.corrections if correction.doc_id == doc_id)
