/// The council's own words for a kind of letter, with placeholders in braces: `{due}`.
package struct LetterTemplate: Record {
  package static let kind = "template"
  package let letter: LetterKind
  package let subject: String
  package let text: String

  package var id: String { letter.rawValue }

  /// Refuses a placeholder that letters of this kind can't fill in, and a text without one it can't do without.
  package init(_ letter: LetterKind, subject: String, text: String) throws(FieldError) {
    self.letter = letter
    self.subject = subject
    self.text = text
    if subject.trimmed.isEmpty { throw FieldError("subject", "is empty") }
    if text.trimmed.isEmpty { throw FieldError("text", "is empty") }
    if subject.contains(where: \.isNewline) { throw FieldError("subject", "has more than one line") }
    try LetterTemplate.check(subject, "subject", letter)
    try LetterTemplate.check(text, "text", letter)
    for needed in letter.needed where !text.contains("{\(needed.rawValue)}") {
      throw FieldError("text", "needs {\(needed.rawValue)}: without it the letter is of no use")
    }
  }

  /// For the words that come with the program; a test reads each of them.
  fileprivate init(standard letter: LetterKind, _ subject: String, _ text: String) {
    self.letter = letter
    self.subject = subject
    self.text = text
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    guard let letter = LetterKind(rawValue: id) else {
      let known = LetterKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw FieldError("record", "is no kind of letter: “\(id)”; there are \(known)")
    }
    try self.init(letter, subject: try fields.text("subject"), text: try fields.text("text"))
  }

  package var body: JSON { .object(["subject": .string(subject), "text": .string(text)]) }
}

extension LetterTemplate {
  /// Subject and text with the placeholders filled in, once: what a value holds in braces stays as it is.
  package func filled(_ values: [Placeholder: String]) -> (subject: String, text: String) {
    func fill(_ text: String) -> String {
      LetterTemplate.pieces(of: text).map { piece in
        switch piece {
        case .words(let words): words
        case .braces(let name): Placeholder(rawValue: name).flatMap { values[$0] } ?? "{\(name)}"
        }
      }.joined()
    }
    return (fill(subject), fill(text))
  }

  private enum Piece {
    case words(String)
    case braces(String)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
      pieces.append(.words(String(rest[..<opening])))
      pieces.append(.braces(String(rest[rest.index(after: opening)..<closing])))
      rest = rest[rest.index(after: closing)...]
    }
    return pieces + [.words(String(rest))]
  }

  private static func check(_ text: String, _ member: String, _ letter: LetterKind) throws(FieldError) {
    let known = letter.placeholders
    for piece in pieces(of: text) {
      switch piece {
      case .words(let words):
        if words.contains("{") { throw FieldError(member, "has a brace that is not closed") }
      case .braces(let name):
        guard !known.contains(where: { $0.rawValue == name }) else { continue }
        let names = known.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        throw FieldError(member, "names {\(name)}, which this letter can't fill in; it knows \(names)")
      }
    }
  }
}

extension Book {
  /// The council's own words for a kind of letter, or those that come with the program.
  package func template(_ letter: LetterKind) -> LetterTemplate { templates[letter.rawValue] ?? .standard(letter) }
}

extension LetterTemplate {
  /// The words that come with the program.
  package static func standard(_ letter: LetterKind) -> LetterTemplate {
    switch letter {
    case .request:
      LetterTemplate(
        standard: letter, "Returns for {period} are open: {count}, due by {due}",
        """
        {period} is open. This is yours to return by {due}:

        {rows}

        Enter it here: {link}
        """)
    case .reminder:
      LetterTemplate(
        standard: letter, "Still to come for {period}: {count}, due by {due}",
        """
        This is yours to return for {period} by {due}, and has not been submitted:

        {rows}

        Enter it here: {link}

        If there is no figure, say so there with the reason: then it can be submitted without one.
        """)
    case .overdue:
      LetterTemplate(
        standard: letter, "Late for {period}: {count}",
        """
        This was due on {due} for {period} and has not been submitted:

        {rows}

        Enter it here: {link}

        If there is no figure, say so there with the reason: then it can be submitted without one.
        """)
    case .returned:
      LetterTemplate(
        standard: letter, "Returned to you for {period}",
        """
        This came back from {by}:

        {rows}

        Change it and submit it again here: {link}
        """)
    case .signOff:
      LetterTemplate(
        standard: letter, "{unit}: sign-off for {period} is due by {due}",
        """
        The returns of {unit} for {period} are to be signed off by {due}.

        {counts}

        Look through them and sign off here: {link}
        """)
    case .asked:
      LetterTemplate(
        standard: letter, "You are asked",
        """
        Somebody asks for your attention:

        {rows}

        See it here: {link}
        """)
    case .clearance:
      LetterTemplate(
        standard: letter, "To clear as the {role}: {report}",
        """
        You are asked to clear this report as the {role}:

        {report}

        Wanted by: {due}. Silence is not clearance.

        Read it and decide here: {link}
        """)
    case .clearanceVoid:
      LetterTemplate(
        standard: letter, "Your clearance is void: {report}",
        """
        {report} was changed after you cleared it as the {role}, and your clearance is void:

        {rows}

        See what changed, read it again and decide here: {link}
        """)
    case .clearanceRefused:
      LetterTemplate(
        standard: letter, "Not cleared: {report}",
        """
        The {role} has not cleared {report}. It can’t be sealed so.

        See why here: {link}

        Change what has to change and ask again.
        """)
    case .cleared:
      LetterTemplate(
        standard: letter, "Cleared: {report}",
        """
        All officers have cleared {report}:

        {rows}

        It can be sealed here: {link}
        """)
    case .digest:
      LetterTemplate(
        standard: letter, "Where {period} stands",
        """
        Returns for {period}, due on {due}:

        {counts}

        {rows}

        The whole board: {link}
        """)
    case .invitation:
      LetterTemplate(
        standard: letter, "Your account for {plan}",
        """
        {council} has opened an account for you, with which it runs {plan}.

        Choose a password here within a week: {link}
        """)
    case .reset:
      LetterTemplate(
        standard: letter, "A new password for {plan}",
        """
        Someone asked for a new password for this address. If it was you, choose one here within two hours: {link}

        If it was not, there is nothing to do: your password stays as it is.
        """)
    case .frame:
      LetterTemplate(
        standard: letter, "{first} – and {more}",
        """
        Dear {name},

        {letters}

        {council}

        This was written by the system in which {council} keeps {plan}. It writes at most once a working day.
        """)
    }
  }
}
