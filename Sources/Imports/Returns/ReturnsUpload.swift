import CorporatePlan
import Documents

/// A workbook of returns as it came back: what it would change, what it leaves as it is, and what is refused and why.
/// Nothing is recorded by reading it.
package struct ReturnsUpload: Sendable {
  package let period: Period
  /// The rows that hold a return or that somebody added, in the order of the file.
  package let rows: [UploadedReturn]
  /// What a person should know of the file as a whole.
  package let notes: [String]

  /// Rows with at least one change; the same row may have refusals, too.
  package var changed: [UploadedReturn] { rows.filter { !$0.changes.isEmpty } }
  package var unchanged: [UploadedReturn] { rows.filter { $0.changes.isEmpty && $0.refusals.isEmpty } }
  package var refused: [UploadedReturn] { rows.filter { !$0.refusals.isEmpty } }

  /// What is recorded when it is applied: one batch, which is undone as one.
  package var revisions: [Revision] { rows.flatMap(\.revisions) }

  /// The revision numbers that the preview was made of. When one is no longer the newest at that time, the upload is
  /// looked at again.
  package var expecting: [RecordID: Int] {
    rows.reduce(into: [:]) { all, row in all.merge(row.expecting) { first, _ in first } }
  }
}

/// One row of the workbook.
package struct UploadedReturn: Sendable, Equatable {
  /// The return it is; `nil` where there is none that this person may fill in.
  package let slot: Slot?
  package let title: String
  /// "sheet 'Your figures', row 5".
  package let place: String
  package var changes: [Change] = []
  package var refusals: [Refusal] = []
  package var revisions: [Revision] = []
  package var expecting: [RecordID: Int] = [:]

  /// A field that will hold something else.
  package struct Change: Sendable, Equatable {
    package let field: ReturnField
    package let from: String
    package let to: String
  }

  /// Why something typed is not taken.
  package struct Refusal: Sendable, Equatable {
    /// `.whole` for the row.
    package let field: ReturnField
    package let typed: String
    /// What is recorded, where that is part of the reason.
    package let recorded: String?
    package let sentence: String
  }

  init(_ slot: Slot?, title: String, place: String) {
    self.slot = slot
    self.title = title
    self.place = place
  }

  mutating func refuse(_ field: ReturnField, typed: String, recorded: String? = nil, _ sentence: String) {
    refusals.append(Refusal(field: field, typed: typed, recorded: recorded, sentence: sentence))
  }
}

/// Why nothing of a file can be read as returns, in a sentence that says what to do.
package enum ReturnsUploadError: Error, Equatable, CustomStringConvertible {
  case unreadable(ReadError)
  case notOurs(file: String)
  case noRowColumn(sheet: String)
  case noBase(sheet: String)
  case headingTwice(String, sheet: String)
  case otherPeriod(String, wanted: String)

  package var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .notOurs(let file):
      "“\(file)” is not a workbook of returns. Download your returns, fill in that workbook, and upload it."
    case .noRowColumn(let sheet):
      "On the sheet “\(sheet)” the hidden column “\(ReturnSheet.row)” is missing, so that no row can be told from another. Download your returns again and copy your entries into the new workbook."
    case .noBase(let sheet):
      "On the sheet “\(sheet)” the hidden columns “\(ReturnSheet.revision)” and “\(ReturnSheet.check)” are missing, so that nobody can tell what was changed. Download your returns again and copy your entries into the new workbook."
    case .headingTwice(let heading, let sheet):
      "On the sheet “\(sheet)” two columns are headed “\(heading)”. Delete the one that should not be read, and upload the workbook again."
    case .otherPeriod(let period, let wanted):
      "This workbook holds returns for \(period), and you are filling in \(wanted). Open the returns for \(period) and upload it there."
    }
  }
}
