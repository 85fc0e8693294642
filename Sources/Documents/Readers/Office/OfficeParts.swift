extension OfficePackage {
  /// How one part names another: by an id, with a type that says what it is to it.
  struct Relationship: Hashable, Sendable {
    var id: String
    /// The last word of the type: "styles", "chart", "header".
    var type: String
    /// The full name of the part, from the root of the package.
    var part: String
  }

  /// What the package is, by its own declaration.
  func kind() throws(ReadError) -> FileKind {
    guard has("[Content_Types].xml") else {
      if has("mimetype"), has("content.xml") { return .openDocument }
      if has(CSVW.fileName) { return .tables }
      return has("word/document.xml") ? .word : .archive
    }
    let declared = DeclaredTypes()
    try follow("[Content_Types].xml", with: declared)
    if declared.types.contains(where: { $0.contains("sheet.binary.") }) { return .binaryWorkbook }
    let macros = ["macroenabled", "vbaproject", "macrosheet"]
    if declared.types.contains(where: { type in macros.contains(where: type.contains) })
      || partNames.contains(where: { $0.hasSuffix("vbaproject.bin") })
    {
      return .macros
    }
    let mains = declared.types.filter { $0.hasSuffix(".main+xml") }
    if mains.contains(where: { $0.contains("wordprocessingml") }) { return .word }
    if mains.contains(where: { $0.contains("spreadsheetml") }) { return .workbook }
    return .archive
  }

  /// The relationships of a part, or of the package itself for "".
  func relationships(of part: String) throws(ReadError) -> [Relationship] {
    let slash = part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex
    let list = "\(part[..<slash])_rels/\(part[slash...]).rels"
    guard has(list) else { return [] }
    let follower = RelationshipList(folder: String(part[..<slash]))
    try follow(list, with: follower)
    return follower.found
  }
}

private final class DeclaredTypes: XMLFollower {
  private(set) var types: Set<String> = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == .`ct:Override` || name == .`ct:Default`, let type = attributes[.contentType] {
      types.insert(type.lowercased())
    }
  }
}

private final class RelationshipList: XMLFollower {
  private let folder: String
  private(set) var found: [OfficePackage.Relationship] = []

  init(folder: String) {
    self.folder = folder
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == .`rel:Relationship`, attributes[.targetMode] != "External", let id = attributes[.id],
      let type = attributes[.type]?.split(separator: "/").last, let target = attributes[.target]
    else { return }
    found.append(OfficePackage.Relationship(id: id, type: String(type), part: partName(target, in: folder)))
  }
}

/// The full name of a part that a part in a folder refers to.
func partName(_ target: String, in folder: String) -> String {
  var path: [Substring] = []
  for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
    if step != ".." { path.append(step) } else if !path.isEmpty { path.removeLast() }
  }
  return path.joined(separator: "/")
}
