import CorporatePlan
import Documents

extension CabinetReport {
  /// The form at the head, a line for each entry. What the usual form asks for and nobody has said is told.
  var form: ReportSection {
    var lines = (paper?.form ?? []).filter { FormPlace(line: $0.name) == .head }.map { ($0.name, $0.words) }
    let known: [(String, String?)] = [
      ("Report for", committee), ("Date of meeting", paper?.meeting?.words), ("Subject", paper?.title),
      ("Key decision", paper?.checks.keyWords), ("Responsible officer", nil), ("Portfolio holder", nil),
      ("Exempt", paper?.checks.exemptWords), ("Decision subject to call-in", paper?.checks.callInWords),
      ("Wards affected", paper?.checks.wards == .all ? "All" : nil), ("Enclosures", nil),
    ]
    for (index, (name, words)) in known.enumerated() where !lines.contains(where: { $0.0.isLike(name) }) {
      lines.insert((name, words ?? CabinetReport.unsaid), at: min(index, lines.count))
    }
    return ReportSection("form", nil, isRequired: true, [.table(formTable("About this report", lines))])
  }

  /// Whether the law's and the council's own checks were made.
  var checks: ReportSection {
    var lines = lines(.checks)
    let answers = paper?.checks
    let asked = [
      ("Ward Councillors notified", answers?.wardWords), ("EqIA carried out", answers?.equalityWords),
      ("EqIA cleared by", answers?.equality == .notNeeded ? "Not needed" : answers?.equalityBy),
    ]
    for (name, words) in asked where !lines.contains(where: { $0.0.isLike(name) }) {
      lines.append((name, words ?? CabinetReport.unsaid))
    }
    let part = PaperPart.checks
    return ReportSection(
      "checks", Heading(part.level, printed.title(part) ?? part.heading, anchor: part.rawValue), isRequired: true,
      [
        .table(formTable("Mandatory checks", lines)),
        .passage(key: "checks/text", generated: printed.text(part) ?? ""),
      ])
  }

  var contact: ReportSection {
    var lines = lines(.contact)
    let known = [
      ("Contact", book.council?.contact), ("Background Papers", nil),
      ("Call-in waived by the Chair of Overview and Scrutiny Committee", nil),
    ]
    for (name, words) in known where !lines.contains(where: { $0.0.isLike(name) }) {
      lines.append((name, words ?? CabinetReport.unsaid))
    }
    let part = PaperPart.contact
    return ReportSection(
      "contact", Heading(part.level, printed.title(part) ?? part.heading, anchor: part.rawValue), isRequired: true,
      [
        .table(formTable("Contact details and background papers", lines)),
        .passage(key: "contact/text", generated: printed.text(part) ?? ""),
      ])
  }

  static let unsaid = "Not said yet"

  private func lines(_ place: FormPlace) -> [(String, String)] {
    (paper?.form ?? []).filter { FormPlace(line: $0.name) == place }.map { ($0.name, $0.words) }
  }

  private func formTable(_ caption: String, _ lines: [(String, String)]) -> Table {
    Table(
      caption, columns: [.init("Line of the form", width: 3), .init("Entry", width: 7)],
      rows: lines.map { Table.Row([.rowHeader($0.0), .text($0.1)]) })
  }
}

/// Where a line of the form stands in the paper.
enum FormPlace {
  case head
  case clearance
  case checks
  case contact

  init(line name: String) {
    let words = name.lowercased()
    if words.contains("consulted") {
      self = .clearance
    } else if words.contains("eqia") || words.contains("equality impact") || words.contains("notified") {
      self = .checks
    } else if words.contains("contact") || words.contains("background") || words.contains("waived") {
      self = .contact
    } else {
      self = .head
    }
  }
}

extension String {
  /// Whether two names of a line are one but for capitals and plural: "Portfolio Holder(s)".
  fileprivate func isLike(_ other: String) -> Bool { lowercased().hasPrefix(other.lowercased()) }
}
