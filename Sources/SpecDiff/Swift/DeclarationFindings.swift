import ClientGenerator
import SpecDiagnostics

typealias TypePair = (base: DeclaredTypes.Entry, revision: DeclaredTypes.Entry)

/// The changes of one type or operation.
struct DeclarationFindings {
    let sides: DeclarationSides
    private let owner: (base: Declaration?, revision: Declaration?)
    /// The paths of the types in which its members name types.
    private let scope: (base: String?, revision: String?)
    private(set) var changes: [DeclarationChange] = []
    /// Types that are gone or new because a use of them is.
    private(set) var explained: (base: Set<String>, revision: Set<String>) = ([], [])

    init(
        _ sides: DeclarationSides, owner: (base: Declaration?, revision: Declaration?) = (nil, nil),
        scope: (base: String?, revision: String?) = (nil, nil)
    ) {
        self.sides = sides
        self.owner = owner
        self.scope = scope
    }

    init(_ sides: DeclarationSides, _ pair: TypePair) {
        self.init(
            sides, owner: (pair.base.declaration, pair.revision.declaration),
            scope: (pair.base.path, pair.revision.path))
    }

    /// - Parameter locations: The locations of the reason, if not those of the declarations.
    mutating func report(
        _ level: ChangeLevel, _ name: String, _ base: Declaration?, _ revision: Declaration?, _ effect: String,
        at locations: (SourceLocation?, SourceLocation?)? = nil, about concern: Concern? = nil
    ) {
        let (was, now) = locations ?? (base?.location, revision?.location)
        var change = DeclarationChange(
            name: name, level: level, was: base?.text, now: revision?.text, effect: effect, base: was, revision: now)
        change.concern = concern
        change.baseOwner = owner.base?.location
        change.revisionOwner = owner.revision?.location
        changes.append(change)
    }

    mutating func reportRename(_ name: String, _ base: Declaration, _ revision: Declaration) {
        report(
            .breaking, name, base, revision,
            "`\(base.name)` is now `\(revision.name)`: code has to use the new name")
    }

    /// Reports a declaration that became deprecated, or no longer is.
    mutating func reportDeprecation(
        _ name: String, _ base: Declaration, _ revision: Declaration, _ words: (on: String, off: String),
        about concern: Concern? = nil
    ) {
        guard base.isDeprecated != revision.isDeprecated else { return }
        report(
            revision.isDeprecated ? .warning : .info, name, base, revision,
            revision.isDeprecated ? words.on : words.off, about: concern)
    }

    // MARK: Types

    /// Marks the mentioned types as explained, so they are not reported again.
    mutating func explain(_ base: SwiftType?, _ revision: SwiftType?) {
        if let base, let path = sides.baseNames.mentioned(in: base, scope.base) { explained.base.insert(path) }
        if let revision, let path = sides.revisionNames.mentioned(in: revision, scope.revision) {
            explained.revision.insert(path)
        }
    }

    /// Compares two types where the owner names them.
    func difference(_ base: SwiftType?, _ revision: SwiftType?) -> TypeDifference {
        sides.difference(base, in: scope.base, revision, in: scope.revision)
    }

    /// The locations of the component that both types are made of, if its nullability changed: that is the reason then.
    func nullableComponents(_ base: SwiftType?, _ revision: SwiftType?) -> (SourceLocation?, SourceLocation?)? {
        let first = sides.baseNames.component(base, in: scope.base)
        let second = sides.revisionNames.component(revision, in: scope.revision)
        guard let first, let second, first.isNullable != second.isNullable else { return nil }
        return (first.location, second.location)
    }
}

/// The difference between the types of a property, a parameter or a result.
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

    init(_ base: SwiftType, _ revision: SwiftType) {
        if base == revision {
            self = .same
        } else if .optional(base) == revision {
            self = .optionalNow
        } else {
            self = base == .optional(revision) ? .optionalNoLonger : .other
        }
    }
}
