extension XMLElement {
  /// Word's own elements and attributes alone, without the language that words were in.
  var ofWordOnly: XMLElement {
    mapped { element in
      guard element.name.hasPrefix("w:"), element.name != "w:lang" else { return nil }
      var element = element
      element.attributes.removeAll { !$0.name.hasPrefix("w:") || $0.name.hasPrefix("w:rsid") }
      return element
    } ?? self
  }

  /// A theme without the pictures some have for the ground of slides.
  var withoutPictures: XMLElement {
    mapped { element in
      guard element.name.hasPrefix("a:"), element.name != "a:extLst", element.name != "a:objectDefaults" else {
        return nil
      }
      if element.name == "a:blipFill" {
        return XMLElement("a:solidFill", [], [XMLElement("a:schemeClr", [("val", "phClr")])])
      }
      var element = element
      element.attributes.removeAll { $0.name.hasPrefix("r:") }
      return element
    } ?? self
  }

  /// Lists whose bullets are pictures get the bullet that is named beside them.
  var withoutPictureBullets: XMLElement {
    let kept = ofWordOnly.mapped { ["w:numPicBullet", "w:lvlPicBulletId"].contains($0.name) ? nil : $0 }
    return kept ?? self
  }

  /// Names and measures of the fonts, which help to find others like them. A font itself is not passed on.
  var withoutEmbeddedFonts: XMLElement {
    ofWordOnly.mapped { $0.name.hasPrefix("w:embed") ? nil : $0 } ?? self
  }

  /// A header or footer: text, pictures and fields that only say something of the document.
  func ofMargin(_ error: @escaping (ReadError.Trouble) -> ReadError) throws(ReadError) -> XMLElement {
    let content = try mapped { (element) throws(ReadError) in
      switch element.name {
      case "w:object", "w:control", "w:altChunk", "w:subDoc", "o:OLEObject", "w:movie":
        throw error(.embeddedObject)
      // What they name is not taken along.
      case "w:dataBinding", "w:commentReference", "w:commentRangeStart", "w:commentRangeEnd", "w:del", "w:moveFrom",
        "a:extLst", "a:hlinkClick", "a:hlinkHover", "w:proofErr":
        return nil
      case "w:fldSimple": try check(field: element["w:instr"] ?? "", error)
      case "w:drawing" where element.pictureless: throw error(.embeddedObject)
      default: break
      }
      var element = element
      element.attributes.removeAll { name, _ in
        ["src", "href", "o:href", "r:link", "r:href", "althref", "o:althref", "r:pict"].contains(name)
          || name.hasPrefix("w:rsid") || name.lowercased().hasPrefix("on")
      }
      return element
    }
    guard let content else { return self }
    var fields = OpenFields(error: error)
    try fields.follow(content)
    return content
  }

  /// Whether a drawing is of something that is neither a picture nor words in a frame.
  private var pictureless: Bool {
    !contains { ["pic:pic", "wps:wsp", "wpg:wgp"].contains($0) }
  }

  private func contains(_ isWanted: (String) -> Bool) -> Bool {
    elements.contains { isWanted($0.name) || $0.contains(isWanted) }
  }
}

/// Fields whose instruction is spread over runs: put together before it is looked at.
private struct OpenFields {
  let error: (ReadError.Trouble) -> ReadError
  private var instructions: [String] = []
  /// How many fields are open whose result is being shown.
  private var results = 0

  init(error: @escaping (ReadError.Trouble) -> ReadError) { self.error = error }

  mutating func follow(_ element: XMLElement) throws(ReadError) {
    switch element.name {
    case "w:fldChar":
      switch element["w:fldCharType"] {
      case "begin":
        // A field within the instruction of another could put together any word.
        if let outer = instructions.last { throw error(.field(word(of: outer))) }
        instructions.append("")
      case "separate":
        if let instruction = instructions.popLast() {
          try check(field: instruction, error)
          results += 1
        }
      default:
        if let instruction = instructions.popLast() { try check(field: instruction, error) } else { results -= 1 }
      }
    case "w:instrText":
      guard let last = instructions.indices.last else { throw error(.field(word(of: element.text))) }
      instructions[last] += element.text
    default: for child in element.elements { try follow(child) }
    }
  }
}

/// The fields that say something of the document and do nothing else.
private let harmlessFields: Set<String> = [
  "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TITLE", "SUBJECT", "STYLEREF", "DOCPROPERTY", "FILENAME", "DATE",
  "SAVEDATE", "CREATEDATE", "PRINTDATE", "AUTHOR", "SEQ",
]

private func check(field instruction: String, _ error: (ReadError.Trouble) -> ReadError) throws(ReadError) {
  let name = word(of: instruction)
  guard harmlessFields.contains(name.uppercased()) else { throw error(.field(name)) }
}

private func word(of instruction: String) -> String {
  instruction.split(whereSeparator: \.isWhitespace).first.map { String($0.prefix(40)) } ?? "nameless"
}
