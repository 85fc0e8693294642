/// How a council wants a kind of report: which sections in which order and under which headings, its look, and who clears it.
/// Councils forbid changes to some forms and limit others (domain, section 8), so the set is theirs and not the program's.
package struct ReportTemplate: Record {
  package static let kind = "report-template"
  package let type: ReportType
  /// The sections in the council's order; one that is not named comes where the program puts it.
  package var sections: [Section]
  /// The officers who clear it, in order.
  package var officers: [Officer]
  /// Whether each officer waits for the one before.
  package var clearsInOrder: Bool
  /// The digest of a Word file whose styles, page and headers are used.
  package var wordStyle: String?
  /// The digest of the logo.
  package var logo: String?
  /// The council's words for statuses, by the status's own: "green" is "On track".
  package var statusWords: [String: String]

  package struct Section: Equatable, Sendable {
    /// As in `ReportSection.key`: `summary`, or `priorities` for each of them.
    package let key: String
    package var heading: String?
    /// Whether it is left out. Sections that prove the counts can't be.
    package var isLeftOut: Bool

    package init(_ key: String, heading: String? = nil, isLeftOut: Bool = false) {
      self.key = key
      self.heading = heading
      self.isLeftOut = isLeftOut
    }
  }

  package struct Officer: Equatable, Sendable {
    /// "Chief Financial Officer".
    package let role: String
    /// Whether the law wants the clearance.
    package var isStatutory: Bool

    package init(_ role: String, isStatutory: Bool = false) {
      self.role = role
      self.isStatutory = isStatutory
    }
  }

  package var id: String { type.code }

  package init(
    _ type: ReportType, sections: [Section] = [], officers: [Officer] = [], clearsInOrder: Bool = false,
    wordStyle: String? = nil, logo: String? = nil, statusWords: [String: String] = [:]
  ) {
    self.type = type
    self.sections = sections
    self.officers = officers
    self.clearsInOrder = clearsInOrder
    self.wordStyle = wordStyle
    self.logo = logo
    self.statusWords = statusWords
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    guard let type = ReportType.allCases.first(where: { $0.code == id }) else {
      throw FieldError("record", "is no kind of report: “\(id)”")
    }
    self.type = type
    sections = try (fields.json["sections"]?.array ?? []).map { section throws(FieldError) in
      let section = Fields(section)
      return Section(
        try section.text("key"), heading: section.optionalText("heading"), isLeftOut: section.flag("left_out"))
    }
    officers = try (fields.json["officers"]?.array ?? []).map { officer throws(FieldError) in
      let officer = Fields(officer)
      return Officer(try officer.text("role"), isStatutory: officer.flag("statutory"))
    }
    clearsInOrder = fields.flag("in_order")
    wordStyle = fields.optionalText("word_style")
    logo = fields.optionalText("logo")
    statusWords = Dictionary(
      try (fields.json["status_words"]?.array ?? []).map { words throws(FieldError) in
        let words = Fields(words)
        return (try words.text("status"), try words.text("word"))
      }, uniquingKeysWith: { _, last in last })
  }

  package var body: JSON {
    .object([
      "sections": sections.isEmpty
        ? nil
        : .array(
          sections.map {
            .object(["key": .string($0.key), "heading": $0.heading.json, "left_out": $0.isLeftOut.json])
          }),
      "officers": officers.isEmpty
        ? nil : .array(officers.map { .object(["role": .string($0.role), "statutory": $0.isStatutory.json]) }),
      "in_order": clearsInOrder.json, "word_style": wordStyle.json, "logo": logo.json,
      "status_words": statusWords.isEmpty
        ? nil
        : .array(
          statusWords.sorted { $0.key < $1.key }
            .map { .object(["status": .string($0.key), "word": .string($0.value)]) }),
    ])
  }
}
