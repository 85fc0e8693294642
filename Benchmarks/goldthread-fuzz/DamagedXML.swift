/// Numbers and places that are out of all bounds, or just beyond them.
private let values = [
  "", "0", "-1", "1", "2", "63", "1000", "1001", "16384", "16385", "99999", "1048576", "1048577", "2147483647",
  "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999", "-0", "1E400",
  "7.0000000000000007E-2", "1e-400", "NaN", "true", "restart", "continue", "A1", "XFD1048576", "A1:XFD1048576",
  "XFE1", "B2:A1", "$C$3", "s", "inlineStr", "d", "str", "auto", "FF0000", "solid", "normal", "separator", "heading 1",
  "../document.xml", "%1%2%9", "lowerLetter", "/", "External", "60", "45199.9999999999", "0%", "[h]:mm", "_x0041_",
  "_xD800_",
]

/// Elements that mean something to the readers, open, closed and whole.
private let pieces = [
  "<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>text</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
  "<w:tc>", "</w:tc>", "<w:tc/>", "<w:tc><w:p/></w:tc>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
  "<w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>",
  "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>", "<w:trPr><w:gridBefore w:val=\"1000\"/></w:trPr>",
  "<w:trPr><w:del/></w:trPr>", "<w:del>", "</w:del>", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
  "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "<w:footnoteReference w:id=\"1\"/>",
  "<w:endnoteReference w:id=\"1\"/>", "<w:txbxContent>", "</w:txbxContent>", "<mc:Fallback>", "</mc:Fallback>",
  "<w:sym w:char=\"F06C\" w:font=\"Wingdings\"/>", "<w:br/>", "<w:tab/>", "<w:altChunk/>", "<c:chart r:id=\"chart1\"/>",
  "<c:pt idx=\"999999\"><c:v>1</c:v></c:pt>", "<c:lvl>", "</c:lvl>", "<c:ser>", "</c:ser>", "<c:extLst>",
  "<w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"3\"/></w:numPr>", "<w:lvl w:ilvl=\"8\">", "</w:lvl>",
  "<row>", "</row>", "<row r=\"1048576\"/>", "<c>", "</c>", "<c t=\"s\"><v>0</v></c>", "<c><f>A1</f></c>",
  "<c r=\"XFD1\"/>", "<v>1</v>", "<is><t>x</t></is>", "<si>", "</si>", "<t>", "</t>", "<rPh>",
  "<mergeCell ref=\"A1:XFD1048576\"/>", "<mergeCell ref=\"A1:B3\"/>", "<xf numFmtId=\"14\"/>", "<sheet name=\"S\"/>",
  "<col min=\"1\" max=\"16384\" hidden=\"1\"/>", "<!-- -->", "<![CDATA[<w:p>]]>", "<?pi?>", "&lt;", "&#0;",
  "&#x10FFFF;",
  "&none;", "<!DOCTYPE x>", "_x000D_", "\u{0}", "]]>",
].map { Array($0.utf8) }

/// One to four things wrong with the elements of a part.
func damagedXML(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
  var bytes = bytes
  for _ in 0...dice.roll(4) {
    guard let first = tag(in: bytes, &dice), let second = tag(in: bytes, &dice) else { return bytes }
    let span = min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound)
    switch dice.roll(9) {
    case 0: bytes.removeSubrange(first)
    case 1: bytes.insert(contentsOf: bytes[first], at: second.lowerBound)
    case 2: bytes.replaceSubrange(first, with: Array(bytes[second]))
    case 3: bytes.insert(contentsOf: repeated(bytes[dice.hits(oneIn: 2) ? first : span], &dice), at: span.upperBound)
    case 4 where span.count < 2_000: bytes.removeSubrange(span)
    case 5, 6: replaceValue(in: first, of: &bytes, &dice)
    default: bytes.insert(contentsOf: dice.pick(pieces), at: dice.hits(oneIn: 2) ? first.lowerBound : first.upperBound)
    }
    if bytes.count > 4 << 20 { return bytes }
  }
  return bytes
}

/// Any tag of the part, from its "<" to its ">".
private func tag(in bytes: [UInt8], _ dice: inout Dice) -> Range<Int>? {
  guard !bytes.isEmpty else { return nil }
  let from = dice.roll(bytes.count)
  guard let start = bytes[from...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.firstIndex(of: UInt8(ascii: "<")),
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
  else { return nil }
  return start..<end + 1
}

private func replaceValue(in tag: Range<Int>, of bytes: inout [UInt8], _ dice: inout Dice) {
  let marks = tag.filter { bytes[$0] == UInt8(ascii: "\"") }
  guard marks.count > 1 else {
    // Text between tags is a value, too.
    let end = bytes[tag.upperBound...].firstIndex(of: UInt8(ascii: "<")) ?? tag.upperBound
    bytes.replaceSubrange(tag.upperBound..<end, with: Array(dice.pick(values).utf8))
    return
  }
  let mark = dice.roll(marks.count / 2) * 2
  bytes.replaceSubrange(marks[mark] + 1..<marks[mark + 1], with: Array(dice.pick(values).utf8))
}
