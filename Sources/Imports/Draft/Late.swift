import Synchronization

/// A value that is worked out when somebody first looks, and kept.
final class Late<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case open(@Sendable () -> Value)
    case known(Value)
  }

  private let state: Mutex<State>

  init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.open(make)) }

  var value: Value {
    state.withLock { state in
      switch state {
      case .known(let value): return value
      case .open(let make):
        let value = make()
        state = .known(value)
        return value
      }
    }
  }
}
