// `x-kurus-sensitive` and `format: password`: a change of type must not make a secret printable.
extension SchemaResolver {
    /// Returns whether a shape holds a secret that the shape replacing it does not mask.
    mutating func loses(_ shape: SchemaShape, to merged: SchemaShape) -> Bool {
        switch merged {
        case .any: !shape.isAny && holdsSecret(shape)
        case .enumeration: shape.isPassword
        default: false
        }
    }

    /// Returns whether the schema, or a part of it at any depth, is a secret.
    mutating func holdsSecret(_ schema: APISchema) -> Bool {
        schema.sensitive || holdsSecret(schema.shape)
    }

    private mutating func holdsSecret(_ shape: SchemaShape) -> Bool {
        var open: [SchemaShape] = [shape]
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next.isPassword { return true }
            if let name = next.referenceName {
                guard seen.insert(name).inserted, let entry = components.schemas[name] else { continue }
                let target = flattened(named: name, at: entry.location)
                if target.sensitive { return true }
                open.append(target.shape)
            }
            var isSecret = false
            next.forEachPart { part in
                isSecret = isSecret || part.sensitive
                open.append(part.shape)
            }
            if isSecret { return true }
        }
        return false
    }
}

extension SchemaShape {
    fileprivate var isPassword: Bool {
        if case .scalar(.password) = self { true } else { false }
    }
}
