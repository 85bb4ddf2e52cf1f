import ClientGenerator

/// Reads the types of declarations as the compiler does, so that two sides can be compared: names become the paths of
/// the types that they mean, and aliases what they stand for.
struct TypeNames {
    private let types: DeclaredTypes
    /// What a type of this side is called on the other one, where that is another name.
    private let renamed: [String: String]

    init(_ types: DeclaredTypes, renamed: [String: String] = [:]) {
        self.types = types
        self.renamed = renamed
    }

    /// The type with full names: `[Payout.Status]?`.
    ///
    /// - Parameter scope: The path of the type that it is mentioned in.
    func named(_ type: SwiftType, in scope: String?) -> SwiftType {
        type.replacingLeaf { name in
            let path = path(of: name, in: scope)
            return SwiftType(path: renamed[path] ?? path)
        }
    }

    /// The type with full names, and aliases replaced by what they stand for.
    func expanded(_ type: SwiftType, in scope: String?) -> SwiftType {
        expanded(type, in: scope, within: [])
    }

    private func expanded(_ type: SwiftType, in scope: String?, within aliases: Set<String>) -> SwiftType {
        type.replacingLeaf { name in
            let path = path(of: name, in: scope)
            if let entry = types[path], entry.declaration.kind == .alias, !aliases.contains(path),
                let target = entry.declaration.type
            {
                return expanded(target, in: entry.parent, within: aliases.union([path]))
            }
            return SwiftType(path: renamed[path] ?? path)
        }
    }

    /// The path of the type of this side that a type is made of; nil where it is none of them.
    func mentioned(in type: SwiftType, _ scope: String?) -> String? {
        let path = path(of: type.leaf, in: scope)
        return types[path] == nil ? nil : path
    }

    /// Whether a type mentions one of the names, wherever it is declared.
    static func mentions(_ names: Set<String>, in type: SwiftType) -> Bool {
        type.leaf.contains { names.contains($0.name) }
    }

    /// What a name means: the nearest type of that name around the scope, or one of another module.
    private func path(of name: [Identifier], in scope: String?) -> String {
        let name = name.map(\.name).joined(separator: ".")
        var scope = scope
        while let current = scope {
            let path = "\(current).\(name)"
            if types[path] != nil { return path }
            if current.split(separator: ".").last.map(String.init) == name { return current }
            scope = types[current]?.parent
        }
        return name
    }
}

extension SwiftType {
    /// - Parameter path: The names of a type and of those around it, with dots between them.
    fileprivate init(path: String) {
        self = .named(path.split(separator: ".").map { Identifier(checked: String($0)) })
    }
}
