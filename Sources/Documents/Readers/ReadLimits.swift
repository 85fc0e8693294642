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
  /// Paragraphs, rows, cells and chart points: a hostile file could name millions in no space.
  package var pieces = 500_000
  package var columns = 1_000

  package init() {}

  package static let council = ReadLimits()

  /// Refuses a file by its size alone: ask before a byte of it is read.
  package func admit(_ bytes: Int, named name: String) throws(ReadError) {
    if bytes > fileBytes { throw ReadError(.tooLarge(bytes: bytes, limit: fileBytes), in: name) }
  }
}
