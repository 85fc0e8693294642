"""Looks at every page of a list in a browser and with the Nu checker, and counts (script/browser-gate calls it)."""

import argparse
import json
import pathlib
import re
import subprocess
import sys

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
FULL_TOOL = HERE.parent.parent / "shared" / "tools" / "axe_check.py"


def listed(path):
    """Pages by who looks at them, in the list's order."""
    pages = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            page, _, person = line.partition(" ")
            pages.setdefault(person.strip() or "public", []).append(page)
    return pages


def sign_in(playwright, site, person, demo, state):
    """Signs in by the form, as a person would, and keeps the cookies."""
    printed = re.search(rf"^\s*{re.escape(person)}\s+(\S+)", demo, re.MULTILINE)
    if not printed:
        sys.exit(f"goldthread demo printed no sign-in for {person}")
    browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"])
    page = browser.new_page()
    page.goto(f"{site}/sign-in")
    page.locator("form input:not([type=hidden]):not([type=password])").first.fill(person)
    page.locator("input[type=password]").first.fill(printed.group(1))
    page.locator("input[type=password]").first.press("Enter")
    page.wait_for_load_state()
    page.context.storage_state(path=state)
    browser.close()


def chromium():
    import os
    import shutil

    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def axe(addresses, out, state):
    """One report of findings for each page; the tool beside the repository is the fuller one."""
    tool = FULL_TOOL if FULL_TOOL.exists() else HERE / "axe.py"
    command = [sys.executable, str(tool), "--out", str(out)]
    if state:
        command += ["--storage", str(state)]
    print(subprocess.run(command + addresses, capture_output=True, text=True).stdout, file=sys.stderr, end="")
    report = out / "report.json"
    return json.loads(report.read_text()) if report.exists() else []


def findings(entry):
    for violation in entry["violations"]:
        yield f"{violation['id']}: {violation['help']} ({len(violation['nodes'])})"
    yield from entry["keyboard"]["problems"]
    yield from entry["errors"]


def saved(playwright, addresses, out, state):
    """The pages as the server sends them, as files for the Nu checker."""
    request = playwright.request.new_context(storage_state=state)
    files = {}
    for number, address in enumerate(addresses):
        answer = request.get(address)
        file = out / f"{number:03}.html"
        file.write_bytes(answer.body())
        files[file.resolve().as_uri()] = address
    request.dispose()
    return files


def invalid(files, vnu):
    """What the Nu checker calls an error, by page."""
    paths = [file.removeprefix("file://") for file in files]
    run = subprocess.run(
        ["java", "-jar", str(vnu), "--errors-only", "--format", "json", *paths], capture_output=True, text=True)
    errors = {}
    for message in json.loads(run.stderr or '{"messages": []}')["messages"]:
        if message["type"] == "error":
            address = files.get(message.get("url", "").replace("file:/", "file:///").replace("file://///", "file:///"))
            errors.setdefault(address, []).append(f"line {message.get('lastLine')}: {message['message']}")
    return errors


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--site", "--pages", "--demo", "--vnu", "--out"):
        arguments.add_argument(name, required=True)
    given = arguments.parse_args()
    out = pathlib.Path(given.out)
    out.mkdir(parents=True, exist_ok=True)
    if not FULL_TOOL.exists():
        print("  The accessibility tool beside the repository is absent: running the smaller script/axe.py")
    passed = failed = 0

    def count(page, check, problems):
        nonlocal passed, failed
        passed, failed = passed + (not problems), failed + bool(problems)
        print(f"  {'FAILED' if problems else 'passed'}  {check}  {page}")
        for problem in problems[:10]:
            print(f"            {problem[:200]}")

    with sync_playwright() as playwright:
        states = {}
        for person in listed(pathlib.Path(given.pages)):
            if person != "public":
                states[person] = str(out / f"{person}.json")
                demo = pathlib.Path(given.demo).read_text(encoding="utf-8")
                sign_in(playwright, given.site, person, demo, states[person])
        sets = {
            person: ([given.site + page for page in pages], out / str(number))
            for number, (person, pages) in enumerate(listed(pathlib.Path(given.pages)).items())
        }
        files = {}
        for person, (addresses, folder) in sets.items():
            folder.mkdir()
            files[person] = saved(playwright, addresses, folder, states.get(person))

    for person, (addresses, folder) in sets.items():
        reports = {entry["page"]: list(findings(entry)) for entry in axe(addresses, folder, states.get(person))}
        errors = invalid(files[person], given.vnu)
        for address in addresses:
            name = f"{address.removeprefix(given.site)} ({person})"
            count(name, "accessible", reports.get(address, ["did not load"]))
            count(name, "valid HTML", errors.get(address, []))
        for stray in errors.get(None, []):
            count(person, "valid HTML", [stray])
    print(f"{passed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


main()
