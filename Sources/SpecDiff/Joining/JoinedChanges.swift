import SpecDiagnostics
import SpecPages

/// Joins what the documents and what the declarations say by the places in the documents that they are about.
struct JoinedChanges {
    private(set) var changes: [Change]
    /// The changes of the documents by where they stand: all of them would be compared with all declarations.
    private var neighbours = Neighbours()
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
        let wanted = Self.wanted(changes, declarations)
        self.base = PointerIndex(base, wanted: wanted.base)
        self.revision = PointerIndex(revision, wanted: wanted.revision)
        addPointers()
        for index in changes.indices { neighbours.add(index, entries(of: changes[index])) }
        for declaration in declarations { join(declaration, operations) }
    }

    private static func wanted(
        _ changes: [Change], _ declarations: [DeclarationChange]
    ) -> (base: Set<SourceLocation>, revision: Set<SourceLocation>) {
        (
            Set(changes.compactMap(\.base?.subject)).union(declarations.compactMap(\.base)),
            Set(changes.compactMap(\.revision?.subject)).union(declarations.compactMap(\.revision))
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

    /// Adds a declaration to the changes that it is nearest to; to the only one inside its thing; else it is a change of
    /// its own.
    private mutating func join(_ declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]) {
        var found = nearest(to: declaration)
        if found.isEmpty {
            let parts = neighbours.near(entries(of: declaration)).filter { isPart(changes[$0], of: declaration) }
            if parts.count == 1 { found = parts }
        }
        guard !found.isEmpty else { return changes.append(ownChange(declaration, operations)) }
        for index in found { changes[index].add(declaration) }
    }

    private func nearest(to declaration: DeclarationChange) -> [Int] {
        var best: Relation?
        var found: [Int] = []
        for index in neighbours.near(entries(of: declaration)) {
            guard let relation = relation(of: declaration, to: changes[index]) else { continue }
            if let known = best, relation < known { continue }
            if best != relation { found = [] }
            best = relation
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

    private func relation(of declaration: DeclarationChange, to change: Change) -> Relation? {
        if declaration.revision.map({ $0 == change.revision?.location }) ?? false { return .exact }
        if declaration.revision == nil, declaration.base.map({ $0 == change.base?.location }) ?? false { return .exact }
        let own = entries(of: declaration)
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
        return rest.contains(where: names.contains) || rest.first.map(WalkSide.methods.contains) ?? false
    }

    private func ownChange(_ declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]) -> Change {
        var change = Change(
            rule: Rule.declarationChanged.id, wire: .none, subject: "`\(declaration.name)`",
            message: declaration.effect, was: declaration.was, now: declaration.now,
            base: declaration.base.map { place($0, base) }, revision: declaration.revision.map { place($0, revision) })
        change.add(declaration)
        change.operations = reach(declaration, operations)
        return change
    }

    private func reach(_ declaration: DeclarationChange, _ operations: (SourceLocation) -> [String]) -> [String] {
        let entry = declaration.revision.flatMap { revision[$0] } ?? declaration.base.flatMap { base[$0] }
        return entry.map { operations($0.home) } ?? []
    }

    private func place(_ location: SourceLocation, _ index: PointerIndex) -> ChangePlace {
        var place = ChangePlace(location)
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
