import Testing

@testable import CorporatePlan

@Suite("The words of letters are the council's to change")
struct LetterTemplateTests {
  @Test(
    "the words that come with the program are as the council's own would have to be", arguments: LetterKind.allCases)
  func standard(kind: LetterKind) throws {
    let standard = LetterTemplate.standard(kind)
    let again = try LetterTemplate(id: standard.id, Fields(standard.body))
    #expect(again == standard)
    let (subject, text) = standard.filled(Dictionary(uniqueKeysWithValues: kind.placeholders.map { ($0, "x") }))
    #expect(!subject.contains("{") && !text.contains("{"))
  }

  @Test("the council's own words are used once they are recorded, and the program's again when they are withdrawn")
  func own() throws {
    var book = Book()
    let own = try LetterTemplate(.reminder, subject: "Ffurflenni {period}", text: "Erbyn {due}: {link}")
    try book.append(own)
    #expect(book.template(.reminder) == own && book.template(.overdue) == .standard(.overdue))
    try book.append(LetterTemplate.kind, own.id, nil)
    #expect(book.template(.reminder) == .standard(.reminder))
  }

  @Test(
    "what a letter can't fill in is refused by name",
    arguments: [
      (LetterKind.reminder, "Due", "{secret}", "names {secret}"), (.reminder, "{rows }", "x", "names {rows }"),
      (.reminder, "Due", "{unit}", "names {unit}"), (.digest, "{by}", "x", "names {by}"),
      (.reminder, "Due", "by {due", "not closed"), (.reminder, " ", "x", "is empty"),
      (.reminder, "x", "\n", "is empty"),
      (.reminder, "Two\nlines", "x", "more than one line"), (.reset, "Reset", "no link", "needs {link}"),
      (.invitation, "Come", "in", "needs {link}"), (.frame, "x", "Dear {name}", "needs {letters}"),
    ])
  func refused(kind: LetterKind, subject: String, text: String, told: String) {
    let error = #expect(throws: FieldError.self) { try LetterTemplate(kind, subject: subject, text: text) }
    #expect(error?.description.contains(told) == true, "\(String(describing: error))")
  }

  @Test("an unknown kind of letter is refused with those there are")
  func unknown() {
    let error = #expect(throws: FieldError.self) {
      try LetterTemplate(id: "fan-mail", Fields(.object(["subject": "s", "text": "t"])))
    }
    #expect(error?.description.contains("request, reminder, overdue") == true)
  }

  @Test("what a value holds in braces is not filled in again")
  func once() throws {
    let template = try LetterTemplate(.returned, subject: "{period}", text: "{rows} {link}")
    let filled = template.filled([.period: "{link}", .rows: "{link}{due}", .link: "https://x"])
    #expect(filled.subject == "{link}" && filled.text == "{link}{due} https://x")
  }
}
