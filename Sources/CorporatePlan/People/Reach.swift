/// How far somebody may go with one action on one day: over everything, over what belongs to their services, or over what
/// their posts own.
package struct Reach: Equatable, Sendable {
  package let scope: Permission.Scope
  /// The posts they hold, by id.
  package let posts: Set<String>
  /// The services that their posts belong to or lead, by id.
  package let services: Set<String>

  package init(_ scope: Permission.Scope, posts: Set<String> = [], services: Set<String> = []) {
    (self.scope, self.posts, self.services) = (scope, posts, services)
  }
}

extension Book {
  /// How far a person may go with a scope: a change of postholder moves it the same day.
  package func reach(of person: String, _ scope: Permission.Scope, on day: Day) -> Reach {
    let held = posts(of: person, on: day)
    var led = Set(held.compactMap(\.service))
    // Who heads a directorate leads its services; so does who other posts report to.
    var known: Set<String> = Set(held.map(\.id))
    var next = held.map(\.id)
    while let post = next.popLast() {
      for below in posts.values where below.reportsTo == post && known.insert(below.id).inserted {
        next.append(below.id)
        if let service = below.service { led.insert(service) }
      }
    }
    // Who merely sits in a directorate's own unit heads nothing: its one post at the top does.
    let headed = led.filter { unit in
      let top = signers(of: unit)
      return top.count == 1 && known.contains(top[0].id)
    }
    let names = Set(headed.compactMap { services[$0]?.name })
    for service in services.values {
      if let directorate = service.directorate, headed.contains(directorate) || names.contains(directorate) {
        led.insert(service.id)
      }
    }
    return Reach(scope, posts: Set(held.map(\.id)), services: led)
  }

  /// Whether a reach takes in an indicator or action.
  package func isWithin(_ reach: Reach, _ subject: RecordID) -> Bool {
    switch reach.scope {
    case .none: return false
    case .all: return true
    case .assigned, .ownService:
      guard let owner = owner(of: subject) else { return false }
      if reach.posts.contains(owner) { return true }
      return reach.scope == .ownService && service(of: subject).map(reach.services.contains) ?? false
    }
  }

  /// The post that owes the return of an indicator or action: its own, or that of the nearest item above it; what the
  /// council wrote where that names no post.
  package func owner(of subject: RecordID) -> String? {
    let named =
      switch subject.kind {
      case Indicator.kind: indicators[subject.record].flatMap { $0.owner ?? owner(above: $0.items.first) }
      case PlanItem.kind: owner(above: subject.record)
      default: nil as String?
      }
    return post(named: named)?.id ?? named
  }

  /// The service that answers for an indicator or action: its owner's.
  package func service(of subject: RecordID) -> String? { owner(of: subject).flatMap { posts[$0]?.service } }

  /// The owner of an item, or of the nearest one above it that has one.
  func owner(above id: String?) -> String? { path(to: id).last { $0.owner != nil }?.owner }
}
