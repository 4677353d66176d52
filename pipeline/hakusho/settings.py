"""Settings: one immutable record; every default and its reason stand in `settings.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from hakusho.errors import InputError
from hakusho.files.settings_files import DEFAULTS, default_settings_text
from hakusho.labels import registry
from hakusho.records import Limits, Settings

# No limit is higher: more bytes than anybody holds, more seconds than anybody waits.
MOST = {"seconds": 100_000_000}
_MOST = 1_000_000_000_000
# MiB of addresses that a worker has before it reads its first document.
LEAST_MEMORY = 800


def default_settings() -> Settings:
    """Return the settings of the package.

    >>> default_settings().decode_errors
    'strict'
    """
    return settings_from(default_settings_text(), DEFAULTS, {})


def settings_from(toml: str, name: str, defaults: Mapping[str, Any]) -> Settings:
    """Return the settings of a TOML text over `defaults` (a `Settings.as_dict()`); `name` is its file, for errors.

    Raises InputError for text that is no TOML, for unknown keys and for values of another type or range.
    """
    try:
        given = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"not TOML: {error}", "Write settings as in the package's settings.toml.") from None
    _known(given, [field.name for field in fields(Settings)], name)
    limits = given.get("limits", {})
    if not isinstance(limits, dict):
        raise InputError(name, "limits is no table", "Write a [limits] section.", place="key limits")
    _known(limits, [field.name for field in fields(Limits)], name)
    values = {**defaults, **given, "limits": {**defaults.get("limits", {}), **limits}}
    for key, value in values["limits"].items():
        most = MOST.get(key, _MOST)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            problem = f"{_shown(value)} is no whole number of 0 or more, up to {most}"
            raise InputError(name, problem, "Correct it.", place=f"key {key}")
    if 0 < values["limits"]["memory"] < LEAST_MEMORY:
        problem = f"{values['limits']['memory']} MiB, and hakusho itself takes {LEAST_MEMORY}"
        raise InputError(name, problem, "Give more, or 0 for no limit.", place="key memory")
    labels = _labels(values["labels"], name)
    if values["decode_errors"] not in ("strict", "replace"):
        raise InputError(
            name, f"unknown value {values['decode_errors']!r}", 'Use "strict" or "replace".', place="key decode_errors"
        )
    for key in ("tokens", "parse", "csv_bom"):
        if not isinstance(values[key], bool):
            raise InputError(name, f"{key} is {values[key]!r}", "Write true or false.", place=f"key {key}")
    flags = {key: values[key] for key in ("tokens", "parse", "csv_bom")}
    return Settings(labels, decode_errors=values["decode_errors"], limits=Limits(**values["limits"]), **flags)


def _shown(value: object) -> str:
    """Return a value for a message; Python refuses to write out numbers of thousands of digits."""
    return f"{value!r:.40}" if not isinstance(value, int) or value.bit_length() < 100 else "a number of many digits"


def _known(given: Mapping[str, Any], known: list[str], name: str) -> None:
    for key in given:
        if key not in known:
            raise InputError(name, f"unknown key {key}", f"Known keys: {', '.join(known)}.", place=f"key {key}")


def _labels(value: Any, name: str) -> tuple[str, ...]:
    known = registry()
    if not isinstance(value, list) or any(not isinstance(item, str) or item not in known for item in value):
        raise InputError(
            name, f"labels are {value!r}", f"Name some of {', '.join(known)}, or none for all.", place="key labels"
        )
    return tuple(label for label in known if label in value or not value)
