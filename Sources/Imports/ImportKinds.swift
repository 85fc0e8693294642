extension ImportProposal {
  /// The kinds of documents that can be recognised, as `kind` asks for them.
  package static var kinds: [String] { Recogniser.all.map(\.kind) }
}
