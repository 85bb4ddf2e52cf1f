import ClientGenerator

/// Finds the types that are gone under one name and new under another.
enum Renames {
    typealias Entry = DeclaredTypes.Entry
    typealias Pair = (base: Entry, revision: Entry)

    /// A member that so many types have tells none of them apart.
    private static let sharedByMany = 200

    private struct Candidate {
        var base: Int
        var revision: Int
        /// Of 1, how much of both types is the same.
        var likeness: Double
    }

    /// Each type is paired once, the most alike first; types of less than half the same members are different ones.
    static func find(_ gone: [Entry], _ added: [Entry]) -> [Pair] {
        let candidates = candidates(gone, added).sorted { first, second in
            (first.likeness, second.base, second.revision) > (second.likeness, first.base, first.revision)
        }
        var taken: (base: Set<Int>, revision: Set<Int>) = ([], [])
        return candidates.compactMap { candidate in
            guard !taken.base.contains(candidate.base), !taken.revision.contains(candidate.revision) else { return nil }
            taken.base.insert(candidate.base)
            taken.revision.insert(candidate.revision)
            return (gone[candidate.base], added[candidate.revision])
        }
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

    /// Of several aliases of one type, none is the other.
    private static func limit(_ traits: Traits) -> Int {
        traits.kind == .alias ? 1 : sharedByMany
    }

    /// Nil where two types are too different to be one.
    private static func likeness(_ first: Traits, _ second: Traits, shared: Int) -> Double? {
        guard first.kind == second.kind else { return nil }
        let count = max(first.all.count, second.all.count)
        // Each member counts twice, by its name and as a whole. Of one or two, little may be different.
        let needed = count <= 4 ? (count + 2) / 2 : count / 2 + 1
        return shared >= needed ? Double(shared) / Double(count) : nil
    }

    /// What a type is recognised by.
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
