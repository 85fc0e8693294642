/// Whose something is: the posts that answer for it, and their services.
package struct Belonging: Equatable, Sendable {
  package var posts: Set<String> = []
  package var services: Set<String> = []

  /// Whether a reach takes it in. What is nobody's is only within the reach of who sees all.
  package func isWithin(_ reach: Reach) -> Bool {
    switch reach.scope {
    case .none: false
    case .all: true
    case .assigned: !posts.isDisjoint(with: reach.posts)
    case .ownService: !posts.isDisjoint(with: reach.posts) || !services.isDisjoint(with: reach.services)
    }
  }
}

/// Finds whose things are, for many at once: what `Book.owner(of:)` searches for is looked up here.
package struct Belongings: Sendable {
  private let book: Book
  private let postsByTitle: [String: Post]

  package init(_ book: Book) {
    self.book = book
    postsByTitle = Dictionary(
      book.posts.values.map { ($0.title.trimmed.lowercased(), $0) }, uniquingKeysWith: { $0.id < $1.id ? $0 : $1 })
  }

  /// Of an indicator, an item of the plan, or a risk, which is also theirs whose items it threatens.
  package func belonging(of subject: RecordID) -> Belonging {
    switch subject.kind {
    case Indicator.kind:
      guard let indicator = book.indicators[subject.record] else { return Belonging() }
      return belonging(ofOwner: indicator.owner ?? book.owner(above: indicator.items.first))
    case PlanItem.kind: return belonging(ofOwner: book.owner(above: subject.record))
    case Risk.kind:
      guard let risk = book.risks[subject.record] else { return Belonging() }
      return risk.items.reduce(into: belonging(ofOwner: risk.owner)) { all, item in
        let own = belonging(ofOwner: book.owner(above: item))
        all.posts.formUnion(own.posts)
        all.services.formUnion(own.services)
      }
    case Service.kind: return Belonging(services: [subject.record])
    case Post.kind: return belonging(ofOwner: subject.record)
    default: return Belonging()
    }
  }

  private func belonging(ofOwner named: String?) -> Belonging {
    guard let named else { return Belonging() }
    guard let post = book.posts[named] ?? postsByTitle[named.trimmed.lowercased()] else {
      return Belonging(posts: [named])
    }
    return Belonging(posts: [post.id], services: Set(post.service.map { [$0] } ?? []))
  }
}

extension Belongings {
  /// Whether somebody may read of a change.
  package func isWithin(_ reach: Reach, _ subject: ChangeSubject) -> Bool {
    switch subject {
    case .of(let record): belonging(of: record).isWithin(reach)
    case .everybody: reach.scope > .none
    case .council: reach.scope == .all
    }
  }
}
