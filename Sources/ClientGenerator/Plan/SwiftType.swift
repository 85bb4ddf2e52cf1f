/// A type as generated source names it, kept as a structure until rendering.
package indirect enum SwiftType: Hashable, Sendable {
    /// A type by its name; a nested one with the names around it, outermost first.
    case named([Identifier])
    case optional(SwiftType)
    case array(SwiftType)
    /// A map from member names to values.
    case dictionary(SwiftType)
    /// Absent, null or a value: the runtime's `Nullable`.
    case nullable(SwiftType)

    package static let int = Self.named([Identifier(checked: "Int")])

    /// Types of Foundation that generated source uses.
    private static let foundationNames: Set<String> = ["Data", "Decimal", "URL", "UUID"]

    /// The names of the innermost type in the optionals, arrays and dictionaries.
    package var leaf: [Identifier] {
        switch self {
        case .named(let path): path
        case .optional(let inner), .array(let inner), .dictionary(let inner), .nullable(let inner): inner.leaf
        }
    }

    /// Returns the type with another one in place of its leaf.
    package func replacingLeaf(_ replacement: ([Identifier]) -> SwiftType) -> SwiftType {
        switch self {
        case .named(let path): replacement(path)
        case .optional(let inner): .optional(inner.replacingLeaf(replacement))
        case .array(let inner): .array(inner.replacingLeaf(replacement))
        case .dictionary(let inner): .dictionary(inner.replacingLeaf(replacement))
        case .nullable(let inner): .nullable(inner.replacingLeaf(replacement))
        }
    }

    /// Whether source that mentions the type imports Foundation.
    var usesFoundation: Bool {
        let path = leaf
        return path.count == 1 && Self.foundationNames.contains(path[0].name)
    }
}

extension SwiftType: CustomStringConvertible {
    /// The source text of the type.
    package var description: String {
        switch self {
        case .named(let path): path.map(\.source).joined(separator: ".")
        case .optional(let inner): "\(inner)?"
        case .array(let inner): "[\(inner)]"
        case .dictionary(let inner): "[String: \(inner)]"
        case .nullable(let inner): "Nullable<\(inner)>"
        }
    }
}

/// A use of a type in generated source, with the form in which its values are written.
struct TypeReference: Hashable, Sendable {
    let type: SwiftType
    let wire: WireForm

    init(_ type: SwiftType, wire: WireForm = .same) {
        self.type = type
        self.wire = wire
    }

    init(_ name: Identifier, wire: WireForm = .same) {
        self.init(.named([name]), wire: wire)
    }

    /// - Parameter name: The name of a type of Swift, Foundation or the runtime.
    init(known name: StaticString, wire: WireForm = .same) {
        self.init(Identifier(checked: "\(name)"), wire: wire)
    }

    var usesFoundation: Bool { type.usesFoundation }

    var array: Self { Self(.array(type), wire: wire.isSame ? .same : .array(wire)) }

    /// A map from member names.
    var map: Self { Self(.dictionary(type), wire: wire.isSame ? .same : .map(wire)) }

    var optional: Self { Self(.optional(type), wire: wire.isSame ? .same : .optional(wire)) }

    var nullable: Self { Self(.nullable(type), wire: wire.isSame ? .same : .optional(wire)) }

    /// Returns the type as named outside of a namespace that holds types of these names.
    func qualified(_ names: Set<Identifier>, in namespace: Identifier) -> Self {
        let qualified = type.replacingLeaf { path in
            path.count == 1 && names.contains(path[0]) ? .named([namespace] + path) : .named(path)
        }
        return Self(qualified, wire: wire)
    }

    static let jsonValue = Self(known: "JSONValue")
    static let string = Self(known: "String")
    static let data = Self(known: "Data")
    static let filePart = Self(known: "FilePart")
}

/// The form in which a value is written, where its Swift type alone does not determine it: decimals in strings.
indirect enum WireForm: Hashable, Sendable {
    case same
    case text
    case array(WireForm)
    case map(WireForm)
    case optional(WireForm)

    var isSame: Bool { self == .same }

    /// Returns the expression that writes `value` in this form.
    func converted(_ value: SwiftCode) -> SwiftCode {
        switch self {
        case .same: value
        case .text: "DecimalText(\(value))"
        case .array(let element), .optional(let element): "\(value).map { \(element.converted("$0")) }"
        case .map(let element): "\(value).mapValues { \(element.converted("$0")) }"
        }
    }
}
