"""What the documents assert, a test reads: commands, options, targets, tables, examples."""

import doctest
import re
import shutil
from pathlib import Path

import pytest

import hakusho
from tests.bench.codebook import PATH, codebook
from tests.bench.docs_pages import write_pages
from tests.conftest import ROOT, Cli

READMES = [ROOT / "README.md", ROOT / "README.ja.md"]
PAGES = [*READMES, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_targets_and_files_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert (
        set(re.findall(r"`make ([a-z-]+)`", text)) | set(re.findall(r"^\$ make ([a-z-]+)", text, re.MULTILINE))
        <= TARGETS
    )
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_exist(page: Path, cli: Cli) -> None:
    for line in re.findall(
        r"(?<![\w/-])hakusho ((?:run|report|evaluate|verify|trace|agree|export|import|check-gold|diff|inspect|editions|grep|sample|suggest) .*)",
        page.read_text(encoding="utf-8"),
    ):
        command, *words = line.split()
        helped = cli(command, "--help", env={"COLUMNS": "200", "TERM": "dumb"}).stdout
        for option in re.findall(r"--[a-z-]+", " ".join(words)):
            assert option in helped, (command, option)


def test_targets_are_those_promised() -> None:
    assert {"setup", "run", "evaluate", "test", "check", "bench", "clean"} <= TARGETS


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_examples_of_the_readme_run(
    page: Path, reference: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs/reference").symlink_to(reference)
    monkeypatch.chdir(tmp_path)
    found = doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.attempted >= 12
    assert found.failed == 0


def _blocks(page: Path) -> list[str]:
    """Return the fenced blocks of a page without their comments, which each page has in its own language."""
    blocks = re.findall(r"^```.*?^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r" +# .*$", "", block, flags=re.MULTILINE) for block in blocks]


def _skeleton(page: Path) -> dict[str, list[str]]:
    """Return what a page has in any language: its headings' levels, lead-ins, rows' first cells, links and names."""
    text = re.sub(r"<!-- scores -->.*<!-- /scores -->", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {
        "levels": re.findall(r"^(#+) ", prose, re.MULTILINE),
        "lead-ins": re.findall(r"^(\*\*).+?\*\*", prose, re.MULTILINE),
        "first cells": re.findall(r"^\| (.*?) \|", prose, re.MULTILINE),
        "links": re.findall(r"\]\((?!README)([^)]+)\)", prose),
        "names": sorted(set(re.findall(r"`[^`]+`", prose))),
    }


def test_the_readme_says_the_same_in_both_languages() -> None:
    english, japanese = READMES
    assert len(_blocks(english)) >= 7
    assert _blocks(english) == _blocks(japanese)
    assert _skeleton(english) == _skeleton(japanese)


def test_each_readme_leads_to_the_other() -> None:
    for page, other in zip(READMES, reversed(READMES), strict=True):
        assert f"]({other.name})" in "".join(page.read_text(encoding="utf-8").splitlines()[:4])


def test_the_codebook_is_that_of_the_schemas() -> None:
    assert PATH.read_text(encoding="utf-8") == codebook()


def test_no_registry_host_is_named() -> None:
    host = re.compile("://[a-z.]*(?:pypi|pythonhosted|npmjs|debian)", re.IGNORECASE)
    for path in [ROOT / "requirements.lock", ROOT / "Makefile", ROOT / "pyproject.toml", *PAGES]:
        assert not host.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_mentions_shown_in_the_readme_are_those_found(page: Path) -> None:
    from hakusho.flow import analyse

    readme = page.read_text(encoding="utf-8")
    quoted = re.search(r"^(?=.*`tables/mentions.csv`).*?「(.+?。)」", readme, re.MULTILINE)
    assert quoted
    shown = re.findall(
        r"^\| (\S+) \| (ORG|COUNTRY|DATE) \| (\S+) \| (\S*) ?\| (\S*) ?\| (\S+) \|$", readme, re.MULTILINE
    )
    found = [
        (
            e.mention.surface,
            e.mention.label,
            e.value,
            e.timex.first_day if e.timex else "",
            e.timex.last_day if e.timex else "",
            e.mention.found_by,
        )
        for e in analyse(quoted[1]).entities
    ]
    assert shown == found


def test_the_lines_of_the_page_on_words_run(reference: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(reference / "tables", tmp_path / "outputs/words/tables")
    monkeypatch.chdir(tmp_path)
    page = ROOT / "docs/words.md"
    found = doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.attempted >= 20
    assert found.failed == 0


def test_the_lines_of_the_page_on_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    (tmp_path / "outputs").mkdir()
    monkeypatch.chdir(tmp_path)
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    found = doctest.testfile(str(ROOT / "docs/python.md"), module_relative=False, optionflags=flags)
    assert found.attempted >= 25
    assert found.failed == 0


def test_the_pages_of_the_interface_hold_every_public_name(tmp_path: Path) -> None:
    index, component = (path.read_text(encoding="utf-8") for path in write_pages(tmp_path / "pages"))
    for name in set(hakusho.__all__) - {"__version__"}:
        section = index.partition(f'<section id="{name}"')[2].partition("<section")[0]
        assert section, name
    assert "set_ents" in component
    assert index.count("&gt;&gt;&gt;") >= len(hakusho.__all__) - 1
