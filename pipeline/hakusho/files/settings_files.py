"""Read settings: the package's own, and a file of the user."""

from importlib import resources
from pathlib import Path

from hakusho.errors import InputError

DEFAULTS = "settings.toml"


def default_settings_text() -> str:
    """Return the TOML of the package's settings."""
    return resources.files("hakusho").joinpath(DEFAULTS).read_text(encoding="utf-8")


def settings_text(path: Path) -> str:
    """Return the TOML of a settings file. Raises InputError where it cannot be read as UTF-8."""
    if path.exists() and not path.is_file():
        raise InputError(str(path), "cannot be read: not a regular file", "Check the path.")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "Check the path.") from None
