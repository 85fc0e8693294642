extension PlanItem {
  var place: String { "item \(id)" }
  /// Its title in quotation marks, shortened, after its code where it has one.
  var quoted: String { (code.map { "\($0) " } ?? "") + title.quoted }
}

extension Indicator {
  var place: String { "indicator \(id)" }
}

extension String {
  /// In quotation marks; of long titles the first words.
  var quoted: String {
    guard count > 90 else { return "“\(self)”" }
    let head = prefix(85)
    return "“\(head.lastIndex(of: " ").map { head[..<$0] } ?? head) …”"
  }
}

/// The troubles of a kind: one line for each of a few, and a single line for many, which nobody would read.
func gathered(
  _ found: [(place: String, name: String)], upTo few: Int = 3, one: (String) -> String, many: (Int, String) -> String
) -> [Check.Trouble] {
  if found.count <= few { return found.map { ($0.place, one($0.name)) } }
  let others = found.count - 3
  let names = found.prefix(3).map(\.name).joined(separator: ", ")
  return [("plan", many(found.count, "\(names) and \(others) other\(others == 1 ? "" : "s")"))]
}

extension StringProtocol {
  /// Its words in small letters, without punctuation: two spellings of one text are equal in them.
  var plainWords: [Substring] {
    let plain = lowercased().filter { $0 != "'" && $0 != "’" }
    return plain.split { !$0.isLetter && !$0.isNumber && $0 != "%" }
  }
}
