import HTTPTypes
import Hummingbird

/// The page of this site on which a browser sent a form.
struct FormPage {
  /// The field of an address that names the page with which its form was answered.
  static let field = "answered"

  private let path: String
  private let query: [Substring]
  /// Whether the browser leaves the page for the answer; the script of a page stays.
  let isLeft: Bool

  /// `nil` for what does not say where it was, and where nothing can be shown.
  ///
  /// - Parameter inOffice: whether the sender has signed in, and the page with them.
  init?(_ request: Request, inOffice: Bool) {
    guard let authority = request.head.authority?.lowercased(),
      let parts = request.headers[.referer]?.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false),
      parts.count == 4, parts[2].lowercased() == authority, let target = try? RequestTarget("/" + parts[3]),
      Routes.all.contains(where: {
        $0.method == .get && $0.access.isOffice == inOffice && $0.stands(at: target.path)
      })
    else { return nil }
    isLeft = request.headers[.fetchMode] == "navigate"
    path = target.path
    query = (target.query ?? "").split(separator: "&")
    // An address that is full as it is takes no name of a page.
    guard target.text.utf8.count + 64 <= RequestTarget.mostBytes else { return nil }
  }

  /// The answer that stood on the page when the form was sent from it.
  var answered: String? {
    query.first { $0.hasPrefix("\(FormPage.field)=") }.map { String($0.dropFirst(FormPage.field.count + 1)) }
  }

  /// The same page, showing that answer.
  func address(answered id: String) -> String {
    let rest = query.filter { !$0.hasPrefix("\(FormPage.field)=") }
    return "\(path)?" + (rest + ["\(FormPage.field)=\(id.addressed)"]).joined(separator: "&")
  }
}

extension HTTPField.Name {
  static let fetchMode = HTTPField.Name("Sec-Fetch-Mode")!
}
