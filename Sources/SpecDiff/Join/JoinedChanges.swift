import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

/// Joins the changes of the documents and those of the declarations by their locations in the documents.
struct JoinedChanges {
    private var changes: [Change]
    /// The concern of each change of the documents.
    private let concerns: [Concern?]
    /// The changes of the documents by place, so that a declaration is compared with few of them.
    private var neighbours = Neighbours()
    private let documents: DocumentDifferences
    private let base: PointerIndex
    private let revision: PointerIndex

    /// The changes of the documents, with the declarations that differ because of them; then those of declarations that
    /// differ for no such reason.
    static func join(
        _ differences: DocumentDifferences, _ declarations: [DeclarationChange], _ documents: ComparedDocuments
    ) -> [Change] {
        var joined = JoinedChanges(differences, declarations, documents)
        for declaration in declarations { joined.join(declaration) }
        return joined.changes.enumerated().map { index, change in
            var change = change
            // Only an enum's case is worth the note on its value.
            if index < joined.concerns.count, joined.concerns[index] == .values,
                !change.declarations.contains(where: { $0.concern == .values })
            {
                change.notes = []
            }
            return change
        }
    }

    private init(
        _ differences: DocumentDifferences, _ declarations: [DeclarationChange], _ documents: ComparedDocuments
    ) {
        self.documents = differences
        changes = differences.changes
        concerns = changes.map { Rule.byID[$0.rule]?.concern }
        base = PointerIndex(
            documents.base.documents,
            wanted: changes.compactMap(\.base?.subject) + declarations.flatMap { [$0.base, $0.baseOwner] })
        revision = PointerIndex(
            documents.revision.documents,
            wanted: changes.compactMap(\.revision?.subject) + declarations.flatMap { [$0.revision, $0.revisionOwner] })
        for index in changes.indices {
            let entries = entries(of: changes[index])
            if let entry = entries.base { changes[index].base?.pointer = entry.pointer }
            if let entry = entries.revision { changes[index].revision?.pointer = entry.pointer }
            neighbours.add(index, entries)
        }
    }

    /// Adds a declaration to the changes that it differs because of; else adds a change of its own.
    private mutating func join(_ declaration: DeclarationChange) {
        let found = reasons(for: declaration)
        guard !found.isEmpty else { return changes.append(ownChange(declaration)) }
        for index in found { changes[index].add(declaration) }
    }

    private func ownChange(_ declaration: DeclarationChange) -> Change {
        func location(_ location: SourceLocation, _ index: PointerIndex) -> ChangeLocation {
            var found = ChangeLocation(location)
            if let entry = index[location] { found.pointer = entry.pointer }
            return found
        }
        var change = Change(
            rule: Rule.declarationChanged.id, wire: .none, subject: "`\(declaration.name)`",
            message: declaration.effect, was: declaration.was, now: declaration.now,
            base: declaration.base.map { location($0, base) },
            revision: declaration.revision.map { location($0, revision) })
        change.add(declaration)
        change.isUrgent = declaration.concern == .effect || declaration.concern == .security
        change.operations = reach(declaration)
        return change
    }

    // MARK: Reasons

    /// The changes of exactly the declaration's concern; else the nearest ones; else the only one inside of its object; else
    /// those of the type that it belongs to.
    private func reasons(for declaration: DeclarationChange) -> [Int] {
        let exact = operationReasons(for: declaration)
        if !exact.isEmpty { return exact }
        let nearest = nearest(to: declaration)
        if nearest.count == 1 { return nearest }
        if !nearest.isEmpty { return reaching(declaration, of: nearest) }
        let own = entries(of: declaration)
        let parts = neighbours.near(own).filter { Self.isPart(entries(of: changes[$0]), of: own) }
        if parts.count == 1 { return parts }
        let owner = ownerEntries(of: declaration)
        return neighbours.near(owner).filter { Relation(of: owner, to: entries(of: changes[$0])) == .same }
    }

    /// The changes of an operation's effect, security and so on: its document may declare these.
    private func operationReasons(for declaration: DeclarationChange) -> [Int] {
        guard let concern = declaration.concern, concern.isOperations else { return [] }
        let candidates = concerns.indices.filter { concerns[$0] == concern }
        guard !candidates.isEmpty else { return [] }
        let reached = Set(reach(declaration))
        return candidates.filter { !reached.isDisjoint(with: changes[$0].operations) }
    }

    /// The changes that reach the declaration's operations, if any: a parameter that several operations refer to may be
    /// gone from each.
    private func reaching(_ declaration: DeclarationChange, of found: [Int]) -> [Int] {
        let reached = Set(reach(declaration))
        let own = found.filter { !reached.isDisjoint(with: changes[$0].operations) }
        return own.isEmpty ? found : own
    }

    private func nearest(to declaration: DeclarationChange) -> [Int] {
        var best: (relation: Relation, fit: ConcernFit)?
        var found: [Int] = []
        let own = entries(of: declaration)
        for index in neighbours.near(own) {
            let relation =
                declaration.isAt(changes[index]) ? .exact : Relation(of: own, to: entries(of: changes[index]))
            guard let relation else { continue }
            let nearness = (relation, ConcernFit(of: concerns[index], to: declaration.concern))
            if let known = best, nearness < known { continue }
            if best.map({ $0 != nearness }) ?? true { found = [] }
            best = nearness
            found.append(index)
        }
        return found
    }

    /// Whether a change is about a part of an object, whatever the part's name.
    private static func isPart(_ part: Neighbours.Entries, of whole: Neighbours.Entries) -> Bool {
        [(part.base, whole.base), (part.revision, whole.revision)].contains { part, whole in
            guard let part, let whole, whole.document == part.document else { return false }
            return whole.pointer.tokens.count > 1 && part.pointer.tokens.starts(with: whole.pointer.tokens)
        }
    }

    /// The operations that lead to the type that a declaration belongs to, else to its place.
    private func reach(_ declaration: DeclarationChange) -> [String] {
        let (owner, own) = (ownerEntries(of: declaration), entries(of: declaration))
        let entry = owner.revision ?? owner.base ?? own.revision ?? own.base
        return entry.map { documents.operations(at: $0.home) } ?? []
    }

    // MARK: Entries

    private func entries(of change: Change) -> Neighbours.Entries {
        entries(change.base?.subject, change.revision?.subject)
    }

    private func entries(of declaration: DeclarationChange) -> Neighbours.Entries {
        entries(declaration.base, declaration.revision)
    }

    private func ownerEntries(of declaration: DeclarationChange) -> Neighbours.Entries {
        entries(declaration.baseOwner, declaration.revisionOwner)
    }

    private func entries(_ was: SourceLocation?, _ now: SourceLocation?) -> Neighbours.Entries {
        (was.flatMap { base[$0] }, now.flatMap { revision[$0] })
    }
}

/// The relation of a declaration's place to a change's.
private enum Relation: Comparable {
    /// The change is about an object around the declaration's, so many levels up: a new property, for example.
    case around(levels: Int)
    /// The change is about a part of the declaration's object: the elements of a property, for example.
    case inside(levels: Int)
    case same
    /// Both are about the same word, of several in one place: a value of an enumeration.
    case exact

    /// The nearer relation of both sides.
    init?(of declaration: Neighbours.Entries, to change: Neighbours.Entries) {
        let relations = [
            Self(of: declaration.revision, to: change.revision), Self(of: declaration.base, to: change.base),
        ]
        guard let nearest = relations.compactMap(\.self).max() else { return nil }
        self = nearest
    }

    private init?(of declaration: PointerIndex.Entry?, to change: PointerIndex.Entry?) {
        guard let declaration, let change, declaration.document == change.document else { return nil }
        let tokens = declaration.pointer.tokens
        let other = change.pointer.tokens
        if tokens == other {
            self = .same
        } else if other.starts(with: tokens) {
            let rest = other.dropFirst(tokens.count)
            // A part with a name is an object of its own.
            if Self.isNamed(rest) { return nil }
            self = .inside(levels: rest.count)
        } else if tokens.starts(with: other), other.count > 1 {
            self = .around(levels: tokens.count - other.count)
        } else {
            return nil
        }
    }

    private static func isNamed(_ rest: ArraySlice<String>) -> Bool {
        rest.contains(where: ComparedFields.named.contains)
            || rest.first.map(PathItem.methods.contains) ?? false
    }

    private var rank: Int {
        switch self {
        case .around(let levels): -1000 - levels
        case .inside(let levels): -levels
        case .same: 1
        case .exact: 2
        }
    }

    static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
}

/// How well the concern of a change goes together with a declaration's.
private enum ConcernFit: Comparable {
    /// They are about different aspects of the same thing.
    case poor
    case possible
    case exact

    /// - Parameter declaration: Nil for a declaration's type, its place or the declaration as a whole.
    init(of change: Concern?, to declaration: Concern?) {
        switch change {
        case nil: self = .possible
        case .unseen: self = .poor
        case .type: self = declaration == nil ? .exact : .possible
        case declaration: self = .exact
        // Another type may be optional besides.
        case .presence where declaration == nil: self = .possible
        default: self = .poor
        }
    }
}

extension Change {
    fileprivate mutating func add(_ declaration: DeclarationChange) {
        declarations.append(declaration)
        source = max(source, declaration.level)
    }
}

extension DeclarationChange {
    /// Whether the declaration is new or gone, and the change is about its very word: a value of an enum, for example.
    fileprivate func isAt(_ change: Change) -> Bool {
        switch (base, revision) {
        case (nil, let revision?): revision == change.revision?.location
        case (let base?, nil): base == change.base?.location
        default: false
        }
    }
}
