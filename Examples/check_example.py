#!/usr/bin/env python3
"""Checks that the example council holds together; prints its counts and statuses.

    python3 Examples/check_example.py [DIRECTORY]

Exit status: 0 when clean, 1 when something is wrong (each on its own line), 3 when a file can't be read.
It knows nothing of Goldthread's code, so that it can be held against it.
"""

import datetime
import json
import pathlib
import re
import sys
from collections import Counter
from fractions import Fraction

HERE = pathlib.Path(__file__).parent
MONTHS = "January February March April May June July August September October November December".split()
MARKS = {"no actual", "no activity", "not due", "awaited, in arrears", "suppressed", "not applicable", "no data held"}
PURPOSES = {"achievement", "next quarter", "variance", "action", "glossary"}
STAGES = {"not started", "in progress", "complete", "on hold", "withdrawn"}
ROLES = {"vision", "priority", "outcome", "pledge", "action", "milestone"}
# kind: (members it needs, members it may have)
MEMBERS = {
    "council": ("name plan_title", "purpose action_word scorecard_word contact"),
    "item": ("role level title order", "parent code owner due text"),
    "split": ("original rated verbatim", ""),
    "indicator": (
        "name polarity unit decimals frequency frame aggregation items order",
        "code lag lower upper tolerance green amber definition source owner tags",
    ),
    "period": ("grain start end", ""),
    "service": ("name", "directorate"),
    "post": ("title service", "reports_to"),
    "target": ("indicator period target", ""),
    "actual": ("indicator period value", "state source"),
    "rule": ("id council for basis met equal bands zeroTarget words printedKey", ""),
    "ruling": ("rule", "indicator from to"),
    "override": ("indicator period status reason", ""),
    "update": ("item period stage", "judged percent forecast completed"),
    "commentary": ("of subject period purpose text order", ""),
}
TITLES = r"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor)\b\.?\s+[A-Z]"
FIRST_NAMES = set(
    """Aaron Adam Adrian Ahmed Aisha Alan Albert Alex Alexander Alice Alison Amanda Amelia Amy Andrea Andrew Angela Ann
    Anna Anne Anthony Arthur Barbara Ben Benjamin Beth Bob Brian Carl Carol Caroline Catherine Charles Charlotte Chloe
    Chris Christina Christine Christopher Claire Colin Craig Daniel Darren David Dawn Deborah Dennis Diane Donna Dorothy
    Edward Eleanor Elizabeth Emily Emma Eric Fatima Fiona Francis Frank Fred Gareth Gary Gemma George Gillian Graham Hannah
    Harry Hassan Heather Helen Henry Holly Ian Irene Isaac Jack Jacqueline James Jane Janet Jason Jean Jennifer Jessica Jill
    Joan Joanne John Jonathan Joseph Joshua Joyce Judith Julia Julie Karen Kate Katherine Kathleen Keith Kelly Kenneth Kevin
    Laura Lauren Lee Leo Lesley Lewis Liam Linda Lisa Louise Lucy Luke Margaret Maria Marie Martin Mary Matthew Maureen
    Megan Michael Michelle Mohammed Muhammad Natalie Neil Nicholas Nicola Nigel Noah Olivia Oliver Oscar Owen Pamela Patricia
    Patrick Paul Pauline Peter Philip Priya Rachel Raymond Rebecca Richard Robert Robin Roger Ruth Ryan Sally Samantha Samuel
    Sandra Sarah Scott Sean Sharon Sheila Simon Sophie Stephen Steven Stuart Susan Teresa Terence Thomas Tim Timothy Tony
    Tracey Trevor Valerie Victoria Vincent Wayne Wendy William Yusuf Zoe""".split()
)

problems = []


def wrong(where, message):
    problems.append(f"{where}: {message}")


# Periods: (first day, first day after, grain, code).


def day(text):
    return datetime.date.fromisoformat(text)


def month_start(year, month):
    return datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def period(code, terms):
    if code in terms:
        return terms[code]
    if match := re.fullmatch(r"(\d{4})-M(0[1-9]|1[0-2])", code):
        year, month = int(match[1]), int(match[2])
        return month_start(year, month), month_start(year, month + 1), "month", code
    if match := re.fullmatch(r"(\d{4})-(\d\d)(?:-(Q[1-4]|H[12]))?", code):
        year = int(match[1])
        if int(match[2]) != (year + 1) % 100:
            return None
        part = match[3]
        if not part:
            return month_start(year, 4), month_start(year, 16), "year", code
        length, grain = (3, "quarter") if part[0] == "Q" else (6, "half-year")
        first = 4 + length * (int(part[1]) - 1)
        return month_start(year, first), month_start(year, first + length), grain, code
    return None


def financial_year(span):
    return span[0].year if span[0].month >= 4 else span[0].year - 1


# Figures.


def number(text):
    if not re.fullmatch(r"-?£?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?", text):
        return None
    return Fraction(re.sub(r"[£,%]", "", text))


def figure(text):
    """A value as (numerator, denominator); the denominator is None for a plain figure; None for no figure."""
    if "/" in text:
        top, bottom = (number(part) for part in text.split("/", 1))
        return (top, bottom) if top is not None and bottom and 0 <= top <= bottom else None
    plain = number(text)
    return None if plain is None else (plain, None)


def amount(value):
    top, bottom = value
    return top if bottom is None else 100 * top / bottom


def half_up(value, decimals):
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    text = str(whole).rjust(decimals + 1, "0")
    return text if decimals == 0 else f"{text[:-decimals]}.{text[-decimals:]}"


# The book: the newest body of every record, with what was there before.


class Book:
    def __init__(self, batches):
        self.now, self.ever, self.terms = {}, {}, {}
        moment = ""
        for index, batch in enumerate(batches, 1):
            where = f"batch {index}"
            if set(batch) != {"reason", "author", "at", "records"} or not batch["reason"].strip():
                wrong(where, "needs reason, author, at and records")
            if not re.fullmatch(r"post:[a-z]+(-[a-z]+)*", batch["author"]):
                wrong(where, f"the author is not a post: {batch['author']}")
            if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", batch["at"]) or batch["at"] <= moment:
                wrong(where, f"the time {batch['at']} is malformed or not after the batch before")
            moment = batch["at"]
            seen = set()
            for record in batch["records"]:
                key = (record["kind"], record["record"])
                if key in seen:
                    wrong(where, f"{key} stands twice")
                seen.add(key)
                found = len(problems)
                self.add(where, record)
                if len(problems) == found:
                    self.check_references(f"{where}, {'/'.join(key)}", *key)
                    self.check_forms(f"{where}, {'/'.join(key)}", *key)

    def add(self, where, record):
        kind, id, body = record["kind"], record["record"], record["body"]
        where = f"{where}, {kind}/{id}"
        if kind not in MEMBERS:
            return wrong(where, "is of an unknown kind")
        needs, may = (set(words.split()) for words in MEMBERS[kind])
        for name in needs - set(body):
            wrong(where, f"“{name}” is missing")
        for name in set(body) - needs - may:
            wrong(where, f"“{name}” is unknown")
        for name in [name for name, member in body.items() if member is None]:
            wrong(where, f"“{name}” is null; leave it out")
        self.now[kind, id] = body
        self.ever.setdefault((kind, id), []).append(body)
        if kind == "period":
            self.terms[id] = (day(body["start"]), day(body["end"]), body["grain"], id)

    def of(self, kind):
        return {id: body for (other, id), body in self.now.items() if other == kind}

    def check_references(self, where, kind, id):
        body = self.now.get((kind, id), {})
        if "period" in body and period(body["period"], self.terms) is None:
            wrong(where, f"{body['period']} is not a period")
        if "indicator" in body and ("indicator", body["indicator"]) not in self.now:
            wrong(where, f"there is no indicator {body['indicator']}")
        if kind == "item" and "parent" in body and ("item", body["parent"]) not in self.now:
            wrong(where, f"there is no parent {body['parent']}")
        for item in body.get("items", []) + ([body["item"]] if "item" in body else []) + ([id] if kind == "split" else []):
            if ("item", item) not in self.now:
                wrong(where, f"there is no item {item}")
        if kind == "commentary" and (body["of"], body["subject"]) not in self.now:
            wrong(where, f"there is no {body['of']} {body['subject']}")
        if kind == "ruling" and ("rule", body["rule"]) not in self.now:
            wrong(where, f"there is no rule {body['rule']}")
        about = body.get("indicator") or body.get("item")
        if kind in ("actual", "target", "override", "update") and id != f"{about}@{body['period']}":
            wrong(where, "the id is not the subject, an @ and the period")

    def check_forms(self, where, kind, id):
        body = self.now.get((kind, id), {})
        if kind == "actual":
            if body["value"] not in MARKS and figure(body["value"]) is None:
                wrong(where, f"“{body['value']}” is not a value")
            if body.get("state", "final") not in ("final", "provisional", "estimated", "revised"):
                wrong(where, f"the state {body['state']} is unknown")
        if kind == "target" and number(body["target"]) is None:
            bounds = body["target"].split(" to ")
            if len(bounds) != 2 or any(number(bound) is None for bound in bounds):
                wrong(where, f"“{body['target']}” is not a target")
        for name in ("lower", "upper", "tolerance"):
            if name in body and number(body[name]) is None:
                wrong(where, f"“{name}” is not a number")
        for name in ("due", "forecast", "completed"):
            if name in body and not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", body[name]):
                wrong(where, f"“{name}” is not a day: {body[name]}")

    def path(self, id):
        items, path = self.of("item"), []
        while id in items and id not in path:
            path.append(id)
            id = items[id].get("parent")
        if id is not None and id in path:
            wrong(f"item/{id}", "its parents go round in a circle")
        return path

    def priority(self, id):
        items = self.of("item")
        return next((step for step in reversed(self.path(id)) if items[step]["role"] == "priority"), None)

    def rated_actions(self):
        actions = {id: body for id, body in self.of("item").items() if body["role"] == "action"}
        split = {body.get("parent") for body in actions.values()}
        return {id: body for id, body in actions.items() if id not in split}

    # Standings, as the council's rule has it.

    def values(self, id):
        """Figures of an indicator by period, months of a quarter put together."""
        indicator = self.now["indicator", id]
        values = {b["period"]: b["value"] for b in self.of("actual").values() if b["indicator"] == id}
        if indicator["frequency"] == "month":
            quarters = {}
            for code, text in values.items():
                start = period(code, {})[0]
                year = start.year if start.month >= 4 else start.year - 1
                quarter = f"{year}-{(year + 1) % 100:02}-Q{(start.month - 4) % 12 // 3 + 1}"
                quarters.setdefault(quarter, []).append(figure(text))
            for code, parts in quarters.items():
                if len(parts) == 3:
                    top = sum(part[0] for part in parts)
                    bottom = sum(part[1] for part in parts) if parts[0][1] else None
                    values[code] = f"{top}/{bottom}" if bottom else str(top)
        return values

    def data_period(self, id, reporting):
        indicator = self.now["indicator", id]
        report = period(reporting, self.terms)
        grain = "quarter" if indicator["frequency"] == "month" else indicator["frequency"]
        year = report[0].year
        codes = [f"{y}-{(y + 1) % 100:02}{part}" for y in range(year - 3, year + 1) for part in
                 ("", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2")]
        spans = [period(code, {}) for code in codes] + list(self.terms.values())
        spans = sorted((s for s in spans if s[2] == grain and s[1] <= report[1]), key=lambda s: s[1])
        if not spans or spans[-1][1] <= report[0]:
            return None
        return spans[-1 - indicator.get("lag", 0)][3]

    def status(self, id, reporting):
        """The status that counts, and the one that the rule gives."""
        override = self.now.get(("override", f"{id}@{reporting}"))
        computed = self.computed(id, reporting)
        return (override["status"] if override else computed), computed

    def computed(self, id, reporting):
        indicator = self.now["indicator", id]
        if indicator["polarity"] == "none":
            return "data only"
        code = self.data_period(id, reporting)
        if code is None:
            return "not due"
        text = self.values(id).get(code, "no actual")
        if text in MARKS:
            return text
        value = amount(figure(text))
        target = self.now.get(("target", f"{id}@{code}"))
        if target is None:
            return "no target"
        ruling = self.now.get(("ruling", id)) or self.now["ruling", "council"]
        rule = self.now["rule", ruling["rule"]]
        if indicator["polarity"] == "range":
            miss, base = max(Fraction(indicator["lower"]) - value, value - Fraction(indicator["upper"])), None
        else:
            aim = number(target["target"])
            miss = value - aim if indicator["polarity"] == "low" else aim - value
            base = aim if rule["basis"] == "relative" else None
        if miss <= 0:
            return "green"
        if base == 0:
            return "red"
        limit = rule["bands"][0]["upTo"]
        limit = Fraction(indicator["tolerance"] if limit == "tolerance" else limit)
        within = miss <= limit if base is None else 100 * miss <= limit * base
        return "amber" if within else "red"

    def action_status(self, id, reporting):
        update = self.now.get(("update", f"{id}@{reporting}"), {})
        return "complete" if update.get("stage") == "complete" else update.get("judged", "not returned")

    def words(self, kind, id, reporting, purpose):
        return [b for b in self.of("commentary").values()
                if (b["of"], b["subject"], b["period"], b["purpose"]) == (kind, id, reporting, purpose)]


# What is checked.


def check_plan(book):
    for id, item in book.of("item").items():
        if item["role"] not in ROLES:
            wrong(f"item/{id}", f"the role {item['role']} is unknown")
        if item["role"] != "priority" and book.priority(id) is None:
            wrong(f"item/{id}", "has no priority above it")
        if item["role"] == "action" and not item.get("owner"):
            wrong(f"item/{id}", "has no owner")
    actions = [id for id, item in book.of("item").items() if item["role"] == "action"]
    for id, split in book.of("split").items():
        rated = [a for a in book.rated_actions() if book.priority(a) == id]
        promised = [a for a in actions if book.priority(a) == id and book.now["item", book.path(a)[1]]["role"] != "action"]
        if (len(promised), len(rated)) != (split["original"], split["rated"]):
            wrong(f"split/{id}", f"the plan has {len(promised)} actions and {len(rated)} rated")


def check_figures(book):
    grains = {}
    for id, indicator in book.of("indicator").items():
        if not indicator["items"] or book.priority(indicator["items"][0]) is None:
            wrong(f"indicator/{id}", "stands under no priority")
        grains[id] = indicator["frequency"]
    for (kind, id), bodies in book.ever.items():
        for body in bodies:
            if kind == "actual":
                grain = period(body["period"], book.terms)[2]
                if grain != grains[body["indicator"]]:
                    wrong(f"actual/{id}", f"is of a {grain}, but its indicator is collected by {grains[body['indicator']]}")
    for id, indicator in book.of("indicator").items():
        if indicator["frame"] != "ytd":
            continue
        series = sorted((period(code, book.terms), amount(figure(text))) for code, text in book.values(id).items())
        for (one, before), (other, after) in zip(series, series[1:]):
            if financial_year(one) == financial_year(other) and after < before:
                wrong(f"indicator/{id}", f"is year to date and falls in {other[3]}")
    for id, update in book.of("update").items():
        if update["stage"] not in STAGES or (update["stage"] == "complete") != ("completed" in update):
            wrong(f"update/{id}", "stage and day of completion do not agree")


def check_commentary(book, quarters):
    for id, body in book.of("commentary").items():
        if body["purpose"] not in PURPOSES:
            wrong(f"commentary/{id}", f"the purpose {body['purpose']} is unknown")
        if len(body["text"]) > 600:
            wrong(f"commentary/{id}", f"has {len(body['text'])} characters")
    for quarter in quarters:
        subjects = [("indicator", id, book.status(id, quarter)[0]) for id in book.of("indicator")]
        subjects += [("item", id, book.action_status(id, quarter)) for id in book.rated_actions()]
        for kind, id, status in subjects:
            for purpose in ("variance", "action"):
                if status in ("red", "amber") and not book.words(kind, id, quarter, purpose):
                    wrong(f"{kind}/{id}", f"is {status} in {quarter} and has no commentary “{purpose}”")
        for id, item in book.of("item").items():
            if item["role"] == "priority":
                for purpose in ("achievement", "next quarter"):
                    if not book.words("item", id, quarter, purpose):
                        wrong(f"item/{id}", f"has no “{purpose}” in {quarter}")


DATES = re.compile(rf"\b(\d{{1,2}} )?({'|'.join(MONTHS)})( \d{{4}})?\b|\b20\d\d/\d\d\b|\b20\d\d\b")
NUMBERS = re.compile(r"£?\d[\d,]*(?:\.\d+)?%?")


def tokens(text):
    return [token.rstrip(",") for token in NUMBERS.findall(DATES.sub(" ", text))]


def bare(token):
    return token.replace(",", "").strip("£%")


def known_numbers(book, id, reporting):
    """Every number that prose about an indicator may use: its figures, their parts, and how far the figure of the
    period is from its target, from the period before and from a year before."""
    indicator, known = book.now["indicator", id], set()
    for text in (indicator["name"], indicator["unit"], indicator.get("definition", "")):
        known |= {bare(token) for token in tokens(text)}
    values = {code: figure(text) for code, text in book.values(id).items() if text not in MARKS}
    ever = [b["value"] for (k, i), bodies in book.ever.items() if k == "actual" for b in bodies if b["indicator"] == id]
    ever = [figure(text) for text in ever if text not in MARKS] + list(values.values())
    targets = {b["period"]: b["target"] for b in book.of("target").values() if b["indicator"] == id}
    points = [amount(value) for value in ever] + [number(part) for text in targets.values() for part in text.split(" to ")]
    for value in points:
        known |= {half_up(value, decimals) for decimals in (0, 1, 2)}
    for top, bottom in ever:
        if bottom is not None:
            known |= {half_up(top, 0), half_up(bottom, 0)}
    code = book.data_period(id, reporting)
    if code not in values:
        return known
    now, span = amount(values[code]), period(code, book.terms)
    series = sorted((period(c, book.terms), c) for c in values if period(c, book.terms)[2] == span[2])
    others = [amount(values[c]) for s, c in series if s[1] < span[1]][-1:]
    others += [amount(values[c]) for s, c in series if abs((span[1] - s[1]).days - 365) < 45]
    others += [number(targets[code])] if number(targets.get(code, "")) is not None else []
    for other in others:
        known |= {half_up(now - other, 0), half_up(now - other, 1)}
        if other and values[code][1] is None:
            known.add(half_up(100 * (now - other) / other, 1))
    return known


def check_prose_figures(book):
    items, indicators = book.of("item"), book.of("indicator")
    quarters = {body["period"] for body in book.of("commentary").values()}
    numbers = {(id, quarter): known_numbers(book, id, quarter) for id in indicators for quarter in quarters}
    promised = {bare(token) for item in items.values() for token in tokens(item["title"])}
    for id, body in book.of("commentary").items():
        known = set(promised)
        if body["of"] == "indicator":
            known |= numbers[body["subject"], body["period"]]
        else:
            top = book.priority(body["subject"])
            for name, indicator in indicators.items():
                if book.priority(indicator["items"][0]) == top:
                    known |= numbers[name, body["period"]]
            for action, item in book.rated_actions().items():
                update = book.now.get(("update", f"{action}@{body['period']}"), {})
                for whole in (int(bare(token)) for token in tokens(item["title"])):
                    known |= {str(n) for n in range(whole) if whole and (200 * n + whole) // (2 * whole) == update.get("percent")}
        for token in tokens(body["text"]):
            if bare(token) not in known:
                wrong(f"commentary/{id}", f"“{token}” is no figure of the record")


def texts(json_value):
    if isinstance(json_value, dict):
        for member in json_value.values():
            yield from texts(member)
    elif isinstance(json_value, list):
        for member in json_value:
            yield from texts(member)
    elif isinstance(json_value, str):
        yield json_value


def check_names(where, text):
    if re.search(TITLES, text):
        wrong(where, f"looks like a person’s name: {text[:60]}")
    for word in re.findall(r"\b[A-Z][a-z]+\b", text):
        if word in FIRST_NAMES:
            wrong(where, f"“{word}” looks like a person’s name")


# The printed scorecard: its rows against the records, its charts against its lists.


def check_scorecard(book, text, quarter):
    lines = [line.rstrip("\n") for line in text.splitlines()]
    names = {indicator["name"]: id for id, indicator in book.of("indicator").items()}
    printed = set()
    for at, line in enumerate(lines):
        name = re.sub(r"\[footnoteRef:\d+\].*", "", line).strip()
        if line.startswith("\t") and name in names and lines[at - 1] == "\t●":
            id = names[name]
            code = book.data_period(id, quarter)
            target, actual = lines[at + 2].strip(), lines[at + 3].strip()
            aim, value = book.now["target", f"{id}@{code}"]["target"], amount(figure(book.values(id)[code]))
            decimals = len(actual.strip("%").partition(".")[2])
            if target.replace(",", "") != aim.replace(",", ""):
                wrong("scorecard", f"{name}: the target is printed as {target}, the record has {aim}")
            if bare(actual) != half_up(value, decimals):
                wrong("scorecard", f"{name}: the actual is printed as {actual}, the record has {float(value)}")
            printed.add(id)
    rated = {id for id in names.values() if book.status(id, quarter)[0] in ("green", "amber", "red")}
    for id in rated ^ printed:
        wrong("scorecard", f"{id} is printed or rated, but not both")
    titles = {item["title"]: id for id, item in book.rated_actions().items()}
    group, listed = None, {}
    for line in lines:
        word = re.sub(r"\[footnoteRef:\d+\].*", "", line).strip().strip("\xa0")
        if line.startswith("\t") and word in ("COMPLETED", "GREEN", "AMBER", "RED"):
            group = "complete" if word == "COMPLETED" else word.lower()
        elif line.startswith("\t") and word in titles:
            listed[titles[word]] = group
    for id in titles.values():
        if listed.get(id) != book.action_status(id, quarter):
            wrong("scorecard", f"the action {id} is printed as {listed.get(id)}")
    charts = []
    for line in lines:
        fields = line.rstrip("\t").split("\t")
        half = len(fields) // 2
        if line.endswith("\t") and not line.startswith("\t") and half and all(f.isdigit() for f in fields[half:]):
            charts.append({w.lower().replace("completed", "complete"): int(n) for w, n in zip(fields[:half], fields[half:])})
    expected = []
    for top in [None] + sorted((id for id, i in book.of("item").items() if i["role"] == "priority"),
                               key=lambda id: book.now["item", id]["order"]):
        actions = [book.action_status(id, quarter) for id in book.rated_actions() if top in (None, book.priority(id))]
        measures = [book.status(id, quarter)[0] for id in rated
                    if top in (None, book.priority(book.now["indicator", id]["items"][0]))]
        expected += [Counter(actions), Counter(measures)]
    stale = [at for at, (chart, right) in enumerate(zip(charts, expected), 1) if chart != dict(right)]
    if len(charts) != len(expected) or len(stale) != 1:
        wrong("scorecard", f"{len(charts)} charts of {len(expected)}, of which {stale} disagree; one should")
    return stale


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "larkmere"
    try:
        source = (folder / "council.json").read_text(encoding="utf-8")
        scorecard = (folder / "scorecard-2025-26-q2.txt").read_text(encoding="utf-8")
        plan = (folder / "plan.md").read_text(encoding="utf-8")
    except OSError as error:
        print(f"can't read: {error}", file=sys.stderr)
        return 3
    batches = json.loads(source)
    book = Book(batches)
    if problems:  # what follows needs records that can be read
        return report()
    quarters = ["2025-26-Q1", "2025-26-Q2"]
    check_plan(book)
    check_figures(book)
    check_commentary(book, quarters)
    check_prose_figures(book)
    for text in texts(batches):
        check_names("council.json", text)
    for where, text in (("plan.md", plan), ("scorecard", scorecard)):
        for line in text.splitlines():
            check_names(where, line)
    for item in book.of("item").values():
        if item["role"] in ("priority", "outcome", "action") and item["level"] != "Part" and item["title"] not in plan:
            wrong("plan.md", f"does not say “{item['title']}”")
    stale = check_scorecard(book, scorecard, quarters[-1])

    print(f"{len(batches)} batches, {sum(len(batch['records']) for batch in batches)} revisions")
    print(", ".join(f"{kind} {len(book.of(kind))}" for kind in MEMBERS))
    print("items: " + ", ".join(f"{role} {n}" for role, n in Counter(i["role"] for i in book.of("item").values()).items()))
    for quarter in quarters:
        measures = Counter(book.status(id, quarter)[0] for id in book.of("indicator"))
        actions = Counter(book.action_status(id, quarter) for id in book.rated_actions())
        print(f"{quarter} indicators: {dict(measures)}; actions: {dict(actions)}")
    print("overrides: " + ", ".join(f"{o['indicator']} {o['period']} {book.computed(o['indicator'], o['period'])} → {o['status']}"
                                    for o in book.of("override").values()))
    print(f"scorecard: chart {stale[0] if stale else '–'} is stale, on purpose")
    return report()


def report():
    for problem in problems:
        print(problem)
    print("clean" if not problems else f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
