import SpecAPI
import SpecDiagnostics

extension OperationPlan {
    /// The enum that holds the operation's own types; nil where it has none.
    var namespaceDeclaration: Declaration? {
        guard hasNamespace else { return nil }
        var declaration = Declaration(.namespace, namespace, "enum \(namespace)", at: location)
        declaration.documentation = ["Types of `\(name.name)`."]
        declaration.wire = request
        if case .output(let answers) = result { declaration.members.append(output(answers)) }
        if !failures.isEmpty { declaration.members.append(failure) }
        declaration.members += nested.flatMap(\.declarations)
        return declaration
    }

    private func output(_ answers: [Answer]) -> Declaration {
        var declaration = Declaration(
            .output, Identifier(checked: "Output"), "enum Output: Hashable, Sendable", at: location)
        declaration.documentation = ["The documented answers of success."]
        declaration.isOpenEnum = true
        declaration.members = answers.map { answer in
            let values = answer.associatedValues.map { "\($0.label): \($0.type)" as SwiftCode }
            var member = Declaration.enumCase(
                answer.name, values.isEmpty ? nil : values, answer.carried, at: answer.location)
            member.documentation = [answer.caption]
            return member
        }
        return declaration
    }

    private var failure: Declaration {
        var declaration = Declaration(
            .failure, Identifier(checked: "Failure"), "enum Failure: Hashable, Sendable",
            at: failures.first?.location ?? location)
        declaration.documentation = [
            "The documented answers besides success, read from what `APIError.refused` carries."
        ]
        declaration.isOpenEnum = true
        declaration.members = failures.map { answer in
            let values = answer.failureValues.map { value in
                value.label.map { "\($0): \(value.type)" as SwiftCode } ?? "\(value.type)"
            }
            var member = Declaration.enumCase(
                answer.name, values.isEmpty ? nil : values, answer.carriedByFailure, at: answer.location)
            member.documentation = [answer.caption]
            return member
        }
        declaration.members += [
            .fixedCase(
                Identifier(checked: "undocumented"), "case undocumented(Refusal)",
                "Another status, or content that does not fit the document."),
            .fixed(.initializer, "init(_ refusal: Refusal)", readRefusal),
        ]
        return declaration
    }

    @Sendable private func readRefusal(_ code: inout CodePrinter) {
        code.line("switch refusal.status {")
        for answer in failures { answer.readRefusal(&code) }
        if !failures.contains(where: { $0.status == .default }) {
            code.line("default: self = .undocumented(refusal)")
        }
        code.line("}")
    }
}

extension OperationPlan.Answer {
    fileprivate var caption: String {
        let code =
            switch status {
            case .code(let code): String(code)
            case .range(let hundreds): "\(hundreds)XX"
            case .default: "Any other status"
            }
        let text = DocumentationText.oneLine(documentation ?? "")
        return text.isEmpty ? "\(code)." : "\(code): \(text)"
    }

    /// The associated values of a case of `Output`: the status where several share the case, the content, the headers.
    var associatedValues: [(label: Identifier, type: TypeReference)] {
        var values: [(label: Identifier, type: TypeReference)] = []
        if status.isSeveral { values.append((Identifier(checked: "status"), TypeReference(known: "Int"))) }
        if let content { values.append((Identifier(checked: "body"), content.declaredType)) }
        for header in headers {
            values.append((header.label, header.isRequired ? header.type : header.type.optional))
        }
        return values
    }

    /// The associated values of a case of `Failure`: the content, without a label, and the headers.
    fileprivate var failureValues: [(label: Identifier?, type: TypeReference)] {
        let body = content.map { [(label: Identifier?.none, type: $0.declaredType)] } ?? []
        return body + headers.map { ($0.label, $0.isRequired ? $0.type : $0.type.optional) }
    }

    fileprivate var carriedByFailure: [Declaration.Parameter] {
        let locations = (content.map { [$0.location] } ?? []) + headers.map(\.location)
        return zip(failureValues, locations).map { value, location in
            Declaration.Parameter(
                label: value.label?.name ?? "", type: value.type.type, defaultValue: nil, location: location)
        }
    }

    fileprivate var carried: [Declaration.Parameter] {
        let locations = Dictionary(
            headers.map { ($0.label.name, $0.location) }, uniquingKeysWith: { first, _ in first })
        return associatedValues.map { value in
            let own = value.label.name == "body" ? content?.location : locations[value.label.name]
            return Declaration.Parameter(
                label: value.label.name, type: value.type.type, defaultValue: nil, location: own ?? location)
        }
    }
}

extension APIResponseDescription.Status {
    var isSeveral: Bool {
        if case .code = self { false } else { true }
    }

    /// The pattern that matches a status.
    var pattern: SwiftCode {
        switch self {
        case .code(let code): "case \(code)"
        case .range(let hundreds): "case \(hundreds * 100)..<\(hundreds * 100 + 100)"
        case .default: "default"
        }
    }
}

extension OperationPlan.Answer {
    fileprivate func readRefusal(_ code: inout CodePrinter) {
        guard headers.isEmpty, let content, content.kind != .form, content.kind != .multipart else {
            return readAnswer(&code)
        }
        let value: SwiftCode
        switch content.kind {
        case .text: value = "refusal.text()"
        case .binary: return code.caseLine(status.pattern, "self = .\(name.member)(Data(refusal.body))")
        case .json, .form, .multipart: value = "refusal.read(\(content.declaredType).self)"
        }
        let short: SwiftCode = "self = \(value).map(Self.\(name.member)) ?? .undocumented(refusal)"
        if code.fitsInBlock(short) { return code.caseLine(status.pattern, short) }
        code.line("\(status.pattern):")
        code.indented { code in
            code.line("let body = \(value)")
            code.line("self = body.map(Self.\(name.member)) ?? .undocumented(refusal)")
        }
    }

    /// Prints the reading of anything that may fail in more than one place.
    private func readAnswer(_ code: inout CodePrinter) {
        let answer: SwiftCode = "answer"
        let arguments = (content.map { [$0.reading(from: answer)] } ?? []) + AnswerPrinter.headers(self, of: answer)
        guard !arguments.isEmpty else { return code.caseLine(status.pattern, "self = .\(name.member)") }
        code.line("\(status.pattern):")
        code.indented { code in
            RequestPrinter.declareEncodings(content, as: AnswerPrinter.encodings, &code)
            code.line("let answer = refusal.answer")
            code.call("let failure = try? Self.\(name.member)", arguments)
            code.line("self = failure ?? .undocumented(refusal)")
        }
    }
}
