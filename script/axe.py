"""Runs axe-core over pages at two widths and walks them by keyboard; writes one JSON object a page to --out/report.json.

script/browser-gate calls it where the fuller tool beside the repository is absent.
"""

import argparse
import json
import os
import pathlib
import shutil
import sys

import axe_playwright_python
from playwright.sync_api import Error, sync_playwright

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
  const e = document.activeElement;
  return e && e !== document.body ? e.tagName.toLowerCase() + " " + (e.textContent || "").trim().slice(0, 40) : null;
}"""


def look_at(page, address):
    violations, problems = {}, []
    page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    answer = page.goto(address, wait_until="load", timeout=30_000)
    if answer is not None and answer.status >= 400:
        raise Error(f"HTTP {answer.status}")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate(SIDEWAYS)
        if over > 1:
            problems.append(f"scrolls sideways by {over} pixels at a width of {width}")
        page.evaluate(AXE)
        for violation in page.evaluate(RUN_AXE, STANDARDS)["violations"]:
            violations.setdefault(violation["id"], violation)
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    keyboard = [] if first and "skip" in first.lower() else [f"the first stop of Tab is no skip link: {first}"]
    return {"violations": list(violations.values()), "keyboard": {"problems": keyboard}, "errors": problems}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("pages", nargs="+")
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--storage")
    given = arguments.parse_args()
    report = []
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for address in given.pages:
            context = browser.new_context(locale="en-GB", bypass_csp=True, storage_state=given.storage)
            try:
                found = look_at(context.new_page(), address)
            except Error as error:
                found = {"violations": [], "keyboard": {"problems": []}, "errors": [f"did not load: {error}"]}
            report.append({"page": address, **found})
            context.close()
        browser.close()
    out = pathlib.Path(given.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "report.json").write_text(json.dumps(report, indent=1))
    sys.exit(any(page["violations"] or page["errors"] or page["keyboard"]["problems"] for page in report))


main()
