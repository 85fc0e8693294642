import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// The public bodies that milestones, measures and comments name, each with the items that name it.
  mutating func draftPartners() {
    let drafted = draft.record(RecordID(CouncilProfile.kind, "council")) as? CouncilProfile
    let own = (draft.order.book.council?.name ?? drafted?.name)?.normalisedName
    var partners: [String: [(item: String, locator: Locator)]] = [:]
    for mention in mentions {
      for name in PublicBody.all(in: mention.text) where name.normalisedName != own {
        if partners[name]?.contains(where: { $0.item == mention.item }) != true {
          partners[name, default: []].append((mention.item, mention.locator))
        }
      }
    }
    addInitials(&partners)
    for (name, places) in partners.sorted(by: { $0.key < $1.key }) {
      let id = Slugs.slug(name)
      var partner = draft.order.book.partners[id] ?? Partner(id: id, name: name)
      partner.items += places.map(\.item).filter { !partner.items.contains($0) }
      draft.add(partner, at: places[0].locator)
    }
  }

  /// "ECC", where Essex County Council is named in full elsewhere.
  private func addInitials(_ partners: inout [String: [(item: String, locator: Locator)]]) {
    for name in partners.keys {
      let initials = name.split(separator: " ").compactMap { $0.first?.isUppercase == true ? $0.first : nil }
      guard initials.count >= 3 else { continue }
      for mention in mentions
      where mention.text.split(whereSeparator: { !$0.isLetter }).contains(where: { $0.elementsEqual(initials) }) {
        if partners[name]?.contains(where: { $0.item == mention.item }) != true {
          partners[name]?.append((mention.item, mention.locator))
        }
      }
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
    let named =
      /\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+(?:shire)?) (County Council|Police|Constabulary|Fire and Rescue Service|Integrated Care Board)\b/
    for match in text.matches(of: named) {
      let place = match.1.split(separator: " ").filter { !openers.contains($0.lowercased()) }
      if !place.isEmpty { found.append("\(place.joined(separator: " ")) \(match.2)") }
    }
    if !found.contains(where: { $0.hasSuffix("Police") }), text.contains(/\bpolice\b/.ignoresCase()) {
      found.append("Police")
    }
    return found
  }

  private static let openers: Set<String> = ["with", "the", "and", "to", "by", "for", "our", "from", "of", "a", "work"]
}
