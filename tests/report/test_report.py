"""The report: the same bytes twice, hostile text inert, each page in a browser with an empty console."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.conftest import Cli

from hakusho import plot
from hakusho.errors import HakushoError, UsageError
from hakusho.files.lexicons import read_lexicon
from hakusho.report import write_report
from hakusho.report.data import Named
from hakusho.report.world import projected, shapes

_HOSTILE = """１　<img src=x onerror=alert(1)>の節
<script>document.title='hacked'</script>総務省は、2011年11月に米国と「</script><b>協議</b>」した。
=HYPERLINK("x")株式会社は、2011年12月に仏国と会合を開催した。APECは2011年11月に首脳会議を開催した。
"""

_SECTIONS = """第1章　国際戦略

第1節　協議

総務省は、2011年11月に米国と協議した。米国は、2011年12月にフランスと会合を開催した。

第2節　会合

外務省は、2012年1月に中国と会合を開催した。
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, cli: Cli) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    (folder / "in/a'b&c.txt").write_text(_HOSTILE, encoding="utf-8")
    (folder / "in/long.txt").write_text("総務省は、2012年3月に中国と協議した。\n" * 2_000, encoding="utf-8")
    (folder / "in/sections.txt").write_text(_SECTIONS, encoding="utf-8")
    (folder / "in/documents.csv").write_text(
        'doc_id,title,published\na\'b&c,"<script>alert(1)</script>",2012-07\nlong,長い文書,2012-07\n', encoding="utf-8"
    )
    done = cli("run", folder / "in", "--out", folder / "out", "--jobs", 1, "--quiet")
    assert done.returncode in (0, 3), done.stderr
    return folder / "out"


@pytest.fixture(scope="module")
def site(run: Path) -> Path:
    out = run.parent / "site"
    write_report(run, out)
    return out


def _bytes(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".png", ".json"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_same_run_gives_the_same_bytes(run: Path, site: Path, tmp_path: Path) -> None:
    write_report(run, tmp_path / "again")
    assert _bytes(site) == _bytes(tmp_path / "again")


def test_nothing_is_loaded_from_outside_and_nothing_hostile_is_markup(site: Path) -> None:
    for name, data in _bytes(site).items():
        if name.endswith((".html", ".js", ".css")):
            content = data.decode()
            assert "http://" not in content.replace("http://www.w3.org/2000/svg", ""), name
            assert "https://" not in content, name
            assert "<script>alert" not in content, name
            assert "</script><b>" not in content, name
            assert "innerHTML" not in content, name
    assert (
        b"'=HYPERLINK" in (site / "downloads/organisations.csv").read_bytes()
        or b"=HYPERLINK" not in (site / "downloads/organisations.csv").read_bytes()
    )


def test_files_of_the_user_stay(run: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="no report has written"):
        write_report(run, tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "mine"
    with pytest.raises(UsageError, match="holds a run"):
        write_report(run, run)
    out = tmp_path / "other"
    write_report(run, out)
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    stale = json.loads((out / "report.json").read_text(encoding="utf-8"))
    (out / "old.html").write_text("old", encoding="utf-8")
    stale["files"] |= {"old.html": "", "../outside.txt": ""}
    (tmp_path / "outside.txt").write_text("mine", encoding="utf-8")
    (out / "report.json").write_text(json.dumps(stale), encoding="utf-8")
    write_report(run, out)
    assert not (out / "old.html").exists()
    assert (out / "notes.txt").exists()
    assert (tmp_path / "outside.txt").exists()


def test_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(HakushoError):
        write_report(tmp_path, tmp_path / "out")


def test_both_languages_say_the_same_things() -> None:
    from hakusho.report.site import texts

    words = texts()
    assert words["ja"].keys() == words["en"].keys()


def test_the_map_has_the_countries_at_their_places() -> None:
    found = {shape.code: shape.path for shape in shapes()}
    assert len([code for code in found if code]) > 230
    x, y = projected(139.7, 35.7)
    numbers = [
        tuple(map(float, at.split(","))) for at in found["392"].replace("Z", "").replace("M", "L").split("L") if at
    ]
    assert min(abs(x - a) + abs(y - b) for a, b in numbers) < 12
    assert all(0 <= a <= 960 for a, _ in numbers)


def test_charts_for_a_notebook(run: Path) -> None:
    chart = plot.world(run)
    assert chart._repr_svg_().startswith("<svg")
    assert set(chart.frame()["iso3"]) >= {"USA", "FRA"}
    assert plot.timeline(run, "en").frame()["year"].tolist()[-1] == 2012
    assert plot.most_named(run).svg == plot.most_named(run).svg
    assert plot.network(run).png().startswith(b"\x89PNG")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("no Chromium")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for (
        flag
    ) in "headless no-sandbox disable-gpu disable-background-networking no-first-run window-size=1280,900".split():
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield opened
    opened.quit()


def _until(holds: Any) -> bool:
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.browser
def test_every_page_opens_with_an_empty_console(browser: Any, site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        browser.get(page.as_uri())
        assert browser.title != "hacked"
        assert [entry for entry in browser.get_log("browser") if entry["level"] != "INFO"] == [], page


@pytest.mark.browser
def test_the_reader_shows_what_a_mention_means(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    page = next(site.glob("read/a*.html"))
    browser.get(page.as_uri() + "#m00001")
    shown = lambda: browser.find_element(By.ID, "details").text  # noqa: E731
    assert _until(lambda: "辞書にある名前" in shown())
    assert "RESOLVED" not in shown(), "what only a developer asks for is folded away"
    browser.find_element(By.CSS_SELECTOR, "#details summary").click()
    assert "RESOLVED" in shown()
    marks = browser.find_elements(By.CSS_SELECTOR, ".m.DATE")
    marks[0].click()
    assert "2011-11" in shown()
    browser.find_element(By.CSS_SELECTOR, "input[value=DATE]").click()
    assert browser.find_elements(By.CSS_SELECTOR, ".m.DATE:not(.off)") == []
    browser.find_element(By.ID, "language").click()
    assert "Value" in shown() or "Choose" in shown()


@pytest.mark.browser
def test_a_deep_link_far_down_a_long_text_is_reached(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "read/long.html").as_uri() + "#m05990")
    assert _until(lambda: browser.find_elements(By.ID, "m05990"))
    assert _until(lambda: "m05990" in browser.find_element(By.ID, "details").get_attribute("textContent"))
    loaded = browser.execute_script("return document.querySelectorAll('section[data-chunk] .m').length")
    assert loaded < 6_000


@pytest.mark.browser
def test_a_name_is_listed_with_all_its_mentions(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    hits = lambda: browser.find_element(By.ID, "hits").text  # noqa: E731
    # All 2,000 lines name it; most of them are in pieces that are not loaded.
    browser.get((site / "read/long.html").as_uri() + "?lang=en&find=総務省")
    assert _until(lambda: "2,000 mentions found" in hits())
    browser.find_element(By.CSS_SELECTOR, "#hits li:last-child a").click()
    assert _until(lambda: "総務省" in browser.find_element(By.ID, "details").text)
    assert browser.find_elements(By.CSS_SELECTOR, ".m.COUNTRY:not(.off)") == []
    browser.get(next(site.glob("read/a*.html")).as_uri() + "?lang=en&find=APEC")
    # Two mentions of the body: no other name of the text is in the list.
    assert _until(lambda: "mentions found" in hits())
    listed = [link.text for link in browser.find_elements(By.CSS_SELECTOR, "#hits li a")]
    assert set(listed) == {"APEC"}
    find = browser.find_element(By.NAME, "find")
    find.clear()
    find.send_keys("<img src=x>")
    assert _until(lambda: "No mention fits." in hits())
    browser.find_element(By.CSS_SELECTOR, "input[name=find]").submit()
    assert [entry for entry in browser.get_log("browser") if entry["level"] != "INFO"] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("section", "countries"),
    [
        ("第1章 国際戦略", ["米国 2", "フランス 1", "中国 1"]),
        ("第1節 協議", ["米国 2", "フランス 1"]),
        ("第2節 会合", ["中国 1"]),
    ],
)
def test_the_countries_of_a_section_and_those_under_it(
    browser: Any, site: Path, section: str, countries: list[str]
) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import Select

    browser.get((site / "read/sections.html").as_uri())
    for label in ("ORG", "DATE"):
        browser.find_element(By.CSS_SELECTOR, f"input[value={label}]").click()
    select = Select(browser.find_element(By.NAME, "section"))
    titles = [option.text.strip() for option in select.options]
    select.select_by_index(titles.index(section))
    heads = lambda: [head.text for head in browser.find_elements(By.CSS_SELECTOR, "#hits summary")]  # noqa: E731
    assert _until(lambda: sorted(heads()) == sorted(countries)), heads()


def test_stretches_know_what_covers_them() -> None:
    from hakusho.report.reader import _first_covers

    spans = [(2, 8, 0), (4, 6, 1), (8, 9, 2)]
    assert _first_covers(spans, [0, 2, 4, 6, 8, 9, 12]) == [-1, 0, 0, 0, 2, -1]
    # A hundred thousand spans in one block take a moment: no stretch looks at all of them.
    many = [(2 * at, 2 * at + 1, at) for at in range(100_000)]
    assert _first_covers(many, list(range(200_001)))[::2] == list(range(100_000))


@pytest.mark.browser
def test_tables_are_searched_and_sorted(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "organisations.html").as_uri() + "?q=ａｐｅｃ")
    rows = lambda: [row.text for row in browser.find_elements(By.CSS_SELECTOR, "#table tbody tr")]  # noqa: E731
    assert _until(lambda: len(rows()) == 1)
    browser.get((site / "countries.html").as_uri() + "?q=")
    assert _until(lambda: len(rows()) >= 3)
    browser.find_elements(By.CSS_SELECTOR, "#table thead button")[1].click()
    counts = [
        int(row.find_elements(By.TAG_NAME, "td")[1].text.replace(",", ""))
        for row in browser.find_elements(By.CSS_SELECTOR, "#table tbody tr")
    ]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.browser
@pytest.mark.parametrize(
    "asked", ["2011-12", "2011年12月", "平成23年12月", "２０１１年１２月", "2011/12", "Dec 2011", "December 2011"]
)
def test_the_events_of_a_month_are_found_however_it_is_written(browser: Any, site: Path, asked: str) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "events.html").as_uri() + f"?lang=en&q={quote(asked)}")
    dates = lambda: [row.text for row in browser.find_elements(By.CSS_SELECTOR, "#table tbody td.date")]  # noqa: E731
    assert _until(dates)
    assert set(dates()) == {"2011-12"}
    # Countries are told by name, with the code as the tip.
    named = [made.get_attribute("title") for made in browser.find_elements(By.CSS_SELECTOR, "#table span[title]")]
    assert "USA" in named


@pytest.mark.browser
def test_a_link_to_an_event_marks_it_and_shows_its_card(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "events.html").as_uri() + "?q=2012-01")
    assert _until(lambda: browser.find_elements(By.CSS_SELECTOR, "#table tbody a"))
    browser.find_element(By.CSS_SELECTOR, "#table tbody a").click()
    assert _until(lambda: browser.find_elements(By.CSS_SELECTOR, ".told"))
    told = "".join(made.text for made in browser.find_elements(By.CSS_SELECTOR, ".told"))
    assert "2012年1月" in told
    assert "会合" in browser.find_element(By.ID, "details").text


@pytest.mark.browser
def test_the_filters_stand_in_the_address(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "read/sections.html").as_uri())
    browser.find_element(By.CSS_SELECTOR, "input[value=DATE]").click()
    browser.find_element(By.NAME, "find").send_keys("米国")
    assert _until(lambda: "hide=DATE" in browser.current_url and "find=" in browser.current_url)
    browser.get(browser.current_url)
    assert not browser.find_element(By.CSS_SELECTOR, "input[value=DATE]").is_selected()
    assert _until(lambda: len(browser.find_elements(By.CSS_SELECTOR, "#hits li")) == 2)
    # Each place in the list has the words around it.
    assert _until(lambda: "総務省は、2011年11月に米国と協議した" in browser.find_element(By.ID, "hits").text)


@pytest.mark.browser
def test_terms_that_say_little_are_shown_when_asked_for(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "terms.html").as_uri())
    terms = lambda: [row.text for row in browser.find_elements(By.CSS_SELECTOR, "#table tbody td.term")]  # noqa: E731
    assert _until(terms)
    assert "為る" not in terms()
    browser.find_element(By.ID, "all").click()
    assert "為る" in terms()


def test_the_stop_words_of_terms_are_listed_once() -> None:
    listed = [row["term"] for row in read_lexicon("term_stop_words")]
    assert len(listed) == len(set(listed))


@pytest.mark.browser
def test_the_legend_speaks_the_language_of_the_page(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "index.html").as_uri() + "?lang=en")
    legend = lambda: [made.text for made in browser.find_elements(By.CSS_SELECTOR, "svg text[data-t]")]  # noqa: E731
    assert _until(legend)
    assert {"Dates", "Events"} <= set(legend())


@pytest.mark.browser
def test_charts_name_countries_in_the_language_of_the_page(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    named = lambda: {made.text for made in browser.find_elements(By.CSS_SELECTOR, "svg text[data-en]")}  # noqa: E731
    browser.get((site / "index.html").as_uri() + "?lang=en")
    assert _until(lambda: "China" in named())
    browser.find_element(By.ID, "language").click()
    assert "中国" in named()
    assert "China" not in named()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2006-SU", ("summer 2006", "2006年夏")),
        ("2006-FA", ("autumn 2006", "2006年秋")),
        ("FY2011", ("fiscal year 2011", "2011年度")),
        ("FY2009/FY2011", ("fiscal year 2009 – fiscal year 2011", "2009年度 – 2011年度")),
        ("2011-03/2011-05", ("2011-03 – 2011-05", "2011-03 – 2011-05")),
        ("FY2011-H1", ("FY2011-H1", "FY2011-H1")),
        ("2011-11-18", ("2011-11-18", "2011-11-18")),
        ("", ("", "")),
    ],
)
def test_dates_are_in_words_where_their_code_is_none_that_all_read(
    browser: Any, site: Path, value: str, shown: tuple[str, str]
) -> None:
    for language, words in zip(("en", "ja"), shown, strict=True):
        browser.get((site / "events.html").as_uri() + f"?lang={language}")
        assert browser.execute_script("return dated(arguments[0])", value) == words


@pytest.mark.browser
def test_a_place_told_by_one_character_is_shown_as_its_country(browser: Any, site: Path) -> None:
    browser.get((site / "events.html").as_uri() + "?lang=en")
    place = "return named(arguments[0], ' ').map((part) => part.textContent ?? part).join('')"
    assert browser.execute_script(place, "仏 FRA") == "France"
    assert browser.execute_script(place, "ジュネーブ CHE") == "ジュネーブ Switzerland"
    assert browser.execute_script(place, "仏") == "仏"


@pytest.mark.browser
def test_columns_that_are_empty_in_the_run_are_left_out(browser: Any, site: Path) -> None:
    from selenium.webdriver.common.by import By

    browser.get((site / "events.html").as_uri())
    heads = lambda: browser.find_elements(By.CSS_SELECTOR, "#table thead button")  # noqa: E731
    assert _until(heads)
    filled = browser.execute_script(
        "return hakusho.data.columns.filter((_, at) => hakusho.data.rows.some((row) => row[at] !== ''))"
    )
    assert [head.get_attribute("data-column") for head in heads()] == filled
    for row in browser.find_elements(By.CSS_SELECTOR, "#table tbody tr"):
        assert len(row.find_elements(By.TAG_NAME, "td")) == len(filled)


@pytest.mark.parametrize(
    ("english", "aliases", "shown"),
    [
        ("Association of Southeast Asian Nations", ("ASEAN", "アセアン"), "ASEAN"),
        ("International Telecommunication Union", ("ITU", "ITU-World"), "ITU"),
        ("Strategic Headquarters for the Promotion", ("総務", "Strategy"), "Strategic Headquarters for the Promotion"),
        ("World Trade Organization", ("WTO",), "World Trade Organization"),
        ("", ("NHK",), ""),
    ],
)
def test_a_long_name_in_english_gives_way_to_its_letters(english: str, aliases: tuple[str, ...], shown: str) -> None:
    assert Named("x", "ORG", "名", english, "igo", "", aliases, 1, 1).chart_name_en == shown


_EDITIONS = {
    "r1": "第1章　政策\n\n第1節　予算\n\n　政府は、2019年に予算を組み、基金を設けた。予算の額は前年と同じであった。\n",
    "r2": (
        "第1章　政策\n\n第1節　予算\n\n　政府は、2020年に予算を組み、基金を設けた。予算の額は前年と同じであった。\n\n"
        "第2節　防災\n\n　気象庁は、2020年6月に洪水を知らせる新しい仕組みの運用を始め、市町村に対して危険度を伝えることとした。\n"
    ),
}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory, cli: Cli) -> Path:
    """A report with two editions."""
    folder = tmp_path_factory.mktemp("editions")
    (folder / "in").mkdir()
    lines = ["doc_id,title,published,series,edition"]
    for number, (name, content) in enumerate(_EDITIONS.items(), 2019):
        (folder / f"in/{name}.txt").write_text(content, encoding="utf-8")
        lines.append(f"{name},防災白書{number},{number}-07,防災白書,{number}")
    (folder / "in/documents.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert cli("run", folder / "in", "--out", folder / "out", "--jobs", 1, "--quiet").returncode == 0
    assert cli("editions", folder / "out", "--out", folder / "editions", "--quiet").returncode == 0
    write_report(folder / "out", folder / "site", folder / "editions")
    return folder / "site"


def test_a_page_for_each_pair_of_editions_shows_what_is_new(compared: Path) -> None:
    overview = (compared / "editions.html").read_text(encoding="utf-8")
    assert 'href="editions-1.html">2019 → 2020' in overview
    page = (compared / "editions-1.html").read_text(encoding="utf-8")
    assert "第2節 防災" in page, "a new section has its number"
    assert "第1章 政策" in page, "and the chapter that it stands in"
    assert "気象庁は、2020年6月に洪水を知らせる新しい仕組みの運用を始め" in page
    assert "<del>2019</del>" in page


def test_a_report_is_named_after_a_series_only_where_it_holds_nothing_else(
    compared: Path, cli: Cli, tmp_path: Path
) -> None:
    assert "<h1>防災白書</h1>" in (compared / "index.html").read_text(encoding="utf-8")
    (tmp_path / "in").mkdir()
    for name in ("r1", "other"):
        (tmp_path / f"in/{name}.txt").write_text("　政府は、2019年に予算を組んだ。\n", encoding="utf-8")
    (tmp_path / "in/documents.csv").write_text("doc_id,series,edition\nr1,防災白書,2019\n", encoding="utf-8")
    assert cli("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1, "--quiet").returncode == 0
    write_report(tmp_path / "out", tmp_path / "site")
    assert "防災白書</h1>" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_pages_of_editions_open_with_an_empty_console(browser: Any, compared: Path) -> None:
    for page in sorted(compared.glob("editions*.html")):
        browser.get(page.as_uri())
        assert [entry for entry in browser.get_log("browser") if entry["level"] != "INFO"] == [], page
