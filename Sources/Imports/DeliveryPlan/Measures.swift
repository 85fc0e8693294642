import CorporatePlan
import Documents

/// What the plan counts or shows, each thing once however often it is printed: by its code, else by its words.
struct Measures {
  private(set) var all: [Measure] = []
  private var byCode: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  /// The words met so far beside each measure.
  private var names: [Set<String>] = []

  struct Measure {
    let name: String
    let code: String?
    /// As printed, where one code stands for several.
    let printedCode: String?
    let locator: Locator
    let shows: Indicator.Shows
    /// The items it is printed under, the first one first.
    var items: [String] = []
    /// The priority in whose list of key indicators it stands.
    var keyOf: String?
    /// Other words that the same code stands beside.
    var otherNames: [(name: String, locator: Locator)] = []
    var definition: String?
    /// Shown by words, such as case studies.
    var isQualitative = false
    var unit: Unit?
    /// Of a fact about the place: the figures it stands with.
    var context: [PlaceStatement] = []
  }

  subscript(index: Int) -> Measure {
    get { all[index] }
    set { all[index] = newValue }
  }

  /// The index of a measure, which is added when it is new.
  @discardableResult
  mutating func add(_ measure: Measure) -> Int {
    let name = measure.name.normalisedName
    if let index = measure.code.map({ byCode[$0] }) ?? byName[name] {
      for item in measure.items where !all[index].items.contains(item) { all[index].items.append(item) }
      if all[index].keyOf == nil { all[index].keyOf = measure.keyOf }
      if names[index].insert(name).inserted {
        all[index].otherNames.append((measure.name, measure.locator))
      }
      return index
    }
    all.append(measure)
    names.append([name])
    if let code = measure.code { byCode[code] = all.count - 1 }
    if byName[name] == nil { byName[name] = all.count - 1 }
    return all.count - 1
  }
}
