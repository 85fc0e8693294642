extension PlanCheck {
  static let codeUsedTwice = PlanCheck(
    "code-used-twice", looksFor: "A code that two items of one level or two indicators have, however it is punctuated."
  ) { plan in
    let items = plan.items.compactMap { item in
      item.code.map { code in
        Coded("\(item.role.rawValue)s", code, item.place, item.title, within: code.isOrdinal ? item.parent : nil)
      }
    }
    let indicators = plan.indicators.compactMap { indicator in
      indicator.code.map { Coded("indicators", $0, indicator.place, indicator.name) }
    }
    let all = items + indicators
    let byKey = Dictionary(grouping: all, by: \.key)
    return all.compactMap { coded in
      guard let same = byKey[coded.key], same.count > 1, same[0].place == coded.place else { return nil }
      let names = same.prefix(3).map(\.name.quoted).joined(separator: " and ")
      return (
        coded.place,
        "\(coded.code) is the code of \(same.count) \(coded.kind): \(names). Give each a code of its own."
      )
    }
  }
}

/// Something with a code.
private struct Coded {
  let kind: String
  let code: String
  let place: String
  let name: String
  /// The item whose parts alone the code tells apart.
  let scope: String?

  init(_ kind: String, _ code: String, _ place: String, _ name: String, within scope: String? = nil) {
    self.kind = kind
    self.code = code
    self.place = place
    self.name = name
    self.scope = scope
  }

  /// `KA.01.07` and "KA 01 07" are one code.
  var key: [String] { [kind, scope ?? ""] + code.plainWords.map(String.init) }
}

extension String {
  /// A lone letter or number, as in lists that begin anew under each heading: "a", "(b)", "3".
  fileprivate var isOrdinal: Bool {
    let words = plainWords
    guard words.count == 1, let word = words.first else { return false }
    return word.count == 1 || word.count == 2 && word.allSatisfy(\.isNumber)
  }
}
