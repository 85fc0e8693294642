/// Who sees a thing of the plan.
package enum Publication: String, Sendable, CaseIterable {
  /// Everybody: it stands on the public site and in what is published.
  case open = "public"
  /// The council alone.
  case `internal`

  /// As a record holds it: what is public, as most is, says nothing.
  var json: JSON? { self == .open ? nil : .string(rawValue) }
}

extension Book {
  /// Whether the public may see an item: neither it nor anything above it is the council's own business.
  package func isPublic(_ item: PlanItem) -> Bool {
    item.publication == .open && path(to: item.parent).allSatisfy { $0.publication == .open }
  }

  /// Whether the public may see an indicator: it is public itself, and so is one of the items it stands under.
  package func isPublic(_ indicator: Indicator) -> Bool {
    let homes = indicator.items.compactMap { items[$0] }
    return indicator.publication == .open && (homes.isEmpty || homes.contains(where: isPublic))
  }
}
