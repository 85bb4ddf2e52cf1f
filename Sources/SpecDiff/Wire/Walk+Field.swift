import SpecTree

extension JSONNode {
    /// What holds entries.
    enum Kind {
        case object
        case array
        case other
    }

    var kind: Kind {
        switch content {
        case .object: .object
        case .array: .array
        case .null, .boolean, .number, .string: .other
        }
    }
}

extension Walk {
    /// Compares one field, whatever it holds.
    mutating func compareField(_ field: String, _ base: Spot, _ revision: Spot, subject: String) {
        let others = Set((base.entries + revision.entries).map(\.name)).subtracting([field])
        compareOtherFields(base, revision, except: others, subject: subject)
    }

    /// Compares a field that is read entry by entry, where it holds what has no entries of that kind.
    mutating func compareKind(_ field: String, _ kind: JSONNode.Kind, _ base: Spot, _ revision: Spot, subject: String) {
        let values = [base[field]?.node, revision[field]?.node].compactMap(\.self)
        guard values.contains(where: { $0.kind != kind }) else { return }
        compareField(field, base, revision, subject: subject)
    }

    /// Compares a field whose meaning is the same on both sides: to say the default is to say nothing, but another kind of
    /// value is worth a word.
    mutating func compareSpelling(_ field: String, _ base: Spot, _ revision: Spot, subject: String) {
        let was = base[field]?.node
        let now = revision[field]?.node
        guard was?.kindName ?? now?.kindName != now?.kindName ?? was?.kindName else { return }
        compareField(field, base, revision, subject: subject)
    }
}
