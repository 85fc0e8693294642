/// That somebody with the right lets a report be sealed although a check objects. The reason is printed in the report and
/// kept in its seal. It holds for the finding as it was worded: another figure is another finding.
package struct CheckOverride: Record {
  package static let kind = "check-override"
  /// The report's id.
  package var report: String
  /// The check's code: `red-without-commentary`.
  package var code: String
  /// Where it found something: "indicator calls".
  package var place: String
  /// What it found there, to the letter.
  package var finding: String
  package var reason: String
  /// The post that decided, never a person.
  package var by: String
  package var day: Day

  package var id: String { CheckOverride.id(report, code, place, finding) }

  /// A place may have several findings of one check, so the words of the finding tell them apart, as FNV-1a of their bytes.
  package static func id(_ report: String, _ code: String, _ place: String, _ finding: String) -> String {
    let mark = "\(place)\n\(finding)".utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    return "\(report)#\(code)#\(String(mark, radix: 16))"
  }

  package init(
    report: String, code: String, place: String, finding: String, reason: String, by post: String, on day: Day
  ) {
    self.report = report
    self.code = code
    self.place = place
    self.finding = finding
    self.reason = reason
    by = post
    self.day = day
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    report = try fields.text("report")
    code = try fields.text("code")
    place = try fields.text("place")
    finding = try fields.text("finding")
    reason = try fields.text("reason")
    by = try fields.text("by")
    guard let day = try fields.day("day") else { throw FieldError("day", "is missing") }
    self.day = day
  }

  package var body: JSON {
    .object([
      "report": .string(report), "code": .string(code), "place": .string(place), "finding": .string(finding),
      "reason": .string(reason), "by": .string(by), "day": .string(day.description),
    ])
  }

  /// "Sealed although 3 indicators have the worst status …: reason, by the Head of Performance, 14 October 2025".
  package var sentence: String {
    "Sealed although \(place) has this objection: “\(finding)” Reason: \(reason.endingInStop) By the \(by), \(day.words)."
  }
}

extension String {
  fileprivate var endingInStop: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
