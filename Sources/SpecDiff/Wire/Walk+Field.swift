import SpecPages

extension Walk {
    /// Compares one field, whatever it holds.
    mutating func compareField(_ field: String, _ base: Spot, _ revision: Spot, subject: String) {
        let others = Set((base.entries + revision.entries).map(\.name)).subtracting([field])
        compareOtherFields(base, revision, except: others, subject: subject)
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
