/// Keeps a property's value out of line, so that a type may contain itself.
///
/// A value type all the same: a copy is never changed through another.
///
/// Swift 6.3 allows no property wrapper in a type that is declared `nonisolated`. A `JSONModel` needs no such word: it is
/// Sendable by its protocol, and so not isolated even where the module's default isolation is the main actor (SE-0466).
@propertyWrapper public struct Indirect<Value> {
    private var box: Box

    fileprivate indirect enum Box {
        case value(Value)
    }

    /// Keeps a value behind a reference.
    public init(wrappedValue: Value) {
        box = .value(wrappedValue)
    }

    /// The value.
    public var wrappedValue: Value {
        get {
            switch box {
            case .value(let value): value
            }
        }
        set { box = .value(newValue) }
    }
}

extension Indirect.Box: Equatable where Value: Equatable {}
extension Indirect.Box: Hashable where Value: Hashable {}
extension Indirect.Box: Sendable where Value: Sendable {}
extension Indirect: Equatable where Value: Equatable {}
extension Indirect: Hashable where Value: Hashable {}
extension Indirect: Sendable where Value: Sendable {}
