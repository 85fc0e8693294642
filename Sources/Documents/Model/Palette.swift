/// The colours and shapes of statuses, in one table for HTML, SVG and Word alike.
///
/// Chosen so that edges reach 3:1 and words 4.5:1, and so that no two tones are confused by a colour-blind
/// reader; a test computes the ratios. Directions have the triangles, so no status has one.
package struct Appearance: Sendable {
  /// The colour of the shape, and of edges.
  package let mark: Colour
  /// The pale ground behind the word.
  package let tint: Colour
  /// The word on that ground.
  package let text: Colour
  /// The shape in plain text and in Word.
  package let character: StaticString
  /// The shape on a 16 × 16 ground. A part that is cut out of the shape is white.
  package let drawing: StaticString
}

extension Tone {
  /// How the tone looks.
  package var appearance: Appearance {
    switch self {
    case .green:  // disc with a tick
      Appearance(
        mark: 0x178F6C, tint: 0xE3F3ED, text: 0x0B4A37, character: "●",
        drawing: """
          <circle cx="8" cy="8" r="7.5" fill="#178F6C"/>\
          <path d="M4.3 8.4l2.6 2.6 4.8-5.4" fill="none" stroke="#FFFFFF" stroke-width="2"/>
          """)
    case .amber:  // diamond with an exclamation mark
      Appearance(
        mark: 0xAD6200, tint: 0xFBEEDB, text: 0x5E3500, character: "◆",
        drawing: """
          <path d="M8 0l8 8-8 8-8-8z" fill="#AD6200"/>\
          <path d="M7 3.8h2v5H7zM7 10.2h2v2H7z" fill="#FFFFFF"/>
          """)
    case .red:  // square with a cross
      Appearance(
        mark: 0x851A2E, tint: 0xF8E4E7, text: 0x66101F, character: "■",
        drawing: """
          <path d="M1 1h14v14H1z" fill="#851A2E"/>\
          <path d="M4.6 4.6l6.8 6.8M11.4 4.6l-6.8 6.8" fill="none" stroke="#FFFFFF" stroke-width="2"/>
          """)
    case .blue:  // flag
      Appearance(
        mark: 0x274C8E, tint: 0xE4EBF7, text: 0x1B3769, character: "⚑",
        drawing: """
          <path d="M2.5 0.5h2v15h-2z" fill="#274C8E"/><path d="M4.5 1.5H15l-3 4 3 4H4.5z" fill="#274C8E"/>
          """)
    case .grey:  // dashed ring
      Appearance(
        mark: 0x6B7280, tint: 0xECEEF1, text: 0x3A434F, character: "○",
        drawing: """
          <circle cx="8" cy="8" r="6.4" fill="#FFFFFF" stroke="#6B7280" stroke-width="2" \
          stroke-dasharray="3.2 1.83"/>
          """)
    }
  }
}

/// The colours that are not statuses.
package enum Palette {
  /// Text.
  package static let ink: Colour = 0x1B2430
  /// Lesser text, targets, axis labels.
  package static let secondInk: Colour = 0x47525F
  /// Bars, lines of charts, buttons: what a council may replace by its own brand colour.
  package static let accent: Colour = 0x134E5E
  /// Links.
  package static let link: Colour = 0x0B4F8A
  /// Edges that carry meaning, and "no data".
  package static let edge: Colour = 0x6B7280
  /// Decorative rules only.
  package static let line: Colour = 0xC9CDD2
  /// The ground of shaded blocks.
  package static let wash: Colour = 0xF6F5F1
  /// Paper.
  package static let paper: Colour = 0xFFFFFF
}
