"""Statistical models, loaded once a process and only when asked for."""

from functools import lru_cache
from typing import TYPE_CHECKING

from hakusho.errors import HakushoError

if TYPE_CHECKING:
    from spacy.language import Language


class ModelMissing(HakushoError):
    """A model that is not installed. Nothing is ever downloaded."""


@lru_cache(maxsize=2)
def load_model(name: str = "ja_ginza") -> "Language":
    """Return a spaCy pipeline that is installed. Raises ModelMissing where it is not."""
    import spacy

    try:
        return spacy.load(name)
    except OSError:
        raise ModelMissing(
            f"{name}: no such model is installed. Install it (pip install {name.replace('_', '-')})."
        ) from None
