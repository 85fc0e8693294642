import CorporatePlan
import Documents
import Ledger

extension Council {
  /// How Word files of a kind of report look: the logo and the Word file that the council's template for them names.
  ///
  /// - Throws: `LookUnusable` when one of the two is gone or can't be read any more.
  package func look(of type: ReportType, in book: Book) async throws -> ReportLook {
    ReportLook(logo: try await logo(of: type, in: book), styleSource: try await wordStyles(of: type, in: book))
  }

  /// The template's logo, which is all of the look that a page has.
  package func logo(of type: ReportType, in book: Book) async throws -> Logo? {
    guard let bytes = try await bytes(of: .logo, type, in: book) else { return nil }
    do throws(Picture.Trouble) {
      return Logo(try Picture(bytes), words: book.council?.name ?? "Logo")
    } catch {
      throw LookUnusable(type: type, file: .logo)
    }
  }

  /// The Word file of the template, whose styles and page Word files take.
  package func wordStyles(of type: ReportType, in book: Book) async throws -> WordStyleSource? {
    guard let bytes = try await bytes(of: .wordStyle, type, in: book) else { return nil }
    do throws(ReadError) {
      return try WordStyleSource(bytes, named: "word-styles.docx")
    } catch {
      throw LookUnusable(type: type, file: .wordStyle)
    }
  }

  private func bytes(of kind: ReportTemplate.File, _ type: ReportType, in book: Book) async throws -> [UInt8]? {
    guard let name = book.reportTemplates[type.code]?.digest(of: kind) else { return nil }
    guard let digest = Digest(name), let kept = try await file(digest) else {
      throw LookUnusable(type: type, file: kind)
    }
    return kept.bytes
  }
}

/// A template names a file that is gone or can't be read: a report without it would not look as the council wants.
package struct LookUnusable: Error, Equatable, CustomStringConvertible {
  package let type: ReportType
  package let file: ReportTemplate.File

  package var description: String {
    "\(file.words) of the template for “\(type.words)” can’t be read. Send the file again, or take it out of the template."
  }
}
