import ClientGenerator
import SpecDiagnostics

/// What is found to be different between two sides.
struct ComparedSides {
    typealias TypePair = (base: DeclaredTypes.Entry, revision: DeclaredTypes.Entry)

    let sides: DeclarationSides
    private(set) var changes: [DeclarationChange] = []
    /// The type or operation whose declarations are compared.
    var owner: (base: Declaration?, revision: Declaration?) = (nil, nil)
    /// Types that are gone or new because what used them is: they are not listed again.
    private(set) var explained: (base: Set<String>, revision: Set<String>) = ([], [])

    init(_ sides: DeclarationSides) {
        self.sides = sides
    }

    mutating func report(
        _ level: ChangeLevel, _ name: String, _ base: Declaration?, _ revision: Declaration?, _ effect: String,
        about concern: Concern? = nil
    ) {
        report(level, name, base, revision, effect, at: (base?.location, revision?.location), about: concern)
    }

    /// - Parameter places: Where the reason stands, if not where the declarations do.
    mutating func report(
        _ level: ChangeLevel, _ name: String, _ base: Declaration?, _ revision: Declaration?, _ effect: String,
        at places: (SourceLocation?, SourceLocation?), about concern: Concern? = nil
    ) {
        var change = DeclarationChange(
            name: name, level: level, was: base?.text, now: revision?.text, effect: effect, base: places.0,
            revision: places.1)
        change.concern = concern
        change.baseOwner = owner.base?.location
        change.revisionOwner = owner.revision?.location
        changes.append(change)
    }

    /// That the types which a declaration mentions are gone or new has its reason here.
    mutating func explain(
        base: SwiftType? = nil, in baseScope: String?, revision: SwiftType? = nil, in revisionScope: String?
    ) {
        if let base, let path = sides.baseNames.mentioned(in: base, baseScope) { explained.base.insert(path) }
        if let revision, let path = sides.revisionNames.mentioned(in: revision, revisionScope) {
            explained.revision.insert(path)
        }
    }
}
