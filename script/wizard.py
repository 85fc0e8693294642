"""Takes a file in through the office as an officer does, in a browser with scripts switched off.

gate.py calls walk(): it returns what was checked, what went wrong, and the addresses of pages to look at afterwards.
"""

import pathlib
import re

from playwright.sync_api import Error, sync_playwright

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "Examples" / "larkmere" / "scorecard-2025-26-q2.txt"
# Asks whether "bi-annual" is twice a year or every two years.
TABLE = """Indicator,Frequency,Good performance,Target 2025/26,Q1 2025/26,Q2 2025/26
Benches mended within ten days,Bi-annual,High,90%,91%,87%
Swims at Mere Baths,Quarterly,High,9000,8100,9300
"""


class Officer:
    def __init__(self, page, site):
        self.page, self.site = page, site

    def heading(self):
        return self.page.locator("h1").inner_text()

    def upload(self, name, content):
        self.page.goto(self.site + "/imports/new")
        self.page.set_input_files("#file", {"name": name, "mimeType": "text/plain", "buffer": content})
        self.press("Read it")
        # The progress page asks again by itself.
        for _ in range(30):
            if not self.heading().startswith("Reading"):
                break
            self.page.wait_for_timeout(1000)
        return self.page.url.split("?")[0]

    def press(self, words):
        self.page.get_by_role("button", name=words, exact=True).first.click()
        self.page.wait_for_load_state()


def expect(what, wanted, found):
    if not re.search(wanted, found):
        raise AssertionError(f"{what}: looked for {wanted!r}, found {found[:120]!r}")


def nothing_chosen(officer):
    officer.page.goto(officer.site + "/imports/new")
    officer.press("Read it")
    expect("the title", r"^Error: ", officer.page.title())
    expect("the summary", r"Choose a file, or paste text", officer.page.locator(".problems").inner_text())


def unanswered(officer):
    officer.preview = officer.upload("benches.csv", TABLE.encode())
    expect("the preview", r"What benches.csv would change", officer.heading())
    officer.press("Apply")
    expect("the address", r"#problems$", officer.page.url)
    summary = officer.page.locator(".problems:focus")
    if summary.count() != 1:
        raise AssertionError("the error summary has no focus")
    summary.locator("a").first.click()
    focused = officer.page.locator("input[type=radio]:focus")
    if focused.count() != 1:
        raise AssertionError("the summary's link does not lead to the answers")


def previewed_again(officer):
    officer.page.get_by_label("Twice a year").check()
    officer.press("Preview again")
    expect("the questions", r"Answered \(1\)", officer.page.locator("#questions").inner_text())


def applied(officer):
    officer.press("Apply")
    expect("the page", r"^Recorded$", officer.heading())
    officer.done = officer.page.url
    officer.page.goto(officer.site + "/imports")
    expect("the list", r"benches.csv", officer.page.locator("main").inner_text())


def undone(officer):
    officer.page.goto(officer.done)
    officer.page.get_by_role("link", name="Take it back").click()
    expect("the question", r"^Take this import back\?$", officer.heading())
    officer.undo = officer.page.url
    officer.page.get_by_label("Why").fill("It was a trial")
    officer.press("Take it back")
    expect("the page", r"^Taken back$", officer.heading())
    expect("the reason", r"It was a trial", officer.page.locator("main").inner_text())


def unreadable(officer):
    officer.broken = officer.upload("plan.pdf", b"%PDF-1.7 nothing")
    expect("the sentence", r"Save as Word, or paste the text", officer.page.locator("main").inner_text())


STEPS = {
    "a form with nothing chosen says so": nothing_chosen,
    "apply is refused while a question is open": unanswered,
    "the answer changes the preview": previewed_again,
    "apply records it": applied,
    "undo takes it back": undone,
    "a PDF is refused with what to do": unreadable,
}


def walk(site, password, storage, chromium):
    """Every step by name with what went wrong, or None; and the pages it came by."""
    found, pages = {}, []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        context = browser.new_context(locale="en-GB", java_script_enabled=False)
        officer = Officer(context.new_page(), site)
        officer.page.set_default_timeout(20_000)
        officer.page.goto(site + "/office/sign-in")
        officer.page.fill("#email", "performance@larkmere.example")
        officer.page.fill("#password", password)
        officer.press("Sign in")
        for name, step in STEPS.items():
            try:
                step(officer)
                found[name] = None
            except (AssertionError, AttributeError, Error) as trouble:
                found[name] = str(trouble).splitlines()[0]
        # One of each is left waiting, for axe and the checker.
        officer.waiting = officer.upload("scorecard.txt", EXAMPLE.read_bytes())
        asking = officer.upload("benches.csv", TABLE.encode())
        pages = [officer.waiting, asking, asking + "?because=questions"]
        pages += [getattr(officer, name) for name in ("done", "undo") if hasattr(officer, name)]
        context.storage_state(path=storage)
        browser.close()
    return found, [page.removeprefix(site) for page in pages]
