import CorporatePlan

extension [ReportCheck] {
  /// Of officers whom the law wants nothing can be set aside: Local Government Act 1972 section 151, Local Government and
  /// Housing Act 1989 section 5.
  static let clearances: [ReportCheck] = [
    .clearance("clearance-missing", looksFor: "An officer named by the template who has not cleared the report.") {
      report in
      report.standings.officers.compactMap { standing -> Objecting? in
        let officer = standing.officer
        switch standing.state {
        case .notAsked: return (officer, "\(officer.the) was not asked for clearance. Ask, and wait for it.")
        case .waiting, .afterwards:
          return (officer, "\(officer.the) has not cleared the report. Silence is not clearance: wait for it.")
        case .cleared, .refused, .void: return nil
        }
      }
    },
    .clearance("clearance-refused", looksFor: "An officer who did not clear the report.") { report in
      report.standings.officers.compactMap { standing -> Objecting? in
        guard standing.state == .refused else { return nil }
        return (
          standing.officer,
          "\(standing.officer.the) did not clear the report\(standing.clearance?.comments.map { ": “\($0)”" } ?? ""). Mend it and ask again."
        )
      }
    },
    .clearance("clearance-void", looksFor: "A clearance of a report that was changed afterwards.") { report in
      report.standings.officers.compactMap { standing -> Objecting? in
        guard case .void(let sections) = standing.state else { return nil }
        let day = standing.clearance?.day.map { " on \($0.words)" } ?? ""
        return (
          standing.officer,
          "\(standing.officer.the) cleared the report\(day), and it was changed since. \(sections.map(\.sentence).joined(separator: " ")) Ask for clearance again."
        )
      }
    },
    .dated("clearance-after-meeting", looksFor: "A clearance that is dated after the meeting.") { day, report in
      guard let meeting = report.paper?.meeting, meeting < day else { return nil }
      return "is dated \(day.words), \(day - meeting) \(day - meeting == 1 ? "day" : "days") after the meeting of "
        + "\(meeting.words). Correct the date, or take the report to a later meeting."
    },
    .dated("clearance-in-the-future", looksFor: "A clearance that is dated in the future.") { day, report in
      guard let today = report.today, today < day else { return nil }
      return "is dated \(day.words), which is still to come. Correct the date."
    },
  ]
}

/// An officer whose clearance stands against the seal, and why.
private typealias Objecting = (officer: ReportTemplate.Officer, sentence: String)

extension ReportTemplate.Officer {
  fileprivate var the: String { "The \(role)" }
}

extension ReportCheck {
  /// Two checks in one code: an error for officers whom the law wants, an objection for the others.
  fileprivate static func clearance(
    _ code: String, looksFor: String,
    _ find: @escaping @Sendable (ReportUnderCheck) -> [Objecting]
  ) -> ReportCheck {
    ReportCheck(code, looksFor: looksFor) { report in
      find(report).map { officer, sentence in
        Finding(
          officer.isStatutory ? .error : .objection, code: code, place: "clearance of the \(officer.role)",
          sentence: sentence)
      }
    }
  }

  /// The dates of all clearances, those printed in the paper too: a date is corrected and never set aside.
  fileprivate static func dated(
    _ code: String, looksFor: String, _ problem: @escaping @Sendable (Day, ReportUnderCheck) -> String?
  ) -> ReportCheck {
    ReportCheck(code, looksFor: looksFor) { report in
      let own = report.whole.clearances.values.filter { $0.report == report.report.id }
      let all = own.sorted { ($0.order, $0.id) < ($1.order, $1.id) } + report.whole.printedClearances(of: report.report)
      return all.compactMap { clearance in
        clearance.day.flatMap { problem($0, report) }.map {
          Finding(
            .error, code: code, place: "clearance of the \(clearance.role)",
            sentence: "The clearance of the \(clearance.role) \($0)")
        }
      }
    }
  }
}
