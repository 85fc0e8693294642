/// The different texts of many, numbered in the order they come.
struct DistinctTexts {
  private(set) var count = 0
  private var all: [String] = []
  private var places: [String: Int] = [:]
  /// What followed each text last time: lists say their periods in turn, and what followed once mostly follows again.
  private var next: [Int] = []
  private var last = 0

  mutating func place(of text: String) -> Int {
    if count > 0 {
      let guess = next[last]
      if all[guess] == text {
        last = guess
        return guess
      }
    }
    let place = places[text] ?? count
    if place == count {
      count += 1
      places[text] = place
      all.append(text)
      next.append(place)
    }
    next[last] = place
    last = place
    return place
  }
}
