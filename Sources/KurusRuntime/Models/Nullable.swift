public import KurusJSON

/// A member that is optional and nullable, so that absent, null and a value are three different states.
public enum Nullable<Value> {
    /// The member is absent.
    case absent
    /// The member is null.
    case null
    /// The member has a value.
    case value(Value)

    /// Creates a present value.
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
    /// Reads the current value: `null` for null, never `absent`, which is the initial state of a model's property.
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

// Nullable members that only one kind of message carries (OpenAPI 3.0.3, §4.7.24.1).
extension JSONWriter {
    /// Writes a `readOnly` member, unless it is absent or part of a request.
    ///
    /// If it is required, a response must have the member: without it the message is not sent.
    public mutating func readOnlyMember<T: JSONWritable>(
        _ name: StaticString, _ value: Nullable<T>, isRequired: Bool = false, _ visibility: JSONVisibility = .plain
    ) {
        readOnlyMember(name, value.written, isRequired: isRequired, visibility)
    }

    /// Writes a `writeOnly` member, unless it is absent or part of a response.
    ///
    /// If it is required, a request must have the member: without it the message is not sent.
    public mutating func writeOnlyMember<T: JSONWritable>(
        _ name: StaticString, _ value: Nullable<T>, isRequired: Bool = false, _ visibility: JSONVisibility = .plain
    ) {
        writeOnlyMember(name, value.written, isRequired: isRequired, visibility)
    }
}

extension JSONReader {
    /// Throws when a response lacks a required `readOnly` member; if the value is not part of one, nothing happens.
    public func requireReadOnly<T>(_ value: Nullable<T>, _ name: StaticString) throws(JSONError) {
        try requireReadOnly(value.isAbsent ? nil : true, name)
    }

    /// Throws when a request lacks a required `writeOnly` member; if the value is not part of one, nothing happens.
    public func requireWriteOnly<T>(_ value: Nullable<T>, _ name: StaticString) throws(JSONError) {
        try requireWriteOnly(value.isAbsent ? nil : true, name)
    }
}

extension Nullable {
    fileprivate var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }

    /// The value to write, which is nil for null; nil where nothing is written.
    fileprivate var written: Value?? {
        switch self {
        case .absent: nil
        case .null: .some(nil)
        case .value(let value): value
        }
    }
}

/// Stores a property's value behind a reference, so that a type may contain itself.
///
/// It is still a value type: changing one copy never changes another.
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
