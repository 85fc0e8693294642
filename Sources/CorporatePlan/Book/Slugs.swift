/// Makes ids from names: lower-case ASCII words joined by hyphens, at most sixty characters, each id once.
package struct Slugs {
  private var taken: Set<String> = []

  package init() {}

  /// None of those will be made.
  package init(reserving taken: some Sequence<String>) { self.taken = Set(taken) }

  package static let longest = 60

  /// Makes room for so many more.
  package mutating func expect(_ more: Int) { taken.reserveCapacity(taken.count + more) }

  package mutating func reserve(_ id: String) { taken.insert(id) }

  /// The slug of a name; the second of the same name ends in `-2`.
  package mutating func make(_ name: String) -> String {
    let slug = Slugs.slug(name)
    if taken.insert(slug).inserted { return slug }
    for number in 2... {
      let suffix = "-\(number)"
      let next = Slugs.cut(slug, to: Slugs.longest - suffix.count) + suffix
      if taken.insert(next).inserted { return next }
    }
    return slug
  }

  package static func slug(_ name: String) -> String {
    if let slug = plain(name) { return slug }
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "’", "‘": continue
      case "%", "&", "£":
        close()
        words.append(scalar == "%" ? "percent" : scalar == "&" ? "and" : "pounds")
      default:
        if let letter = ascii(scalar) { word.append(letter) } else { close() }
      }
    }
    close()
    let slug = cut(words.joined(separator: "-"), to: longest)
    return slug.isEmpty ? "unnamed" : slug
  }

  /// The same for plain letters; `nil` where there are others.
  private static func plain(_ name: String) -> String? {
    var name = name
    guard let slug = name.withUTF8({ spelling($0) }) else { return nil }
    if slug.isEmpty { return "unnamed" }
    return slug.utf8.count > longest ? cut(slug, to: longest) : slug
  }

  private static let spelling = PlainSpelling(separator: "-", dropping: ["'"], words: ["%": "percent", "&": "and"])

  /// Cut at a hyphen where that leaves enough.
  private static func cut(_ slug: String, to length: Int) -> String {
    guard slug.count > length else { return slug }
    let head = slug.prefix(length)
    guard !slug.dropFirst(length).hasPrefix("-"), let hyphen = head.lastIndex(of: "-"),
      head.distance(from: head.startIndex, to: hyphen) > length / 2
    else { return String(head) }
    return String(head[..<hyphen])
  }

  /// The plain letter of an accented one, by its Unicode name.
  private static func ascii(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return Character(scalar)
    case 0x41...0x5A: return Character(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case ..<0x80: return nil
    default: break
    }
    guard let name = scalar.properties.name, name.hasPrefix("LATIN "), let range = name.firstRange(of: " LETTER "),
      let letter = name[range.upperBound...].split(separator: " ").first, letter.count == 1
    else { return nil }
    return Character(letter.lowercased())
  }
}
