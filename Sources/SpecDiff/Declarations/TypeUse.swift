import ClientGenerator

/// How the type of a property, a parameter or a result is different.
enum TypeDifference {
    case same
    /// `T` is `T?` now.
    case optionalNow
    /// `T?` is `T` now.
    case optionalNoLonger
    case other
}

extension ComparedSides {
    /// Compares two types where they stand.
    ///
    /// Names are compared first: that a type of the same name stands for something else is told of the type.
    func difference(
        _ base: String?, in baseScope: String?, _ revision: String?, in revisionScope: String?
    )
        -> TypeDifference
    {
        guard let base, let revision else { return base == nil && revision == nil ? .same : .other }
        let named = Self.difference(
            baseText.named(base, in: baseScope), revisionText.named(revision, in: revisionScope))
        if case .same = named { return .same }
        let expanded = Self.difference(
            baseText.expanded(base, in: baseScope), revisionText.expanded(revision, in: revisionScope))
        if case .other = expanded { return named }
        return expanded
    }

    private static func difference(_ base: String, _ revision: String) -> TypeDifference {
        if base == revision { return .same }
        if base + "?" == revision { return .optionalNow }
        return base == revision + "?" ? .optionalNoLonger : .other
    }

    /// That the types which a declaration mentions are gone or new has its reason here.
    mutating func explain(
        base: String? = nil, in baseScope: String?, revision: String? = nil, in revisionScope: String?
    ) {
        if let base { explained.base.formUnion(baseText.mentioned(in: base, baseScope)) }
        if let revision { explained.revision.formUnion(revisionText.mentioned(in: revision, revisionScope)) }
    }
}
