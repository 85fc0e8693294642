import CorporatePlan
import Documents
import Ledger

/// The files that a template brings along, looked at before they are kept.
enum TemplateFile {
  static let mostBytes = 5 << 20
  static let mostBytesOfLogo = 200 << 10

  /// Why a file is not taken.
  struct Rejected: Error {
    let words: String
  }

  static func checked(_ bytes: [UInt8], _ kind: ReportTemplate.File) throws(Rejected) -> SealedFile {
    switch kind {
    case .logo:
      guard bytes.count <= mostBytesOfLogo else {
        throw Rejected(words: "The picture has more than 200 kB. Make it smaller and send it again.")
      }
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        return SealedFile(name: "logo.png", mediaType: "image/png", bytes: bytes)
      }
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        return SealedFile(name: "logo.jpg", mediaType: "image/jpeg", bytes: bytes)
      }
      throw Rejected(words: "The file is neither a PNG nor a JPEG picture. Save the logo as one of them.")
    case .wordStyle:
      guard bytes.starts(with: [0x50, 0x4B, 3, 4]), bytes.holds("word/styles.xml") else {
        throw Rejected(
          words: "The file is no Word file (.docx) with styles. Open it in Word and save it as a Word document.")
      }
      return SealedFile(
        name: "word-styles.docx",
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes: bytes)
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand somewhere in these.
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains {
      self[$0] == first && self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
