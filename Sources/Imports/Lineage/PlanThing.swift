import CorporatePlan

/// An item or indicator of a plan, as far as it takes to find it in another.
struct PlanThing: Equatable {
  let id: String
  let title: String
  let code: String?
  let words: TitleWords
  /// What it stands under, by its id in the earlier plan: only things under the same one are compared by likeness.
  let under: String?

  init(id: String, title: String, code: String? = nil, under: String? = nil) {
    self.id = id
    self.title = title
    self.code = code.map(\.normalisedName)
    self.under = under
    words = TitleWords(title)
  }
}
