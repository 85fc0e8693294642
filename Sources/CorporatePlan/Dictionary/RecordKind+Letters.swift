/// What letters say.
extension RecordKind {
  static let template = RecordKind(
    LetterTemplate.self, "Letters", "The council's own words for a kind of letter; record is the kind.",
    [
      .text("subject", "Subject", "In one line, with placeholders in braces"),
      .text("text", "Text", "What it says, with placeholders in braces: {period}, {due}, {rows}, {link}"),
    ])
}
