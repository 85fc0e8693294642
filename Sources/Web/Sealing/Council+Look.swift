import CorporatePlan
import Documents
import Ledger

extension Council {
  /// How reports of a kind look: the logo and the Word file that the council's template for them names.
  ///
  /// - Throws: `LookUnusable` when one of the two is gone or can't be read any more.
  package func look(of type: ReportType, in book: Book) async throws -> ReportLook {
    guard let template = book.reportTemplates[type.code] else { return .plain }
    var look = ReportLook()
    if let logo = try await bytes(of: .logo, template) {
      do throws(Picture.Trouble) {
        look.logo = Logo(try Picture(logo), words: book.council?.name ?? "Logo")
      } catch {
        throw LookUnusable(type: type, file: .logo)
      }
    }
    if let styles = try await bytes(of: .wordStyle, template) {
      do throws(ReadError) {
        look.styleSource = try WordStyleSource(styles, named: "word-styles.docx")
      } catch {
        throw LookUnusable(type: type, file: .wordStyle)
      }
    }
    return look
  }

  private func bytes(of kind: ReportTemplate.File, _ template: ReportTemplate) async throws -> [UInt8]? {
    guard let name = template.digest(of: kind) else { return nil }
    guard let digest = Digest(name), let kept = try await file(digest) else {
      throw LookUnusable(type: template.type, file: kind)
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
