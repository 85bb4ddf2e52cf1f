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
    /// In the order of the files, each before the types nested in it.
    let entries: [Entry]
    private let index: [String: Int]
    /// The namespaces of operations, by method and path.
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

    /// The types nested in another.
    func nested(in entry: Entry) -> [Entry] {
        entry.declaration.members.filter(\.isType).compactMap { self["\(entry.path).\($0.name)"] }
    }

    /// The declaration whose methods code calls: the client, or the protocol where only types are generated.
    var caller: Entry? { first(.client) ?? first(.protocol) }

    /// The operations that it declares.
    var operations: [Declaration] {
        caller?.declaration.members.filter { $0.kind == .method || $0.kind == .requirement } ?? []
    }

    /// The namespace of an operation, by its method and path.
    func namespace(of operation: Declaration) -> Entry? {
        operation.wire.flatMap { namespaces[$0] }.map { entries[$0] }
    }

    /// The operation's name as code calls it.
    func qualified(_ operation: Declaration) -> String {
        [caller?.path, operation.fullName].compactMap(\.self).joined(separator: ".")
    }

    /// The name of the protocol of operations.
    var protocolName: String { first(.protocol)?.path ?? "the protocol" }
}
