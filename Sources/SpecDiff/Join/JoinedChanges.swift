import SpecAPI
import SpecDiagnostics
import SpecTree

/// Joins what the documents and what the declarations say by the places in the documents that they are about.
struct JoinedChanges {
    private(set) var changes: [Change]
    /// The changes of the documents by where they stand: all of them would be compared with all declarations.
    private var neighbours = Neighbours()
    /// What each change of the documents is about.
    private var concerns: [ChangeConcern]
    private let base: PointerIndex
    private let revision: PointerIndex

    /// How a declaration's place lies to a change's.
    private enum Relation: Comparable {
        /// The change is about a thing in which the declaration's stands, so many levels deeper: a new property, say.
        case around(levels: Int)
        /// The change is about a part of the declaration's thing: the elements of a property, say.
        case inside(levels: Int)
        case same
        /// Both are about the same word, of several in one place: a value of an enumeration.
        case exact

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

    init(
        _ changes: [Change], _ declarations: [DeclarationChange], base: [PageDocument], revision: [PageDocument],
        operations: (SourceLocation) -> [String]
    ) {
        self.changes = changes
        concerns = changes.map { ChangeConcern(rule: $0.rule) }
        let wanted = Self.wanted(changes, declarations)
        self.base = PointerIndex(base, wanted: wanted.base)
        self.revision = PointerIndex(revision, wanted: wanted.revision)
        addPointers()
        for index in changes.indices { neighbours.add(index, entries(of: changes[index])) }
        for declaration in declarations { join(declaration, operations) }
        for index in concerns.indices where concerns[index].isValue && !self.changes[index].hasCase {
            self.changes[index].notes = []
        }
    }

    private static func wanted(
        _ changes: [Change], _ declarations: [DeclarationChange]
    ) -> (base: Set<SourceLocation>, revision: Set<SourceLocation>) {
        (
            Set(
                changes.compactMap(\.base?.subject)
                    + declarations.flatMap { [$0.base, $0.baseOwner].compactMap(\.self) }),
            Set(
                changes.compactMap(\.revision?.subject)
                    + declarations.flatMap { [$0.revision, $0.revisionOwner].compactMap(\.self) })
        )
    }

    private mutating func addPointers() {
        for index in changes.indices {
            if let place = changes[index].base?.subject, let entry = base[place] {
                changes[index].base?.pointer = entry.pointer
            }
            if let place = changes[index].revision?.subject, let entry = revision[place] {
                changes[index].revision?.pointer = entry.pointer
            }
        }
    }

    /// Adds a declaration to the changes that it differs because of; else it is a change of its own.
    private mutating func join(_ declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]) {
        let found = reasons(for: declaration, operations)
        guard !found.isEmpty else { return changes.append(ownChange(declaration, operations)) }
        for index in found { changes[index].add(declaration) }
    }

    /// The changes of just what the declaration is about; else the nearest ones; else the only one inside its thing; else
    /// those of the type that it belongs to.
    private func reasons(
        for declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]
    ) -> [Int] {
        let exact = operationReasons(for: declaration, operations)
        if !exact.isEmpty { return exact }
        let nearest = nearest(to: declaration)
        if nearest.count == 1 { return nearest }
        if !nearest.isEmpty { return reaching(declaration, of: nearest, operations) }
        let near = neighbours.near(entries(of: declaration))
        let parts = near.filter { isPart(changes[$0], of: declaration) }
        if parts.count == 1 { return parts }
        let owner = ownerEntries(of: declaration)
        return neighbours.near(owner).filter { relation(of: owner, to: changes[$0]) == .same }
    }

    /// What an operation demands, say, may be said by its document.
    private func operationReasons(
        for declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]
    ) -> [Int] {
        guard let concern = declaration.concern else { return [] }
        let candidates = concerns.indices.filter { concerns[$0].isOperations(concern) }
        guard !candidates.isEmpty else { return [] }
        let reached = Set(reach(declaration, operations))
        return candidates.filter { !reached.isDisjoint(with: changes[$0].operations) }
    }

    /// A parameter that several operations refer to may be gone from each.
    private func reaching(
        _ declaration: DeclarationChange, of found: [Int], _ operations: (SourceLocation) -> [String]
    ) -> [Int] {
        let reached = Set(reach(declaration, operations))
        let own = found.filter { !reached.isDisjoint(with: changes[$0].operations) }
        return own.isEmpty ? found : own
    }

    private func nearest(to declaration: DeclarationChange) -> [Int] {
        var best: (relation: Relation, fit: ChangeConcern.Fit)?
        var found: [Int] = []
        let own = entries(of: declaration)
        for index in neighbours.near(own) where index < concerns.count {
            guard
                let relation = declaration.isAt(changes[index]) ? .exact : relation(of: own, to: changes[index])
            else { continue }
            let nearness = (relation, concerns[index].fit(declaration.concern))
            if let known = best, nearness < known { continue }
            if best.map({ $0 != nearness }) ?? true { found = [] }
            best = nearness
            found.append(index)
        }
        return found
    }

    private func entries(of change: Change) -> Neighbours.Entries {
        (change.base.flatMap { base[$0.subject] }, change.revision.flatMap { revision[$0.subject] })
    }

    private func entries(of declaration: DeclarationChange) -> Neighbours.Entries {
        (declaration.base.flatMap { base[$0] }, declaration.revision.flatMap { revision[$0] })
    }

    private func ownerEntries(of declaration: DeclarationChange) -> Neighbours.Entries {
        (declaration.baseOwner.flatMap { base[$0] }, declaration.revisionOwner.flatMap { revision[$0] })
    }

    /// Whether the change is about something that stands in the declaration's thing, whatever its name.
    private func isPart(_ change: Change, of declaration: DeclarationChange) -> Bool {
        let whole = entries(of: declaration)
        let part = entries(of: change)
        return Self.isPart(part.base, of: whole.base) || Self.isPart(part.revision, of: whole.revision)
    }

    private static func isPart(_ part: PointerIndex.Entry?, of whole: PointerIndex.Entry?) -> Bool {
        guard let part, let whole, whole.document == part.document else { return false }
        return whole.pointer.tokens.count > 1 && part.pointer.tokens.starts(with: whole.pointer.tokens)
    }

    private func relation(of own: Neighbours.Entries, to change: Change) -> Relation? {
        let other = entries(of: change)
        return [Self.relation(own.revision, other.revision), Self.relation(own.base, other.base)]
            .compactMap(\.self).max()
    }

    private static func relation(_ declaration: PointerIndex.Entry?, _ change: PointerIndex.Entry?) -> Relation? {
        guard let declaration, let change, declaration.document == change.document else { return nil }
        let tokens = declaration.pointer.tokens
        let other = change.pointer.tokens
        if tokens == other { return .same }
        if other.starts(with: tokens) {
            let rest = other.dropFirst(tokens.count)
            // A part that has a name of its own is another thing.
            return isNamed(rest) ? nil : .inside(levels: rest.count)
        }
        return tokens.starts(with: other) && other.count > 1 ? .around(levels: tokens.count - other.count) : nil
    }

    private static func isNamed(_ rest: ArraySlice<String>) -> Bool {
        let names: Set<String> = ["properties", "parameters", "responses", "requestBody", "headers"]
        return rest.contains(where: names.contains) || rest.first.map(APIOperation.methods.contains) ?? false
    }

    private func ownChange(_ declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]) -> Change {
        var change = Change(
            rule: Rule.declarationChanged.id, wire: .none, subject: "`\(declaration.name)`",
            message: declaration.effect, was: declaration.was, now: declaration.now,
            base: declaration.base.map { place($0, base) }, revision: declaration.revision.map { place($0, revision) })
        change.add(declaration)
        change.isUrgent = declaration.concern == .effect || declaration.concern == .security
        change.operations = reach(declaration, operations)
        return change
    }

    /// The operations that lead to the type that it belongs to, else to its place.
    private func reach(_ declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]) -> [String] {
        let (owner, own) = (ownerEntries(of: declaration), entries(of: declaration))
        let entry = owner.revision ?? owner.base ?? own.revision ?? own.base
        return entry.map { operations($0.home) } ?? []
    }

    private func place(_ location: SourceLocation, _ index: PointerIndex) -> ChangeLocation {
        var place = ChangeLocation(location)
        if let entry = index[location] { place.pointer = entry.pointer }
        return place
    }
}

extension Change {
    fileprivate mutating func add(_ declaration: DeclarationChange) {
        declarations.append(declaration)
        source = max(source, declaration.level)
    }
}

extension Change {
    /// Whether a case of an enum stands for its value: only then it is worth a note.
    fileprivate var hasCase: Bool { declarations.contains { $0.concern == .values } }
}

extension DeclarationChange {
    /// Whether the very thing that is new or gone stands there that the change is about: a value of an enum, say.
    fileprivate func isAt(_ change: Change) -> Bool {
        switch (base, revision) {
        case (nil, let revision?): revision == change.revision?.location
        case (let base?, nil): base == change.base?.location
        default: false
        }
    }
}
