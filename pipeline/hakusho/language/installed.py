"""Whether the models are installed, told without loading them. Nothing is ever downloaded."""

from importlib.util import find_spec

from hakusho.errors import HakushoError

MODEL = "ja_ginza"


class ModelMissing(HakushoError):
    """A model that is not installed."""


class DictionaryMissing(ModelMissing):
    """SudachiPy or its dictionary is not installed."""


def require_models(*, parse: bool) -> None:
    """Raise DictionaryMissing or ModelMissing where what words, and a parse, need is not installed."""
    require_dictionary()
    if parse:
        require_model()


def require_dictionary() -> None:
    """Raise DictionaryMissing where words cannot be read."""
    for module, package in (("sudachipy", "sudachipy"), ("sudachidict_core", "sudachidict-core")):
        if find_spec(module) is None:
            raise DictionaryMissing(f"{package}: not installed, and words need it. Install it (pip install {package}).")


def require_model(name: str = MODEL) -> None:
    """Raise ModelMissing where a spaCy model is not installed."""
    if find_spec(name) is None:
        raise ModelMissing(f"{name}: no such model is installed. Install it (pip install {name.replace('_', '-')}).")
