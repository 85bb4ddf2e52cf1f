import ClientGenerator
import KurusJSON

/// The source that calls a generated client, whose transport is the generated server, and compares all values.
struct Harness {
    private let document: RandomDocument
    private let declarations: [Declaration]
    private var lines: [String] = []

    /// Returns the declarations that call all operations, to be put beside the generated ones.
    static func text(of document: RandomDocument, _ declarations: [Declaration]) -> String {
        var harness = Self(document: document, declarations: declarations)
        harness.printServer()
        harness.printCalls()
        return harness.lines.joined(separator: "\n")
    }

    private init(document: RandomDocument, declarations: [Declaration]) {
        self.document = document
        self.declarations = declarations
    }

    private func requirement(_ index: Int) -> Declaration? {
        let members = declarations.first { $0.kind == .protocol }?.members ?? []
        return members.first { $0.name == "operation\(index)" }
    }

    // MARK: The server

    private mutating func printServer() {
        lines.append("struct Implementation: RandomOperations {")
        lines.append("    let call: Int")
        for (index, entry) in document.operations.enumerated() {
            guard let requirement = requirement(index) else { continue }
            let parameters = requirement.parameters.enumerated().map { "\(label($1)) p\($0): \($1.type)" }
            let result = requirement.type.map { " -> \($0)" } ?? ""
            let list = parameters.joined(separator: ", ")
            lines.append("    func operation\(index)(\(list)) async throws(APIError)\(result) {")
            lines.append("        switch call {")
            for (number, call) in entry.calls.enumerated() {
                lines.append(number == entry.calls.count - 1 ? "        default:" : "        case \(number):")
                printComparison(entry.operation, call, requirement)
                lines.append("            " + answer(entry.operation, call, requirement))
            }
            lines.append("        }\n    }")
        }
        lines.append("}")
    }

    private mutating func printComparison(
        _ operation: RandomOperation, _ call: RandomDocument.Call, _ requirement: Declaration
    ) {
        for (index, argument) in arguments(operation, call, requirement).enumerated() {
            let parameter = requirement.parameters[index]
            lines.append("            let e\(index): \(parameter.type) = \(argument)")
            lines.append(
                "            check(p\(index) == e\(index), \(place(operation, parameter.label)), "
                    + "\"received \\(p\(index)), sent \\(e\(index))\")")
        }
    }

    private func place(_ operation: RandomOperation, _ part: String) -> String {
        Self.literal("document \(document.number), \(operation.method) \(operation.path), \(part)")
    }

    private func answer(
        _ operation: RandomOperation, _ call: RandomDocument.Call, _ requirement: Declaration
    ) -> String {
        let answer = operation.answers[call.answer]
        if answer.isSuccess { return "return" + (success(operation, call, requirement).map { " " + $0 } ?? "") }
        let type = failureCase(operation, answer, requirement)?.1.parameters.first?.type
        let value = type.map { expression($0, call.content, answer.content) } ?? "0"
        return "throw .refused(Refusal(status: \(answer.code), json: \(value)))"
    }

    /// The value that the operation returns; nil where it returns nothing.
    private func success(
        _ operation: RandomOperation, _ call: RandomDocument.Call, _ requirement: Declaration
    ) -> String? {
        guard let type = requirement.type else { return nil }
        let answer = operation.answers[call.answer]
        guard let member = outputCase(operation, answer, type) else {
            return expression(type, call.content, answer.content)
        }
        var headers = call.headers[...]
        let values = member.parameters.map { parameter in
            switch parameter.label {
            case "status": return "status: \(answer.code)"
            case "body": return "body: \(expression(parameter.type, call.content, answer.content))"
            default: return "\(label(parameter)): \(expression(parameter.type, headers.popFirst() ?? nil, nil))"
            }
        }
        let name = Identifier(checked: member.name).source
        return "\(type).\(name)" + (values.isEmpty ? "" : "(\(values.joined(separator: ", ")))")
    }

    private func outputCase(
        _ operation: RandomOperation, _ answer: RandomOperation.Answer, _ type: SwiftType
    ) -> Declaration? {
        guard case .named(let path) = type, path.count == 2, path[1].name == "Output" else { return nil }
        let output = namespace(path[0].name)?.members.first { $0.kind == .output }
        // Its cases are in the order of the statuses, ranges behind codes.
        let statuses = operation.answers.filter(\.isSuccess).map(\.status).sorted()
        return statuses.firstIndex(of: answer.status).flatMap { output?.members[$0] }
    }

    private func namespace(_ name: String) -> Declaration? {
        declarations.first { $0.kind == .namespace && $0.name == name }
    }

    private func failureCase(
        _ operation: RandomOperation, _ answer: RandomOperation.Answer, _ requirement: Declaration
    ) -> (String, Declaration)? {
        for namespace in declarations where namespace.kind == .namespace && namespace.wire == requirement.wire {
            let failure = namespace.members.first { $0.kind == .failure }
            let statuses = operation.answers.filter { !$0.isSuccess }.map(\.status).sorted()
            let member = statuses.firstIndex(of: answer.status).flatMap { failure?.members[$0] }
            if let member { return ("\(Identifier(checked: namespace.name).source).Failure", member) }
        }
        return nil
    }

    // MARK: The calls

    private mutating func printCalls() {
        lines.append("static func run() async {")
        for (index, entry) in document.operations.enumerated() {
            guard let requirement = requirement(index) else { continue }
            for (number, call) in entry.calls.enumerated() {
                let arguments = zip(requirement.parameters, arguments(entry.operation, call, requirement))
                    .map { "\(label($0)): \($1)" }.joined(separator: ", ")
                lines.append("    do {")
                lines.append("        let server = RandomServer(Implementation(call: \(number)))")
                lines.append("        let client = RandomClient(APIClient(server: APIServer(\"https://example.com\"), ")
                lines.append("            transport: Loop { await server.respond(to: $0) }))")
                lines.append("        do {")
                printCall("try await client.operation\(index)(\(arguments))", entry.operation, call, requirement)
                lines.append("    }")
            }
        }
        lines.append("}")
    }

    private mutating func printCall(
        _ expression: String, _ operation: RandomOperation, _ call: RandomDocument.Call, _ requirement: Declaration
    ) {
        let answer = operation.answers[call.answer]
        let place = place(operation, answer.status)
        guard answer.isSuccess else {
            lines.append("            _ = \(expression)")
            lines.append("            check(false, \(place), \"no refusal\")")
            lines.append("        } catch {")
            lines.append("            guard case .refused(let refusal) = error else {")
            lines.append("                return check(false, \(place), described(error))\n            }")
            if let (failure, member) = failureCase(operation, answer, requirement),
                let type = member.parameters.first?.type
            {
                let name = Identifier(checked: member.name).source
                let value = self.expression(type, call.content, answer.content)
                lines.append("            let expected = \(failure).\(name)(\(value))")
                lines.append("            let found = \(failure)(refusal)")
                lines.append("            check(found == expected, \(place), \"read \\(found), sent \\(expected)\")")
            }
            lines.append("        }")
            return
        }
        if let type = requirement.type, let value = success(operation, call, requirement) {
            lines.append("            let expected: \(type) = \(value)")
            lines.append("            let found = \(expression)")
            lines.append("            check(found == expected, \(place), \"read \\(found), sent \\(expected)\")")
        } else {
            lines.append("            \(expression)")
        }
        lines.append("        } catch {\n            check(false, \(place), described(error))\n        }")
    }

    // MARK: Values

    private func label(_ parameter: Declaration.Parameter) -> String {
        "`\(parameter.label)`"
    }

    private func arguments(
        _ operation: RandomOperation, _ call: RandomDocument.Call, _ requirement: Declaration
    ) -> [String] {
        let variables = operation.parameters.filter { $0.place == "path" }.map(\.name)
        return requirement.parameters.map { parameter in
            let wire = parameter.wire ?? ""
            guard wire != "body" else { return expression(parameter.type, call.body, operation.body) }
            let position = operation.parameters.firstIndex { candidate in
                let name = candidate.place == "path" ? variables.firstIndex(of: candidate.name).map(String.init) : nil
                return wire == "\(candidate.place) \(name ?? candidate.name)"
            }
            return expression(parameter.type, position.flatMap { call.parameters[$0] }, nil)
        }
    }

    /// Returns an expression of a type for a value of the document; nil for a value that is left out.
    private func expression(_ type: SwiftType, _ value: JSONValue?, _ content: RandomOperation.Content?) -> String {
        guard let value else { return "(nil as \(type))" }
        switch content {
        case .bytes: return "Data([0, 255, 13, 10, 45])"
        case .multipart(let properties): return form(type, value, properties)
        default: break
        }
        if case .optional(let inner) = type {
            return value == .null && content != nil ? "(nil as \(type))" : expression(inner, value, content)
        }
        return "sample(\(type).self, \(Self.literal(value.description)))"
    }

    /// Returns the value of a form by its initializer: forms are not read from JSON.
    private func form(_ type: SwiftType, _ value: JSONValue, _ properties: [Shape.Property]) -> String {
        var scope = declarations
        var siblings: [Declaration] = []
        for name in type.leaf {
            siblings = scope
            scope = scope.first { $0.name == name.name && $0.isType }?.members ?? []
        }
        // The types beside the form are named without what is around both.
        let around = Array(type.leaf.dropLast())
        let qualified = { (type: SwiftType) in
            type.replacingLeaf { path in
                siblings.contains { $0.isType && $0.name == path.first?.name } ? .named(around + path) : .named(path)
            }
        }
        let initializer = scope.first { $0.kind == .initializer }
        let arguments = (initializer?.parameters ?? []).map { parameter in
            let wire = scope.first { $0.kind == .property && $0.name == parameter.label }?.wire ?? ""
            let part = value[wire]
            let isFile = parameter.type.leaf.last?.name == "FilePart"
            let file = "FilePart(data: Data([1, 0, 255]), filename: \"a.bin\")"
            let value = isFile && part != nil ? file : expression(qualified(parameter.type), part, nil)
            return "\(label(parameter)): \(value)"
        }
        let name: SwiftType = .named(type.leaf)
        return "\(name)(\(arguments.joined(separator: ", ")))"
    }

    static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case " "..."~": result.unicodeScalars.append(scalar)
            default: result += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return result + "\""
    }
}
