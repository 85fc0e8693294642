import Documents

/// Files that belong to the program. The style sheet's address names its content, so browsers never ask for it twice.
enum Assets {
  static let stylesheet = "/assets/goldthread-\(EntityTag.hash(PackageResources.goldthread_css)).css"

  static func styles(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.target.path == stylesheet else { throw .notFound() }
    var answer = Answer(type: "text/css; charset=utf-8", bytes: PackageResources.goldthread_css)
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
