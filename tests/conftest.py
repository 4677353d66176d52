"""Fixtures that several folders of tests share."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are shared and noisy: no example is too slow.
settings.register_profile("hakusho", deadline=None)
settings.load_profile("hakusho")

ROOT = Path(__file__).parents[1]
Cli = Callable[..., subprocess.CompletedProcess[str]]


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
    done = cli("run", corpus / "raw", "--documents", corpus / "documents.csv", "--out", out, "--jobs", 2, "--quiet")
    assert done.returncode == 0, done.stderr
    return out
