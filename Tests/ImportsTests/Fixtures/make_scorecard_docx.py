#!/usr/bin/env python3
"""Writes the Word document that the text of a scorecard report was extracted from.

    make_scorecard_docx.py REPORT.txt OUT.docx

Headings, bullet lists, tables with a coloured dot in every row, footnotes and native charts
with the figures that the text gives as cached: the document a council would hand in. The
result is the same to the byte for the same text. It holds the council's words, so it is
never committed; tests write it into a temporary directory.

The colours are lost in the text. For actions they are the heading rows' (COMPLETED, GREEN,
AMBER, RED); for indicators the tables are sorted green, amber, red, and the charts print how
many there are of each.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

COLOURS = {"COMPLETED": "0070C0", "GREEN": "00B050", "AMBER": "FFC000", "RED": "FF0000"}
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# ---- The text


def take_notes(text):
    """Takes footnotes, bookmarks and images out; a footnote's call becomes \\x01number\\x01."""
    notes = {}

    def note(match):
        notes[int(match[1])] = match[2].strip()
        return ""

    text = re.sub(r"\[image: \]|\[bookmark: [^\]]*\]", "", text)
    text = re.sub(r"\[footnoteRef:(\d+)\]", "\x01\\1\x01", text)
    return re.sub(r" ?\[(\d+):  ([^\]]*)\] ?", note, text), notes


def is_cell(line):
    return re.fullmatch(r" *\t[^\t]*", line) is not None


def split_charts(lines):
    """The charts' caches stand together at the end; they begin after the keys."""
    start = next(i for i, line in enumerate(lines) if line == " Sales\t")
    return lines[:start], lines[start:]


def read_charts(lines):
    charts, title, labels = [], "", []
    for line in lines:
        fields = line.rstrip("\t").split("\t")
        half = len(fields) // 2
        if line.endswith("\t") and half and all(f.isdigit() for f in fields[half:]) and len(fields) % 2 == 0:
            charts.append({"title": title, "labels": labels, "points": list(zip(fields[:half], fields[half:]))})
            title, labels = "", []
        elif "\t" in line and not line.startswith("\t"):
            title, rest = line.strip(" ").split("\t", 1)
            labels = [rest] if rest else []
        elif line.startswith("[CATEGORY NAME]"):
            labels.append(line)
    return charts


def read_blocks(lines):
    blocks, i = [], 0
    while i < len(lines):
        if not lines[i].strip(" "):
            i += 1
        elif is_cell(lines[i]):
            rows, i = read_table(lines, i)
            blocks.append(("table", rows))
        else:
            kind = "item" if lines[i].startswith("· ") else "text"
            blocks.append((kind, lines[i][2:] if kind == "item" else lines[i]))
            i += 1
    return blocks


def read_table(lines, i):
    rows = []
    while True:
        row = []
        while i < len(lines) and lines[i].strip(" "):
            if is_cell(lines[i]):
                row.append(lines[i].split("\t", 1)[1])
            else:
                row[-1] += "\n" + lines[i]
            i += 1
        rows.append(row)
        following = next((j for j in range(i, len(lines)) if lines[j].strip(" ")), len(lines))
        if following == len(lines) or not is_cell(lines[following]):
            return rows, following
        i = following


# ---- Statuses


def colour_actions(rows):
    """Every row takes the colour of the heading row above it."""
    colour, colours = None, []
    for row in rows:
        if row[0] == "●":
            colours.append(colour)
        else:
            colour = COLOURS.get(row[1].strip(), colour)
            colours.append(None)
    return colours


def colour_indicators(rows, counts):
    order = [c for status in ("GREEN", "AMBER", "RED") for c in [COLOURS[status]] * counts.get(status, 0)]
    if len(order) != len(rows) - 1:
        sys.exit(f"the chart counts {len(order)} indicators, the table has {len(rows) - 1}")
    return [None] + order


def tally(rows):
    counts, status = {}, None
    for row in rows:
        if row[0] == "●":
            counts[status] = counts.get(status, 0) + 1
        else:
            status = row[1].strip()
    return counts


# ---- WordprocessingML


def within(tag, content):
    return f"<{tag}>{content}</{tag}>" if content else ""


def run(text, properties=""):
    """A run; line breaks, tabs and calls of footnotes are elements of their own."""
    out = []
    for piece in re.split(r"(\n|\t|\x01\d+\x01)", text):
        if piece.startswith("\x01"):
            out.append(f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                       f'<w:footnoteReference w:id="{piece[1:-1]}"/></w:r>')
        elif piece:
            content = {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(
                piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
            out.append(f"<w:r>{within('w:rPr', properties)}{content}</w:r>")
    return "".join(out)


def paragraph(text, style="", numbered=False, properties=""):
    p = f'<w:pStyle w:val="{style}"/>' if style else ""
    p += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    return f"<w:p>{within('w:pPr', p)}{run(text, properties)}</w:p>"


def cell(text, width, span=1, colour=None, shading=None, bold=False):
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shading}"/>' if shading else ""
    mark = ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text, properties=mark)}</w:tc>"


def table(rows, colours, widths):
    out = ['<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>']
    out += [f'<w:gridCol w:w="{width}"/>' for width in widths]
    out.append("</w:tblGrid>")
    for row, colour in zip(rows, colours):
        header = len(row) == len(widths) - 1
        spans = [2 if header and i == 0 else 1 for i in range(len(row))]
        shading = "D9E2F3" if header else None
        column, cells = 0, []
        for i, text in enumerate(row):
            width = sum(widths[column:column + spans[i]])
            cells.append(cell(text, width, spans[i], colour if i == 0 else None, shading, header))
            column += spans[i]
        properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
        out.append(f"<w:tr>{properties}{''.join(cells)}</w:tr>")
    out.append("</w:tbl>")
    return "".join(out) + "<w:p/>"


def chart_anchor(number):
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2743200" cy="1828800"/>'
        f'<wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{CHART}"><c:chart r:id="rIdChart{number}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>")


def document(body):
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" xmlns:wp="{wp}" xmlns:a="{DRAWING}" '
        f'xmlns:c="{CHART}"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>')


def footnotes(notes):
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>")
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    texts = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{reference}'
        f"{run(' ' + text)}</w:p></w:footnote>" for number, text in sorted(notes.items()))
    return f'{HEAD}<w:footnotes xmlns:w="{WORD}">{separators}{texts}</w:footnotes>'


def settings(first):
    """Word counts footnotes from one; this report's own count began higher."""
    return (f'{HEAD}<w:settings xmlns:w="{WORD}"><w:footnotePr><w:numStart w:val="{first}"/>'
            '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>')


def style(kind, identifier, name, based_on="", paragraph_properties="", run_properties="", default=False):
    is_default = ' w:default="1"' if default else ""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}"{is_default} w:styleId="{identifier}"><w:name w:val="{name}"/>{parent}'
        f"{within('w:pPr', paragraph_properties)}{within('w:rPr', run_properties)}</w:style>")


def styles():
    def heading(level, size):
        return style("paragraph", f"Heading{level}", f"heading {level}", "Normal",
                     f'<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>',
                     f'<w:b/><w:sz w:val="{size}"/>')

    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = ('<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
            f"<w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>")
    return (
        f'{HEAD}<w:styles xmlns:w="{WORD}">'
        + style("paragraph", "Normal", "Normal", run_properties='<w:sz w:val="22"/>', default=True)
        + heading(1, 32) + heading(2, 26)
        + style("paragraph", "ListParagraph", "List Paragraph", "Normal")
        + style("paragraph", "FootnoteText", "footnote text", "Normal", run_properties='<w:sz w:val="18"/>')
        + style("character", "FootnoteReference", "footnote reference",
                run_properties='<w:vertAlign w:val="superscript"/>')
        + grid + "</w:styles>")


def numbering():
    return (
        f'{HEAD}<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


# ---- Charts


def cache(kind, values):
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(v)}</c:v></c:pt>' for i, v in enumerate(values))
    form = "<c:formatCode>General</c:formatCode>" if kind == "num" else ""
    return f'<c:{kind}Cache>{form}<c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache>'


def typed_labels(chart, true_counts):
    """A label typed over by hand, with the field that shows the category's name.

    The text doesn't tell which point a label stands at; the table's own count does.
    """
    out = []
    for label in chart["labels"]:
        count = int(label.split(",")[1])
        index = next(i for i, (name, _) in enumerate(chart["points"]) if true_counts.get(name) == count)
        field, rest = label[:len("[CATEGORY NAME]")], label[len("[CATEGORY NAME]"):]
        out.append((index, (
            f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:p>'
            f'<a:fld id="{{00000000-0000-4000-8000-{index:012d}}}" type="CATEGORYNAME"><a:rPr/><a:t>{field}</a:t>'
            f"</a:fld><a:r><a:t>{escape(rest)}</a:t></a:r></a:p></c:rich></c:tx>"
            '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="1"/><c:showSerName val="0"/>'
            '<c:showPercent val="1"/><c:showBubbleSize val="0"/></c:dLbl>')))
    return "".join(xml for _, xml in sorted(out))


def chart_part(chart, true_counts):
    names = [name for name, _ in chart["points"]]
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="{COLOURS[name]}"/>'
        "</a:solidFill></c:spPr></c:dPt>" for i, name in enumerate(names))
    labels = (
        f"<c:dLbls>{typed_labels(chart, true_counts)}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="1"/><c:showSerName val="0"/>'
        '<c:showPercent val="1"/><c:showBubbleSize val="0"/></c:dLbls>')
    name = f"<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>{cache('str', [chart['title']])}</c:strRef></c:tx>" if chart["title"] else ""
    last = len(names) + 1
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f'<c:layout/><c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>{name}{points}{labels}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f>{cache('str', names)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f>{cache('num', [v for _, v in chart['points']])}</c:numRef>"
        '</c:val></c:ser><c:firstSliceAng val="0"/></c:pieChart></c:plotArea><c:plotVisOnly val="1"/></c:chart>'
        "</c:chartSpace>")


# ---- The whole


CAPTION = re.compile(r"(RAG summary Q\d|indicator RAG Q\d|^(?!Flagship Actions –).* – Flagship Actions Q\d)", re.I)
HEADING = re.compile(r"^(Flagship Actions –|Performance Indicators –|Key actions over|\s*Achievements$|Key to RAG)")


def style_of(text, first):
    if first:
        return "Heading1"
    return "Heading2" if HEADING.match(re.sub(r"\x01\d+\x01", "", text)) else ""


def relationships(entries):
    items = "".join(f'<Relationship Id="{i}" Type="{RELATIONSHIPS}/{t}" Target="{target}"/>' for i, t, target in entries)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def content_types(charts):
    overrides = [("/word/document.xml", "wordprocessingml.document.main+xml")]
    overrides += [(f"/word/{p}.xml", f"wordprocessingml.{p}+xml") for p in ("styles", "numbering", "settings", "footnotes")]
    overrides += [(f"/word/charts/chart{n}.xml", "drawingml.chart+xml") for n in range(1, charts + 1)]
    items = "".join(f'<Override PartName="{part}" ContentType="{TYPES}{kind}"/>' for part, kind in overrides)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>')


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)


def main(source, target):
    with open(source, encoding="utf-8-sig") as file:
        text, notes = take_notes(file.read())
    lines, cached = split_charts(text.split("\n"))
    charts = read_charts(cached)
    blocks = read_blocks(lines)
    waiting = {True: [c for c in charts if "COMPLETED" in dict(c["points"])],
               False: [c for c in charts if "COMPLETED" not in dict(c["points"])]}
    indicator_counts = [{n: int(v) for n, v in c["points"]} for c in waiting[False]][1:]
    action_counts = [tally(rows) for kind, rows in blocks if kind == "table" and len(rows[1]) == 2]
    placed, body, first = [], [], True
    for kind, content in blocks:
        if kind == "table" and len(content[0]) == 1:
            body.append(table(content, [None] * len(content), [9600]))
        elif kind == "table" and len(content[1]) == 2:
            body.append(table(content, colour_actions(content), [600, 9000]))
        elif kind == "table":
            counts = indicator_counts.pop(0)
            body.append(table(content, colour_indicators(content, counts), [600, 5400, 1200, 1200, 1200]))
        elif kind == "item":
            body.append(paragraph(content, "ListParagraph", numbered=True))
        else:
            body.append(paragraph(content, style_of(content, first)))
            first = False
            if CAPTION.search(content) and (queue := waiting["Flagship Actions" in content]):
                placed.append(queue.pop(0))
                body.append(chart_anchor(len(placed)))
    if any(waiting.values()) or indicator_counts:
        sys.exit("some charts found no caption")

    parts = [
        ("[Content_Types].xml", content_types(len(placed))),
        ("_rels/.rels", relationships([("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", document("".join(body))),
        ("word/_rels/document.xml.rels", relationships(
            [(f"rId{p.title()}", p, f"{p}.xml") for p in ("styles", "numbering", "settings", "footnotes")]
            + [(f"rIdChart{n}", "chart", f"charts/chart{n}.xml") for n in range(1, len(placed) + 1)])),
        ("word/styles.xml", styles()),
        ("word/numbering.xml", numbering()),
        ("word/settings.xml", settings(min(notes))),
        ("word/footnotes.xml", footnotes(notes)),
    ]
    for number, chart in enumerate(placed, 1):
        # Only a chart with typed labels needs the table it belongs to: the first priority's.
        parts.append((f"word/charts/chart{number}.xml", chart_part(chart, action_counts[0])))
    write(target, parts)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
