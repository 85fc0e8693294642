"""What the files of a report are for those who can't see them, and for programs that are not ours.

gate.py calls look(folder) with report.pdf, report.docx, data.xlsx and members-pack.html; it returns what is wrong with each,
by check: an empty text when nothing is.
"""

import collections
import html.parser
import pathlib
import re

import docx
import openpyxl
import pikepdf


def look(folder):
    folder = pathlib.Path(folder)
    checks = {
        "the PDF has tags, header cells, words for its pictures, title and language": pdf,
        "python-docx opens the Word file; its tables repeat their headers": word,
        "openpyxl opens the workbook: one table to a sheet, a title in A1, nothing merged": workbook,
        "the members' pack leads and looks nowhere outside": pack,
    }
    files = {pdf: "report.pdf", word: "report.docx", workbook: "data.xlsx", pack: "members-pack.html"}

    def troubles(file, check):
        return "; ".join(check(file)) if file.exists() else "it was not made"

    return {words: troubles(folder / files[check], check) for words, check in checks.items()}


def pdf(path):
    with pikepdf.open(path) as file:
        root = file.Root
        tree = root.get("/StructTreeRoot")
        if tree is None or not (root.get("/MarkInfo") or {}).get("/Marked"):
            yield "it is not tagged"
            return
        if str(root.get("/Lang")) != "en-GB":
            yield f"its language is {root.get('/Lang')}"
        if not str(file.docinfo.get("/Title", "")).strip():
            yield "it has no title"
        if not (root.get("/ViewerPreferences") or {}).get("/DisplayDocTitle"):
            yield "its title is not shown"
        if "/Outlines" not in root:
            yield "it has no outline"
        if any(str(page.get("/Tabs")) != "/S" for page in file.pages):
            yield "a page's tab order is not that of its structure"
        counts, bare, unscoped, levels = collections.Counter(), 0, 0, []
        for tag, element in tags(tree.K, tree.get("/RoleMap") or {}):
            counts[tag] += 1
            bare += tag == "Figure" and not str(element.get("/Alt", "")).strip()
            unscoped += tag == "TH" and not scope(element)
            if re.fullmatch("H[1-6]", tag):
                levels.append(int(tag[1]))
        if counts["H1"] != 1 or not counts["H2"] or not counts["H3"]:
            yield f"its headings are {dict(collections.Counter(levels))}"
        if any(after > before + 1 for before, after in zip(levels, levels[1:])):
            yield "a level of headings is left out"
        if not counts["Table"] or not counts["TH"]:
            yield "it has no tables with header cells"
        if unscoped:
            yield f"{unscoped} of {counts['TH']} header cells don't say what they head"
        if bare or not counts["Figure"]:
            yield f"{bare} of {counts['Figure']} figures have no words"


def tags(node, roles):
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child, roles)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(roles.get(str(node.S), node.S)).lstrip("/"), node
        if "/K" in node:
            yield from tags(node.K, roles)


def scope(element):
    attributes = element.get("/A")
    each = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return any(isinstance(one, pikepdf.Dictionary) and "/Scope" in one for one in each)


def word(path):
    document = docx.Document(path)
    if not document.core_properties.title:
        yield "it has no title"
    headings = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    if headings[:1] != ["Heading 1"] or headings.count("Heading 1") != 1:
        yield f"its headings begin with {headings[:3]}"
    if not document.tables:
        yield "it has no tables"
    for number, table in enumerate(document.tables, 1):
        if not table.rows[0]._tr.xpath("./w:trPr/w:tblHeader"):
            yield f"table {number} does not repeat its header"
    if any(not paragraph.text.strip() and not paragraph._p.xpath(".//w:drawing") for paragraph in document.paragraphs):
        yield "a paragraph is empty"


def workbook(path):
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:]:
        if len(sheet.tables) != 1:
            yield f"{sheet.title} has {len(sheet.tables)} tables"
        if sheet.merged_cells.ranges:
            yield f"{sheet.title} has merged cells"
        if not isinstance(sheet["A1"].value, str) or sheet["B1"].value is not None:
            yield f"{sheet.title} has no title in A1"
        headings = [cell.value for cell in sheet[2]]
        if None in headings or len(set(headings)) < len(headings):
            yield f"{sheet.title} has headings {headings}"
    if len(book.worksheets) < 4 or book.worksheets[0].tables:
        yield "it has no cover or no tables"


def pack(path):
    outside = []

    class Addresses(html.parser.HTMLParser):
        def handle_starttag(self, tag, attributes):
            if tag in ("script", "link", "iframe", "object", "embed", "base", "form"):
                outside.append(tag)
            for name, value in attributes:
                if name == "href" and not (value or "").startswith("#") or name in ("srcset", "action", "background"):
                    outside.append(f"{name}={value}")
                if name == "src" and not (value or "").startswith("data:"):
                    outside.append(f"{name}={value}")

    text = path.read_text(encoding="utf-8")
    Addresses().feed(text)
    if outside:
        yield f"it has {outside[:3]}"
    if "url(" in text or "@import" in text:
        yield "its style sheet fetches something"
    if len(text) > 2_000_000:
        yield f"it has {len(text):,} characters"
