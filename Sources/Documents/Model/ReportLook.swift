/// How a council's documents look: its logo, and a Word file of its own whose styles and page Word files take.
package struct ReportLook: Sendable, Equatable {
  package var logo: Logo?
  package var styleSource: WordStyleSource?

  package init(logo: Logo? = nil, styleSource: WordStyleSource? = nil) {
    self.logo = logo
    self.styleSource = styleSource
  }

  /// Neither a logo nor a style source.
  package static let plain = ReportLook()
}

/// A logo and the words that stand for it.
package struct Logo: Sendable, Equatable {
  package let picture: Picture
  /// What a reader hears in its place: the name of the council.
  package let words: String

  package init(_ picture: Picture, words: String) {
    self.picture = picture
    self.words = words
  }

  /// The size at which it is shown, when it may be at most so wide and so high, in whatever unit.
  func size(within width: Int, _ height: Int) -> (width: Int, height: Int) {
    let (own, tall) = (picture.width, picture.height)
    return own * height > width * tall ? (width, max(1, tall * width / own)) : (max(1, own * height / tall), height)
  }
}
