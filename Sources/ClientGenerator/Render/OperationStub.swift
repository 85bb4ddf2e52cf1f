import SpecAPI
import SpecDocument

/// Prints the body of a server's method for one operation.
enum OperationStub {
    static func print(_ plan: OperationPlan, _ code: inout CodePrinter) {
        for parameter in plan.parameters { read(parameter, &code) }
        RequestPrinter.declareEncodings(plan.body?.content, as: RequestPrinter.bodyEncodings, &code)
        if let body = plan.body { read(body, &code) }
        answer(plan, &code)
    }

    private static func read(_ parameter: OperationPlan.Parameter, _ code: inout CodePrinter) {
        let name = StringLiteral(parameter.wireName)
        let place = Identifier(checked: parameter.place.rawValue)
        var method = "try call.\(place)" as SwiftCode
        var arguments: [SwiftCode] = ["\(name)", "\(parameter.type).self"]
        switch parameter.encoding {
        case .json: method = "\(method)JSON"
        case .style(let style, let explode, _):
            arguments += RequestPrinter.styleArguments(style, explode, parameter.place)
        }
        if parameter.place == .path || parameter.isOptional {
            code.call("let \(parameter.name) = \(method)", arguments)
        } else {
            let value: SwiftCode = "\(method)(\(arguments.joined(separator: ", ")))"
            code.call("let \(parameter.name) = try call.require", [value, "\(name)"])
        }
    }

    private static func read(_ body: OperationPlan.Body, _ code: inout CodePrinter) {
        let content = body.content
        let read: SwiftCode
        switch content.kind {
        case .json: read = "try call.json(\(content.declaredType).self)"
        case .text: read = "call.text()"
        case .binary: read = "call.data()"
        case .multipart:
            let type = MediaTypeName(content.mediaType)
            read =
                type.isFormData
                ? "try call.multipart(\(content.type).self)"
                : "try call.multipart(\(content.type).self, contentType: \(StringLiteral(type.essence)))"
        case .form:
            read =
                content.hasEncodings
                ? "try call.form(\(content.type).self, encodings)" : "try call.form(\(content.type).self)"
        }
        if body.isOptional {
            code.line("let \(body.name) = \(read)")
        } else {
            code.call("let \(body.name) = try call.require", [read, "\"body\""])
        }
    }

    private static func answer(_ plan: OperationPlan, _ code: inout CodePrinter) {
        var arguments: [SwiftCode] = plan.namesServer ? ["server: APIServer(receiving: call.request)"] : []
        arguments += plan.parameters.map { parameter in "\(parameter.label.label): \(parameter.name)" }
        if let body = plan.body { arguments.append("\(body.label.label): \(body.name)") }
        switch plan.result {
        case .nothing:
            code.call("try await operations.\(plan.name.member)", arguments)
            code.line("return .empty(\(plan.successStatus))")
        case .content(let content):
            code.call("let answer = try await operations.\(plan.name.member)", arguments)
            RequestPrinter.declareEncodings(content, as: AnswerPrinter.encodings, &code)
            code.line("return \(response("\(plan.successStatus)", content, value: "answer", fields: nil))")
        case .output(let answers):
            code.call("let answer = try await operations.\(plan.name.member)", arguments)
            output(answers, &code)
        }
    }

    private static func output(_ answers: [OperationPlan.Answer], _ code: inout CodePrinter) {
        code.line("switch answer {")
        for answer in answers {
            let values = answer.associatedValues.map { "let \(answer.local($0.label))" as SwiftCode }
            if values.isEmpty {
                code.line("case .\(answer.name.member):")
            } else {
                code.call("case .\(answer.name.member)", values, ":")
            }
            code.indented { code in
                if !answer.headers.isEmpty { code.line("var fields = HTTPFields()") }
                for header in answer.headers {
                    let explode: SwiftCode = header.explode ? ", explode: true" : ""
                    code.line("fields.set(\(StringLiteral(header.wireName)), \(answer.local(header.label))\(explode))")
                }
                RequestPrinter.declareEncodings(answer.content, as: AnswerPrinter.encodings, &code)
                code.line("return \(response(answer))")
            }
        }
        code.line("}")
    }

    private static func response(_ answer: OperationPlan.Answer) -> SwiftCode {
        var status: SwiftCode = "status"
        if case .code(let code) = answer.status { status = "\(code)" }
        let fields: SwiftCode? = answer.headers.isEmpty ? nil : "fields"
        guard let content = answer.content else {
            return fields.map { ".empty(\(status), fields: \($0))" } ?? ".empty(\(status))"
        }
        return response(status, content, value: "body", fields: fields)
    }

    private static func response(
        _ status: SwiftCode, _ content: OperationPlan.Content, value: SwiftCode, fields: SwiftCode?
    ) -> SwiftCode {
        let tail: SwiftCode = (writtenType(content) ?? "") + (fields.map { ", fields: \($0)" } ?? "")
        switch content.kind {
        case .json: return ".json(\(status), \(content.declaredType.wire.converted(value))\(tail))"
        case .form:
            let encodings: SwiftCode = content.hasEncodings ? ", \(AnswerPrinter.encodings)" : ""
            return ".form(\(status), \(content.type.wire.converted(value))\(encodings)\(tail))"
        case .multipart: return ".multipart(\(status), \(value)\(tail))"
        case .text: return ".text(\(status), \(value)\(tail))"
        case .binary: return ".data(\(status), \(value)\(tail))"
        }
    }

    /// Returns the argument with the media type, where it is not the runtime's usual one; nil for a range, which is not
    /// a media type of content (RFC 9110, §8.3).
    private static func writtenType(_ content: OperationPlan.Content) -> SwiftCode? {
        let name = MediaTypeName(content.mediaType)
        guard !name.isRange else { return nil }
        switch content.kind {
        case .json where content.mediaType == "application/json", .form: return nil
        case .text where name.essence == "text/plain": return nil
        case .binary where content.mediaType == "application/octet-stream": return nil
        case .multipart:
            return name.isFormData ? nil : ", contentType: \(StringLiteral(name.essence))"
        case .json, .text, .binary: return ", contentType: \(StringLiteral(content.mediaType))"
        }
    }
}

extension OperationPlan.Answer {
    /// The name of an associated value inside the stub, which has variables of its own.
    fileprivate func local(_ label: Identifier) -> Identifier {
        var name = label.name
        while Self.ownNames.contains(name) || (name != label.name && headers.contains { $0.label.name == name }) {
            name += "Field"
        }
        return Identifier(checked: name)
    }

    private static let ownNames: Set<String> = ["fields", "encodings", "answerEncodings"]
}
