extension SchemaShape {
    package var referenceName: String? {
        if case .reference(let name) = self { name } else { nil }
    }

    package var isAny: Bool {
        if case .any = self { true } else { false }
    }

    /// An object, or what may be one.
    var isObjectLike: Bool {
        switch self {
        case .object, .union, .any, .reference: true
        case .scalar, .enumeration, .array: false
        }
    }

    /// Whether both become the same Swift type.
    func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.any, .any): true
        case (.scalar(let a), .scalar(let b)): a == b
        case (.enumeration(let a), .enumeration(let b)):
            a.isInteger == b.isInteger && Set(a.values.map(\.text)) == Set(b.values.map(\.text))
        case (.array(let a), .array(let b)): a.nullable == b.nullable && a.shape.isSame(as: b.shape)
        case (.reference(let a), .reference(let b)): a == b
        default: false
        }
    }

    /// One enumeration for two of strings, or for one beside any string.
    func joined(with other: Self) -> Self? {
        switch (self, other) {
        case (.enumeration(let values), .scalar(.string)), (.scalar(.string), .enumeration(let values)):
            return values.isInteger ? nil : .enumeration(values)
        case (.enumeration(var a), .enumeration(let b)) where a.isInteger == b.isInteger:
            let known = Set(a.values.map(\.text))
            a.values += b.values.filter { !known.contains($0.text) }
            return .enumeration(a)
        default: return nil
        }
    }
}
