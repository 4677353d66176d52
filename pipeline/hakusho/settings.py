"""Settings: one immutable record; every default and its reason stand in `settings.toml`."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hakusho.errors import InputError
from hakusho.files.own import read_own
from hakusho.files.settings_files import DEFAULTS, default_settings_text, settings_text
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


def chosen_settings(
    path: str | Path | None = None,
    decode_errors: str | None = None,
    *,
    csv_bom: bool = False,
    tokens: bool = False,
    parse: bool = False,
    names: Sequence[str | Path] = (),
    corrections: str | Path | None = None,
) -> Settings:
    """Return the settings of the package, with a user's file of settings and the options of a run over them.

    Raises InputError for a file or value that does not fit.
    """
    chosen = default_settings()
    if path is not None:
        chosen = settings_from(settings_text(Path(path)), str(path), chosen.as_dict())
    if decode_errors is not None:
        given = f"decode_errors = {json.dumps(decode_errors)}"
        chosen = settings_from(given, "--decode-errors", chosen.as_dict())
    wanted = {name: on for name, on in (("csv_bom", csv_bom), ("tokens", tokens), ("parse", parse)) if on}
    chosen = settings_from("".join(f"{name} = true\n" for name in wanted), "options", chosen.as_dict())
    return replace(chosen, own=read_own(names, corrections))


def settings_from(toml: str, name: str, defaults: Mapping[str, Any]) -> Settings:
    """Return the settings of a TOML text over `defaults` (a `Settings.as_dict()`); `name` is its file, for errors.

    Raises InputError for text that is not TOML, for unknown keys and for values of another type or range.
    """
    try:
        given = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"not TOML: {error}", "Write settings as in the package's settings.toml.") from None
    _known(given, [field.name for field in fields(Settings) if field.name != "own"], name)
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
    if values["ruby"] not in ("keep", "drop", "inline"):
        raise InputError(name, f"unknown value {values['ruby']!r}", 'Use "keep", "drop" or "inline".', place="key ruby")
    for key in ("tokens", "parse", "csv_bom"):
        if not isinstance(values[key], bool):
            raise InputError(name, f"{key} is {values[key]!r}", "Write true or false.", place=f"key {key}")
    flags = {key: values[key] for key in ("tokens", "parse", "csv_bom")}
    choices = {key: values[key] for key in ("decode_errors", "ruby")}
    return Settings(labels, **choices, limits=Limits(**values["limits"]), **flags)


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
