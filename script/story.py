"""The example council's third quarter, from the first administrator to the published report, in a browser.

gate.py calls play(): it returns what was done step by step, with what went wrong, and the cookies of the performance
officer. Entry and review are walked with scripts and once more without.
"""

import datetime
import email
import email.policy
import io
import pathlib
import re
import time

import openpyxl
from playwright.sync_api import Error, sync_playwright

import publication
from person import PASSWORD, Person

PERIOD = "2025-26-Q3"
# What Tom returns in this story.
RETURNED = "temporary accommodation|bed and breakfast|housing register|Homelessness prevented|Open 12 flats"


class Story:
    def __init__(self, browser, site, set_up, outbox):
        self.browser, self.site, self.set_up, self.outbox = browser, site, set_up, pathlib.Path(outbox)

    def letter_to(self, address):
        """The link in the newest letter to somebody, as the outbox holds it."""
        for _ in range(100):
            for file in sorted(self.outbox.glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True):
                letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
                link = re.search(r"https?://\S+/office/password\?key=\S+", letter.get_content())
                if address in letter["To"] and link:
                    return link.group(0)
            time.sleep(1)
        raise AssertionError(f"no letter to {address} in the outbox")

    def first_administrator(self):
        self.officer = Person(self.browser, self.site)
        self.officer.page.goto(self.set_up)
        self.officer.page.fill("#name", "Priya Nand")
        self.officer.page.fill("#email", "performance@larkmere.example")
        self.officer.page.fill("#password", PASSWORD)
        self.officer.page.fill("#again", PASSWORD)
        self.officer.press("Set the password")
        again = Person(self.browser, self.site)
        again.page.goto(self.set_up)
        again.sees("can’t be set up here")

    def invitations(self):
        self.tom = self.invited("Tom Ellery", "responsible-officer", "housing-options-manager")
        self.ruth = self.invited("Ruth Okafor", "reviewer", "head-of-housing")

    def invited(self, name, role, post):
        """Somebody who followed the letter of invitation and chose a password."""
        address = name.lower().replace(" ", ".") + "@larkmere.example"
        self.officer.go("/people/new")
        self.officer.page.fill("#name", name)
        self.officer.page.fill("#email", address)
        self.officer.page.check(f"#role-{role}")
        self.officer.page.select_option("#post", post)
        self.officer.press("Invite")
        invited = Person(self.browser, self.site)
        invited.page.goto(self.letter_to(address))
        invited.page.fill("#password", PASSWORD)
        invited.page.fill("#again", PASSWORD)
        invited.press("Set the password")
        if invited.page.url != self.site + "/office":
            raise AssertionError(f"the invitation led to {invited.page.url}")
        return invited

    def open_quarter(self):
        self.officer.go(f"/cycle/{PERIOD}/calendar")
        today = datetime.date.today()
        for field, days in (("opens", -3), ("returns_due", 10), ("sign_off_due", 17), ("locks", 24)):
            self.officer.page.fill(f"#{field}", (today + datetime.timedelta(days=days)).isoformat())
        self.officer.page.get_by_role("button", name=re.compile("^(Open|Save)")).last.click()
        self.officer.page.wait_for_load_state()
        self.officer.go(f"/cycle/{PERIOD}")
        self.officer.sees("Returns are due on")

    def pasted(self):
        self.tom.go("/collect")
        first = self.tom.row("Households in temporary accommodation").locator("input.value")
        first.focus()
        first.evaluate(
            """cell => {
              const data = new DataTransfer();
              data.setData("text/plain", "69\\r\\n0\\r\\n18,300\\r\\n");
              cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }""")
        self.tom.settled(self.tom.row("Households in temporary accommodation"), "Off target")
        self.tom.settled(self.tom.row("Families in bed and breakfast"), "On target")
        self.tom.page.get_by_text("Is the decimal point right?").wait_for()
        self.tom.page.get_by_text("Say why, and what is being done").first.wait_for()

    def by_keyboard(self):
        first = self.tom.row("Households in temporary accommodation").locator("input.value")
        first.focus()
        self.tom.page.keyboard.press("Enter")
        focused = self.tom.page.evaluate("document.activeElement.closest('tr').innerText")
        if "Families in bed and breakfast" not in focused:
            raise AssertionError(f"Enter led to {focused[:80]!r}")
        self.tom.page.keyboard.press("ArrowUp")
        if not first.evaluate("cell => cell === document.activeElement"):
            raise AssertionError("the arrow did not lead back")

    def warning_answered(self):
        answer = self.tom.page.get_by_label("If it is right, say why").first
        answer.fill("The register of the former county was merged with ours in October.")
        answer.blur()
        self.tom.page.get_by_label("Your answer").first.wait_for()
        words = self.tom.row("Households in temporary accommodation").locator("textarea.commentary")
        words.fill("More families came to us than there are homes to let.")
        words.blur()
        self.tom.until("the red is explained", lambda: "Say why, and what is being done" not in self.tom.text())

    def behind_more(self):
        below = self.tom.row("Households in temporary accommodation").locator("xpath=following-sibling::tr[1]")
        below.locator("summary").click()
        note = below.get_by_label("Note behind it, not published")
        # Paragraphs and lists stay in the field into which they are pasted.
        words = self.tom.row("Households in temporary accommodation").locator("textarea.commentary")
        for field in (note, words):
            taken = field.evaluate(
                """cell => {
                  const data = new DataTransfer();
                  data.setData("text/plain", "•\\tFirst\\n\\n•\\tSecond");
                  data.setData("text/html", "<ul><li>First</li><li>Second</li></ul>");
                  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                  cell.dispatchEvent(event);
                  return event.defaultPrevented;
                }""")
            if taken:
                raise AssertionError("words were taken for a column of cells")
        note.fill("The county’s list came a week late.")
        note.blur()
        below.get_by_text("Saved", exact=True).first.wait_for()
        self.tom.go("/collect")
        self.tom.sees("More: note behind it")

    def kept_without_connection(self):
        cell = self.tom.row("Families in bed and breakfast").locator("textarea.commentary")
        self.tom.context.set_offline(True)
        cell.fill("All were moved on within a month.")
        cell.blur()
        self.tom.page.get_by_text("no connection").first.wait_for()
        self.tom.context.set_offline(False)
        self.tom.page.get_by_text("no connection").first.wait_for(state="hidden")
        self.tom.go("/collect")
        if cell.input_value() != "All were moved on within a month.":
            raise AssertionError("what was typed without a connection is lost")

    def by_workbook(self):
        self.tom.go(f"/collect/{PERIOD}/workbook")
        with self.tom.page.expect_download() as download:
            self.tom.page.get_by_role("link", name="Download the workbook").click()
        workbook = openpyxl.load_workbook(io.BytesIO(pathlib.Path(download.value.path()).read_bytes()))
        filled = 0
        for sheet in workbook:
            heads = {}
            for row in sheet.iter_rows():
                values = [cell.value for cell in row]
                if "Numerator" in values:
                    heads = {value: index for index, value in enumerate(values)}
                elif heads and any(isinstance(value, str) and "Homelessness prevented" in value for value in values):
                    row[heads["Numerator"]].value, row[heads["Denominator"]].value = "74", "130"
                    filled += 1
        if filled != 1:
            raise AssertionError("the workbook has no row for homelessness with two numbers")
        changed = io.BytesIO()
        workbook.save(changed)
        self.tom.page.set_input_files(
            "#file", {"name": "returns.xlsx", "mimeType": "application/octet-stream", "buffer": changed.getvalue()})
        self.tom.press("Upload")
        self.tom.sees("Of [0-9]+ rows, 1 change something")
        self.tom.press("Record 1 return")
        self.tom.sees("Recorded from the workbook")
        self.tom.settled(self.tom.row("Homelessness prevented"), "On target")

    def submitted(self):
        row = self.tom.row("Open 12 flats")
        row.locator("select.stage").select_option("in progress")
        row.locator("input.percent").fill("70")
        row.locator("select.judged").select_option("green")
        row.locator("textarea.done").fill("The fire safety works were signed off.")
        row.locator("textarea.done").blur()
        self.tom.settled(row, "Entered, not submitted")
        self.tom.press(re.compile("^Submit "))
        self.tom.sees("Submitted for review: 5 returns")

    def given_back(self):
        self.ruth.go(f"/review/{PERIOD}")
        item = self.ruth.page.locator("article", has_text="Households on the housing register")
        item.locator("summary").click()
        item.locator("textarea").fill("Is the county’s waiting list in it twice?")
        item.get_by_role("button", name="Return").click()
        self.ruth.page.wait_for_load_state()
        self.tom.go("/collect")
        self.tom.sees("Returned: Is the county’s waiting list in it twice")

    def mended_without_scripts(self):
        plain = Person(self.browser, self.site, scripts=False)
        plain.sign_in("tom.ellery@larkmere.example")
        plain.go("/collect")
        row = plain.row("Households on the housing register")
        row.locator("input.value").fill("eighteen x")
        plain.press("Save", last=True)
        plain.sees("There is a problem")
        plain.shown_apart("/collect/")
        plain.row("Households on the housing register").locator("input.value").fill("1,830")
        plain.press(re.compile("^Submit "))
        plain.sees("Submitted for review: 1 return")
        # Back does not ask whether to send a form once more.
        plain.page.go_back()
        plain.sees("Households on the housing register")

    def approved_without_scripts(self):
        plain = Person(self.browser, self.site, scripts=False)
        plain.sign_in("ruth.okafor@larkmere.example")
        plain.go(f"/review/{PERIOD}/all")
        plain.press(re.compile("^Approve these"))
        plain.go(f"/review/{PERIOD}")
        while plain.page.get_by_role("button", name=re.compile("^Approve ")).count():
            plain.press(re.compile("^Approve "))
        plain.sees("5 of 13 are approved")

    def two_people_one_cell(self):
        other = Person(self.browser, self.site)
        other.sign_in("performance@larkmere.example")
        other.go(f"/collect/{PERIOD}?owner=housing-options-manager")
        self.tom.go("/collect")
        title = "Families in bed and breakfast"
        for person, figure in ((self.tom, "1"), (other, "2")):
            cell = person.row(title).locator("input.value")
            cell.fill(figure)
            cell.blur()
            person.until(
                "the cell was answered",
                lambda: cell.get_attribute("data-state") in ("saved", "conflict"))
        other.page.get_by_text("Theirs: 1").wait_for()
        if other.row(title).locator("input.value").input_value() != "2":
            raise AssertionError("the second value is lost")
        cell = self.tom.row(title).locator("input.value")
        cell.fill("0")
        cell.blur()
        self.tom.settled(self.tom.row(title), "On target")

    def signed_off(self):
        self.officer.go(f"/cycle/{PERIOD}")
        for _ in range(40):
            self.ruth.go(f"/review/{PERIOD}/sign-off/housing")
            left = self.ruth.page.locator("#sign li a")
            if not left.count():
                break
            title = left.first.inner_text()
            self.officer.go(f"/cycle/{PERIOD}")
            self.officer.page.select_option("#waive-of", self.value_of(title))
            self.officer.page.fill("#waive-reason", "Not part of this exercise.")
            self.officer.press(re.compile("^Waive"), last=True)
        self.ruth.press(re.compile("^Sign off"), last=True)
        self.ruth.sees("[Ss]igned off")

    def value_of(self, title):
        for option in self.officer.page.locator("#waive-of option").all():
            if title in option.inner_text():
                return option.get_attribute("value")
        raise AssertionError(f"{title} can’t be waived")

    def frozen(self):
        self.officer.go(f"/cycle/{PERIOD}/freeze")
        self.officer.page.locator("#freeze").click()
        self.officer.page.wait_for_load_state()
        self.tom.go("/collect/" + PERIOD)
        self.tom.sees("is frozen since")
        public = Person(self.browser, self.site)
        public.go("/indicators/temporary-accommodation")
        if "More families came to us" in public.text():
            raise AssertionError("a draft is public")

    def others_waived(self):
        """The story is housing's: what the other services owe is not asked for."""
        while True:
            self.officer.go(f"/cycle/{PERIOD}")
            offered = self.officer.page.locator("#waive-of option:not([value=''])").all()
            left = [one for one in offered if not re.search(RETURNED, one.inner_text())]
            if not left:
                break
            self.officer.page.select_option("#waive-of", left[0].get_attribute("value"))
            self.officer.page.fill("#waive-reason", "Not part of this exercise.")
            self.officer.press(re.compile("^Waive"), last=True)

    STEPS = {
        "the first administrator sets up, once": first_administrator,
        "people are invited by letter and choose a password": invitations,
        "a quarter is opened": open_quarter,
        "a column is pasted from Excel, statuses follow at once": pasted,
        "Enter and arrows lead through the column": by_keyboard,
        "a warning is answered, a red explained": warning_answered,
        "what is asked for seldom stands behind More, and is saved by itself": behind_more,
        "what was typed without a connection is kept and sent": kept_without_connection,
        "two people in one cell lose nothing": two_people_one_cell,
        "a workbook is downloaded, filled in, previewed and recorded": by_workbook,
        "what is complete is submitted": submitted,
        "a return is given back with a reason": given_back,
        "it is mended and submitted again without scripts": mended_without_scripts,
        "the head of service approves without scripts": approved_without_scripts,
        "the service is signed off": signed_off,
        "what the other services owe is waived, with a reason": others_waived,
        "the quarter is frozen, and drafts stayed drafts": frozen,
        **publication.STEPS,
    }


def play(site, set_up, outbox, chromium, pictures):
    """Every step by name with what went wrong, or None. After a step that failed the rest is not tried."""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        story = Story(browser, site, set_up, outbox)
        for name, step in Story.STEPS.items():
            try:
                step(story)
                found[name] = None
            except (AssertionError, AttributeError, Error) as trouble:
                found[name] = str(trouble)[:400]
                for who in ("officer", "tom", "ruth"):
                    if hasattr(story, who):
                        getattr(story, who).page.screenshot(path=str(pathlib.Path(pictures) / f"story-{who}.png"), full_page=True)
                break
        for who in ("officer", "tom", "ruth"):
            if hasattr(story, who) and getattr(story, who).errors:
                found[f"no script of {who}'s pages fails"] = "; ".join(getattr(story, who).errors)[:300]
        browser.close()
    for name in Story.STEPS:
        found.setdefault(name, "was not reached")
    return found
