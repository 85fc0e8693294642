extension Chart {
  /// A figure in a chart: its exact decimal and how the council prints it.
  ///
  /// The decimal stays text up to the drawing, where a fraction of a pixel no longer matters.
  package struct Value: Sendable, Equatable {
    /// The exact decimal: "92.5", "-3".
    package let number: String
    /// How it is printed: "92.5%", "£1.2m".
    package let label: String

    /// A figure; nil when the text is not a plain decimal, so that nothing else reaches a drawing or a workbook.
    package init?(_ number: String, label: String? = nil) {
      guard Value.isDecimal(number) else { return nil }
      self.number = number
      self.label = label ?? number
    }

    /// How far along an axis the figure stands. For geometry only, never for arithmetic on figures.
    var position: Double {
      Double(number) ?? 0
    }

    /// Digits with at most one point between them and at most a minus before them.
    static func isDecimal(_ text: String) -> Bool {
      var digitsBefore = 0
      var digitsAfter: Int?
      for (index, byte) in text.utf8.enumerated() {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          if let after = digitsAfter { digitsAfter = after + 1 } else { digitsBefore += 1 }
        case UInt8(ascii: "."): if digitsAfter == nil { digitsAfter = 0 } else { return false }
        case UInt8(ascii: "-"): if index > 0 { return false }
        default: return false
        }
      }
      return digitsBefore > 0 && digitsAfter != 0
    }
  }

  /// How an axis writes its numbers: "£" before, "%" or " days" after.
  package struct Unit: Sendable, Equatable {
    /// Before the number: "£".
    package var prefix: String
    /// After the number: "%", " days".
    package var suffix: String

    /// What stands before and after a number.
    package init(prefix: String = "", suffix: String = "") {
      self.prefix = prefix
      self.suffix = suffix
    }
  }
}
