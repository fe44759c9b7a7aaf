"""Opens pages in headless Chromium, by day, by night, on a telephone and on paper, and lets axe judge
them.

    pip install selenium                      # and Debian's chromium and chromium-driver
    pip install --no-deps axe-playwright-python
    python3 Tests/ReportsTests/axe.py Tests/ReportsTests/Golden/*.html [--shots FOLDER]

Exits with 1 where axe finds anything, or where a page is wider than its window; with 0 and a word
about it where what it needs is not installed.
"""

import argparse
import base64
import importlib.util
import pathlib
import shutil
import sys

try:
    from selenium import webdriver
except ImportError:
    sys.exit(print("skipped: selenium is not installed"))
axe = importlib.util.find_spec("axe_playwright_python")
if not axe:
    sys.exit(print("skipped: axe-playwright-python is not installed"))
if not shutil.which("chromium") or not shutil.which("chromedriver"):
    sys.exit(print("skipped: chromium or its driver is not installed"))

arguments = argparse.ArgumentParser()
arguments.add_argument("pages", nargs="+", type=pathlib.Path)
arguments.add_argument("--shots", type=pathlib.Path)
arguments = arguments.parse_args()

LOOKS = {
    "desk": (1100, 800, "light", "none"),
    "night": (1100, 800, "dark", "none"),
    "phone": (400, 800, "light", "none"),
    "phone-night": (400, 800, "dark", "none"),
    "narrowest": (320, 640, "light", "none"),
    "forced": (1100, 800, "light", "active"),
    # What is left of A4 between its margins.
    "paper": (680, 960, "light", "none"),
}
AXE = (pathlib.Path(axe.submodule_search_locations[0]) / "axe.min.js").read_text()

options = webdriver.ChromeOptions()
options.binary_location = shutil.which("chromium")
for option in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
    options.add_argument(option)
service = webdriver.ChromeService(shutil.which("chromedriver"))
browser = webdriver.Chrome(options=options, service=service)
faults = 0
for page in arguments.pages:
    for look, (width, height, scheme, forced) in LOOKS.items():
        command = browser.execute_cdp_cmd
        command("Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        command("Emulation.setEmulatedMedia", {
            "media": "print" if look == "paper" else "", "features": [
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "forced-colors", "value": forced}]})
        browser.get(page.resolve().as_uri())
        browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        if arguments.shots:
            arguments.shots.mkdir(parents=True, exist_ok=True)
            shot = command("Page.captureScreenshot", {"captureBeyondViewport": True})
            name = f"{page.stem}-{look}.png"
            (arguments.shots / name).write_bytes(base64.b64decode(shot["data"]))
        browser.execute_script(AXE)
        result = browser.execute_async_script(
            "axe.run(document, {resultTypes: ['violations']}).then(arguments[0])")
        found = [f"{fault['id']}: {node['html'][:120]}"
                 for fault in result["violations"] for node in fault["nodes"]]
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"wider than the window: {wide} of {width}")
        faults += len(found)
        print(f"{page.name} {look}: {len(found)} found, {len(result['passes'])} rules passed")
        for line in found:
            print("   ", line)
    if arguments.shots:
        browser.get(page.resolve().as_uri())
        command("Emulation.setEmulatedMedia", {"media": "", "features": []})
        pdf = command("Page.printToPDF", {"preferCSSPageSize": True})
        (arguments.shots / f"{page.stem}.pdf").write_bytes(base64.b64decode(pdf["data"]))
browser.quit()
sys.exit(1 if faults else 0)
