/// A report to a committee that decides: its meeting, and its form as printed (domain, section 8).
package struct Paper: Record {
  package static let kind = "paper"
  package let id: String
  package var title: String
  /// The body that meets: "Cabinet".
  package var committee: String?
  package var meeting: Day?
  /// The lines of its form, in order and in the council's words: key decision, exempt, wards affected, call-in. Names of
  /// people are not among them: posts are.
  package var form: [Line]
  /// What it has to show before the meeting, as entered in the office.
  package var checks: PaperChecks

  package struct Line: Equatable, Sendable {
    package let name: String
    package let words: String

    package init(_ name: String, _ words: String) {
      self.name = name
      self.words = words
    }
  }

  package init(
    id: String, title: String, committee: String? = nil, meeting: Day? = nil, form: [Line] = [],
    checks: PaperChecks = PaperChecks()
  ) {
    self.id = id
    self.title = title
    self.committee = committee
    self.meeting = meeting
    self.form = form
    self.checks = checks
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    title = try fields.text("title")
    committee = fields.optionalText("committee")
    meeting = try fields.day("meeting")
    form = try (fields.json["form"]?.array ?? []).map { line throws(FieldError) in
      let line = Fields(line)
      return Line(try line.text("name"), try line.text("words"))
    }
    checks = try PaperChecks(fields)
  }

  package var body: JSON {
    let paper = JSON.object([
      "title": .string(title), "committee": committee.json, "meeting": (meeting?.description).json,
      "form": form.isEmpty
        ? nil : .array(form.map { .object(["name": .string($0.name), "words": .string($0.words)]) }),
    ])
    return paper.and(JSON.object(checks.members))
  }
}
