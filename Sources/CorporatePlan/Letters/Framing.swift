extension Book {
  /// A whole letter: what it tells, with what stands around every letter and the person's name in it. Several notices go
  /// in one, each under its subject.
  package func framed(_ notices: [(subject: String, text: String)], for name: String) -> (subject: String, text: String)
  {
    let first = notices.first?.subject ?? ""
    let frame = template(.frame).filled(
      lettersCommon.merging(
        [.name: name, .letters: Book.joined(notices), .first: first, .more: "\(notices.count - 1) more"]
      ) { $1 })
    return (notices.count > 1 ? frame.subject : first, frame.text)
  }

  /// An invitation or a reset; the link holds its secret.
  package func opening(_ letter: LetterKind, link: String) -> (subject: String, text: String) {
    template(letter).filled(lettersCommon.merging([.link: link]) { $1 })
  }

  var lettersCommon: [Placeholder: String] {
    [.council: council?.name ?? "The council", .plan: council?.planTitle ?? "the corporate plan"]
  }

  private static func joined(_ notices: [(subject: String, text: String)]) -> String {
    guard notices.count > 1 else { return notices.first?.text ?? "" }
    return notices.map { "\($0.subject)\n\n\($0.text)" }.joined(separator: "\n\n* * *\n\n")
  }
}
