import ClientGenerator

/// The declarations of both sides, paired, and what types mean on each.
struct DeclarationSides {
    let types: TypePairs
    let baseText: TypeText
    let revisionText: TypeText
    /// What base types are called in the revision, where that is another name.
    let renamed: [String: String]
    /// Own names of types that only one side has by that path: a type of the same text may be another one.
    private let namesThatMoved: Set<String>

    init(_ types: TypePairs) {
        self.types = types
        renamed = types.renamed
        baseText = TypeText(types.base, renamed: renamed)
        revisionText = TypeText(types.revision)
        let moved = types.base.paths.symmetricDifference(types.revision.paths)
        namesThatMoved = Set(moved.compactMap { $0.split(separator: ".").last.map(String.init) })
    }

    /// Whether enums of the revision are `@nonexhaustive`.
    var enumsAreOpen: Bool { types.revision.access == .public }

    /// Compares two types where they stand.
    ///
    /// Names are compared first: that a type of the same name stands for something else is told of the type.
    func difference(
        _ base: String?, in baseScope: String?, _ revision: String?, in revisionScope: String?
    ) -> TypeDifference {
        guard let base, let revision else { return base == nil && revision == nil ? .same : .other }
        if base == revision, baseScope == revisionScope, !TypeText.mentions(namesThatMoved, in: base) { return .same }
        let named = TypeDifference(
            baseText.named(base, in: baseScope), revisionText.named(revision, in: revisionScope))
        if case .same = named { return .same }
        let expanded = TypeDifference(
            baseText.expanded(base, in: baseScope), revisionText.expanded(revision, in: revisionScope))
        if case .other = expanded { return named }
        return expanded
    }
}

/// How the type of a property, a parameter or a result is different.
enum TypeDifference {
    case same
    /// `T` is `T?` now.
    case optionalNow
    /// `T?` is `T` now.
    case optionalNoLonger
    case other

    var concern: DeclarationChange.Concern? {
        switch self {
        case .optionalNow, .optionalNoLonger: .presence
        case .same, .other: nil
        }
    }

    fileprivate init(_ base: String, _ revision: String) {
        if base == revision {
            self = .same
        } else if base + "?" == revision {
            self = .optionalNow
        } else {
            self = base == revision + "?" ? .optionalNoLonger : .other
        }
    }
}
