"""Fixtures that several folders of tests share."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are shared and noisy: no example is too slow.
settings.register_profile("hakusho", deadline=None)
settings.load_profile("hakusho")

ROOT = Path(__file__).parents[1]
RENEW = "--renew-golden"
Cli = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(RENEW, action="store_true", help="write the rows of the reference run into tests/golden/")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption(RENEW) and not may_renew(os.environ):
        raise pytest.UsageError(f"{RENEW} is not for continuous integration: renew the rows by hand, and read the diff")


def may_renew(environment: Mapping[str, str]) -> bool:
    """Return whether golden rows may be renewed here: never where CI is set."""
    return not environment.get("CI")


@pytest.fixture(scope="session")
def corpus() -> Path:
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def cli() -> Cli:
    """Run `hakusho ...` in a process of its own; returns what `subprocess.run` gives."""

    def run(
        *arguments: object, env: dict[str, str] | None = None, **options: object
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "hakusho", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **(env or {})},
            timeout=300,
            **options,
        )

    return run


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory, cli: Cli, corpus: Path) -> Path:
    """A run over the corpus of the project."""
    out = tmp_path_factory.mktemp("reference") / "run"
    done = cli(
        "run", corpus / "raw", "--documents", corpus / "documents.csv", "--out", out, "--tokens", "--jobs", 2, "--quiet"
    )
    assert done.returncode == 0, done.stderr
    return out
