"""Merely reads the files that imports are measured with; measure.py calls it.

    readers.py calamine|pandas|lxml FILE TURNS

Prints the seconds of processor time that one reading takes, and how many actual figures are in the file.
"""

import sys
import time
import zipfile


def calamine(path):
    from python_calamine import CalamineWorkbook
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return lambda: sum(isinstance(cell, float) for row in rows for cell in row)


def pandas(path):
    import pandas
    table = pandas.read_csv(path)
    return lambda: int(table["Actual"].notna().sum())


def lxml(path):
    from lxml import etree
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    rows = tables = 0
    texts = []
    for element in document.iter():
        if element.text:
            texts.append(element.text)
        rows += element.tag == word + "tr"
        tables += element.tag == word + "tbl"
    # Each row below the headings has a figure for each of three quarters.
    return lambda: 3 * (rows - tables)


def main(reader, path, turns):
    read = {"calamine": calamine, "pandas": pandas, "lxml": lxml}[reader]
    found = read(path)()
    start = time.process_time()
    for _ in range(turns):
        read(path)
    print((time.process_time() - start) / turns, found)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
