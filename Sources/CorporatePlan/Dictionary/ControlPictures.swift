/// Characters that no sheet carries, such as a carriage return, as the pictures Unicode has for them, each after the
/// picture of Escape: `␛␍`. That picture itself is written twice.
enum ControlPictures {
  private static let escape: Unicode.Scalar = "\u{241B}"
  private static let pictures: UInt32 = 0x2400

  static func shown(_ text: String) -> String {
    // The first bytes of what needs one: controls, and the planes of pictures and of what is no character.
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0x7F || $0 == 0xE2 || $0 == 0xEF })
    else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let picture = picture(of: scalar) {
        shown.append(contentsOf: [escape, picture])
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  static func meant(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(escape) else { return cell }
    var meant = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if isEscaped {
        meant.append(control(of: scalar) ?? scalar)
        isEscaped = false
      } else if scalar == escape {
        isEscaped = true
      } else {
        meant.append(scalar)
      }
    }
    return String(meant)
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0x1B: "e"
    case 0..<0x20: Unicode.Scalar(pictures + scalar.value)
    case 0x7F: "\u{2421}"
    case 0xFFFE: "E"
    case 0xFFFF: "F"
    default: scalar == escape ? escape : nil
    }
  }

  private static func control(of picture: Unicode.Scalar) -> Unicode.Scalar? {
    switch picture.value {
    case pictures + 0x1B: escape
    case pictures..<pictures + 0x20: Unicode.Scalar(picture.value - pictures)
    case 0x2421: "\u{7F}"
    case 0x65: "\u{1B}"
    case 0x45: "\u{FFFE}"
    case 0x46: "\u{FFFF}"
    default: nil
    }
  }
}
