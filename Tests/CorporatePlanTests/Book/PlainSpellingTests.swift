import CorporatePlan
import Testing

@Suite("Plain letters are spelled by a table, and as those with accents are")
struct PlainSpellingTests {
  @Test("the slug of a name is the same with a sign behind it that makes it no plain one")
  func slugs() {
    for name in names { #expect(Slugs.slug(name) == Slugs.slug(name + "…"), "“\(name)”") }
  }

  @Test("words that signs stand for are parted from their neighbours")
  func words() {
    #expect(Slugs.slug("%&%") == "percent-and-percent")
    #expect(Slugs.slug("'% of R&D's cost(s)") == "percent-of-r-and-ds-cost-s")
    #expect(Slugs.slug("''") == "unnamed" && Slugs.slug("") == "unnamed")
  }

  /// Every ASCII character at the beginning, within and at the end; and names longer than a slug.
  private var names: [String] {
    let signs = (0..<0x80).map { String(Unicode.Scalar(UInt8($0))) }
    return signs.flatMap { ["\($0)", "\($0)a", "A\($0)b", "9\($0)\($0)Z", "Cost\($0) of% \($0)"] }
      + [String(repeating: "%", count: 200), String(repeating: "Calls & visits ", count: 30)]
  }
}
