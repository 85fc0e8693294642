/// Whether an address is one a reader can follow without harm.
///
/// Links come from people's text; `javascript:` and whatever else a browser may run are refused by naming what is
/// allowed instead.
package func isSafeAddress(_ address: String) -> Bool {
  let start = address.prefix(8).lowercased()
  return ["https://", "http://", "mailto:", "tel:", "/", "#", "?"].contains { start.hasPrefix($0) }
}
