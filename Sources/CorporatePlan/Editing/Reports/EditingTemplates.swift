extension Editing {
  /// How the council wants a kind of report. Fields: for each section of the form, `heading:KEY`, `opening:KEY` and
  /// `left_out:KEY`; `word:STATUS` for each status; `officers`, one to a line, a statutory one with a star at its end;
  /// `in_order`.
  ///
  /// - Parameter sections: the keys of the kind's sections in the order of the form, with whether each may be left out.
  package func changeTemplate(
    _ type: ReportType, sections: [(key: String, isRequired: Bool)], _ answers: FormAnswers
  ) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    var template = book.reportTemplates[type.code] ?? ReportTemplate(type)
    template.sections = sections.map { key, isRequired in
      let isLeftOut = answers.isYes("left_out:\(key)")
      if isLeftOut, isRequired {
        form.refuse("left_out:\(key)", "“\(key)” shows how the counts come about, so it can’t be left out.")
      }
      return ReportTemplate.Section(
        key, heading: answers.text("heading:\(key)"), isLeftOut: isLeftOut, text: answers.text("opening:\(key)"))
    }
    var words: [String: String] = [:]
    for (status, word) in answers.words(after: "word:") {
      if let other = words.first(where: { $0.value.lowercased() == word.lowercased() })?.key {
        form.refuse("word:\(status)", "“\(word)” is what “\(other)” is called already; two statuses need two words.")
      }
      if word.contains(where: \.isNumber) {
        form.refuse("word:\(status)", "“\(word)” has a number in it, which would be read as a count; use words alone.")
      }
      words[status] = word
    }
    template.statusWords = words
    template.officers = answers.texts("officers").map { line in
      ReportTemplate.Officer(
        line.hasSuffix("*") ? String(line.dropLast()).trimmed : line, isStatutory: line.hasSuffix("*"))
    }
    template.clearsInOrder = answers.isYes("in_order")
    try form.finish()
    return try changed(template)
  }

  /// Moves a section one place up or down.
  package func moveSection(
    _ key: String, up: Bool, in type: ReportType, sections: [String]
  ) throws(EditRefused) -> [Revision] {
    var template = book.reportTemplates[type.code] ?? ReportTemplate(type)
    guard let place = sections.firstIndex(of: key), sections.indices.contains(place + (up ? -1 : 1)) else { return [] }
    var order = sections
    order.swapAt(place, place + (up ? -1 : 1))
    template.sections = order.map { key in
      template.sections.first { $0.key == key } ?? ReportTemplate.Section(key)
    }
    return try changed(template)
  }

  /// The digest of a logo or of a Word file of the council's; `nil` takes it away.
  package func setTemplateFile(_ file: ReportTemplate.File, _ digest: String?, of type: ReportType)
    throws(EditRefused) -> [Revision]
  {
    var template = book.reportTemplates[type.code] ?? ReportTemplate(type)
    switch file {
    case .logo: template.logo = digest
    case .wordStyle: template.wordStyle = digest
    }
    return try changed(template)
  }
}

extension ReportTemplate {
  /// The files that a template brings along.
  package enum File: String, Sendable, CaseIterable {
    case logo
    case wordStyle = "word-style"
  }

  package func digest(of file: File) -> String? {
    switch file {
    case .logo: logo
    case .wordStyle: wordStyle
    }
  }
}
