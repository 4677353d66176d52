"""What a user may set; the defaults and their reasons stand in `settings.toml`."""

from dataclasses import asdict, dataclass
from typing import Any


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
    """All that a user may set; part of a run's manifest. `tokens` and `parse` ask for the tables of these names."""

    labels: tuple[str, ...]
    tokens: bool
    parse: bool
    decode_errors: str
    csv_bom: bool
    ruby: str
    limits: Limits

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "labels": list(self.labels)}
