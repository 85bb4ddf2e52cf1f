import SpecAPI

/// Prints the client's use of a response.
enum AnswerPrinter {
    /// The constant that holds the encodings of a form in an answer.
    static let encodings = Identifier(checked: "answerEncodings")

    static func result(_ plan: OperationPlan, _ code: inout CodePrinter) {
        switch plan.result {
        case .nothing: code.line("try await client.send(request)")
        case .content(let content):
            RequestPrinter.declareEncodings(content, as: encodings, &code)
            switch content.kind {
            case .json: code.line("return try await client.send(request)")
            case .form:
                let arguments: [SwiftCode] = content.hasEncodings ? ["request", "\(encodings)"] : ["request"]
                code.call("return try await client.sendForForm", arguments)
            case .multipart: code.line("return try await client.sendForMultipart(request)")
            case .text: code.line("return try await client.sendForText(request)")
            case .binary: code.line("return try await client.sendForData(request)")
            }
        case .output(let answers): output(answers, &code)
        }
    }

    private static func output(_ answers: [OperationPlan.Answer], _ code: inout CodePrinter) {
        code.line("let response = try await client.response(to: request)")
        code.line("switch response.status {")
        for answer in answers {
            code.line("\(answer.status.pattern):")
            code.indented { code in
                RequestPrinter.declareEncodings(answer.content, as: encodings, &code)
                let values = answer.associatedValues
                if values.isEmpty {
                    code.line("return .\(answer.name.member)")
                } else {
                    code.call("return .\(answer.name.member)", arguments(answer))
                }
            }
        }
        if !answers.contains(where: { $0.status == .default }) {
            code.line("default: throw response.undocumented()")
        }
        code.line("}")
    }

    private static func arguments(_ answer: OperationPlan.Answer) -> [SwiftCode] {
        var list: [SwiftCode] = []
        if answer.status.isSeveral { list.append("status: response.status") }
        if let content = answer.content { list.append("body: \(content.reading(from: "response", tried: "try "))") }
        return list + headers(answer, of: "response", tried: "try ")
    }

    /// Returns the arguments that read the header fields.
    ///
    /// - Parameter tried: `try `, where the whole call is not tried.
    static func headers(
        _ answer: OperationPlan.Answer, of response: SwiftCode, tried: SwiftCode = ""
    ) -> [SwiftCode] {
        answer.headers.map { header in
            let explode: SwiftCode = header.explode ? ", explode: true" : ""
            let name = StringLiteral(header.wireName)
            let method: SwiftCode = header.isRequired ? "requiredHeader" : "header"
            return "\(header.label.label): \(tried)\(response).\(method)(\(name), \(header.type).self\(explode))"
        }
    }
}

extension OperationPlan.Content {
    /// Whether members of a form are written in their own ways.
    var hasEncodings: Bool { !RequestPrinter.formEncodings(self).isEmpty }

    /// Returns the expression that reads the content.
    ///
    /// - Parameter tried: `try `, where the whole call is not tried.
    func reading(from response: SwiftCode, tried: SwiftCode = "") -> SwiftCode {
        switch kind {
        case .json: return "\(tried)\(response).json(\(declaredType).self)"
        case .form:
            let encodings: SwiftCode = hasEncodings ? ", \(AnswerPrinter.encodings)" : ""
            return "\(tried)\(response).form(\(type).self\(encodings))"
        case .multipart: return "\(tried)\(response).multipart(\(type).self)"
        case .text: return "\(tried)\(response).text()"
        case .binary: return "\(response).data()"
        }
    }
}

extension OperationPlan {
    /// The media types of success, where they differ from the runtime's default.
    var accept: String? {
        let contents: [Content] =
            switch result {
            case .nothing: []
            case .content(let content): [content]
            case .output(let answers): answers.compactMap(\.content)
            }
        let names = contents.map(\.mediaType).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty || names == ["application/json"] ? nil : names.joined(separator: ", ")
    }
}
