import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// The public bodies that milestones, measures and comments name, each with the items that name it.
  mutating func draftPartners() {
    let drafted = draft.record(RecordID(CouncilProfile.kind, "council")) as? CouncilProfile
    let own = (draft.order.book.council?.name ?? drafted?.name)?.normalisedName
    var named = NamedBodies()
    for mention in mentions {
      for name in PublicBody.all(in: mention.text) where name.normalisedName != own {
        named.add(name, mention.item, mention.locator)
      }
    }
    for (name, initials) in named.initials.prefix(50) {
      for mention in mentions
      where mention.text.split(whereSeparator: { !$0.isLetter }).contains(where: { $0 == initials }) {
        named.add(name, mention.item, mention.locator)
      }
    }
    for (name, places) in named.places.sorted(by: { $0.key < $1.key }) {
      let id = Slugs.slug(name)
      var partner = draft.order.book.partners[id] ?? Partner(id: id, name: name)
      let known = Set(partner.items)
      partner.items += places.map(\.item).filter { !known.contains($0) }
      draft.add(partner, at: places[0].locator)
    }
  }

  /// Measures without a sign for what is good, told once for each.
  mutating func tellShared() {
    for (id, place) in indicatorPlaces.sorted(by: { $0.key < $1.key }) {
      guard let indicator = draft.record(RecordID(Indicator.kind, id)) as? Indicator, indicator.polarity == .none else {
        continue
      }
      draft.tell(
        .question, .polarityUnknown, at: place, verbatim: indicator.name,
        "Nothing says whether high or low is good. Until that is set, the indicator is shown and not rated.")
    }
  }
}

/// Public bodies with the items that name them, each once and in order.
private struct NamedBodies {
  private(set) var places: [String: [(item: String, locator: Locator)]] = [:]
  private var seen: Set<String> = []

  mutating func add(_ name: String, _ item: String, _ locator: Locator) {
    if seen.insert("\(name)\n\(item)").inserted { places[name, default: []].append((item, locator)) }
  }

  /// "ECC" for a body that is named in full as Eastshire County Council.
  var initials: [(name: String, initials: String)] {
    places.keys.sorted().compactMap { name in
      let letters = name.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
      return letters.count >= 3 ? (name, String(letters)) : nil
    }
  }
}

/// Bodies that every council works with, by their names in running text.
enum PublicBody {
  private static let national = [
    "Arts Council England", "Sport England", "Historic England", "Homes England", "Natural England", "NHS England",
    "Environment Agency", "National Highways", "Public Health England", "Department for Work and Pensions",
    "Jobcentre Plus", "Citizens Advice", "NHS",
  ]

  static func all(in text: String) -> [String] {
    var found = national.filter { text.contains($0) }
    if found.contains("NHS England") { found.removeAll { $0 == "NHS" } }
    for match in text.matches(of: named) {
      let place = match.1.split(separator: " ").filter { !openers.contains($0.lowercased()) }
      if !place.isEmpty { found.append("\(place.joined(separator: " ")) \(match.2)") }
    }
    if !found.contains(where: { $0.hasSuffix("Police") }), text.contains(police) {
      found.append("Police")
    }
    return found
  }

  private static let openers: Set<String> = ["with", "the", "and", "to", "by", "for", "our", "from", "of", "a", "work"]
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let police = /\bpolice\b/.ignoresCase()
nonisolated(unsafe) private let named =
  /\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+(?:shire)?) (County Council|Police|Constabulary|Fire and Rescue Service|Integrated Care Board)\b/
