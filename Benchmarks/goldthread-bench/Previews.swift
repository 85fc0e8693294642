import CorporatePlan
import Documents
import Imports

/// Previews a file so many times, from its bytes to the proposal for an empty council: the seconds of processor time that
/// one takes, and how many actual figures it found.
func preview(_ path: String, turns: Int) throws {
  let (name, bytes) = try ReadLimits.council.file(at: path)
  func proposal() throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(bytes, named: name), fileDigest: "sha256:\(String(repeating: "0", count: 64))",
      council: "Larkmere")
  }
  let found = try proposal().counts.actuals
  let seconds = try processorSeconds {
    for _ in 0..<turns {
      let proposal = try proposal()
      // What a page begins with: how much is new, and how the quarter would stand.
      _ = (proposal.count(.new), proposal.count(.changed), proposal.scorecard?.indicators.rated)
    }
  }
  print(seconds / Double(turns), found)
}
