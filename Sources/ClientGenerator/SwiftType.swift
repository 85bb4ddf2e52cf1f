/// A type as generated source names it: a structure, rendered last.
package indirect enum SwiftType: Hashable, Sendable {
    /// A type by its name; a nested one by the names around it, outermost first.
    case named([Identifier])
    case optional(SwiftType)
    case array(SwiftType)
    /// From member names to values.
    case dictionary(SwiftType)
    /// Absent, null or a value: the runtime's `Nullable`.
    case nullable(SwiftType)

    package static let int = Self.named([Identifier(checked: "Int")])

    /// Types of Foundation that generated source uses.
    private static let foundationNames: Set<String> = ["Data", "Decimal", "URL", "UUID"]

    /// The names of the type that the optionals, arrays and dictionaries hold in the end.
    package var leaf: [Identifier] {
        switch self {
        case .named(let path): path
        case .optional(let inner), .array(let inner), .dictionary(let inner), .nullable(let inner): inner.leaf
        }
    }

    /// The same type with another one in place of its leaf.
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
    /// As it is written in source.
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
