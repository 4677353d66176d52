"""The HTML report in a real Chromium: opened from the file system, filtered, on a phone's width, by keyboard."""

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

from hakusho.evaluate import evaluate
from hakusho.evaluate.page import evaluation_page
from hakusho.records import Annotation, Span

TEXT = "総務省は<script>alert(1)</script>、米国と\nITUは昨年度。"


def _page() -> str:
    def mark(surface: str, label: str, value: str, rule: str = "") -> Annotation:
        start = TEXT.index(surface)
        return Annotation("doc", Span(start, start + len(surface)), label, surface, value, value, "body", rule)

    gold = [
        mark("総務省", "ORG", "総務省"),
        mark("米国", "COUNTRY", "USA"),
        mark("ITU", "ORG", "国際電気通信連合"),
        mark("昨年度", "DATE", "FY2011"),
    ]
    found = [
        mark("総務省", "ORG", "総務省", "org:lexicon"),
        mark("米国", "COUNTRY", "GBR", "country:name"),
        mark("昨年度", "DATE", "FY2011", "date:deictic-year"),
        mark("script", "ORG", "script", "org:company"),
    ]
    return evaluation_page(evaluate(gold, found), {"doc": TEXT})


def test_everything_is_escaped() -> None:
    page = _page()
    assert "alert(1)</script>" not in page
    assert "&lt;" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_browser_runs_only_the_script_that_the_page_names() -> None:
    page = _page()
    policy = re.search('Content-Security-Policy" content="(.*?)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    for part in ("style", "script"):
        (inline,) = re.findall(f"<{part}>(.*?)</{part}>", page, re.DOTALL)
        digest = b64encode(sha256(inline.encode()).digest()).decode()
        assert f"{part}-src 'sha256-{digest}'" in policy[1]


def test_no_page_allows_what_stands_in_a_line() -> None:
    """Every whole page of the package has a policy, and no style or script in an attribute, which no hash allows."""
    pages = [path for path in (ROOT / "pipeline/hakusho").rglob("*.html") if "<html" in path.read_text("utf-8")]
    assert len(pages) == 2
    for path in (ROOT / "pipeline/hakusho").rglob("templates/*.html"):
        text = path.read_text("utf-8")
        assert "unsafe" not in text
        assert not re.search(r"\son[a-z]+=", text), path
        assert ("Content-Security-Policy" in text) == (path in pages)
        # Those of `runs` are pieces for a notebook, which has a page of its own.
        assert path.parent.parent.name == "runs" or " style=" not in text, path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("no Chromium")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in "headless no-sandbox disable-gpu disable-background-networking disable-component-update disable-sync no-first-run disable-quic window-size=1200,900".split():
        options.add_argument(f"--{flag}")
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield opened
    opened.quit()


@pytest.mark.browser
def test_the_page_in_a_browser(browser: Any, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    path = tmp_path / "evaluation.html"
    path.write_text(_page(), encoding="utf-8")
    browser.get(path.as_uri())

    def shown() -> list[str]:
        return [m.text for m in browser.find_elements(By.CSS_SELECTOR, "mark:not(.hidden)")]

    # The mention of <script> stands in the text as such; nothing of it ran.
    assert shown() == ["総務省", "script", "米国", "ITU", "昨年度"]
    kinds = {m.text: m.get_attribute("data-kind") for m in browser.find_elements(By.CSS_SELECTOR, "mark")}
    assert kinds == {"総務省": "correct", "script": "spurious", "米国": "value", "ITU": "missed", "昨年度": "correct"}
    browser.find_element(By.CSS_SELECTOR, "input[value=correct]").click()
    assert shown() == ["script", "米国", "ITU"]
    browser.find_element(By.CSS_SELECTOR, "input[value=ORG]").send_keys(Keys.SPACE)
    assert shown() == ["米国"]
    assert "1 of 5" in browser.find_element(By.ID, "about").text
    mark = browser.find_element(By.CSS_SELECTOR, "mark:not(.hidden)")
    browser.execute_script("arguments[0].focus()", mark)
    assert "gold: COUNTRY 米国 = USA" in browser.find_element(By.ID, "about").text
    browser.set_window_size(400, 800)
    assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth + 1")
    severe = [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert not severe, json.dumps(severe)
    # A forged script or attribute would be refused, not only escaped.
    forge = "const s = document.createElement('script'); s.text = 'window.forged = 1'; document.body.append(s)"
    browser.execute_script(forge + "; return 0")
    assert browser.execute_script("return window.forged") is None
    assert any("Content Security Policy" in entry["message"] for entry in browser.get_log("browser"))
    assert browser.execute_script("return getComputedStyle(document.querySelector('form')).position") == "sticky"
    assert browser.save_screenshot(str(tmp_path / "phone.png"))
