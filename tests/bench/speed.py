"""Measure speed, memory and growth against other tools, and write docs/performance.md: `make bench`.

Every tool runs in a process of its own, on the same text, in rounds that alternate; figures are medians. The machine may be
shared, so what is compared is ratios within this run.
"""

import argparse
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

from tests.bench.folders import ROOT, SHARED
from tests.bench.peers import environment

ROUNDS = 5
# Seconds between two looks at the memory of a run.
_EVERY = 0.25
PAPERS = SHARED / "data/ict-white-paper"
# Characters a round: the slow tools get less of the same text.
TOOLS = {
    "hakusho, all stages": ("hakusho", 400_000),
    "hakusho, dates alone": ("dates", 400_000),
    "hakusho, countries alone": ("countries", 400_000),
    "hakusho, structure alone": ("segment", 400_000),
    "hakusho, words alone": ("words", 400_000),
    "SudachiPy, mode A, five attributes read": ("sudachi", 400_000),
    "ja_ginza, whole pipeline": ("ginza", 12_000),
    "ja_ginza, names alone": ("ginza_ner", 12_000),
    "ja-timex": ("timex", 40_000),
}


def sample() -> str:
    if PAPERS.is_dir():
        return (PAPERS / "h24.txt").read_text(encoding="utf-8")
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus/raw").iterdir())) * 10


# --- one tool, in its own process ------------------------------------------------------------------------------


def _tool(name: str):
    if name == "hakusho":
        from hakusho.flow import analyse, resources

        resources()
        return lambda text: analyse(text, published="2012-07")
    if name in ("dates", "countries", "segment", "words"):
        return _part(name)
    if name == "sudachi":
        from sudachipy import Dictionary, SplitMode

        tokenizer = Dictionary().create(mode=SplitMode.A)
        return lambda text: [
            (m.surface(), m.begin(), m.end(), m.part_of_speech(), m.normalized_form())
            for piece in _pieces(text, 10_000)
            for m in tokenizer.tokenize(piece)
        ]
    if name in ("ginza", "ginza_ner"):
        import spacy

        nlp = spacy.load("ja_ginza")
        if name == "ginza_ner":
            nlp.select_pipes(enable=["tok2vec", "ner"])
        return lambda text: [nlp(piece) for piece in _pieces(text, 4_000)]
    raise ValueError(name)


def _part(name: str):
    from hakusho.flow import resources
    from hakusho.recognise.countries.names import find_countries
    from hakusho.recognise.dates.grammar import find_dates
    from hakusho.records import Source, SourceText
    from hakusho.segment import segment
    from hakusho.text.views import View

    shared = resources()
    if name == "dates":
        return lambda text: find_dates(text, shared.recognisers["DATE"].grammar, 2012)
    if name == "countries":
        return lambda text: find_countries(text, shared.recognisers["COUNTRY"].lexicon, "2012-07")
    if name == "words":
        return lambda text: shared.words(View(text), [(line.span(),) for line in re.finditer(".*\n?", text) if line[0]])
    return lambda text: segment(SourceText(Source("a"), text), shared.folding)


def _pieces(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def _serve(name: str, characters: int) -> None:
    """Answer each line of input with the processor seconds that the text took."""
    text = sample()[:characters]
    began = time.perf_counter()
    tool = _tool(name)
    tool(text[:2_000])
    print(json.dumps({"load": time.perf_counter() - began}), flush=True)
    for _ in sys.stdin:
        began = time.perf_counter()
        tool(text)
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"speed": len(text) / took, "peak": peak}), flush=True)


# --- all of them -----------------------------------------------------------------------------------------------


def compare(rounds: int, folder: str) -> dict[str, dict[str, float]]:
    started = {}
    for label, (name, characters) in TOOLS.items():
        command = [sys.executable, "-m", "tests.bench.speed", "--serve", name, "--characters", str(characters)]
        if name == "timex":
            # It wants other releases of libraries than ours, so it runs where `make compare-peers` put it.
            text = Path(folder) / "sample.txt"
            text.write_text(sample()[:characters], encoding="utf-8")
            command = [environment(), str(ROOT / "tests/bench/peer_tools.py"), "--serve", str(text)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        started[label] = (process, json.loads(process.stdout.readline())["load"])
    answers: dict[str, list[dict[str, float]]] = {label: [] for label in started}
    for _ in range(rounds):
        for label, (process, _) in started.items():
            process.stdin.write("go\n")
            process.stdin.flush()
            answers[label].append(json.loads(process.stdout.readline()))
    for process, _ in started.values():
        process.communicate()
    return {
        label: {
            "load": started[label][1],
            "speed": statistics.median(answer["speed"] for answer in found),
            "peak": found[-1]["peak"],
        }
        for label, found in answers.items()
    }


def _run(inputs: Path, jobs: int) -> tuple[float, float]:
    """Return the seconds of `hakusho run` and the peak MiB of its largest process."""
    # As installed: Python keeps the compiled modules.
    setting = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "hakusho", "run", str(inputs), "--out", f"{out}/run", "--jobs", str(jobs)]
        began = time.perf_counter()
        process = psutil.Popen([*command, "--quiet"], env=setting)
        peak = 0.0
        while True:
            try:
                assert process.wait(_EVERY) == 0, command
            except psutil.TimeoutExpired:
                peak = max(peak, *map(_peak, [process, *process.children(recursive=True)]))
            else:
                return time.perf_counter() - began, peak


def _peak(process: psutil.Process) -> float:
    """Return the most memory that a process has had, MiB; 0 for one that has ended."""
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0
    return 0.0


def growth() -> list[tuple[int, float, float]]:
    """Return (megabytes, seconds on one core, peak MiB) for folders of documents of a megabyte."""
    text = (sample() * 3).encode()[:1_000_000].decode(errors="ignore")
    rows = []
    for megabytes in (1, 10, 100):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(megabytes):
                (Path(folder) / f"doc{number:03d}.txt").write_text(text, encoding="utf-8")
            rows.append((megabytes, *_run(Path(folder), 1)))
    return rows


def one_document() -> list[tuple[int, float, float]]:
    """The same for one document of 1 and of 10 megabytes."""
    rows = []
    for megabytes in (1, 10):
        with tempfile.TemporaryDirectory() as folder:
            data = (sample() * 30).encode()[: megabytes * 1_000_000].decode(errors="ignore")
            (Path(folder) / "doc.txt").write_text(data, encoding="utf-8")
            rows.append((megabytes, *_run(Path(folder), 1)))
    return rows


def page() -> float:
    """Return the seconds of `hakusho run` on one short page, all included; the best of five."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.txt").write_text(sample()[:1_500], encoding="utf-8")
        return min(_run(Path(folder), 1)[0] for _ in range(5))


def years(rounds: int) -> dict[int, float]:
    """Return the seconds for the nineteen years on one core and on two: medians of alternating rounds."""
    took: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs, seconds in took.items():
            seconds.append(_run(PAPERS, jobs)[0])
    return {jobs: statistics.median(seconds) for jobs, seconds in took.items()}


def report(rounds: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        tools = compare(rounds, folder)
    ours = tools["hakusho, all stages"]["speed"]
    lines = [
        "# Performance",
        "",
        f"Measured by `make bench` on {os.cpu_count()} cores ({platform.machine()}, Python {platform.python_version()}); "
        f"medians of {rounds} alternating rounds on the same text, loading apart. The machine was shared: look at the ratios.",
        "",
        "| tool | characters/s | hakusho is … times as fast | loading, s | peak, MiB |",
        "|---|---|---|---|---|",
    ]
    for label, row in tools.items():
        lines.append(
            f"| {label} | {row['speed']:,.0f} | {ours / row['speed']:.2f} | {row['load']:.1f} | {row['peak']:.0f} |"
        )
    lines += [
        "",
        "Growth, `hakusho run --jobs 1`, loading and writing included:",
        "",
        "| text | seconds | MB/s | peak, MiB |",
        "|---|---|---|---|",
    ]
    for megabytes, seconds, peak in growth():
        lines.append(
            f"| {megabytes} MB in documents of 1 MB | {seconds:.1f} | {megabytes / seconds:.2f} | {peak:.0f} |"
        )
    for megabytes, seconds, peak in one_document():
        lines.append(f"| one document of {megabytes} MB | {seconds:.1f} | {megabytes / seconds:.2f} | {peak:.0f} |")
    lines += ["", f"One short page, all included: {page():.1f} s."]
    if PAPERS.is_dir():
        took = years(rounds)
        lines += [
            "",
            f"Nineteen years of the white paper (6.9 million characters): {took[1]:.1f} s by one worker, {took[2]:.1f} s by two: "
            f"{took[1] / took[2]:.2f} times as fast.",
        ]
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", default="")
    parser.add_argument("--characters", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    if asked.serve:
        _serve(asked.serve, asked.characters)
        return
    text = report(asked.rounds)
    (ROOT / "docs/performance.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
