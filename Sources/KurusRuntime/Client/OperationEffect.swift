/// What carrying out an operation changes at the provider (`x-kurus-effect`).
///
/// Only `read` is repeated by itself, ever; an operation whose effect nobody declared is `commit`.
public enum OperationEffect: String, Hashable, Sendable {
    /// Changes nothing.
    case read
    /// Creates or changes something that moves no money yet.
    case prepare
    /// Moves money, or may.
    case commit
    /// Takes back what was prepared.
    case undo

    var isRead: Bool { self == .read }
}
