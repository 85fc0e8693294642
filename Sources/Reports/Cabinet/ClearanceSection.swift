import CorporatePlan
import Documents

/// Who cleared a paper, on whose behalf, when and with what comments; who has not yet. By role: names of people are in no
/// record.
func clearanceSection(_ book: Book, _ report: Report) -> [ReportSection] {
  let paper = report.paper.flatMap { book.papers[$0] }
  let own = book.clearances.values.filter { $0.paper == report.paper && report.paper != nil }
    .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  let wanted = (book.reportTemplates[report.type.code] ?? ReportTemplate(report.type)).officers
  let open = wanted.filter { officer in !own.contains { $0.role.lowercased() == officer.role.lowercased() } }
  let rows =
    own.map { clearance in
      Table.Row([
        .rowHeader(clearance.role), .text(clearance.onBehalf ? "Signed on behalf" : "Signed"),
        .text(day(clearance, paper)), .text(clearance.comments ?? "–"),
      ])
    }
    + open.map { officer in Table.Row([.rowHeader(officer.role), "Not cleared yet", "–", "–"]) }
  let part = PaperPart.clearance
  let title = PrintedPaper(book, paper).title(part) ?? part.heading
  let consulted = (paper?.form ?? []).filter { FormPlace(line: $0.name) == .clearance }
  var parts: [ReportPart] =
    rows.isEmpty
    ? [.paragraph("Nobody has cleared this report yet.")]
    : [
      .table(
        Table(
          "Who cleared this report",
          columns: [
            .init("Officer", width: 4), .init("Clearance", width: 3), .init("Date", width: 4),
            .init("Comments", width: 4),
          ], rows: rows))
    ]
  parts += consulted.map { .paragraph([.strong("\($0.name) "), .text($0.words)]) }
  return [ReportSection("clearance", Heading(part.level, title, anchor: part.rawValue), isRequired: true, parts)]
}

private func day(_ clearance: Clearance, _ paper: Paper?) -> String {
  guard let day = clearance.day else { return "no date" }
  guard let meeting = paper?.meeting, meeting < day else { return day.words }
  return "\(day.words), after the meeting of \(meeting.words)"
}
