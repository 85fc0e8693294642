"""Writes the files that the readers are measured with: figures.xlsx, figures.csv, report.docx and
indicators.docx.

    make_files.py DIRECTORY

The council, its indicators and all figures are invented; the same files come out every time.
"""

import csv
import pathlib
import random
import sys

import docx
import openpyxl
from docx.shared import RGBColor

AREAS = ["Housing", "Waste", "Leisure", "Planning", "Benefits", "Libraries", "Parks", "Customer Services"]
MEASURES = ["calls answered within a minute", "households in temporary accommodation", "visits per 1,000 residents",
            "applications decided in time", "waste recycled or composted", "complaints answered in ten days"]
COLOURS = [RGBColor(0x00, 0xB0, 0x50), RGBColor(0xFF, 0xC0, 0x00), RGBColor(0xFF, 0x00, 0x00)]


def main(directory):
    chance = random.Random(24)
    directory.mkdir(parents=True, exist_ok=True)
    workbook(chance).save(directory / "figures.xlsx")
    with open(directory / "figures.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows(chance))
    report(chance).save(directory / "report.docx")
    indicators(chance).save(directory / "indicators.docx")


def name(number):
    return f"{AREAS[number % len(AREAS)]}: {MEASURES[number % len(MEASURES)]} ({number})"


def periods(count):
    return [f"{2020 + number // 4}-{(2021 + number // 4) % 100:02} Q{number % 4 + 1}" for number in range(count)]


def figure(chance):
    return round(chance.uniform(0, 100), chance.choice([0, 1, 2]))


def workbook(chance):
    """500 indicators by 24 quarters; every third indicator is a percentage."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Performance"
    sheet.append(["Ref", "Indicator"] + periods(24))
    for number in range(500):
        sheet.append([f"PI{number:03}", name(number)] + [figure(chance) for _ in range(24)])
        if number % 3 == 0:
            for cell in sheet[sheet.max_row][2:]:
                cell.value /= 100
                cell.number_format = "0.0%"
    return book


def rows(chance):
    """10,000 rows of six columns, as one indicator and period to a row."""
    yield ["Ref", "Indicator", "Period", "Target", "Actual", "Comment"]
    quarters = periods(20)
    for number in range(10_000):
        remark = "Better than last quarter, as planned" if number % 5 == 0 else ""
        yield [f"PI{number // 20:03}", name(number // 20), quarters[number % 20], figure(chance), figure(chance), remark]


def report(chance):
    """30 tables of 20 rows and six columns, cells in runs of several looks."""
    document = docx.Document()
    for table_number in range(30):
        document.add_heading(f"{AREAS[table_number % len(AREAS)]} {table_number}", 1)
        document.add_paragraph("Progress in this quarter was as expected, with two exceptions explained below.")
        table = document.add_table(20, 6)
        table.style = "Table Grid"
        for row_number, row in enumerate(table.rows):
            texts = [f"PI{row_number}", name(row_number), str(figure(chance)), str(figure(chance)), "\u25cf", "As planned"]
            for cell, text in zip(row.cells, texts):
                write(cell.paragraphs[0], text, chance)
    return document


def indicators(chance):
    """30 tables of 20 rows and six columns under headings: 19 indicators each, of three quarters."""
    document = docx.Document()
    for table_number in range(30):
        table = document.add_table(20, 6)
        table.style = "Table Grid"
        titles = ["Ref", "Indicator", "Good is", "Q1 2024/25", "Q2 2024/25", "Q3 2024/25"]
        for cell, text in zip(table.rows[0].cells, titles):
            write(cell.paragraphs[0], text, chance)
        for row_number, row in enumerate(list(table.rows)[1:]):
            number = table_number * 19 + row_number
            texts = [f"PI{number:03}", name(number), chance.choice(["High", "Low"])]
            texts += [str(figure(chance)) for _ in range(3)]
            for cell, text in zip(row.cells, texts):
                write(cell.paragraphs[0], text, chance)
        document.add_paragraph("")
    return document


def write(paragraph, text, chance):
    """A text in up to three runs, as Word leaves it after some editing."""
    third = max(1, len(text) // 3)
    for start in range(0, len(text), third):
        run = paragraph.add_run(text[start:start + third])
        run.bold = chance.random() < 0.3
        if chance.random() < 0.3:
            run.font.color.rgb = chance.choice(COLOURS)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
