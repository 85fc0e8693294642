"""The report of the benches by other means: jinja2, docxtpl with matplotlib, XlsxWriter.

papers.py FORMAT CONTENT TURNS prints the seconds of processor time that one takes, and its bytes. weasyprint and chromium
take a page in place of the content and print the seconds that pass, as both work in processes or threads of their own.
"""

import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<main><article><h1>{{ title }}</h1>
{% macro drawing(row) %}<figure role="group" aria-label="{{ row.name }}"><figcaption>{{ row.name }}</figcaption>
<svg viewBox="0 0 720 280" role="img"><title>{{ row.name }}</title>
{% for tick in (0, 25, 50, 75, 100) %}<line x1="60" x2="700" y1="{{ 240 - 2 * tick }}" y2="{{ 240 - 2 * tick }}"/>
<text x="50" y="{{ 244 - 2 * tick }}">{{ tick }}</text>{% endfor %}
<polyline points="{% for value in row['values'] %}{{ 100 + 180 * loop.index0 }},{{ 240 - 2 * value|int }} {% endfor %}"/>
<line x1="60" x2="700" y1="{{ 240 - 2 * row.target|int }}" y2="{{ 240 - 2 * row.target|int }}" stroke-dasharray="6 4"/>
{% for value in row['values'] %}<circle cx="{{ 100 + 180 * loop.index0 }}" cy="{{ 240 - 2 * value|int }}" r="4"/>
<text x="{{ 100 + 180 * loop.index0 }}" y="{{ 230 - 2 * value|int }}">{{ value }}</text>
<text x="{{ 100 + 180 * loop.index0 }}" y="262">{{ quarters[loop.index0] }}</text>{% endfor %}</svg>
<p>{{ row.name }} was {{ row['values']|join(', ') }} in the last four quarters.</p>
<details><summary>Show as table</summary><table><caption>{{ row.name }}</caption><thead><tr><th scope="col">Period</th>
<th scope="col">Actual</th><th scope="col">Target</th></tr></thead><tbody>{% for value in row['values'] %}<tr>
<th scope="row">{{ quarters[loop.index0] }}</th><td>{{ value }}</td><td>{{ row.target }}</td></tr>{% endfor %}</tbody></table>
</details></figure>{% endmacro %}
{% macro status(row) %}<span class="status"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
<circle cx="8" cy="8" r="7.5"/></svg>{{ row.status }}</span>{% endmacro %}
{% for rows in priorities %}<h2 id="priority-{{ loop.index }}">Priority {{ loop.index }}</h2>
<p>{{ rows|length }} indicators are under this priority and all of them are rated.</p>
<div role="region" tabindex="0" aria-label="Indicators"><table><caption>Indicators of priority {{ loop.index }}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Indicator</th><th scope="col">Target</th><th scope="col">Actual</th>
<th scope="col">What it means</th></tr></thead><tbody>
{% for row in rows %}<tr><td>{{ status(row) }}</td><th scope="row">{{ row.name }}</th><td class="number">{{ row.target }}</td>
<td class="number">{{ row.actual }}</td><td>{{ row.comment }}</td></tr>{% endfor %}</tbody></table></div>
{{ drawing(charts[loop.index0]) }}{% endfor %}
<h2 id="actions">Actions</h2><table><caption>Actions</caption><thead><tr><th scope="col">Status</th>
<th scope="col">Action</th><th scope="col">What it means</th></tr></thead><tbody>
{% for row in actions %}<tr><td>{{ status(row) }}</td><th scope="row">{{ row.name }}</th><td>{{ row.comment }}</td></tr>
{% endfor %}</tbody></table>{% for row in charts[5:] %}{{ drawing(row) }}{% endfor %}
<p class="edition">Q2 2025/26 · version 1</p></article></main></body></html>"""


def jinja(content):
    import jinja2

    template = jinja2.Environment(autoescape=True).from_string(PAGE)
    return lambda: template.render(content).encode("utf-8")


def docxtpl(content):
    """A template with the tables' rows in loops; each chart a picture by matplotlib, put in its place."""
    import docx
    import matplotlib

    matplotlib.use("Agg")
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage
    from matplotlib import pyplot

    folder = tempfile.TemporaryDirectory()
    path = pathlib.Path(folder.name) / "template.docx"
    template = docx.Document()
    template.add_heading("{{ title }}", 0)

    def table(rows, *columns):
        grid = template.add_table(rows=4, cols=len(columns))
        for cell, (heading, _) in zip(grid.rows[0].cells, columns):
            cell.text = heading
        grid.rows[1].cells[0].text = "{%tr for row in " + rows + " %}"
        for cell, (_, field) in zip(grid.rows[2].cells, columns):
            cell.text = "{{ " + field + " }}"
        grid.rows[3].cells[0].text = "{%tr endfor %}"

    indicators = (("Status", "row.shape ~ ' ' ~ row.status"), ("Indicator", "row.name"), ("Target", "row.target"),
                  ("Actual", "row.actual"), ("What it means", "row.comment"))
    for index in range(len(content["priorities"])):
        template.add_heading(f"Priority {index + 1}", 1)
        template.add_paragraph(f"{{{{ priorities[{index}]|length }}}} indicators are under this priority.")
        table(f"priorities[{index}]", *indicators)
        template.add_paragraph(f"{{{{ pictures[{index}] }}}}")
    template.add_heading("Actions", 1)
    table("actions", indicators[0], ("Action", "row.name"), indicators[4])
    for index in range(5, 8):
        template.add_paragraph(f"{{{{ pictures[{index}] }}}}")
    template.save(path)

    def picture(document, row):
        figure, axes = pyplot.subplots(figsize=(6.3, 2.6))
        axes.plot(content["quarters"], [float(value) for value in row["values"]], marker="o", label="Actual")
        axes.plot(content["quarters"], [float(row["target"])] * 4, linestyle="--", label="Target")
        axes.set_ylim(0, 100)
        axes.legend()
        stream = io.BytesIO()
        figure.savefig(stream, format="png", dpi=150)
        pyplot.close(figure)
        return InlineImage(document, stream, width=Mm(160))

    def write():
        document = DocxTemplate(path)
        document.render(dict(content, pictures=[picture(document, row) for row in content["charts"]]), autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    write.folder = folder
    return write


def xlsxwriter(content):
    import xlsxwriter

    headings = ["Name", "Target", "Actual", "Status", "Comment", *content["quarters"]]

    def write():
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(stream, {"in_memory": True})
        title, wrapped = book.add_format({"bold": True, "font_size": 15}), book.add_format({"text_wrap": True, "valign": "top"})
        cover = book.add_worksheet("Cover")
        cover.write(0, 0, "Performance data", title)
        cover.write(1, 0, "Figures of the second quarter.")
        sheets = {"Indicators": [row for rows in content["priorities"] for row in rows], "Actions": content["actions"]}
        for index, (name, rows) in enumerate(sheets.items()):
            cover.write_url(2 + index, 0, f"internal:'{name}'!A1", string=name)
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, name, title)
            sheet.set_column(0, len(headings) - 1, 24)
            sheet.add_table(1, 0, len(rows) + 1, len(headings) - 1, {"columns": [{"header": each} for each in headings]})
            for place, row in enumerate(rows, 2):
                sheet.write_string(place, 0, row["name"], wrapped)
                sheet.write_number(place, 1, float(row["target"]))
                sheet.write_number(place, 2, float(row["actual"]))
                sheet.write_string(place, 3, row["status"], wrapped)
                sheet.write_string(place, 4, row["comment"], wrapped)
                for column, value in enumerate(row["values"], 5):
                    sheet.write_number(place, column, float(value))
        book.close()
        return stream.getvalue()

    return write


def weasyprint(page):
    from weasyprint import HTML

    return lambda: HTML(string=page).write_pdf(pdf_tags=True)


def chromium(page):
    def write():
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "page.html").write_text(page)
            subprocess.run(
                ["chromium", "--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--no-sandbox",
                 f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/page.pdf", f"file://{folder}/page.html"],
                check=True, capture_output=True)
            return (folder / "page.pdf").read_bytes()

    return write


def main():
    form, path, turns = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    printers = {"weasyprint": weasyprint, "chromium": chromium}
    if form in printers:
        write, clock = printers[form](path.read_text(encoding="utf-8")), time.perf_counter
    else:
        write = {"jinja2": jinja, "docxtpl": docxtpl, "xlsxwriter": xlsxwriter}[form](json.loads(path.read_text()))
        clock = time.process_time
    size = len(write())
    start = clock()
    for _ in range(turns):
        write()
    print((clock() - start) / turns, size)


main()
