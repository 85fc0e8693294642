import Documents

/// Files that belong to the program. The style sheet's address names its content, so browsers never ask for it twice.
enum Assets {
  static let stylesheet = "/assets/goldthread-\(EntityTag.hash(PackageResources.goldthread_css)).css"

  /// The one script, for the grid of returns.
  static let collectScript = "/assets/collect-\(EntityTag.hash(PackageResources.collect_js)).js"

  static func file(_ visit: Visit) throws(Refusal) -> Answer {
    var answer: Answer
    switch visit.target.path {
    case stylesheet: answer = Answer(type: "text/css; charset=utf-8", bytes: PackageResources.goldthread_css)
    case collectScript: answer = Answer(type: "text/javascript; charset=utf-8", bytes: PackageResources.collect_js)
    default: throw .notFound()
    }
    answer.caching = .immutable
    return answer
  }

  /// A knot of the thread.
  static func icon(_ visit: Visit) -> Answer {
    var html = HTML(reserving: 400)
    html.raw(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#134E5E"/>\
      <path d="M16 0v32" stroke="#FFDD00" stroke-width="3"/><circle cx="16" cy="16" r="6.5" fill="#134E5E" \
      stroke="#FFDD00" stroke-width="3"/></svg>
      """)
    return Answer(type: "image/svg+xml", bytes: html.bytes)
  }
}
