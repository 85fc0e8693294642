/// What was answered in the office, as a paper's form prints it; `nil` where nobody has answered.
extension PaperChecks {
  package var keyWords: String? {
    switch isKey {
    case nil: nil
    case .no: "No"
    case .yes:
      "Yes" + (notice.map { ", notice published \($0.words)" } ?? "")
        + (urgency.map { ", \($0.rawValue)" } ?? "")
    }
  }

  package var exemptWords: String? {
    switch isExempt {
    case nil: nil
    case .no: "No"
    case .yes:
      "In part, by paragraph \(paragraphs.map { "\($0)" }.joined(separator: ", ")) of Part 1 of Schedule 12A to the "
        + "Local Government Act 1972"
    }
  }

  package var callInWords: String? {
    switch callIn {
    case nil: nil
    case .subject: "Yes" + (callInDays.map { ", for \($0) working days" } ?? "")
    case .waived: "No, waived" + (callInReason.map { ": \($0)" } ?? "")
    case .notSubject: "No" + (callInReason.map { ": \($0)" } ?? "")
    }
  }

  package var wardWords: String? {
    switch wards {
    case nil: nil
    case .told: "Yes" + (wardsDay.map { ", \($0.words)" } ?? "")
    case .all: "No, as it affects all wards"
    }
  }

  package var equalityWords: String? {
    switch equality {
    case nil: nil
    case .assessed: "Yes" + (equalityDay.map { ", \($0.words)" } ?? "")
    case .notNeeded: "Not needed" + (equalityReason.map { ": \($0)" } ?? "")
    }
  }
}
