"""Read settings: the package's own, and a file of the user."""

from importlib import resources
from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.user_files import user_bytes

DEFAULTS = "settings.toml"


def default_settings_text() -> str:
    """Return the TOML of the package's settings."""
    return resources.files("hakusho").joinpath(DEFAULTS).read_text(encoding="utf-8")


def settings_text(path: Path) -> str:
    """Return the TOML of a settings file. Raises InputError where it cannot be read as UTF-8."""
    try:
        return user_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"cannot be read: {error}", "Check the path.") from None
