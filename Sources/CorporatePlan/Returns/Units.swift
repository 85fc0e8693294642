extension Book {
  /// The service that a return belongs to by its owner's post, and the directorate above it; empty when no post answers
  /// for it.
  package func units(of slot: Slot) -> [String] {
    var units: [String] = []
    var next = slot.owner.flatMap { posts[$0]?.service }
    while let unit = next, !units.contains(unit) {
      units.append(unit)
      next = self.unit(above: unit)
    }
    return units
  }

  /// The posts that sign off a unit: those in it that report to no other in it.
  package func signers(of unit: String) -> [Post] {
    let own = posts.values.filter { $0.service == unit }
    let ids = Set(own.map(\.id))
    return own.filter { post in post.reportsTo.map { !ids.contains($0) } ?? true }.sorted { $0.id < $1.id }
  }

  /// Whether a person may sign off a unit on a day: who holds one of its posts at the top, or of a unit above it, or
  /// stands in for them.
  package func maySignOff(_ unit: String, _ person: String, on day: Day) -> Bool {
    let held = Set(posts(of: person, on: day).map(\.id))
    var seen: Set<String> = []
    var next: String? = unit
    while let unit = next, seen.insert(unit).inserted {
      if signers(of: unit).contains(where: { held.contains($0.id) }) { return true }
      next = self.unit(above: unit)
    }
    return false
  }

  /// The directorate of a service, which councils name by its id or by its name.
  private func unit(above service: String) -> String? {
    guard let directorate = services[service]?.directorate else { return nil }
    if services[directorate] != nil { return directorate }
    return services.values.filter { $0.name == directorate }.map(\.id).min() ?? directorate
  }
}
