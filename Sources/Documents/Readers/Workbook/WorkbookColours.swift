extension WorkbookReader {
  /// The theme of a workbook, which most colours are picked from.
  final class Theme: XMLFollower {
    /// As the theme lists them; cells count the light one of each pair first.
    private static let order: [XMLName] = [
      .`a:lt1`, .`a:dk1`, .`a:lt2`, .`a:dk2`, .`a:accent1`, .`a:accent2`, .`a:accent3`, .`a:accent4`, .`a:accent5`,
      .`a:accent6`, .`a:hlink`, .`a:folHlink`,
    ]

    private var colours: [XMLName: String] = [:]
    private var open = XMLName.other

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case .`a:srgbClr`: add(attributes[.val])
      case .`a:sysClr`: add(attributes[.lastClr])
      default: if Theme.order.contains(name) { open = name }
      }
    }

    func end(_ name: XMLName) {
      if name == open { open = .other }
    }

    subscript(_ number: Int) -> String? {
      Theme.order.indices.contains(number) ? colours[Theme.order[number]] : nil
    }

    private func add(_ colour: String?) {
      guard open != .other, colours[open] == nil, let colour = rgb(colour) else { return }
      colours[open] = colour
    }
  }

  /// The colours that older programs know by number: eight, the same again, and forty-eight more.
  static let numberedColours: [String] = {
    let first = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"]
    return first + first + [
      "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC",
      "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000",
      "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99", "3366FF",
      "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966", "003300", "333300",
      "993300", "993366", "333399", "333333",
    ]
  }()
}

/// A colour made lighter (up to 1) or darker (down to -1), as Excel names the shades of a theme.
///
/// Excel works on the lightness; mixing with white or black comes to the same but for the saturation of some shades.
func shade(_ colour: String, _ tint: Double) -> String {
  guard let rgb = UInt32(colour, radix: 16), (-1...1).contains(tint) else { return colour }
  let channels = [rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF].map { channel in
    let shaded = tint < 0 ? Double(channel) * (1 + tint) : Double(channel) + (255 - Double(channel)) * tint
    return UInt32(shaded.rounded())
  }
  let hex = String(channels[0] << 16 | channels[1] << 8 | channels[2], radix: 16, uppercase: true)
  return String(repeating: "0", count: 6 - hex.utf8.count) + hex
}
