/// An element of a part that somebody else wrote, with all that is in it, to be looked through and written again.
///
/// Names bear the usual prefixes ("w:style"), whatever prefix the file used. What is of no namespace we know is not in it.
struct XMLElement: Sendable, Equatable {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [Node] = []

  enum Node: Sendable, Equatable {
    case element(XMLElement)
    case text(String)
  }

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [XMLElement] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children.map(Node.element)
  }

  static func == (one: XMLElement, other: XMLElement) -> Bool {
    one.name == other.name && one.children == other.children
      && one.attributes.elementsEqual(other.attributes) { $0.name == $1.name && $0.value == $1.value }
  }

  var elements: [XMLElement] { children.compactMap { if case .element(let element) = $0 { element } else { nil } } }

  /// All words in it.
  var text: String {
    children.reduce(into: "") { words, child in
      switch child {
      case .text(let text): words += text
      case .element(let element): words += element.text
      }
    }
  }

  func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let place = attributes.firstIndex { $0.name == attribute }
      switch (place, newValue) {
      case (let place?, let value?): attributes[place].value = value
      case (let place?, nil): attributes.remove(at: place)
      case (nil, let value?): attributes.append((attribute, value))
      case (nil, nil): break
      }
    }
  }

  /// The value of a child that has nothing but one: `<w:basedOn w:val="Normal"/>`.
  func value(of child: String) -> String? { first(child)?["w:val"] }

  /// The same with every element changed, innermost first; without those for which the change gives none.
  func mapped<Failure: Error>(
    _ change: (XMLElement) throws(Failure) -> XMLElement?
  ) throws(Failure) -> XMLElement? {
    var copy = self
    copy.children = []
    for child in children {
      switch child {
      case .text: copy.children.append(child)
      case .element(let element):
        if let changed = try element.mapped(change) { copy.children.append(.element(changed)) }
      }
    }
    return try change(copy)
  }

  /// Puts an element before the first of those that must come after it, or at the end.
  mutating func insert(_ element: XMLElement, before followers: Set<String>) {
    let place = children.firstIndex {
      if case .element(let child) = $0 { followers.contains(child.name) } else { false }
    }
    children.insert(.element(element), at: place ?? children.endIndex)
  }

  /// The prefixes in use.
  fileprivate var prefixes: Set<Substring> {
    let names = [name[...]] + attributes.map { $0.name[...] }
    let own = Set(names.compactMap { name in name.firstIndex(of: ":").map { name[..<$0] } })
    return elements.reduce(own) { $0.union($1.prefixes) }
  }
}

extension XML {
  /// An element with everything in it.
  mutating func append(_ element: XMLElement) {
    open(element, [])
  }

  /// A part of a file that has this element for its root.
  static func file(_ root: XMLElement) -> [UInt8] {
    let prefixes = root.prefixes.sorted().compactMap { prefix in
      OfficeNamespaces.address(ofPrefix: prefix).map { (name: "xmlns:\(prefix)", value: $0) }
    }
    return file { $0.open(root, prefixes) }
  }

  private mutating func open(_ element: XMLElement, _ namespaces: [(name: String, value: String)]) {
    raw("<")
    text(element.name)
    for (name, value) in namespaces + element.attributes {
      raw(" ")
      text(name)
      raw("=\"")
      text(value)
      raw("\"")
    }
    guard !element.children.isEmpty else { return raw("/>") }
    raw(">")
    for child in element.children {
      switch child {
      case .text(let words): text(words)
      case .element(let child): open(child, [])
      }
    }
    raw("</")
    text(element.name)
    raw(">")
  }
}

/// The namespaces of Office files that are kept when a part is written again.
enum OfficeNamespaces {
  private static let office = "http://schemas.openxmlformats.org/"

  private static let prefixes: [String: String] = [
    office + "wordprocessingml/2006/main": "w", office + "officeDocument/2006/relationships": "r",
    office + "drawingml/2006/main": "a", office + "drawingml/2006/wordprocessingDrawing": "wp",
    office + "drawingml/2006/picture": "pic", office + "markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
    "urn:schemas-microsoft-com:vml": "v", "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
    office + "package/2006/relationships": "rel",
    "http://www.w3.org/2000/svg": "svg", "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    // The strict kind of the format says the same in other words.
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r", "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  ]

  static func prefix(of address: some StringProtocol) -> String? { prefixes[String(address)] }

  static func address(ofPrefix prefix: Substring) -> String? {
    prefix == "xml" ? nil : prefixes.filter { $0.value == prefix && !$0.key.contains("purl.oclc.org") }.keys.first
  }
}
