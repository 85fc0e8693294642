import CorporatePlan
import Documents

/// One file of a report: what it is called, what it is, and its bytes.
package struct ReportFile: Equatable, Sendable {
  package let name: String
  package let mediaType: String
  package let bytes: [UInt8]

  package init(name: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

/// The formats that a report goes out in. The same Book and period give the same bytes in each.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// One page that needs nothing else, on the screen and in print.
  case html
  /// Word, for the committee system.
  case word

  package var fileName: String {
    switch self {
    case .html: "report.html"
    case .word: "report.docx"
    }
  }

  package var mediaType: String {
    switch self {
    case .html: "text/html; charset=utf-8"
    case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }
  }

  /// A document in this format, in the council's look.
  ///
  /// - Parameter name: what the file is called, without its ending.
  package func file(
    _ document: Document, _ look: ReportLook = .plain, named name: String = "report"
  ) throws -> ReportFile {
    let bytes =
      switch self {
      case .html: HTML.page(document, css: reportStyles + pageFoot(document), logo: look.logo).bytes
      case .word: try document.word(look)
      }
    return ReportFile(
      name: fileName.replacing("report.", with: "\(name)."), mediaType: mediaType, bytes: bytes)
  }
}
