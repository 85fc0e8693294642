"""Takes a file in through the office, looks at every page of a list in a browser and with the Nu checker, and counts.

script/browser-gate calls it.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request

import papers
import story
import wizard

HERE = pathlib.Path(__file__).resolve().parent
GRID = "/collect/2025-26-Q3?owner=housing-options-manager"
FULL_TOOL = HERE.parent.parent / "shared" / "tools" / "axe_check.py"


def cookies(storage):
    """The cookies that the browser got, as a header."""
    kept = json.loads(storage.read_text(encoding="utf-8"))["cookies"]
    return {"Cookie": "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in kept)}


def saved(site, listed, folder, headers):
    """The listed pages as files, just as the server sends them: path to file, or to what went wrong."""
    pages, links = {}, []
    for path in listed:
        if "*" in path:
            like = "[^/?#]+".join(map(re.escape, path.split("*")))
            found = next((link for link in links if re.fullmatch(like, link)), None)
            if not found:
                pages[path] = "no page links to one like it"
                continue
            path = found
        try:
            with urllib.request.urlopen(urllib.request.Request(site + path, headers=headers), timeout=30) as answer:
                html = answer.read()
        except urllib.error.URLError as error:
            pages[path] = f"did not load: {error}"
            continue
        links += re.findall(r'href="(/[^"]*)"', html.decode("utf-8"))
        pages[path] = folder / f"{len(pages):02}.html"
        pages[path].write_bytes(html)
    return pages


def inaccessible(site, paths, folder, storage, *more):
    """What axe and the keyboard walk find, by path. The tool beside the repository is the fuller one.

    more: further options, which only that tool has.
    """
    tool = FULL_TOOL
    if not tool.exists():
        print("  The accessibility tool beside the repository is absent: running the smaller script/axe.py")
        tool, more = HERE / "axe.py", ()
    command = [sys.executable, str(tool), "--out", str(folder), "--storage", str(storage), *more, *(site + path for path in paths)]
    run = subprocess.run(command, capture_output=True, text=True)
    report = folder / "report.json"
    if not report.exists():
        print(run.stdout, run.stderr)
        return {}
    found = {}
    for page in json.loads(report.read_text(encoding="utf-8")):
        found[page["page"].removeprefix(site)] = [
            *(f"{rule['id']}: {rule['help']} ({len(rule['nodes'])})" for rule in page["violations"]),
            *page["keyboard"]["problems"],
            *page["errors"],
        ]
    return found


def invalid(files, vnu):
    """What the Nu checker calls an error, by file name."""
    run = subprocess.run(
        ["java", "-jar", vnu, "--errors-only", "--format", "json", *map(str, files)], capture_output=True, text=True)
    found = {}
    for message in json.loads(run.stderr)["messages"]:
        name = pathlib.PurePosixPath(message.get("url", "?")).name
        found.setdefault(name, []).append(f"line {message.get('lastLine', '?')}: {message['message']}")
    return found


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--site", "--password", "--begin", "--set-up", "--outbox", "--papers", "--pages", "--vnu", "--out"):
        arguments.add_argument(name, required=True)
    given = arguments.parse_args()
    folder = pathlib.Path(given.out)
    folder.mkdir(parents=True, exist_ok=True)
    lines = pathlib.Path(given.pages).read_text(encoding="utf-8").splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith("#")]

    passed = failed = 0
    storage = folder / "storage.json"
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    steps, met = wizard.walk(given.site, given.password, storage, chromium)
    quarter = story.play(given.begin, given.set_up, given.outbox, chromium, folder)
    for step, trouble in quarter.items():
        passed, failed = passed + (not trouble), failed + bool(trouble)
        print(f"  {'FAILED' if trouble else 'passed'}  the quarter: {step}")
        if trouble:
            print(f"            {trouble[:300]}")
    for step, trouble in steps.items():
        passed, failed = passed + (not trouble), failed + bool(trouble)
        print(f"  {'FAILED' if trouble else 'passed'}  without scripts: {step}")
        if trouble:
            print(f"            {trouble[:200]}")

    for words, trouble in papers.look(given.papers).items():
        passed, failed = passed + (not trouble), failed + bool(trouble)
        print(f"  {'FAILED' if trouble else 'passed'}  {words}")
        if trouble:
            print(f"            {trouble[:300]}")

    pages = saved(given.site, [*listed, *met], folder, cookies(storage))
    files = {path: file for path, file in pages.items() if isinstance(file, pathlib.Path)}
    accessible = inaccessible(given.site, list(files), folder / "axe", storage)
    # A column is pasted into the grid, and it is looked at in the dark.
    pasted = inaccessible(given.site, [GRID], folder / "grid", storage, "--paste", "input.value", "--dark")
    for problems in pasted.values():
        passed, failed = passed + (not problems), failed + bool(problems)
        print(f"  {'FAILED' if problems else 'passed'}  the grid: a column is pasted; dark colours")
        for problem in problems[:10]:
            print(f"            {problem[:200]}")
    pack = pathlib.Path(given.papers) / "members-pack.html"
    valid = invalid([*files.values(), pack], given.vnu)
    # The checker knows the style sheets of 2020; the pack is the one page that bears its own.
    problems = [problem for problem in valid.get(pack.name, []) if not re.search("CSS: .*Property .* doesn't exist", problem)]
    passed, failed = passed + (not problems), failed + bool(problems)
    print(f"  {'FAILED' if problems else 'passed'}  the members' pack is valid HTML")
    for problem in problems[:10]:
        print(f"            {problem[:200]}")

    for path, file in pages.items():
        if path not in files:
            checks = {"loads": [file]}
        else:
            checks = {"accessible": accessible.get(path, ["was not looked at"]), "valid HTML": valid.get(file.name, [])}
        for check, problems in checks.items():
            passed, failed = passed + (not problems), failed + bool(problems)
            print(f"  {'FAILED' if problems else 'passed'}  {check:10}  {path}")
            for problem in problems[:10]:
                print(f"            {problem[:200]}")
    print(f"{passed} passed, {failed} failed, 0 skipped")
    sys.exit(failed > 0)


main()
