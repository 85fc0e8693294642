#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The elements and attributes that the readers know, with the usual prefixes, whatever prefix a file uses.
enum XMLName: String, CaseIterable {
  case other = ""

  // Word.
  case `w:abstractNum`, `w:abstractNumId`, `w:altChunk`, `w:basedOn`, `w:br`, `w:char`, `w:color`, `w:cr`, `w:del`,
    `w:delInstrText`, `w:delText`
  case `w:endnote`, `w:endnoteReference`, `w:endnotes`, `w:fill`, `w:font`, `w:footnote`, `w:footnoteReference`
  case `w:footnotes`, `w:gridBefore`, `w:gridSpan`, `w:highlight`, `w:id`, `w:ilvl`, `w:instrText`, `w:isLgl`, `w:lvl`,
    `w:lvlOverride`, `w:lvlText`, `w:moveFrom`
  case `w:name`, `w:noBreakHyphen`, `w:num`, `w:numFmt`, `w:numId`, `w:numPr`, `w:numStart`, `w:numberingChange`,
    `w:outlineLvl`, `w:p`
  case `w:pPr`, `w:pPrChange`, `w:pStyle`, `w:ptab`, `w:r`, `w:rPr`, `w:rPrChange`, `w:rStyle`, `w:rt`, `w:sdtEndPr`
  case `w:sdtPr`, `w:sectPrChange`, `w:shd`, `w:start`, `w:startOverride`, `w:style`, `w:styleId`, `w:sym`, `w:t`,
    `w:tab`, `w:tbl`, `w:tblHeader`
  case `w:tblPrChange`, `w:tblPrExChange`, `w:tc`, `w:tcPr`, `w:tcPrChange`, `w:tr`, `w:trPr`, `w:trPrChange`
  case `w:type`, `w:vMerge`, `w:val`

  // Excel.
  case `x:c`, `x:cellXfs`, `x:col`, `x:color`, `x:comment`, `x:dxfs`, `x:f`, `x:fgColor`, `x:fill`, `x:fills`
  case `x:font`, `x:fonts`, `x:indexedColors`, `x:mergeCell`, `x:numFmt`, `x:numFmts`, `x:patternFill`, `x:rPh`,
    `x:rgbColor`, `x:row`, `x:sheet`
  case `x:si`, `x:styleSheet`, `x:t`, `x:table`, `x:v`, `x:workbookPr`, `x:xf`

  // Drawings, charts and formulas in either.
  case `a:accent1`, `a:accent2`, `a:accent3`, `a:accent4`, `a:accent5`, `a:accent6`, `a:dk1`, `a:dk2`, `a:folHlink`
  case `a:hlink`, `a:lt1`, `a:lt2`, `a:srgbClr`, `a:sysClr`
  case `a:p`, `a:t`, `c:cat`, `c:chart`, `c:dLbl`, `c:extLst`, `c:idx`, `c:lvl`, `c:pt`, `c:ser`
  case `c:title`, `c:tx`, `c:v`, `c:val`, `c:xVal`, `c:yVal`, `cx:chart`, `dgm:relIds`, `m:t`, `mc:Fallback`

  // Packages.
  case `ct:Default`, `ct:Override`, `r:dm`, `r:id`, `rel:Relationship`

  // Attributes without a prefix.
  case date1904, formatCode, headerRowCount, hidden, ht, idx, max, min, name, numFmtId, fontId, fillId, patternType
  case indexed, lastClr, r, ref, rgb, s, state, t, theme, tint, uri, val, width
  case contentType = "ContentType"
  case id = "Id"
  case target = "Target"
  case targetMode = "TargetMode"
  case type = "Type"
}

/// Finds the names of one part. Expat says them in full, namespace first, and few different ones many times over.
///
/// Every name of every element passes through here, so it is plain memory, which whoever makes one must free.
struct XMLNames {
  private static let slots = 256
  private static let longest = 127

  /// Each slot holds the length of a name and its bytes, and `found` beside it what it is.
  private let written = UnsafeMutablePointer<UInt8>.allocate(capacity: slots * (longest + 1))
  private let found = UnsafeMutablePointer<XMLName>.allocate(capacity: slots)

  init() {
    written.initialize(repeating: 0, count: XMLNames.slots * (XMLNames.longest + 1))
    found.initialize(repeating: .other, count: XMLNames.slots)
  }

  func free() {
    written.deallocate()
    found.deallocate()
  }

  func name(_ full: UnsafePointer<CChar>) -> XMLName {
    // A sheet has little else, and many thousands of them.
    if full[0] != 0, full[1] == 0 {
      switch UInt8(bitPattern: full[0]) {
      case UInt8(ascii: "r"): return .r
      case UInt8(ascii: "s"): return .s
      case UInt8(ascii: "t"): return .t
      default: break
      }
    }
    let bytes = UnsafeRawBufferPointer(start: full, count: strlen(full))
    guard bytes.count > 0, bytes.count <= XMLNames.longest else { return familiar(bytes) }
    let slot = slot(bytes)
    let kept = written + slot * (XMLNames.longest + 1)
    if Int(kept[0]) == bytes.count, memcmp(full, kept + 1, bytes.count) == 0 { return found[slot] }
    let name = familiar(bytes)
    kept[0] = UInt8(bytes.count)
    memcpy(kept + 1, full, bytes.count)
    found[slot] = name
    return name
  }

  /// Names differ in their last letters and in the length of their namespace.
  private func slot(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    if bytes.count >= 8 {
      hash ^= bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    } else {
      for byte in bytes { hash = hash << 8 | UInt64(byte) }
    }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}

/// Stands between namespace and name; it can be part of neither.
let nameSeparator = UInt8(ascii: "|")

private func familiar(_ full: UnsafeRawBufferPointer) -> XMLName {
  guard let bar = full.lastIndex(of: nameSeparator) else {
    return known[String(decoding: full, as: UTF8.self)] ?? .other
  }
  let namespace = String(decoding: full[..<bar], as: UTF8.self)
  let local = String(decoding: full[(bar + 1)...], as: UTF8.self)
  return prefixes[namespace].flatMap { known[$0 + local] } ?? .other
}

private let known = Dictionary(uniqueKeysWithValues: XMLName.allCases.map { ($0.rawValue, $0) })

private let prefixes = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x:",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x:",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
  "http://purl.oclc.org/ooxml/drawingml/main": "a:",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
  "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
  "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
  "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
  "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct:",
]
