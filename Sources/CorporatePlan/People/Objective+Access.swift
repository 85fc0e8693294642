extension Objective {
  /// What somebody is to an objective. Whoever is neither sees nothing of it, whatever their role.
  package enum Access: Sendable {
    /// Reads and changes it, and closes it.
    case owner
    /// Reads it, and adds notes.
    case manager
  }
}

extension Book {
  /// Who holds a post on a day, by the ids of their accounts; those who stand in for them are not among them.
  package func holders(of post: String, on day: Day) -> Set<String> {
    Set(tenures.values.filter { $0.post == post && !$0.isDeputy && $0.holds(on: day) }.map(\.person))
  }

  /// What a person is to an objective on a day; `nil` when it does not concern them.
  package func access(of person: String, to objective: Objective, on day: Day) -> Objective.Access? {
    if owners(of: objective, on: day).contains(person) { return .owner }
    return managers(of: objective, on: day).contains(person) ? .manager : nil
  }

  /// Whose an objective is on a day: the person's it was written for; while it is open and of a post, whoever holds that.
  /// What was closed stays with whom it was closed for, so that nobody inherits how another was appraised.
  package func owners(of objective: Objective, on day: Day) -> Set<String> {
    guard let post = objective.post, posts[post] != nil, objective.state == .open else { return [objective.person] }
    return holders(of: post, on: day)
  }

  /// Who manages the work an objective is of: the holders of the post that its post reports to, or that the posts of the
  /// person report to. Of a closed objective of a post that the person has left, nobody does.
  private func managers(of objective: Objective, on day: Day) -> Set<String> {
    let own: [String]
    if let post = objective.post, posts[post] != nil {
      own = objective.state == .open || holders(of: post, on: day).contains(objective.person) ? [post] : []
    } else {
      own = ownPosts(of: objective.person, on: day)
    }
    return Set(own.compactMap { posts[$0]?.reportsTo }.flatMap { holders(of: $0, on: day) })
  }

  /// The posts a person holds themselves on a day, by id, without those they stand in for.
  package func ownPosts(of person: String, on day: Day) -> [String] {
    Set(tenures.values.filter { $0.person == person && !$0.isDeputy && $0.holds(on: day) }.map(\.post)).sorted()
  }

  /// The posts that report to a post which the person holds, by id: whose objectives they see as a manager.
  package func postsReporting(to person: String, on day: Day) -> Set<String> {
    let held = Set(ownPosts(of: person, on: day))
    return Set(posts.values.filter { $0.reportsTo.map(held.contains) ?? false }.map(\.id))
  }
}

extension Objective {
  /// The notes that somebody may read who sees it: an owner those about themselves, a manager those about its owners.
  /// What was said of one who had the post before is nobody's to read.
  package func notes(for person: String, as access: Access, owners: Set<String>) -> [Note] {
    notes.filter { access == .owner ? $0.about == person : owners.contains($0.about) }
      .sorted { ($1.day, $1.id) < ($0.day, $0.id) }
  }
}
