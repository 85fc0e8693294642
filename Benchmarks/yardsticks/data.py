"""Writes rows that are in memory already as the open data are written; measure.py calls it.

    data.py xlsx|csv FOLDER

Prints the seconds of processor time that it takes, and the bytes written.
"""

import csv
import io
import pathlib
import sys
import time

TABLES = ["indicators", "actions", "values", "plan", "definitions"]


def rows(folder, table):
    with open(folder / f"{table}.csv", newline="", encoding="utf-8") as file:
        return [[number(cell) for cell in row] for row in csv.reader(file)]


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return cell


def excel(tables):
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, table in tables.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(table):
            sheet.write_row(place, 0, row)
    book.close()
    return stream.getvalue()


def text(tables):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(tables["values"])
    return stream.getvalue().encode("utf-8")


def main():
    write, folder = {"xlsx": excel, "csv": text}[sys.argv[1]], pathlib.Path(sys.argv[2])
    tables = {table: rows(folder, table) for table in TABLES}
    start = time.process_time()
    size = len(write(tables))
    print(time.process_time() - start, size)


main()
