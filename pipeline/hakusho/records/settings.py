"""What a user may set; the defaults and their reasons stand in `settings.toml`."""

from dataclasses import asdict, dataclass, field
from typing import Any

from hakusho.records.own import OWN_FILES, OwnKnowledge


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: bytes, characters, pages, levels, seconds, MiB of memory."""

    bytes: int
    characters: int
    pages: int
    depth: int
    archive_bytes: int
    archive_members: int
    archive_ratio: int
    seconds: int
    memory: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a user may set; part of a run's manifest. `tokens` and `parse` ask for the tables of these names.

    `own` is what the user's files of names and corrections say; the manifest holds their hashes.
    """

    labels: tuple[str, ...]
    tokens: bool
    parse: bool
    decode_errors: str
    csv_bom: bool
    ruby: str
    limits: Limits
    own: OwnKnowledge = field(default_factory=OwnKnowledge)

    def as_dict(self) -> dict[str, Any]:
        """Return the settings as a manifest holds them."""
        return {
            "labels": list(self.labels),
            "tokens": self.tokens,
            "parse": self.parse,
            "decode_errors": self.decode_errors,
            "csv_bom": self.csv_bom,
            "ruby": self.ruby,
            "limits": asdict(self.limits),
            **{kind: hashes for kind in OWN_FILES if (hashes := self.own.hashes(kind))},
        }
