"""Statistical models, loaded once a process and only when asked for."""

from functools import lru_cache
from typing import TYPE_CHECKING

from hakusho.language.installed import MODEL, require_model

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=2)
def load_model(name: str = MODEL) -> "Language":
    """Return a spaCy pipeline that is installed. Raises ModelMissing where it is not."""
    require_model(name)
    import spacy

    return spacy.load(name)
