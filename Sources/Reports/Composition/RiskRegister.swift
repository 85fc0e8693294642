import Documents

extension ReportSection {
  /// Sections that are made of the register of risks: of a report, and of a briefing.
  static let ofRegister: Set<String> = ["risks", "rising"]

  /// What a cabinet report shows of the register beside the words on its own risks.
  private static let besideWords = "risk"

  /// Whether it tells of the register: the risks of a paper are its own, and stand under another caption.
  var showsRegister: Bool {
    ReportSection.ofRegister.contains(key) || key == ReportSection.besideWords && parts.contains(where: \.isOfRegister)
  }

  /// Without the register; `nil` when nothing is left.
  var withoutRegister: ReportSection? {
    if ReportSection.ofRegister.contains(key) { return nil }
    guard showsRegister else { return self }
    var section = self
    // What officers write of the risks of this decision stays.
    section.parts = parts.filter { if case .passage(ReportSection.writtenKey, _) = $0 { true } else { false } }
    return section
  }

  private static let writtenKey = "risk/text"
}

extension ReportPart {
  fileprivate var isOfRegister: Bool {
    // The section on risks always begins with these words.
    if case .passage("risks/overview", _) = self { true } else { false }
  }
}

extension ComposedReport {
  /// Whether the register of risks stands in it, which becomes public with it.
  package var showsRegister: Bool { sections.contains(where: \.showsRegister) }
}
