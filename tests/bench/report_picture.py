"""Make `docs/report.png`, the picture of the README: the overview and a page of the reader, side by side."""

import io
import shutil
import time

from PIL import Image
from selenium import webdriver

from tests.bench.folders import ROOT

_PAGES = ("outputs/report/index.html", "outputs/report/read/ict_2012_ch5_s7.html#m00020")
_WIDTH, _HEIGHT = 1200, 860


def main() -> None:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    size = {"width": _WIDTH, "height": _HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    whole = Image.new("RGB", (_WIDTH * 2 + 20, _HEIGHT), "#d9dee5")
    for index, page in enumerate(_PAGES):
        browser.get((ROOT / page.split("#")[0]).as_uri() + ("#" + page.split("#")[1] if "#" in page else ""))
        time.sleep(1.5)
        whole.paste(Image.open(io.BytesIO(browser.get_screenshot_as_png())), (index * (_WIDTH + 20), 0))
    browser.quit()
    whole.resize((_WIDTH + 10, _HEIGHT // 2)).quantize(128).save(ROOT / "docs/report.png", optimize=True)


if __name__ == "__main__":
    main()
