public import KurusJSON

/// A member that is optional and nullable: absent, null and a value are three things in such a document.
public enum Nullable<Value> {
    /// The member is not there.
    case absent
    /// The member is there and null.
    case null
    /// A value is present.
    case value(Value)

    /// A value that is present.
    public init(_ value: Value) {
        self = .value(value)
    }

    /// The value, nil for both `absent` and `null`.
    public var value: Value? {
        switch self {
        case .absent, .null: nil
        case .value(let value): value
        }
    }

    /// Transforms a value, keeps `absent` and `null`.
    public func map<Result, Failure>(
        _ transform: (Value) throws(Failure) -> Result
    ) throws(Failure) -> Nullable<Result> {
        switch self {
        case .absent: .absent
        case .null: .null
        case .value(let value): .value(try transform(value))
        }
    }
}

extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}
extension Nullable: Sendable where Value: Sendable {}

extension JSONReader {
    /// The value at hand: `null` for null, never `absent`, which is what a model's property starts as.
    public mutating func readNullable<T: JSONReadable>(_ type: T.Type = T.self) throws(JSONError) -> Nullable<T> {
        guard let value = try readIfPresent(type) else { return .null }
        return .value(value)
    }
}

extension JSONWriter {
    /// Writes null for `null` and nothing for `absent`.
    public mutating func memberIfPresent<T: JSONWritable>(
        _ name: StaticString, _ value: Nullable<T>, _ visibility: JSONVisibility = .plain
    ) {
        switch value {
        case .absent: break
        case .null: member(name, JSONValue.null)
        case .value(let value): member(name, value, visibility)
        }
    }
}

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
