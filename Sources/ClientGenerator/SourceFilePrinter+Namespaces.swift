import SpecAPI

extension SourceFilePrinter {
    /// The enum that holds an operation's own types.
    mutating func namespace(_ plan: OperationPlan) {
        code.documentation(["Types of `\(plan.name.name)`."])
        declaration("nonisolated \(access)enum \(plan.namespace)") { file in
            if case .output(let answers) = plan.result { file.output(answers) }
            if !plan.failures.isEmpty {
                file.code.gap()
                file.failure(plan)
            }
            for model in plan.nested {
                file.code.gap()
                file.model(model, isTopLevel: false)
            }
        }
    }

    private mutating func output(_ answers: [OperationPlan.Answer]) {
        code.documentation(["The documented answers of success."])
        code.block("\(openEnum)\(access)enum Output: Hashable, Sendable") { code in
            for answer in answers {
                code.documentation([answer.caption])
                answer.declareCase(&code)
            }
        }
    }

    private mutating func failure(_ plan: OperationPlan) {
        let access = access
        code.documentation(["The documented answers besides success, read from what `APIError.refused` carries."])
        code.block("\(openEnum)\(access)enum Failure: Hashable, Sendable") { code in
            for answer in plan.failures {
                guard let content = answer.content else { continue }
                code.documentation([answer.caption])
                code.line("case \(answer.name)(\(content.declaredType))")
            }
            code.documentation(["Another status, or content that does not fit the document."])
            code.line("case undocumented(Refusal)")
            code.gap()
            code.block("\(access)init(_ refusal: Refusal)") { code in
                code.line("switch refusal.status {")
                for answer in plan.failures {
                    guard let content = answer.content else { continue }
                    content.readRefusal(answer, &code)
                }
                if !plan.failures.contains(where: { $0.status == .default }) {
                    code.line("default: self = .undocumented(refusal)")
                }
                code.line("}")
            }
        }
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

    fileprivate func declareCase(_ code: inout CodePrinter) {
        let values = associatedValues.map { "\($0.label): \($0.type)" as SwiftCode }
        guard !values.isEmpty else { return code.line("case \(name)") }
        code.call("case \(name)", values)
    }

    /// What a case of `Output` carries: the status where several share the case, the content, the headers.
    var associatedValues: [(label: Identifier, type: TypeReference)] {
        var values: [(label: Identifier, type: TypeReference)] = []
        if status.isSeveral { values.append((Identifier(checked: "status"), TypeReference(known: "Int"))) }
        if let content { values.append((Identifier(checked: "body"), content.declaredType)) }
        for header in headers {
            values.append((header.label, header.isRequired ? header.type : header.type.optional))
        }
        return values
    }
}

extension APIResponseDescription.Status {
    var isSeveral: Bool {
        if case .code = self { false } else { true }
    }

    /// The pattern that a status is matched with.
    var pattern: SwiftCode {
        switch self {
        case .code(let code): "case \(code)"
        case .range(let hundreds): "case \(hundreds * 100)..<\(hundreds * 100 + 100)"
        case .default: "default"
        }
    }
}

extension OperationPlan.Content {
    fileprivate func readRefusal(_ answer: OperationPlan.Answer, _ code: inout CodePrinter) {
        let name = answer.name.member
        let value: SwiftCode
        switch kind {
        case .json, .form: value = "refusal.read(\(declaredType).self)"
        case .text: value = "refusal.text()"
        case .binary, .multipart:
            return code.caseLine(answer.status.pattern, "self = .\(name)(Data(refusal.body))")
        }
        let short: SwiftCode = "self = \(value).map(Self.\(name)) ?? .undocumented(refusal)"
        if code.fitsInBlock(short) { return code.caseLine(answer.status.pattern, short) }
        code.line("\(answer.status.pattern):")
        code.indented { code in
            code.line("let body = \(value)")
            code.line("self = body.map(Self.\(name)) ?? .undocumented(refusal)")
        }
    }
}
