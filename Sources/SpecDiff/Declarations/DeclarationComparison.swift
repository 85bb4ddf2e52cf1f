package import ClientGenerator
import SpecDiagnostics

/// What the difference of two generated modules does to Swift code that imports the first and is built with the second.
///
/// Breaking is what some program that calls methods, makes values, reads properties, switches over enums or names types
/// cannot be compiled with; a warning is what compiles with one, what compiles and does something else, and what only a
/// conformance of one's own to the protocol has to follow.
package enum DeclarationComparison {
    /// Each cause once, operations first, then types in the order of the base, then what is new.
    package static func changes(from base: ClientDeclarations, to revision: ClientDeclarations) -> [DeclarationChange] {
        var sides = ComparedSides(TypePairs(base: DeclaredTypes(base), revision: DeclaredTypes(revision)))
        sides.compareModules()
        sides.compareOperations()
        sides.compareTypes()
        return sides.changes
    }
}

/// Both sides, and what is found to be different.
struct ComparedSides {
    let types: TypePairs
    let baseText: TypeText
    let revisionText: TypeText
    private(set) var changes: [DeclarationChange] = []
    /// Types that are gone or new because what used them is: they are not listed again.
    var explained: (base: Set<String>, revision: Set<String>) = ([], [])

    init(_ types: TypePairs) {
        self.types = types
        baseText = TypeText(types.base, renamed: types.renamed)
        revisionText = TypeText(types.revision)
    }

    mutating func report(
        _ level: ChangeLevel, _ name: String, _ base: Declaration?, _ revision: Declaration?, _ effect: String
    ) {
        report(level, name, base, revision, effect, at: (base?.location, revision?.location))
    }

    /// - Parameter places: Where the reason stands, if not where the declarations do.
    mutating func report(
        _ level: ChangeLevel, _ name: String, _ base: Declaration?, _ revision: Declaration?, _ effect: String,
        at places: (SourceLocation?, SourceLocation?)
    ) {
        changes.append(
            DeclarationChange(
                name: name, level: level, was: base?.text, now: revision?.text, effect: effect, base: places.0,
                revision: places.1))
    }

    /// Whether enums of the revision are `@nonexhaustive`.
    var enumsAreOpen: Bool { types.revision.access == .public }
}
