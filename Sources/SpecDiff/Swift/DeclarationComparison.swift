package import ClientGenerator
import SpecDiagnostics

/// Compares two generated modules: the effects of their differences on Swift code that imports the first and is built with
/// the second.
///
/// A difference is breaking if some program does not compile with it that calls methods, makes values, reads properties,
/// switches over enums or names types. A difference is a warning if a program compiles with a warning, compiles and behaves
/// differently, or has to follow only in a conformance of its own to the protocol.
package struct DeclarationComparison {
    private let sides: DeclarationSides
    private var changes: [DeclarationChange] = []
    /// Types that are gone or new because their uses are: they are not reported again.
    private var explained: (base: Set<String>, revision: Set<String>) = ([], [])

    /// Each cause once, operations first, then types in the order of the base, then new ones.
    package static func changes(from base: ClientDeclarations, to revision: ClientDeclarations) -> [DeclarationChange] {
        let types = TypePairs(base: DeclaredTypes(base), revision: DeclaredTypes(revision))
        var comparison = DeclarationComparison(sides: DeclarationSides(types))
        comparison.compareModules()
        comparison.compareOperations()
        comparison.compareTypes()
        return comparison.changes
    }

    private mutating func add(_ found: DeclarationFindings) {
        changes += found.changes
        explained.base.formUnion(found.explained.base)
        explained.revision.formUnion(found.explained.revision)
    }

    /// Reports a declaration that is not a part of another one.
    private mutating func report(
        _ level: ChangeLevel, _ name: String, _ base: Declaration?, _ revision: Declaration?, _ effect: String
    ) {
        var found = DeclarationFindings(sides)
        found.report(level, name, base, revision, effect)
        for type in base?.typesInUse ?? [] { found.explain(type, nil) }
        for type in revision?.typesInUse ?? [] { found.explain(nil, type) }
        add(found)
    }

    /// Compares the module's name and the access level of its declarations.
    private mutating func compareModules() {
        let (base, revision) = (sides.types.base, sides.types.revision)
        if base.module != revision.module {
            report(
                .breaking, base.module, nil, nil,
                "the module is named `\(revision.module)` now: `import \(base.module)` no longer compiles")
        }
        guard base.access != revision.access else { return }
        let words = "its declarations are `\(revision.access.rawValue)` now, and"
        if revision.access.reach < base.access.reach {
            report(
                .breaking, revision.module, nil, nil,
                "\(words) no longer visible where `\(base.access.rawValue)` ones are")
        } else {
            report(.info, revision.module, nil, nil, "\(words) visible to more code")
        }
    }

    private mutating func compareOperations() {
        let operations = sides.types.operations
        for pair in operations.pairs { add(OperationComparison.findings(pair.base, pair.revision, sides)) }
        for operation in operations.gone {
            let namespace = sides.types.base.namespace(of: operation).map { ", and so is `\($0.path)`" } ?? ""
            report(
                .breaking, sides.types.base.qualified(operation), operation, nil,
                "the method is gone\(namespace): calls of it no longer compile")
        }
        for operation in operations.added {
            report(
                .warning, sides.types.revision.qualified(operation), nil, operation,
                "the method is new: callers are not affected, but conformances of your own to "
                    + "`\(sides.types.revision.protocolName)` have to implement it")
        }
    }

    // MARK: Types

    private mutating func compareTypes() {
        for pair in sides.types.pairs {
            reportName(pair)
            add(Self.findings(pair, sides))
        }
        for entry in sides.types.gone.flatMap({ content(of: $0, in: sides.types.base) })
        where !explained.base.contains(entry.path) {
            report(
                .breaking, entry.path, entry.declaration, nil,
                "the type is gone: code that names it no longer compiles")
        }
        for entry in sides.types.added.flatMap({ content(of: $0, in: sides.types.revision) })
        where !explained.revision.contains(entry.path) {
            report(.info, entry.path, nil, entry.declaration, "the type is new")
        }
    }

    private mutating func reportName(_ pair: TypePair) {
        guard pair.base.path != pair.revision.path, pair.base.declaration.kind != .namespace else { return }
        // Types nested in a renamed one have their new names from there.
        if let parent = pair.base.parent, let now = pair.revision.parent, (sides.renamed[parent] ?? parent) == now,
            pair.base.declaration.name == pair.revision.declaration.name
        {
            return
        }
        var found = DeclarationFindings(sides, pair)
        found.report(
            .breaking, pair.base.path, pair.base.declaration, pair.revision.declaration,
            "`\(pair.base.path)` is now `\(pair.revision.path)`: code that names it has to use the new name")
        add(found)
    }

    private static func findings(_ pair: TypePair, _ sides: DeclarationSides) -> DeclarationFindings {
        let (base, revision) = (pair.base.declaration, pair.revision.declaration)
        guard base.kind == revision.kind else {
            var found = DeclarationFindings(sides, pair)
            found.report(
                .breaking, pair.base.path, base, revision,
                "it is \(revision.kindText) now, no longer \(base.kindText): code that uses it no longer compiles")
            return found
        }
        return switch base.kind {
        case .structure, .form: StructureComparison.findings(pair, sides)
        case .enumeration, .union, .output, .failure: EnumComparison.findings(pair, sides)
        case .alias: aliasFindings(pair, sides)
        case .client: ServerComparison.findings(pair, sides)
        default: DeclarationFindings(sides)
        }
    }

    private static func aliasFindings(_ pair: TypePair, _ sides: DeclarationSides) -> DeclarationFindings {
        let (base, revision) = (pair.base.declaration, pair.revision.declaration)
        var found = DeclarationFindings(
            sides, owner: (base, revision), scope: (pair.base.parent, pair.revision.parent))
        let difference = found.difference(base.type, revision.type)
        guard difference != .same else { return found }
        found.report(
            .breaking, pair.base.path, base, revision,
            "it is an alias of `\(revision.typeText)` now: code that uses it as `\(base.typeText)` no longer compiles",
            at: found.nullableComponents(base.type, revision.type), about: difference.concern)
        found.explain(base.type, revision.type)
        return found
    }

    /// Of a namespace, the types in it: code names nothing else of it.
    private func content(of entry: DeclaredTypes.Entry, in types: DeclaredTypes) -> [DeclaredTypes.Entry] {
        entry.declaration.kind == .namespace ? types.nested(in: entry) : [entry]
    }
}

extension AccessLevel {
    fileprivate var reach: Int {
        switch self {
        case .internal: 0
        case .package: 1
        case .public: 2
        }
    }
}

extension Declaration {
    /// The kind of the declaration in a sentence.
    fileprivate var kindText: String {
        switch kind {
        case .structure: "a struct"
        case .form: "a struct of a multipart form"
        case .enumeration: "an open enum"
        case .union: "an enum of alternatives"
        case .output, .failure: "an enum of answers"
        case .alias: "an alias of `\(typeText)`"
        case .protocol: "a protocol"
        default: "another declaration"
        }
    }

    /// The types that a method names; nothing for a type.
    fileprivate var typesInUse: [SwiftType] {
        kind == .method || kind == .requirement ? parameters.map(\.type) + [type].compactMap(\.self) : []
    }
}
