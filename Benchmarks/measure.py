"""Measures Goldthread against yardsticks in the same run; script/bench calls it.

Prints one JSON object a line: the median of the runs, and `ratio`, ours divided by the yardstick's. Ours and the
yardstick's runs take turns, so that a busy machine is busy for both. Seconds of rating are processor time, of one core.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 5
# A disk stalls now and then: many short turns meet as many stalls on either side.
TURNS_OF_SAVING = 15
SECONDS_OF_SAVING = 1
SECONDS_OF_LOAD = 3


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def output(*command):
    """The words of each line that a command prints."""
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{run.stderr}")
    return [line.split() for line in run.stdout.splitlines()]


def show(bench, unit, ours, yardstick, theirs, **more):
    value = statistics.median(ours)
    print(json.dumps({
        "bench": bench, "value": shown(value), "unit": unit, "yardstick": yardstick,
        "ratio": shown(value / statistics.median(theirs)), "runs": len(ours),
        "spread": [shown(min(ours)), shown(max(ours))], **more}), flush=True)


def show_saves(bench, unit, ours, theirs):
    """Saves a second beside SQLite's own commits, and how many medians the slowest in a hundred takes."""
    ours, theirs = ([[float(word) for word in line[:3]] for line in lines] for lines in (ours, theirs))

    def slowest(lines):
        return shown(statistics.median(slowest / median for _, median, slowest in lines))

    show(bench, unit, [rate for rate, _, _ in ours], "sqlite-commit", [rate for rate, _, _ in theirs],
         median_ms=shown(1000 * statistics.median(median for _, median, _ in ours)),
         slowest_in_100_to_median=slowest(ours), yardstick_slowest_in_100_to_median=slowest(theirs))


def shown(number):
    return float(f"{number:.4g}")


class Bench:
    def __init__(self, given):
        self.goldthread, self.program = given.goldthread, given.program
        self.yardsticks, self.python = pathlib.Path(given.yardsticks), given.python
        self.work = pathlib.Path(given.work).resolve()

    # Rating

    def rate(self, name, rows):
        file = self.work / f"rows-{rows}"
        if not file.exists():
            say(f"Making {rows:,} rows")
            output(self.program, "rows", rows, file)
        turns = max(1, 5_000_000 // rows)
        contenders = {
            "goldthread": [self.program, "rate", file],
            "c-one-pass": [self.yardsticks / "rate", file],
            "duckdb": [self.python, HERE / "yardsticks" / "engines.py", "duckdb", file],
            "polars": [self.python, HERE / "yardsticks" / "engines.py", "polars", file],
        }
        if rows >= 10_000_000:
            # Too large to be read again for each run: each contender makes its runs in a row. The first warms up.
            results = {who: output(*command, turns, RUNS + 1)[1:] for who, command in contenders.items()}
        else:
            results = {who: [] for who in contenders}
            for _ in range(RUNS):
                for who, command in contenders.items():
                    results[who] += output(*command, turns, 2)[1:]
        counts = {who: lines[0][1:] for who, lines in results.items()}
        if len({tuple(found) for found in counts.values()}) != 1:
            sys.exit(f"{name}: they did not count the same: {counts}")
        seconds = {who: [float(line[0]) for line in lines] for who, lines in results.items()}
        for yardstick in ("c-one-pass", "duckdb", "polars"):
            show(name, "s", seconds["goldthread"], yardstick, seconds[yardstick])

    # The ledger

    def open(self, name, entries):
        folder = self.work / f"ledger-{entries}"
        if not (folder / "complete").exists():
            say(f"Filling a ledger with {entries:,} entries")
            shutil.rmtree(folder, ignore_errors=True)
            output(self.program, "fill", folder, entries)
            (folder / "complete").touch()
        ours, theirs = [], []
        for _ in range(RUNS):
            opened = output(self.program, "open", folder)[0]
            read = output(self.yardsticks / "sqlite", "read", folder / "goldthread.sqlite")[0]
            if opened[1] != read[1]:
                sys.exit(f"{name}: {opened[1]} entries were opened, {read[1]} read")
            ours.append(float(opened[0]))
            theirs.append(float(read[0]))
        show(name, "s", ours, "sqlite-read", theirs)

    def append(self, name, clients):
        ours, theirs = [], []
        for _ in range(TURNS_OF_SAVING):
            with tempfile.TemporaryDirectory(dir=self.work) as folder:
                append = [self.program, "append", folder + "/ours", clients, SECONDS_OF_SAVING]
                commit = [self.yardsticks / "sqlite", "commit", folder + "/theirs.sqlite", SECONDS_OF_SAVING]
                ours += output(*append)
                theirs += output(*commit)
        show_saves(name, "batches/s", ours, theirs)

    # Imports

    def preview(self, name, file, yardstick):
        folder = self.work / "files"
        if not (folder / file).exists():
            say("Making the files that are imported")
            output(self.python, HERE / "files" / "make_files.py", folder)
        turns, ours, theirs = 10, [], []
        for _ in range(RUNS):
            previewed = output(self.program, "preview", folder / file, turns)[0]
            read = output(self.python, HERE / "yardsticks" / "readers.py", yardstick, folder / file, turns)[0]
            if previewed[1] != read[1]:
                sys.exit(f"{name}: {previewed[1]} figures were taken, {read[1]} are there")
            ours.append(float(previewed[0]))
            theirs.append(float(read[0]))
        show(name, "s", ours, yardstick, theirs)

    # Papers

    def content(self):
        content, page = self.work / "papers.json", self.work / "paper.html"
        output(self.program, "papers", content)
        output(self.program, "paper", page)
        return content, page

    def write(self, name, form, yardstick, turns, their_turns):
        content, _ = self.content()
        ours, theirs = [], []
        for _ in range(RUNS):
            ours += output(self.program, "write", form, turns)
            theirs += output(self.python, HERE / "yardsticks" / "papers.py", yardstick, content, their_turns)
        show(name, "s", [float(line[0]) for line in ours], yardstick, [float(line[0]) for line in theirs],
             bytes=int(ours[0][1]), yardstick_bytes=int(theirs[0][1]))

    def data(self, name, form, yardstick):
        folder = self.work / "data"
        folder.mkdir(exist_ok=True)
        output(self.program, "data", folder)
        ours, theirs = [], []
        for _ in range(3):
            ours += output(self.program, "data", form, 1)
            theirs += output(self.python, HERE / "yardsticks" / "data.py", form, folder)
        show(name, "s", [float(line[0]) for line in ours], yardstick, [float(line[0]) for line in theirs],
             bytes=int(ours[0][1]), yardstick_bytes=int(theirs[0][1]))

    def print(self, name):
        """Chromium, which prints our page, beside WeasyPrint; the seconds that pass."""
        _, page = self.content()
        runs = {
            printer: [output(self.python, HERE / "yardsticks" / "papers.py", printer, page, 1)[0] for _ in range(3)]
            for printer in ("chromium", "weasyprint")}
        seconds = {printer: [float(line[0]) for line in lines] for printer, lines in runs.items()}
        show(name, "s", seconds["chromium"], "weasyprint", seconds["weasyprint"],
             bytes=int(runs["chromium"][0][1]), yardstick_bytes=int(runs["weasyprint"][0][1]))

    # Pages

    def serve(self, name, path, *options):
        folder = self.work / "council"
        if not (folder / "goldthread.sqlite").exists():
            output(self.goldthread, "demo", "--data", folder)
        ours, theirs = [], []
        with Server(lambda port: [self.goldthread, "serve", "--data", folder, "--port", port, *options]) as goldthread:
            if path.endswith("*"):
                # The first one that the page above it links to.
                listing = goldthread.get(path.removesuffix("/*")).decode("utf-8")
                path = re.search(f'href="({re.escape(path[:-1])}[^"/?#]+)"', listing).group(1)
            body = goldthread.get(path)
            with tempfile.TemporaryDirectory(dir=self.work) as site, Server(nginx(site, body)) as other:
                if other.get("/page.html") != body:
                    sys.exit("nginx does not serve the same bytes")
                for _ in range(RUNS):
                    ours.append(goldthread.load(path))
                    theirs.append(other.load("/page.html"))
        show(name, "requests/s", ours, "nginx", theirs)

    # The quarter's returns

    def quarter(self):
        """A council in the middle of a quarter: where it is, the quarter, and what its officer signs in with."""
        folder = self.work / "quarter"
        if not (folder / "complete").exists():
            say("Making a quarter of 600 returns")
            shutil.rmtree(folder, ignore_errors=True)
            made = output(self.program, "quarter", folder)[0]
            (folder / "complete").write_text(" ".join(made))
        return folder, *(folder / "complete").read_text().split()

    def grid(self, name, rows, *options):
        folder, period, email, password = self.quarter()
        path = f"/collect/{period}?rows={rows}"
        ours, theirs = [], []
        with Server(lambda port: [self.goldthread, "serve", "--data", folder, "--port", port, *options]) as goldthread:
            goldthread.sign_in(email, password)
            body = goldthread.get(path)
            if body.count(b'<tr id="row-') != rows:
                sys.exit(f"{path} does not show {rows} rows")
            with tempfile.TemporaryDirectory(dir=self.work) as site, Server(nginx(site, body)) as other:
                if other.get("/page.html") != body:
                    sys.exit("nginx does not serve the same bytes")
                for _ in range(RUNS):
                    ours.append(goldthread.load(path, connections=4))
                    theirs.append(other.load("/page.html", connections=4))
        show(name, "requests/s", ours, "nginx", theirs, bytes=len(body))

    def save(self, name, clients):
        folder, period, email, password = self.quarter()
        ours, theirs = [], []
        for _ in range(TURNS_OF_SAVING):
            with tempfile.TemporaryDirectory(dir=self.work) as scratch:
                copy = scratch + "/quarter"
                shutil.copytree(folder, copy)
                with Server(lambda port: [self.goldthread, "serve", "--data", copy, "--port", port]) as goldthread:
                    goldthread.sign_in(email, password)
                    page = goldthread.get(f"/collect/{period}").decode("utf-8")
                    token = re.search(r'name="token" value="([0-9a-f]+)"', page).group(1)
                    ours += output(
                        self.yardsticks / "save", goldthread.port, period, goldthread.cookie, token, clients,
                        SECONDS_OF_SAVING)
                commit = [self.yardsticks / "sqlite", "commit", scratch + "/theirs.sqlite", SECONDS_OF_SAVING]
                theirs += output(*commit)
        show_saves(name, "saves/s", ours, theirs)


def nginx(folder, body):
    """The command that serves these bytes from a file, as fast as nginx can."""
    folder = pathlib.Path(folder)
    folder.chmod(0o755)
    (folder / "page.html").write_bytes(body)

    def command(port):
        (folder / "nginx.conf").write_text(f"""
            {"user root root;" if os.getuid() == 0 else ""}
            daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/error.log;
            events {{ worker_connections 1024; }}
            http {{
              access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10;
              types {{ text/html html; }} charset utf-8;
              client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
              uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
              server {{ listen 127.0.0.1:{port}; root {folder}; }}
            }}""")
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        return [program, "-e", folder / "error.log", "-p", folder, "-c", folder / "nginx.conf"]

    return command


class Server:
    """A server on a free port of the loopback, for as long as it is needed."""

    def __init__(self, command):
        self.command = command
        self.cookie = None

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        words = [str(word) for word in self.command(self.port)]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit(f"{words[0]} did not start")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path):
        with urllib.request.urlopen(self.request(path), timeout=30) as answer:
            return answer.read()

    def request(self, path, **more):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        return urllib.request.Request(self.address(path), headers=headers | more.pop("headers", {}), **more)

    def sign_in(self, email, password):
        """Comes into the office as a browser does; what follows is asked for by the officer."""
        form = urllib.parse.urlencode({"email": email, "password": password}).encode()
        request = self.request("/office/sign-in", data=form, headers={"Origin": f"http://127.0.0.1:{self.port}"})

        class Staying(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        try:
            urllib.request.build_opener(Staying).open(request, timeout=30)
        except urllib.error.HTTPError as answer:
            if answer.code == 303:
                self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        if not self.cookie:
            sys.exit("The officer could not sign in")

    def load(self, path, connections=64):
        """Requests a second for a few seconds, from so many connections that stay open."""
        run = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS_OF_LOAD}s", "--timeout", "20s",
             *(["-H", f"Cookie: {self.cookie}"] if self.cookie else []), self.address(path)],
            capture_output=True, text=True)
        if "Non-2xx" in run.stdout or "Socket errors" in run.stdout:
            sys.exit(f"{path} did not answer as it should:\n{run.stdout}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", run.stdout).group(1))


BENCHES = {
    "rate-10k": lambda bench, name: bench.rate(name, 10_000),
    "rate-1m": lambda bench, name: bench.rate(name, 1_000_000),
    "rate-50m": lambda bench, name: bench.rate(name, 50_000_000),
    "open-100k": lambda bench, name: bench.open(name, 100_000),
    "open-1m": lambda bench, name: bench.open(name, 1_000_000),
    "append-durable-1": lambda bench, name: bench.append(name, 1),
    "append-durable-16": lambda bench, name: bench.append(name, 16),
    "append-durable-64": lambda bench, name: bench.append(name, 64),
    "grid-100": lambda bench, name: bench.grid(name, 100),
    "grid-100-anew": lambda bench, name: bench.grid(name, 100, "--no-page-cache"),
    "grid-500": lambda bench, name: bench.grid(name, 500),
    "grid-500-anew": lambda bench, name: bench.grid(name, 500, "--no-page-cache"),
    "save-cell-1": lambda bench, name: bench.save(name, 1),
    "save-cell-16": lambda bench, name: bench.save(name, 16),
    "save-cell-64": lambda bench, name: bench.save(name, 64),
    "import-workbook": lambda bench, name: bench.preview(name, "figures.xlsx", "calamine"),
    "import-csv": lambda bench, name: bench.preview(name, "figures.csv", "pandas"),
    "import-word": lambda bench, name: bench.preview(name, "indicators.docx", "lxml"),
    "report-html": lambda bench, name: bench.write(name, "html", "jinja2", 200, 50),
    "report-word": lambda bench, name: bench.write(name, "word", "docxtpl", 50, 3),
    "report-excel": lambda bench, name: bench.write(name, "excel", "xlsxwriter", 100, 30),
    "report-pdf": lambda bench, name: bench.print(name),
    "data-excel": lambda bench, name: bench.data(name, "xlsx", "xlsxwriter"),
    "data-csv": lambda bench, name: bench.data(name, "csv", "csv.writer"),
    "serve-overview-cached": lambda bench, name: bench.serve(name, "/"),
    "serve-overview-anew": lambda bench, name: bench.serve(name, "/", "--no-page-cache"),
    "serve-indicator": lambda bench, name: bench.serve(name, "/indicators/*"),
}


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--goldthread", "--program", "--yardsticks", "--python", "--work"):
        arguments.add_argument(name, required=True)
    arguments.add_argument("names", nargs="*")
    given = arguments.parse_args()
    chosen = [bench for bench in BENCHES if not given.names or any(bench.startswith(name) for name in given.names)]
    unknown = [name for name in given.names if not any(bench.startswith(name) for bench in BENCHES)]
    if unknown:
        say(f"There is no bench called {', '.join(unknown)}. There are: {', '.join(BENCHES)}")
        sys.exit(2)
    bench = Bench(given)
    for name in chosen:
        say(f"{name} …")
        BENCHES[name](bench, name)


main()
