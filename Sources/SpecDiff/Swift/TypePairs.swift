import ClientGenerator

/// The types of both sides, paired: by name, else by what they are made of, since a type that only has another name is
/// one change and not as many as it has members.
struct TypePairs {
    typealias Entry = DeclaredTypes.Entry

    let base: DeclaredTypes
    let revision: DeclaredTypes
    let operations: MethodPairs
    private(set) var pairs: [(base: Entry, revision: Entry)] = []
    /// Types without a partner, but not what is nested in them.
    private(set) var gone: [Entry] = []
    private(set) var added: [Entry] = []

    init(base: DeclaredTypes, revision: DeclaredTypes) {
        self.base = base
        self.revision = revision
        operations = MethodPairs(base, revision)
        pairFixedNames()
        pairNamespaces()
        let ownBase = base.entries.filter { $0.parent == nil && $0.declaration.isModel }
        let ownRevision = revision.entries.filter { $0.parent == nil && $0.declaration.isModel }
        pairByName(ownBase, ownRevision)
        pairRenamed()
    }

    /// What a base type is called in the revision, where that is another name.
    var renamed: [String: String] {
        Dictionary(
            pairs.filter { $0.base.path != $0.revision.path }.map { ($0.base.path, $0.revision.path) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The protocol, the client and the server are one each, whatever the module is called.
    private mutating func pairFixedNames() {
        for kind in [Declaration.Kind.protocol, .client, .server] {
            switch (base.first(kind), revision.first(kind)) {
            case (let first?, let second?): pairs.append((first, second))
            case (let first?, nil): gone.append(first)
            case (nil, let second?): added.append(second)
            case (nil, nil): break
            }
        }
    }

    /// Namespaces go with their operations; one of an operation that is gone or new says nothing more.
    private mutating func pairNamespaces() {
        for operation in operations.pairs {
            switch (base.namespace(of: operation.base), revision.namespace(of: operation.revision)) {
            case (let first?, let second?): pair(first, with: second)
            case (let first?, nil): gone.append(first)
            case (nil, let second?): added.append(second)
            case (nil, nil): break
            }
        }
    }

    private mutating func pairByName(_ first: [Entry], _ second: [Entry]) {
        let pairing = NamePairs(first, second, by: \.declaration.name)
        for found in pairing.pairs { pair(found.base, with: found.revision) }
        gone += pairing.gone
        added += pairing.added
    }

    /// Pairs two types, and what is nested in them.
    private mutating func pair(_ first: Entry, with second: Entry) {
        pairs.append((first, second))
        pairByName(base.nested(in: first), revision.nested(in: second))
    }

    /// Repeated, since types that are paired now may hold others that have changed places.
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
    /// A type that a schema is the reason for.
    var isModel: Bool {
        switch kind {
        case .structure, .form, .enumeration, .union, .alias: true
        default: false
        }
    }
}
