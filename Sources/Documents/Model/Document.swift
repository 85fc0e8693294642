/// A council document as meaning, before any file format: what Word, HTML and PDF all say alike.
///
/// The title is the document's one top heading; blocks start at `Heading.Level.section`.
package struct Document: Sendable, Equatable {
  /// The title, which is also the file's title property.
  package var title: String
  /// What the document is about, for the file's properties; not shown on the page.
  package var subject: String
  /// The language every word is marked with, so that it is read aloud correctly.
  package var language: String
  /// The line at the foot of every page that says which version this is.
  package var edition: String
  /// Whether its pages lie on their side.
  package var isWide: Bool
  /// The content, in reading order.
  package var blocks: [Block]

  /// Begins a document, in British English unless told otherwise.
  package init(
    title: String, subject: String = "", language: String = "en-GB", edition: String = "", isWide: Bool = false,
    blocks: [Block] = []
  ) {
    self.title = title
    self.subject = subject
    self.language = language
    self.edition = edition
    self.isWide = isWide
    self.blocks = blocks
  }
}
