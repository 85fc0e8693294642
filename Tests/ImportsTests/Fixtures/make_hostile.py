#!/usr/bin/env python3
"""Writes files that must be refused, or read without harm.

    make_hostile.py DIR

All are small on disk; the one of 200 MB is sparse.
"""
import io
import pathlib
import struct
import sys
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument."
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def types(main, part="/word/document.xml"):
    return (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="{part}" ContentType="{main}"/></Types>')


WORD_TYPES = types(OFFICE + "wordprocessingml.document.main+xml")
ROOT = (f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>')


def body(content):
    return f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{content}</w:body></w:document>'


def text(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word(document, *more):
    return package([("[Content_Types].xml", WORD_TYPES), ("_rels/.rels", ROOT), ("word/document.xml", document), *more])


def headers(data, name):
    """Where the local and the central header of a part begin."""
    encoded = name.encode()
    at = 0
    while (at := data.find(encoded, at)) >= 0:
        if data[at - 30:at - 26] == b"PK\x03\x04":
            yield at - 30, 6, 22
        if data[at - 46:at - 42] == b"PK\x01\x02":
            yield at - 46, 8, 24
        at += 1


def encrypted(data, name):
    data = bytearray(data)
    for start, flags, _ in headers(data, name):
        data[start + flags] |= 1
    return bytes(data)


def understated(data, name, size):
    """The part claims to be smaller than it is."""
    data = bytearray(data)
    for start, _, length in headers(data, name):
        data[start + length:start + length + 4] = struct.pack("<I", size)
    return bytes(data)


def entity_bomb():
    entities = '<!ENTITY a0 "lol">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'{HEAD}<!DOCTYPE d [{entities}]><w:document xmlns:w="{WORD}"><w:body>{text("&a9;")}</w:body></w:document>'


def external_entity():
    return (f'{HEAD}<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{WORD}"><w:body>'
            f'{text("&e;")}</w:body></w:document>')


def odd():
    """Well-formed, yet full of what Word never writes."""
    return body(
        '<w:tc><w:p/></w:tc><w:tr/><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999999999999999"/>'
        '<w:vMerge/></w:tcPr><w:p><w:r><w:t>merged into nothing</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>'
        '<w:gridSpan w:val="-7"/><w:shd w:fill="reddish"/></w:tcPr></w:tc></w:tr>'
        "<w:p><w:r><w:t>between rows</w:t></w:r></w:p></w:tbl>"
        '<w:p><w:pPr><w:outlineLvl w:val="-3"/><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="x"/></w:numPr></w:pPr>'
        '<w:r><w:t>a paragraph</w:t><w:sym w:char="ZZZZ"/><w:footnoteReference w:id="77"/></w:r></w:p>'
        "<w:r><w:t>outside</w:t></w:r><w:del/><w:footnote/>")


def main(directory):
    good = word(body(text("Hello")))
    nested = "<w:sdt><w:sdtContent>" * 5_000 + text("deep") + "</w:sdtContent></w:sdt>" * 5_000
    macro_word = types("application/vnd.ms-word.document.macroEnabled.main+xml")
    macro_excel = types("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "/xl/workbook.xml")
    many = [("[Content_Types].xml", WORD_TYPES)] + [(f"word/{i}.xml", "") for i in range(10_001)]
    blank = b" " * (40 << 20)
    files = {
        "good.docx": good,
        "empty.docx": b"",
        "truncated.docx": good[:len(good) * 2 // 3],
        "damaged.docx": damaged(word(body(text("Hello " * 2_000)))),
        "without-document.docx": package([("[Content_Types].xml", WORD_TYPES), ("_rels/.rels", ROOT)]),
        "malformed.docx": word(f'{HEAD}<w:document xmlns:w="{WORD}">\n<w:body>\n<w:p></w:body></w:document>'),
        "part-bomb.docx": word(b" " * (80 << 20)),
        "total-bomb.docx": word(body(""), *[(f"word/media/{i}.bin", blank) for i in range(7)]),
        "ratio-bomb.docx": word(blank),
        "lying-bomb.docx": understated(word(blank), "word/document.xml", 1_000),
        "entity-bomb.docx": word(entity_bomb()),
        "external-entity.docx": word(external_entity()),
        "styles-doctype.docx": with_styles(entity_bomb()),
        "macros.docm": package([("[Content_Types].xml", macro_word), ("word/document.xml", body(""))]),
        "macros.xlsm": package([("[Content_Types].xml", macro_excel), ("xl/workbook.xml", "<x/>")]),
        "hidden-macros.docx": word(body(""), ("word/vbaProject.bin", b"\0")),
        "encrypted.docx": encrypted(good, "word/document.xml"),
        "deep.docx": word(body(nested)),
        "crowded.docx": package(many),
        "twice.docx": twice(),
        "odd.docx": word(odd()),
        "archive.zip": package([("notes.txt", "a")]),
        "document.odt": package([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"),
                                 ("META-INF/manifest.xml", "<x/>")]),
        "workbook.xlsx": package([
            ("[Content_Types].xml", types(OFFICE + "spreadsheetml.sheet.main+xml", "/xl/workbook.xml")),
            ("xl/workbook.xml", "<x/>")]),
        "binary.xlsb": package([
            ("[Content_Types].xml", types("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "/xl/workbook.bin")),
            ("xl/workbook.bin", b"\0")]),
        "old.doc": OLE + bytes(2_000),
        "protected.docx": OLE + bytes(1_000) + "EncryptedPackage".encode("utf-16-le") + bytes(1_000),
        "report.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "unmarked-utf-16.txt": "Priority".encode("utf-16-le"),
        "control.txt": b"\x01\x02\x03\x04text",
        "utf-8-mark.txt": "Café £5 ●\r\n".encode("utf-8-sig"),
        "utf-16-little.txt": "Café £5 ●\r\n".encode("utf-16"),
        "utf-16-big.txt": b"\xfe\xff" + "Café £5 ●\r\n".encode("utf-16-be"),
        "utf-16-odd.txt": b"\xff\xfe" + "Café £5 ●\r\n".encode("utf-16-le") + b"x",
        "windows-1252.txt": "Café £5 – ‘fine’\r".encode("cp1252"),
        "rows.csv": b'Name,Actual\n"Calls, answered",93\nComplaints,94\n',
        "unclosed.csv": b'Name,Actual\n"Calls,93\n',
        "rows.tsv": b"Name\tActual\nCalls\t93\nComplaints\t94\n",
    }
    for name, content in files.items():
        (directory / name).write_bytes(content)
    with open(directory / "huge.txt", "wb") as file:
        file.truncate(200 << 20)


def damaged(data):
    """A bit of the packed contents is flipped."""
    start, _, _ = next(headers(data, "word/document.xml"))
    at = start + 30 + len("word/document.xml") + 20
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:]


def twice():
    """Two parts of one name: which of them a program reads is up to the program."""
    data = word(body(text("one")), ("word/documentX.xml", body(text("two"))))
    return data.replace(b"word/documentX.xml", b"/word/document.xml")


def with_styles(styles):
    links = (f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>')
    return word(body(text("Hello")), ("word/_rels/document.xml.rels", links), ("word/styles.xml", styles))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
