"""From the frozen quarter to the published report, in a browser: the second half of the story in story.py, whose people it
uses. Each step takes the story.
"""

import re

from person import Person

REPORT = "performance@2025-26-Q3"
ROLE = "Head of Finance (Section 151 Officer)"


def address(rest=""):
    return f"/work/reports/{REPORT}{rest}"


def started(story):
    officer = story.officer
    officer.go("/work/reports/new")
    officer.press("Start", last=True)
    if REPORT not in officer.page.url.replace("%40", "@"):
        raise AssertionError(f"starting a report led to {officer.page.url}")
    officer.sees("performance report, Q3 2025/26")


def mended_number(story):
    officer = story.officer
    officer.go(address("/words?key=summary/indicators"))
    officer.page.fill("textarea", "Families wait longer for a home.\n\nHouseholds in temporary accommodation: 70.")
    officer.press("Save")
    officer.sees("To be mended before it is sealed")
    officer.sees("“70” in “Households in temporary accommodation: 70.” is no figure that the record has")
    officer.press(re.compile("^Make “70” follow the record"))
    if "To be mended" in officer.text():
        raise AssertionError("the number still does not follow the record")
    officer.sees("Households in temporary accommodation: 69")


def officers_named(story):
    story.officer.go("/work/templates/performance")
    story.officer.page.fill("#officers", ROLE + "*")
    story.officer.press("Save")
    story.miriam = story.invited("Miriam Sole", "clearing-officer", "head-of-finance")
    story.officer.go(address("/clearance"))
    story.officer.press("Ask for clearance")
    story.officer.sees("The officers are asked for clearance")


def clears(story):
    story.miriam.go("/office")
    story.miriam.press("Performance report, Q3 2025/26")
    story.miriam.sees("Families wait longer")
    story.miriam.page.select_option("#decision", "cleared")
    story.miriam.press("Record my decision")


def cleared(story):
    clears(story)
    story.officer.go(address("/words?key=summary/indicators"))
    words = story.officer.page.locator("textarea")
    words.fill(words.input_value().replace("longer", "longer than before"))
    story.officer.press("Save")
    story.officer.go(address("/clearance"))
    story.officer.sees("Why the clearance of the Head of Finance")
    story.officer.sees("Summary")
    story.officer.go(address("/seal"))
    story.officer.sees("clearance-void")
    if story.officer.page.get_by_role("button", name="Seal and publish").count():
        raise AssertionError("a report whose clearance is void can be sealed")


def sealed(story):
    clears(story)
    officer = story.officer
    officer.go(address("/seal"))
    boxes = officer.page.locator("input[name=finding]")
    for box in boxes.all():
        box.check()
    if boxes.count():
        officer.page.fill("#reason", "The leadership team has seen it.")
        officer.press("Set aside what is ticked")
    officer.press("Seal and publish")
    officer.sees("The report is sealed and published")


def public(story):
    reader = Person(story.browser, story.site, scripts=False)
    reader.go("/reports")
    reader.press("Q3 2025/26")
    reader.sees("Families wait longer than before for a home")
    reader.sees("Households in temporary accommodation: 69")
    reader.sees("Who cleared this report")
    for name in ("report.docx", "members-pack.html", "data.xlsx", "indicators.csv"):
        answer = reader.context.request.get(reader.page.get_by_role("link", name=name).first.evaluate("link => link.href"))
        if not answer.ok or len(answer.body()) < 1000:
            raise AssertionError(f"{name}: {answer.status}, {len(answer.body())} bytes")


def two_clicks(story):
    resident = Person(story.browser, story.site, scripts=False)
    resident.go("/")
    resident.press("Indicators")
    resident.press("Households in temporary accommodation")
    resident.sees("69 against a target of at most 60")
    resident.sees("Why this rating")


STEPS = {
    "a report is started and opens on its workbench": started,
    "a typed number that is not the record's is found, and follows the record with one press": mended_number,
    "the template names who clears it; she is invited and asked": officers_named,
    "she clears it; an edit voids that, says where, and stops the seal": cleared,
    "cleared again, with what was objected to set aside with a reason, it is sealed": sealed,
    "anyone reads it and takes its files along": public,
    "two clicks lead a resident to the figure, its target and why it is red": two_clicks,
}
