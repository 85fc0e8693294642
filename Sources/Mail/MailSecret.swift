/// A password or key for a carrier. Whatever prints it prints dots.
package struct MailSecret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { "•••" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
