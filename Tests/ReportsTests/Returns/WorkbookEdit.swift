import CorporatePlan
import Foundation
import Programs
import Testing

@testable import Reports

/// Edits of a workbook that this program never writes, made in its XML.
enum WorkbookEdit {
  /// Puts a formula without a result into a field, as programs do that don't calculate.
  static func formula(_ formula: String, in desk: ReturnsDesk, _ field: ReturnField, _ id: String) async throws
    -> [UInt8]
  {
    let (sheet, row) = try desk.place(id)
    let column = try desk.column(field.heading ?? "", sheet)
    let letter = try #require(UnicodeScalar(65 + column))
    let cell = "\(letter)\(row + 3)"
    return try await run(
      desk, "xl/worksheets/sheet\(sheet + 2).xml", #"<c r="\#(cell)"( s="\d+")[^>]*>.*?</c>"#,
      #"<c r="\#(cell)"\1><f>\#(formula.dropFirst())</f></c>"#)
  }

  /// Writes one text for another on the sheet of figures.
  static func replacing(_ text: String, with other: String, in desk: ReturnsDesk) async throws -> [UInt8] {
    try await run(desk, "xl/worksheets/sheet2.xml", ">\(text)<", ">\(other)<")
  }

  private static let script = """
    import re, sys, zipfile
    source, target, part, old, new = sys.argv[1:]
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as edited:
        for name in book.namelist():
            data = book.read(name)
            if name == part:
                text, count = re.subn(old, new, data.decode("utf-8"), count=1, flags=re.S)
                assert count == 1, (part, old)
                data = text.encode("utf-8")
            edited.writestr(name, data)
    """

  private static func run(_ desk: ReturnsDesk, _ part: String, _ old: String, _ new: String) async throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "returns-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "in.xlsx"), folder.appending(path: "out.xlsx"))
    try Data(desk.workbook.bytes()).write(to: source)
    let python = Program("/usr/bin/env", ["python3", "-c", script, source.path, target.path, part, old, new])
    try #require(try await python.run() == 0, "the workbook was not edited")
    return Array(try Data(contentsOf: target))
  }
}
