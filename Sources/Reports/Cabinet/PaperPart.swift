import Documents

/// The parts of a report to a meeting, in the order of the usual form (domain, section 8).
enum PaperPart: String, CaseIterable, Sendable {
  case summary
  case recommendations
  case reason
  case report
  case introduction
  case options
  case wards = "ward-comments"
  case performance
  case environment
  case dataProtection = "data-protection"
  case risk
  case procurement
  case legal
  case financial
  case equalities
  case priorities = "council-priorities"
  case clearance
  case checks
  case contact

  /// Those that officers of the council's professions write.
  static let implications: [PaperPart] = [
    .wards, .performance, .environment, .dataProtection, .risk, .procurement, .legal, .financial, .equalities,
    .priorities,
  ]

  var heading: String {
    switch self {
    case .summary: "Section 1 – Summary and recommendations"
    case .recommendations: "Recommendations"
    case .reason: "Reason (for recommendations)"
    case .report: "Section 2 – Report"
    case .introduction: "Introduction"
    case .options: "Options considered"
    case .wards: "Ward councillors’ comments"
    case .performance: "Performance issues"
    case .environment: "Environmental implications"
    case .dataProtection: "Data protection implications"
    case .risk: "Risk management implications"
    case .procurement: "Procurement implications"
    case .legal: "Legal implications"
    case .financial: "Financial implications"
    case .equalities: "Equalities implications and the public sector equality duty"
    case .priorities: "Council priorities"
    case .clearance: "Section 3 – Statutory officer clearance"
    case .checks: "Mandatory checks"
    case .contact: "Section 4 – Contact details and background papers"
    }
  }

  var level: Heading.Level {
    switch self {
    case .summary, .report, .clearance, .contact: .section
    default: .subsection
    }
  }

  /// The part that a heading of a council's own paper names; the first of these words that occurs in it tells.
  init?(heading: String) {
    let words = heading.lowercased()
    let signs: [(String, PaperPart)] = [
      ("summary", .summary), ("clearance", .clearance), ("mandatory check", .checks), ("contact", .contact),
      ("background paper", .contact), ("reason", .reason), ("recommendation", .recommendations),
      ("option", .options), ("ward", .wards), ("introduct", .introduction), ("data protection", .dataProtection),
      ("environment", .environment), ("climate", .environment), ("risk", .risk), ("procurement", .procurement),
      ("legal", .legal), ("financ", .financial), ("equalit", .equalities), ("performance", .performance),
      ("priorit", .priorities), ("report", .report),
    ]
    guard let part = signs.first(where: { words.contains($0.0) })?.1 else { return nil }
    self = part
  }

  /// Equality Act 2010, section 149(1).
  static let equalityDuty = """
    When it decides, the council must have due regard to the need to (Equality Act 2010, section 149):

    - eliminate discrimination, harassment, victimisation and other conduct that the Act prohibits;
    - advance equality of opportunity between persons who share a relevant protected characteristic and persons who do not;
    - foster good relations between persons who share a relevant protected characteristic and persons who do not.
    """
}
