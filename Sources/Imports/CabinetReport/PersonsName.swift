/// Words of a form with the names, addresses and numbers of people taken out. Posts stay: who holds one can be found
/// elsewhere and can be erased there, which the ledger can't.
struct WithoutPeople: Equatable {
  let words: String
  /// Whether something was left out.
  let leftOut: Bool

  init(_ text: String) {
    var leftOut = false
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      let parts = line.split(separator: betweenNames).map(\.trimmed).filter { !$0.isEmpty }
      let kept = parts.filter { !PersonsName.isOne($0) && !PersonsName.isAddress($0) }
      if kept.count == parts.count { return line.trimmed }
      leftOut = true
      return kept.joined(separator: ", ")
    }
    words = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    self.leftOut = leftOut
  }
}

/// What is the name of a person and not of a post.
enum PersonsName {
  static func isOne(_ text: String) -> Bool {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let title = words.first.map { titles.contains($0.lowercased().filter(\.isLetter)) } ?? false
    if title { words.removeFirst() }
    guard (title ? 1...4 : 2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-’'.".contains($0) }
        && !posts.contains(word.lowercased())
    }
  }

  /// An e-mail address or a telephone number.
  static func isAddress(_ text: String) -> Bool {
    text.contains(address) || text.count(where: \.isNumber) >= 9 && !text.contains { $0.isLetter }
  }

  private static let titles: Set<String> = [
    "councillor", "cllr", "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "baroness", "professor",
    "prof",
  ]

  /// Words that names of people don't have and names of posts, bodies and subjects do.
  private static let posts: Set<String> = [
    "director", "officer", "head", "leader", "manager", "chief", "council", "holder", "deputy", "executive", "lead",
    "service", "services", "strategy", "assistant", "member", "members", "cabinet", "monitoring", "interim",
    "treasurer", "finance", "financial", "legal", "procurement", "policy", "adviser", "advisor", "performance",
    "corporate", "audit", "internal", "democratic", "team", "business", "partner", "chair", "chairman", "committee",
    "portfolio", "housing", "environment", "resources", "community", "communities", "place", "people", "children",
    "adults", "adult", "public", "health", "planning", "regeneration", "transformation", "change", "governance",
    "solicitor", "accountant", "secretary", "mayor", "senior", "principal", "all", "wards", "borough", "city", "county",
    "district", "town", "the", "not", "applicable", "yes", "no", "none", "operations", "communications", "section",
    "economy", "growth", "culture", "customer", "digital", "equalities", "human", "law", "property", "commissioning",
    "development", "improvement", "insight", "data", "customers", "education", "social", "care", "joint", "group",
    "street", "streets", "scene", "waste", "recycling", "revenues", "benefits", "highways", "parks", "leisure",
    "libraries", "library", "arts", "sport", "parking", "licensing", "regulatory", "trading", "standards", "building",
    "control", "asset", "assets", "estates", "facilities", "homelessness", "homes", "repairs", "complaints", "contact",
    "centre", "climate", "sustainability", "energy", "transport", "roads", "environmental", "safety", "safer",
    "neighbourhood", "neighbourhoods", "youth", "family", "families", "early", "help", "learning", "skills",
    "employment", "economic", "investment", "tourism", "heritage", "elections", "electoral", "registration",
    "emergency", "resilience", "risk", "insurance", "pensions", "payroll", "research", "intelligence", "engagement",
    "media", "systems", "technology", "information", "project", "projects", "programme", "delivery", "support",
    "administration", "specialist", "coordinator", "co-ordinator", "analyst", "engineer", "surveyor", "inspector",
    "supervisor", "consultant", "commissioner", "board", "panel", "management", "tax", "green", "spaces",
  ]
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let betweenNames = /[,;|]\s*|\s[-–—]\s|\s*[()]\s*/
nonisolated(unsafe) private let address = /\S@\S+\.\S/
