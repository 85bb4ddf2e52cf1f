import ClientGenerator
import SpecDiagnostics

/// The declarations of both sides, paired, and the meaning of type names on each.
struct DeclarationSides {
    let types: TypePairs
    let baseNames: TypeNames
    let revisionNames: TypeNames
    /// The names of base types in the revision, where they differ.
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

    /// Compares two types in their scopes.
    ///
    /// Names are compared first: an alias whose target changed is reported itself.
    func difference(
        _ base: SwiftType?, in baseScope: String?, _ revision: SwiftType?, in revisionScope: String?
    ) -> TypeDifference {
        guard let base, let revision else { return base == nil && revision == nil ? .same : .other }
        if base == revision, baseScope == revisionScope,
            !base.leaf.contains(where: { namesThatMoved.contains($0.name) })
        {
            return .same
        }
        let named = TypeDifference(
            baseNames.named(base, in: baseScope), revisionNames.named(revision, in: revisionScope))
        if named == .same { return .same }
        let expanded = TypeDifference(
            baseNames.expanded(base, in: baseScope), revisionNames.expanded(revision, in: revisionScope))
        return expanded == .other ? named : expanded
    }
}

/// Reads type names as the compiler does: as the paths of the types that they mean, with aliases expanded on demand.
struct TypeNames {
    private let types: DeclaredTypes
    /// The names of this side's types on the other one, where they differ.
    private let renamed: [String: String]

    init(_ types: DeclaredTypes, renamed: [String: String] = [:]) {
        self.types = types
        self.renamed = renamed
    }

    /// The type with full names: `[Payout.Status]?`.
    ///
    /// - Parameter scope: The path of the type that mentions it.
    func named(_ type: SwiftType, in scope: String?) -> SwiftType {
        type.replacingLeaf { name in
            let path = path(of: name, in: scope)
            return SwiftType(path: renamed[path] ?? path)
        }
    }

    /// The type with full names, and aliases replaced by their targets.
    func expanded(_ type: SwiftType, in scope: String?, within aliases: Set<String> = []) -> SwiftType {
        type.replacingLeaf { name in
            let path = path(of: name, in: scope)
            if let entry = types[path], entry.declaration.kind == .alias, !aliases.contains(path),
                let target = entry.declaration.type
            {
                return expanded(target, in: entry.parent, within: aliases.union([path]))
            }
            return SwiftType(path: renamed[path] ?? path)
        }
    }

    /// The path of the declared type that a type is made of; nil for a type of another module.
    func mentioned(in type: SwiftType, _ scope: String?) -> String? {
        let path = path(of: type.leaf, in: scope)
        return types[path] == nil ? nil : path
    }

    /// The declaration that a type is made of.
    func component(_ type: SwiftType?, in scope: String?) -> Declaration? {
        type.flatMap { mentioned(in: $0, scope) }.flatMap { types[$0]?.declaration }
    }

    /// The meaning of a name: the nearest type of that name around the scope, or one of another module.
    private func path(of name: [Identifier], in scope: String?) -> String {
        let name = name.map(\.name).joined(separator: ".")
        var scope = scope
        while let current = scope {
            let path = "\(current).\(name)"
            if types[path] != nil { return path }
            if current.split(separator: ".").last.map(String.init) == name { return current }
            scope = types[current]?.parent
        }
        return name
    }
}

extension SwiftType {
    /// - Parameter path: The names of a type and of those around it, with dots between them.
    fileprivate init(path: String) {
        self = .named(path.split(separator: ".").map { Identifier(checked: String($0)) })
    }
}
