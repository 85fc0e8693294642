import Documents

/// What a council sees before its first figure.
enum NothingYetPage {
  static func html(_ visit: Visit) -> HTML {
    HTML.page(visit, Frame(title: "Nothing reported yet", place: .overview)) { html in
      html.raw(
        """
        <h1>Nothing has been reported yet</h1><p class="lead">This is where the council’s plan, its indicators and its \
        reports will stand once the first quarter’s figures are recorded.</p>
        """)
      guard !visit.book.priorities.isEmpty else { return }
      html.raw("<h2>Priorities of the plan</h2>")
      html.bullets(visit.book.priorities.map(\.title))
    }
  }
}
