/// How much a file may ask of us. A corporate plan with all its pictures stays far below.
package struct ReadLimits: Hashable, Sendable {
  package var fileBytes = 100 << 20
  package var textBytes = 16 << 20
  package var partBytes = 64 << 20
  package var inflatedBytes = 256 << 20
  package var entries = 10_000
  /// Deflate can pack zeros a thousand to one; the XML of real documents stays below a hundred.
  package var ratio = 250
  /// Parts below this are never refused for their ratio.
  package var ratioFloor = 4 << 20
  package var xmlDepth = 256
  package var xmlAttributes = 500
  package var columns = 1_000

  package init() {}

  package static let council = ReadLimits()
}
