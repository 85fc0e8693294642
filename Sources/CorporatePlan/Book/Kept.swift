/// A value that is kept once, however often it is passed on: passing it on counts its holders and copies nothing.
final class Kept<Value: Sendable>: Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
