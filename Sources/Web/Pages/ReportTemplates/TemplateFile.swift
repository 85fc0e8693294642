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
      switch try picture(bytes).kind {
      case .png: return SealedFile(name: "logo.png", mediaType: "image/png", bytes: bytes)
      case .jpeg: return SealedFile(name: "logo.jpg", mediaType: "image/jpeg", bytes: bytes)
      case .gif, .svg:
        throw Rejected(words: "The file is neither a PNG nor a JPEG picture. Save the logo as one of them.")
      }
    case .wordStyle:
      // What it says of itself counts for nothing: it is read as it will be for a report.
      do throws(ReadError) {
        _ = try WordStyleSource(bytes, named: "The Word file")
      } catch {
        throw Rejected(words: error.description)
      }
      return SealedFile(
        name: "word-styles.docx",
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes: bytes)
    }
  }

  private static func picture(_ bytes: [UInt8]) throws(Rejected) -> Picture {
    do throws(Picture.Trouble) {
      return try Picture(bytes)
    } catch .unknownKind {
      throw Rejected(words: "The file is neither a PNG nor a JPEG picture. Save the logo as one of them.")
    } catch {
      throw Rejected(words: "\(error.wrong.capitalised). \(error.mend)")
    }
  }
}
