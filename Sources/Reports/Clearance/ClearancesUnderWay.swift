import CorporatePlan

extension Book {
  /// How far each clearance is that officers were asked for: of reports that were not sealed since.
  package func clearancesUnderWay(on today: Day, _ digest: ([UInt8]) -> String) -> [ClearanceProgress] {
    clearanceRequests.values.sorted { $0.id < $1.id }.compactMap { request in
      guard !isWithdrawn(request.report), let report = report(request.report), let asked = stamp(of: request.recordID),
        !isOver(report, asked, today)
      else { return nil }
      return ClearanceProgress(self, report, request, asked, digest)
    }
  }

  /// Whether somebody prepared it and took it back: what it is without their settings nobody was asked about.
  package func isWithdrawn(_ report: String) -> Bool {
    reports[report] == nil && stamp(of: RecordID(Report.kind, report)) != nil
  }

  /// Nobody is written to about what was sealed, or asked for so long ago that it was given up.
  private func isOver(_ report: Report, _ asked: Stamp, _ today: Day) -> Bool {
    asked.recordedAt.londonDay + 120 < today
      || seals.values.contains { $0.reportID == report.id && asked.position <= $0.position }
  }
}

extension ClearanceProgress {
  fileprivate init(
    _ book: Book, _ report: Report, _ request: ClearanceRequest, _ asked: Stamp, _ digest: ([UInt8]) -> String
  ) {
    let standings = ClearanceStandings(book, report, ReportContent(book, report), digest)
    self.init(
      report.id, "\(report.title ?? "\(report.type.rawValue.capitalised) report"), \(report.period.name)",
      due: request.due, request: asked.revision)
    func position(_ clearance: Clearance?) -> Int {
      clearance.flatMap { book.stamp(of: $0.recordID)?.position } ?? 0
    }
    /// What was exempt when it was cleared: a paper can be taken from its report since.
    func then(_ clearance: Clearance?) -> Set<String> {
      let book = clearance.flatMap { book.asCleared($0) }
      let checks = book.flatMap { book in book.reports[report.id].flatMap(book.paperChecks) }
      return Set(checks?.keptBack ?? [])
    }
    let kept = Set(book.paperChecks(of: report)?.keptBack ?? [])
    for standing in standings.officers {
      // Asking again asks those, too, who refused before, or whose clearance is void.
      let isAskedAgain = position(standing.clearance) < asked.position
      switch standing.state {
      case .waiting: self.asked.append(standing.officer.role)
      case .refused where isAskedAgain: self.asked.append(standing.officer.role)
      case .refused: refused.append(Refused(standing.officer.role, clearance: position(standing.clearance)))
      case .void(let sections):
        voided.append(
          Voided(
            standing.officer.role, clearance: position(standing.clearance),
            sections: sections.map { $0.told(kept.union(then(standing.clearance))) }))
        if isAskedAgain { self.asked.append(standing.officer.role) }
      default: break
      }
    }
    if standings.isComplete {
      cleared = Cleared(
        last: standings.officers.map { position($0.clearance) }.max() ?? 0,
        officers: standings.officers.map { standing in
          standing.officer.role + (standing.clearance?.day.map { ", \($0.words)" } ?? "")
        })
    }
  }
}

extension VoidedSection {
  /// What a letter may say of it. The public reads the heading of an exempt section and nothing below it; that somebody
  /// changed just this one stands on the page of the clearance, and letters go further than the council.
  fileprivate func told(_ kept: Set<String>) -> String {
    kept.contains(key) ? "A section that is exempt from publication \(change)." : "\(place) \(change)."
  }
}
