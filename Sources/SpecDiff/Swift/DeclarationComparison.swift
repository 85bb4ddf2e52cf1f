package import ClientGenerator

/// What the difference of two generated modules does to Swift code that imports the first and is built with the second.
///
/// Breaking is what some program that calls methods, makes values, reads properties, switches over enums or names types
/// cannot be compiled with; a warning is what compiles with one, what compiles and does something else, and what only a
/// conformance of one's own to the protocol has to follow.
package enum DeclarationComparison {
    /// Each cause once, operations first, then types in the order of the base, then what is new.
    package static func changes(from base: ClientDeclarations, to revision: ClientDeclarations) -> [DeclarationChange] {
        let types = TypePairs(base: DeclaredTypes(base), revision: DeclaredTypes(revision))
        var compared = ComparedSides(DeclarationSides(types))
        compared.compareModules()
        compared.compareOperations()
        compared.compareTypes()
        return compared.changes
    }
}
