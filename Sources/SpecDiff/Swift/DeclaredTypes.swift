import ClientGenerator

/// The types that one side declares, by their names in the module.
struct DeclaredTypes {
    struct Entry {
        /// `Payout.Status`.
        var path: String
        /// The path of the type that it is nested in; nil at the top level.
        var parent: String?
        var declaration: Declaration
    }

    let module: String
    let access: AccessLevel
    /// In the order of the files, each before what is nested in it.
    let entries: [Entry]
    private let index: [String: Int]
    /// The namespaces of operations, by what they send.
    private let namespaces: [String: Int]

    init(_ declarations: ClientDeclarations) {
        module = declarations.module
        access = declarations.access
        var entries: [Entry] = []
        var open = declarations.declarations.reversed().map { Entry(path: $0.name, parent: nil, declaration: $0) }
        while let entry = open.popLast() {
            guard entry.declaration.isType else { continue }
            entries.append(entry)
            open += entry.declaration.members.reversed().map { member in
                Entry(path: "\(entry.path).\(member.name)", parent: entry.path, declaration: member)
            }
        }
        self.entries = entries
        index = Dictionary(
            entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        namespaces = Dictionary(
            entries.enumerated().filter { $1.declaration.kind == .namespace }.map { ($1.declaration.wire ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
    }

    var paths: Set<String> { Set(index.keys) }

    subscript(path: String) -> Entry? {
        index[path].map { entries[$0] }
    }

    func first(_ kind: Declaration.Kind) -> Entry? {
        entries.first { $0.parent == nil && $0.declaration.kind == kind }
    }

    /// The types that are nested in one, by their own names.
    func nested(in entry: Entry) -> [Entry] {
        entry.declaration.members.filter(\.isType).compactMap { self["\(entry.path).\($0.name)"] }
    }

    /// The declaration that calls of operations go to: the client, or where only types are made the protocol.
    var caller: Entry? { first(.client) ?? first(.protocol) }

    /// The operations as declared there.
    var operations: [Declaration] {
        caller?.declaration.members.filter { $0.kind == .method || $0.kind == .requirement } ?? []
    }

    /// The namespace of an operation, found by what it sends.
    func namespace(of operation: Declaration) -> Entry? {
        operation.wire.flatMap { namespaces[$0] }.map { entries[$0] }
    }
}
