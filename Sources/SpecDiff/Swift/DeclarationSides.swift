import ClientGenerator
import SpecDiagnostics

/// The declarations of both sides, paired, and what types mean on each.
struct DeclarationSides {
    let types: TypePairs
    let baseNames: TypeNames
    let revisionNames: TypeNames
    /// What base types are called in the revision, where that is another name.
    let renamed: [String: String]
    /// Own names of types that only one side has by that path: a type of the same text may be another one.
    private let namesThatMoved: Set<String>

    init(_ types: TypePairs) {
        self.types = types
        renamed = types.renamed
        baseNames = TypeNames(types.base, renamed: renamed)
        revisionNames = TypeNames(types.revision)
        let moved = types.base.paths.symmetricDifference(types.revision.paths)
        namesThatMoved = Set(moved.compactMap { $0.split(separator: ".").last.map(String.init) })
    }

    /// Whether enums of the revision are `@nonexhaustive`.
    var enumsAreOpen: Bool { types.revision.access == .public }

    /// Compares two types where they stand.
    ///
    /// Names are compared first: that a type of the same name stands for something else is told of the type.
    func difference(
        _ base: SwiftType?, in baseScope: String?, _ revision: SwiftType?, in revisionScope: String?
    ) -> TypeDifference {
        guard let base, let revision else { return base == nil && revision == nil ? .same : .other }
        if base == revision, baseScope == revisionScope, !TypeNames.mentions(namesThatMoved, in: base) { return .same }
        let named = TypeDifference(
            baseNames.named(base, in: baseScope), revisionNames.named(revision, in: revisionScope))
        if case .same = named { return .same }
        let expanded = TypeDifference(
            baseNames.expanded(base, in: baseScope), revisionNames.expanded(revision, in: revisionScope))
        if case .other = expanded { return named }
        return expanded
    }
}

extension DeclarationSides {
    /// The component that both types are made of, where null became or is no longer a value of it: that is the reason then.
    func nullableComponents(
        _ base: SwiftType?, in baseScope: String?, _ revision: SwiftType?, in revisionScope: String?
    ) -> (SourceLocation?, SourceLocation?)? {
        let first = Self.component(base, in: baseScope, types.base, baseNames)
        let second = Self.component(revision, in: revisionScope, types.revision, revisionNames)
        guard let first, let second, first.isNullable != second.isNullable else { return nil }
        return (first.location, second.location)
    }

    private static func component(
        _ type: SwiftType?, in scope: String?, _ types: DeclaredTypes, _ names: TypeNames
    ) -> Declaration? {
        guard let type, let path = names.mentioned(in: type, scope) else { return nil }
        return types[path]?.declaration
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

    var concern: Concern? {
        switch self {
        case .optionalNow, .optionalNoLonger: .presence
        case .same, .other: nil
        }
    }

    fileprivate init(_ base: SwiftType, _ revision: SwiftType) {
        if base == revision {
            self = .same
        } else if .optional(base) == revision {
            self = .optionalNow
        } else {
            self = base == .optional(revision) ? .optionalNoLonger : .other
        }
    }
}
