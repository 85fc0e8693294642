import CorporatePlan

/// How far the officers are whom the council's template names for a report.
package struct ClearanceStandings: Sendable {
  package let officers: [Standing]
  package let request: ClearanceRequest?

  package struct Standing: Sendable {
    package let officer: ReportTemplate.Officer
    package let clearance: Clearance?
    package let state: State
  }

  package enum State: Equatable, Sendable {
    case notAsked
    /// Waits until the officer before has cleared it.
    case afterwards(role: String)
    case waiting
    case cleared
    case refused
    /// The report was changed after it was cleared, in these sections.
    case void([VoidedSection])

    package var isClear: Bool { self == .cleared }
    package var words: String {
      switch self {
      case .notAsked: "Not asked yet"
      case .afterwards(let role): "After the \(role)"
      case .waiting: "Waiting"
      case .cleared: "Cleared"
      case .refused: "Not cleared"
      case .void: "Void: changed since"
      }
    }
  }

  /// - Parameter content: the report as it stands.
  package init(_ book: Book, _ report: Report, _ content: ReportContent, _ digest: ([UInt8]) -> String) {
    let template = book.reportTemplates[report.type.code] ?? ReportTemplate(report.type)
    let request = book.clearanceRequests[report.id]
    let now = content.digests(digest)
    var standings: [Standing] = []
    for officer in template.officers {
      let clearance = book.clearance(of: report, by: officer.role)
      let before = standings.last { !$0.state.isClear }
      let state: State =
        switch clearance {
        case nil where request == nil: .notAsked
        case nil where template.clearsInOrder && before != nil:
          .afterwards(role: before?.officer.role ?? "")
        case nil: .waiting
        case let clearance? where clearance.decision == .refused: .refused
        case let clearance?:
          // A clearance that was printed in an imported paper was given to that paper, which stays as it is.
          clearance.content == nil || clearance.content?.digest == now.digest
            ? .cleared : .void(WhatVoided(book, report, clearance, content, now).sections)
        }
      standings.append(Standing(officer: officer, clearance: clearance, state: state))
    }
    officers = standings
    self.request = request
  }

  /// Whether everybody has cleared it; not when nobody is named.
  package var isComplete: Bool { !officers.isEmpty && officers.allSatisfy(\.state.isClear) }

  /// The day of the last clearance, once nobody is waited for.
  package var completed: Day? { isComplete ? officers.compactMap { $0.clearance?.day }.max() : nil }

  package func standing(of role: String) -> Standing? { officers.first { $0.officer.role == role } }
}

extension Book {
  /// The clearance of a report by an officer: given here, or printed in the paper that the report goes with.
  package func clearance(of report: Report, by role: String) -> Clearance? {
    if let own = clearances["\(report.id)#\(role)"] { return own }
    guard let paper = report.paper else { return nil }
    let name = role.lowercased()
    return clearances.values.filter { $0.paper == paper && $0.role.lowercased() == name }.min { $0.order < $1.order }
  }

  /// The clearances printed in the paper that a report goes with, in their order.
  package func printedClearances(of report: Report) -> [Clearance] {
    guard let paper = report.paper else { return [] }
    return clearances.values.filter { $0.paper == paper }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }
}
