import ClientGenerator

/// A program that uses every declaration of a client as code of its users may: it names types, makes values with all
/// arguments and with those that have no default, reads and sets properties, calls methods, and switches over enums.
struct ExhaustiveUse {
    private var functions = ""
    private var extensions = ""
    private var number = 0

    init(_ declarations: ClientDeclarations) {
        for declaration in declarations.declarations { use(declaration, as: declaration.name) }
    }

    private mutating func function(_ parameters: String, _ effects: String, in type: String?, _ body: String) {
        number += 1
        let function = "func use\(number)(\(parameters))\(effects) { \(body) }\n"
        if let type {
            extensions += "extension \(type) { static \(function)}\n"
        } else {
            functions += "static \(function)"
        }
    }

    /// At the top level of a file.
    var text: String { "enum ExhaustiveUse {\n\(functions)}\n\(extensions)" }

    private mutating func use(_ declaration: Declaration, as path: String) {
        switch declaration.kind {
        case .alias:
            function("_ x: \(path)", " -> \(declaration.typeText)", in: nil, "x")
            return
        case .protocol: function("_ x: any \(path)", "", in: nil, "")
        case .client, .server: break
        case .namespace: function("", "", in: nil, "_ = \(path).self")
        default:
            function("_ x: \(path)", "", in: nil, "")
            if declaration.isEnum { switchOver(declaration, path) }
        }
        for member in declaration.members { use(member, of: path) }
    }

    private mutating func use(_ member: Declaration, of path: String) {
        switch member.kind {
        case .property:
            let type = member.typeText
            function(
                "_ x: inout \(path), _ value: \(type)", " -> \(type)", in: path,
                "x.`\(member.name)` = value; return x.`\(member.name)`")
        case .initializer: call(member, "Self", " -> Self", in: path, prefix: "")
        case .method:
            let result = member.type.map { " -> \($0)" } ?? ""
            call(
                member, "client.`\(member.name)`", " async throws\(result)", in: nil, prefix: "_ client: \(path)",
                "try await ")
        case .enumCase where !member.isDeprecated: make(member, path)
        case .constant: function("", " -> APIServer", in: nil, "\(path).`\(member.name)`")
        case .function: call(member, "\(path).`\(member.name)`", " -> APIServer", in: nil, prefix: "")
        case .requirement, .fixed, .hidden, .enumCase: break
        default: use(member, as: "\(path).`\(member.name)`")
        }
    }

    private mutating func call(
        _ member: Declaration, _ callee: String, _ effects: String, in type: String?, prefix: String,
        _ marks: String = ""
    ) {
        let needed = member.parameters.filter { $0.defaultValue == nil }
        for parameters in [member.parameters, needed] {
            let list = [prefix].filter { !$0.isEmpty } + parameters.enumerated().map { "_ a\($0): \($1.type)" }
            let arguments = parameters.enumerated().map { "\(Self.label($1.label)): a\($0)" }
            function(
                list.joined(separator: ", "), effects, in: type,
                "return \(marks)\(callee)(\(arguments.joined(separator: ", ")))")
        }
    }

    private static func label(_ text: String) -> String {
        ["inout", "let", "var"].contains(text) ? "`\(text)`" : text
    }

    private mutating func make(_ member: Declaration, _ path: String) {
        let values = member.parameters.enumerated()
        let list = values.map { "_ a\($0): \($1.type)" }.joined(separator: ", ")
        let arguments = values.map { $1.label.isEmpty ? "a\($0)" : "\(Self.label($1.label)): a\($0)" }
        let call = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
        function(list, " -> Self", in: path, "return .`\(member.name)`\(call)")
    }

    private mutating func switchOver(_ declaration: Declaration, _ path: String) {
        let cases = declaration.members.filter { $0.kind == .enumCase }.map { value in
            let patterns = value.parameters.indices.map { "let b\($0)" }.joined(separator: ", ")
            let uses = value.parameters.enumerated().map { "let c\($0): \($1.type) = b\($0); _ = c\($0)" }
            return
                "case .`\(value.name)`\(patterns.isEmpty ? "" : "(\(patterns))"): \(uses.isEmpty ? "break" : uses.joined(separator: "; "))\n"
        }
        let other =
            [Declaration.Kind.output: "", .failure: "case .undocumented: break\n"][declaration.kind]
            ?? "case .unrecognized: break\n"
        function("_ x: \(path)", "", in: path, "switch x {\n\(cases.joined())\(other)@unknown default: break\n}")
        if let raw = declaration.type {
            function("_ x: \(path)", " -> \(raw)", in: nil, "x.rawValue")
        }
    }
}

extension Declaration {
    fileprivate var isEnum: Bool {
        switch kind {
        case .enumeration, .union, .output, .failure: true
        default: false
        }
    }
}
