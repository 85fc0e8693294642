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
    // "Jane Green" is a person and "Clean Green" none.
    let isNamed = title || isFirstName(words[0])
    return words.indices.allSatisfy { index in
      let word = words[index]
      if index > 0, index < words.count - 1, particles.contains(word) { return true }
      return mayBeName(word) || isNamed && isCapitalised(word) && surnames.contains(word.lowercased())
    }
  }

  /// The post that stands behind a name without anything between: "Cllr Ann Brown Portfolio Holder", "Jane Smith Head of
  /// Parks". `nil` where there is none.
  static func post(behindNameIn text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    let title = titles.contains(first.lowercased().filter(\.isLetter))
    let isNamed = title || isFirstName(first)
    let names = words.dropFirst(title ? 1 : 0).prefix { mayBeName($0) }.count
    let start = names + (title ? 1 : 0)
    guard (title ? 1...3 : 2...3).contains(names), start < words.count, posts.contains(words[start].lowercased()) else {
      return nil
    }
    let post = words[start...].joined(separator: " ")
    // Without a first name or a form of address, only what begins as posts do tells.
    return isNamed || beginnings.contains { post.lowercased().hasPrefix($0) } ? post : nil
  }

  /// A common first name alone.
  static func isFirstName(_ text: String) -> Bool { firstNames.contains(text.lowercased()) && isCapitalised(text) }

  /// Whether a word of it is one that posts, teams and subjects have.
  static func isPost(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { posts.contains($0.lowercased()) }
  }

  private static func mayBeName(_ word: String) -> Bool { isCapitalised(word) && !posts.contains(word.lowercased()) }

  private static func isCapitalised(_ word: String) -> Bool {
    word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-’'.".contains($0) }
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
    "directorate", "department", "division", "unit", "office", "partnership", "partners", "trust", "association",
    "forum", "network", "vacant", "various", "strategic", "operational", "technical", "clerk", "architect", "planner",
    "registrar", "fleet", "depot", "cemeteries", "bereavement", "cleansing", "enforcement", "protection", "wellbeing",
    "safeguarding", "adoption", "fostering", "schools", "school", "maintenance", "drainage", "flood", "lighting",
    "traffic", "accountancy", "treasury", "income", "debt", "contracts", "contract", "commercial", "quality",
    "workforce", "equality", "diversity", "inclusion", "nature", "biodiversity", "countryside", "conservation",
    "design", "urban", "rural", "web", "reception", "collection", "collections", "lettings", "tenancy", "tenants",
    "private", "sector", "voluntary", "museum", "museums", "theatre", "events", "markets", "bereavements", "crime",
    "prevention", "active", "lives", "living", "independent", "ageing", "disability", "carers", "mental",
  ]

  /// Words of posts that are surnames, too.
  private static let surnames: Set<String> = [
    "green", "street", "place", "law", "head", "early", "change", "city", "town", "mayor", "lead", "help", "roads",
    "park", "parks", "chief", "leader", "care", "sport", "major", "holder",
  ]

  private static let particles: Set<String> = [
    "van", "der", "den", "de", "la", "le", "von", "di", "bin", "al", "du", "ter",
  ]

  /// How posts begin behind a name.
  private static let beginnings = [
    "head of", "director", "assistant director", "deputy director", "executive director", "corporate director",
    "portfolio holder", "cabinet member", "chief executive", "lead officer", "service manager", "leader of",
    "deputy leader", "assistant chief", "monitoring officer", "interim head", "interim director",
  ]

  /// Common ones of Britain that are no words of posts or subjects.
  private static let firstNames: Set<String> = [
    "aaron", "abdul", "abigail", "adam", "adrian", "agnes", "ahmed", "aisha", "alan", "alastair", "alex", "alexander",
    "alexandra", "ali", "alice", "alison", "amanda", "amir", "amy", "andrea", "andrew", "andy", "angela", "anita",
    "anjali", "ann", "anna", "anne", "annette", "anthony", "antony", "arthur", "barbara", "barry", "becky", "ben",
    "benjamin", "bernard", "beth", "bethany", "beverley", "brenda", "brian", "bridget", "bruce", "bryan", "carl",
    "carol", "caroline", "carolyn", "catherine", "cath", "charles", "charlotte", "cheryl", "chloe", "chris",
    "christina", "christine", "christopher", "claire", "clare", "clive", "colin", "craig", "daniel", "danny", "darren",
    "dave", "david", "dawn", "deborah", "debbie", "deepak", "denise", "dennis", "derek", "diana", "diane", "dominic",
    "donald", "donna", "dorothy", "douglas", "duncan", "edward", "eileen", "elaine", "eleanor", "elizabeth", "ellen",
    "emily", "emma", "eric", "fatima", "fiona", "frances", "francis", "gareth", "gary", "gavin", "gemma", "geoff",
    "geoffrey", "george", "gerald", "gillian", "glenn", "gordon", "graeme", "graham", "greg", "gwen", "hannah",
    "harriet", "harry", "hassan", "heather", "helen", "henry", "hilary", "howard", "hugh", "ian", "imran", "isabel",
    "jack", "jackie", "jacqueline", "jacob", "james", "jamie", "jane", "janet", "janice", "jason", "javed", "jayne",
    "jean", "jenna", "jennifer", "jenny", "jeremy", "jessica", "jill", "jim", "joan", "joanna", "joanne", "john",
    "jon", "jonathan", "joseph", "joshua", "joyce", "judith", "julia", "julian", "julie", "karen", "kate", "katherine",
    "kathleen", "kathryn", "katie", "keith", "kelly", "kenneth", "kerry", "kevin", "kim", "kirsty", "laura", "lauren",
    "lee", "leila", "leslie", "lesley", "lewis", "liam", "linda", "lindsay", "lisa", "liz", "lorraine", "louise",
    "lucy", "luke", "lynn", "lynne", "malcolm", "mandy", "margaret", "maria", "marie", "marion", "martin", "mary",
    "matthew", "maureen", "megan", "melanie", "melissa", "michael", "michelle", "mike", "mohammed", "mohamed",
    "muhammad", "nadia", "naomi", "natalie", "natasha", "nathan", "neil", "nicholas", "nick", "nicola", "nigel",
    "nina", "olivia", "oliver", "pamela", "patricia", "patrick", "paul", "paula", "pauline", "peter", "philip",
    "phillip", "phil", "pippa", "priya", "rachel", "raj", "rajesh", "ravi", "rebecca", "richard", "rita", "robert",
    "robin", "roger", "ronald", "rosemary", "ross", "roy", "russell", "ruth", "ryan", "sally", "sam", "samantha",
    "samuel", "sandra", "sanjay", "sara", "sarah", "scott", "sean", "sharon", "sheila", "shirley", "simon", "sophie",
    "stacey", "stella", "stephanie", "stephen", "steve", "steven", "stuart", "sue", "sunita", "susan", "suzanne",
    "sylvia", "tanya", "teresa", "terry", "theresa", "thomas", "tim", "timothy", "tina", "toby", "tom", "tony",
    "tracey", "tracy", "trevor", "usha", "valerie", "vanessa", "veronica", "victoria", "vijay", "vikram", "vincent",
    "vivien", "wayne", "wendy", "william", "yasmin", "yusuf", "yvonne", "zoe",
  ]
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let betweenNames = /[,;|]\s*|\s[-–—]\s|\s*[()]\s*/
nonisolated(unsafe) private let address = /\S@\S+\.\S/
