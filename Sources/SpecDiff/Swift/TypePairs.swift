import ClientGenerator

/// The types of both sides, paired by name, else by their members: a renamed type is one change, not one for each member.
struct TypePairs {
    typealias Entry = DeclaredTypes.Entry

    let base: DeclaredTypes
    let revision: DeclaredTypes
    /// The operations by the method's name, which code calls, then by method and path.
    let operations: (pairs: [(base: Declaration, revision: Declaration)], gone: [Declaration], added: [Declaration])
    private(set) var pairs: [(base: Entry, revision: Entry)] = []
    /// Types without a partner, without those nested in them.
    private(set) var gone: [Entry] = []
    private(set) var added: [Entry] = []

    init(base: DeclaredTypes, revision: DeclaredTypes) {
        self.base = base
        self.revision = revision
        let names = NamePairs(base.operations, revision.operations, by: \.name)
        let wires = NamePairs(names.gone, names.added, by: { $0.wire ?? "" })
        operations = (names.pairs + wires.pairs, wires.gone, wires.added)
        pairFixedNames()
        pairNamespaces()
        let ownBase = base.entries.filter { $0.parent == nil && $0.declaration.isModel }
        let ownRevision = revision.entries.filter { $0.parent == nil && $0.declaration.isModel }
        pairByName(ownBase, ownRevision)
        pairRenamed()
    }

    /// The names of base types in the revision, where they differ.
    var renamed: [String: String] {
        Dictionary(
            pairs.filter { $0.base.path != $0.revision.path }.map { ($0.base.path, $0.revision.path) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Pairs the protocol, the client and the server, of which a module has one each, whatever its name.
    private mutating func pairFixedNames() {
        for kind in [Declaration.Kind.protocol, .client, .server] {
            let (first, second) = (base.first(kind), revision.first(kind))
            if let first, let second { pairs.append((first, second)) } else { takeSingle(first, second) }
        }
    }

    /// Pairs namespaces by their operations; those of operations that are gone or new are not reported again.
    private mutating func pairNamespaces() {
        for operation in operations.pairs {
            let (first, second) = (base.namespace(of: operation.base), revision.namespace(of: operation.revision))
            if let first, let second { pair(first, with: second) } else { takeSingle(first, second) }
        }
    }

    /// Takes a type of one side.
    private mutating func takeSingle(_ first: Entry?, _ second: Entry?) {
        if let first { gone.append(first) }
        if let second { added.append(second) }
    }

    private mutating func pairByName(_ first: [Entry], _ second: [Entry]) {
        let pairing = NamePairs(first, second, by: \.declaration.name)
        for found in pairing.pairs { pair(found.base, with: found.revision) }
        gone += pairing.gone
        added += pairing.added
    }

    /// Pairs two types, and the types nested in them.
    private mutating func pair(_ first: Entry, with second: Entry) {
        pairs.append((first, second))
        pairByName(base.nested(in: first), revision.nested(in: second))
    }

    /// Pairs renamed types, again and again: types that are paired now may hold others that moved.
    private mutating func pairRenamed() {
        var found = Renames.find(gone, added)
        while !found.isEmpty {
            let goneNow = Set(found.map(\.base.path))
            let addedNow = Set(found.map(\.revision.path))
            gone.removeAll { goneNow.contains($0.path) }
            added.removeAll { addedNow.contains($0.path) }
            for rename in found { pair(rename.base, with: rename.revision) }
            found = Renames.find(gone, added)
        }
    }
}

extension Declaration {
    /// Whether it is generated from a schema.
    fileprivate var isModel: Bool {
        switch kind {
        case .structure, .form, .enumeration, .union, .alias: true
        default: false
        }
    }
}

/// Finds the types that are gone under one name and new under another.
private enum Renames {
    typealias Entry = DeclaredTypes.Entry
    typealias Pair = (base: Entry, revision: Entry)

    /// Members shared by this many types do not identify one.
    private static let sharedByMany = 200

    private struct Candidate {
        var base: Int
        var revision: Int
        /// The share of both types that is equal, from 0 to 1.
        var likeness: Double
    }

    /// Pairs each type once, the most alike first; types that share less than half of their members are different.
    static func find(_ gone: [Entry], _ added: [Entry]) -> [Pair] {
        let candidates = candidates(gone, added).sorted { first, second in
            (first.likeness, second.base, second.revision) > (second.likeness, first.base, first.revision)
        }
        return candidates.map { ($0.base, $0.revision) }.disjoint().map { (gone[$0], added[$1]) }
    }

    private static func candidates(_ gone: [Entry], _ added: [Entry]) -> [Candidate] {
        let revisions = added.map { Traits($0.declaration) }
        var holders: [String: [Int]] = [:]
        for (index, traits) in revisions.enumerated() {
            for trait in traits.all { holders[trait, default: []].append(index) }
        }
        return gone.enumerated().flatMap { index, entry in
            let traits = Traits(entry.declaration)
            var shared: [Int: Int] = [:]
            for trait in traits.all {
                guard let found = holders[trait], found.count <= limit(traits) else { continue }
                for revision in found { shared[revision, default: 0] += 1 }
            }
            return shared.compactMap { revision, count in
                likeness(traits, revisions[revision], shared: count).map {
                    Candidate(base: index, revision: revision, likeness: $0)
                }
            }
        }
    }

    /// Several aliases of one type cannot be told apart.
    private static func limit(_ traits: Traits) -> Int {
        traits.kind == .alias ? 1 : sharedByMany
    }

    /// Nil where two types are too different to be one.
    private static func likeness(_ first: Traits, _ second: Traits, shared: Int) -> Double? {
        guard first.kind == second.kind else { return nil }
        let count = max(first.all.count, second.all.count)
        // Each member counts twice, by its name and as a whole. Types with one or two members must be almost equal.
        let needed = count <= 4 ? (count + 2) / 2 : count / 2 + 1
        return shared >= needed ? Double(shared) / Double(count) : nil
    }

    /// The names and texts that identify a type.
    private struct Traits {
        var kind: Declaration.Kind
        var all: Set<String>

        init(_ declaration: Declaration) {
            kind = declaration.kind
            switch declaration.kind {
            case .alias: all = [declaration.text.replacing(declaration.name, with: "", maxReplacements: 1)]
            default:
                let members = declaration.members.filter { $0.kind == .property || $0.kind == .enumCase }
                all = Set(members.flatMap { [$0.name, $0.text] })
            }
        }
    }
}
