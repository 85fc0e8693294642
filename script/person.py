"""Somebody at a browser, as the stories need them."""

import re

PASSWORD = "wet slate hinge"


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, browser, site, scripts=True):
        self.site = site
        self.context = browser.new_context(locale="en-GB", java_script_enabled=scripts, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def go(self, path):
        self.page.goto(self.site + path)

    def press(self, words, last=False):
        """Presses a button or follows a link of that name and waits for the page that it leads to."""
        named = self.page.get_by_role("button", name=words).or_(self.page.get_by_role("link", name=words))
        with self.page.expect_navigation():
            (named.last if last else named.first).click()

    def text(self):
        return self.page.locator("main").inner_text()

    def sees(self, pattern):
        found = self.text()
        if not re.search(pattern, found):
            raise AssertionError(f"looked for {pattern!r} on {self.page.url}, found {found[:200]!r}")

    def sign_in(self, address):
        self.go("/office/sign-in")
        self.page.fill("#email", address)
        self.page.fill("#password", PASSWORD)
        self.press("Sign in")
        self.sees("")

    def shown_apart(self, path):
        """Asserts that a refused form stands at an address of its own, and that reload sends nothing."""
        sent = []
        self.page.on("request", lambda request: sent.append(request.method))
        self.page.reload()
        self.sees("There is a problem")
        if path not in self.page.url or "answered=" not in self.page.url or "POST" in sent:
            raise AssertionError(f"the refused form stands at {self.page.url}, and reload sent {sent}")

    def row(self, title):
        """The first field of a row of the grid."""
        return self.page.locator("tr[data-row]", has_text=title)

    def until(self, what, holds):
        """Waits until something holds. Not in the page: its policy lets nobody evaluate text there."""
        for _ in range(200):
            if holds():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"waited in vain until {what}")

    def settled(self, row, words):
        """Waits until a row of the grid says that."""
        row.get_by_text(words).first.wait_for()
