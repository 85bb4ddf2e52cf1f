import SpecDocument
import SpecAPI
import SpecDiagnostics

/// Prints the body of a client's method: the request, part by part, and the use of the response.
enum RequestPrinter {
    static func print(_ plan: OperationPlan, _ code: inout CodePrinter) {
        let method = Identifier(checked: plan.method)
        let keyword: SwiftCode = parts(plan).isEmpty ? "let" : "var"
        code.call(
            "\(keyword) request = APIRequest",
            [
                ".\(method)", "\(StringLiteral(plan.path))",
                "operation: \(StringLiteral(plan.name.name))",
                "effect: .\(Identifier(checked: plan.effect.rawValue))",
            ])
        declareEncodings(plan.body?.content, &code)
        for part in parts(plan) { code.call(part.method, part.arguments) }
        result(plan, &code)
    }

    private struct Part {
        var method: SwiftCode
        var arguments: [SwiftCode]
    }

    private static func parts(_ plan: OperationPlan) -> [Part] {
        var parts = plan.parameters.map(part)
        if let body = plan.body { parts.append(part(body)) }
        if !plan.identifiers.isEmpty {
            let names = plan.identifiers.map { SwiftCode("\(StringLiteral($0))") }
            parts.append(Part(method: "request.identify", arguments: ["by: [\(names.joined(separator: ", "))]"]))
        }
        if let accept = plan.accept {
            parts.append(Part(method: "request.accept", arguments: ["\(StringLiteral(accept))"]))
        }
        switch plan.server {
        case .client: break
        case .clientWithPath(let base):
            parts.append(Part(method: "request.basePath", arguments: arguments(base)))
        case .named: parts.append(Part(method: "request.server", arguments: ["server"]))
        }
        if !plan.security.isEmpty {
            parts.append(Part(method: "request.security", arguments: [security(plan.security)]))
        }
        return parts
    }

    /// Returns the arguments of the runtime's `BasePath`.
    static func arguments(_ base: ServerBasePath) -> [SwiftCode] {
        let replaced = base.replaced.map { SwiftCode("\(StringLiteral($0))") }
        let path: SwiftCode = "\(StringLiteral(base.path))"
        return replaced.isEmpty ? [path] : [path, "insteadOf: [\(replaced.joined(separator: ", "))]"]
    }

    private static func security(_ requirements: [APISecurityRequirement]) -> SwiftCode {
        let list = requirements.map { requirement in
            let schemes = requirement.schemes.map { scheme in
                let scopes = scheme.scopes.map { SwiftCode("\(StringLiteral($0))") }
                return "\(StringLiteral(scheme.name)): [\(scopes.joined(separator: ", "))]" as SwiftCode
            }
            return schemes.isEmpty ? "[:]" as SwiftCode : "[\(schemes.joined(separator: ", "))]"
        }
        return "[\(list.joined(separator: ", "))]"
    }

    private static func part(_ parameter: OperationPlan.Parameter) -> Part {
        var arguments: [SwiftCode] = ["\(StringLiteral(parameter.wireName))"]
        switch parameter.encoding {
        case .json: arguments.append("json: \(parameter.declaredType.wire.converted("\(parameter.name)"))")
        case .style(let style, let explode, let allowReserved):
            arguments.append("\(parameter.name)")
            arguments += styleArguments(style, explode, parameter.place)
            if allowReserved, parameter.place == .query { arguments.append("allowReserved: true") }
        }
        return Part(method: "request.\(Identifier(checked: parameter.place.rawValue))", arguments: arguments)
    }

    /// Returns the style arguments that differ from the location's defaults (OpenAPI 3.0.3, §4.7.12.2).
    static func styleArguments(
        _ style: ParameterStyle, _ explode: Bool, _ place: ParameterLocation
    ) -> [SwiftCode] {
        let usual = ParameterStyle.standard(in: place)
        var arguments: [SwiftCode] = []
        if style != usual, place == .path || place == .query {
            arguments.append(".\(Identifier(checked: style.rawValue))")
        }
        if explode != usual.explodesByDefault { arguments.append(explode ? "explode: true" : "explode: false") }
        return arguments
    }

    private static func part(_ body: OperationPlan.Body) -> Part {
        let value = body.declaredType.wire.converted("\(body.name)")
        let content = body.content
        let type: SwiftCode = "contentType: \(StringLiteral(content.mediaType))"
        // A range such as `image/*` is not a media type of content (RFC 9110, §8.3): the runtime's default is sent.
        let isRange = MediaTypeName(content.mediaType).isRange
        switch content.kind {
        case .json:
            // A null body is not an absent one.
            let json: SwiftCode = content.isNullable ? ".some(\(value))" : value
            let isUsual = content.mediaType == "application/json" || isRange
            return Part(method: "request.json", arguments: isUsual ? [json] : [json, type])
        case .text: return Part(method: "request.text", arguments: isRange ? [value] : [value, type])
        case .binary: return Part(method: "request.binary", arguments: isRange ? [value] : [value, type])
        case .multipart: return Part(method: "request.multipart", arguments: [value])
        case .form:
            let hasEncodings = !formEncodings(content).isEmpty
            return Part(method: "request.form", arguments: hasEncodings ? [value, "encodings"] : [value])
        }
    }

    /// Declares `encodings`, where properties of a form have their own.
    static func declareEncodings(_ content: OperationPlan.Content?, _ code: inout CodePrinter) {
        let encodings = content.map(formEncodings) ?? []
        guard !encodings.isEmpty else { return }
        code.line("let encodings: [String: FormEncoding] = [")
        code.indented { code in
            let comma: SwiftCode = encodings.count > 1 ? "," : ""
            for encoding in encodings { code.line(encoding + comma) }
        }
        code.line("]")
    }

    static func formEncodings(_ content: OperationPlan.Content) -> [SwiftCode] {
        guard content.kind == .form else { return [] }
        return content.encodings.compactMap { (encoding: APIMediaType.Encoding) -> SwiftCode? in
            let says: Bool = encoding.style != nil || encoding.explode != nil || encoding.contentType != nil
            guard says || encoding.allowReserved else { return nil }
            let style = encoding.style ?? .form
            var arguments: [SwiftCode] = [
                "style: .\(Identifier(checked: style.rawValue))",
                encoding.explode ?? style.explodesByDefault ? "explode: true" : "explode: false",
            ]
            if encoding.allowReserved { arguments.append("allowReserved: true") }
            if let type = encoding.contentType { arguments.append("contentType: \(StringLiteral(type))") }
            return "\(StringLiteral(encoding.property)): FormEncoding(\(arguments.joined(separator: ", ")))"
        }
    }

    // MARK: The response

    private static func result(_ plan: OperationPlan, _ code: inout CodePrinter) {
        switch plan.result {
        case .nothing: code.line("try await client.send(request)")
        case .content(let content):
            switch content.kind {
            case .text: code.line("return try await client.sendForText(request)")
            case .binary, .multipart: code.line("return try await client.sendForData(request)")
            case .json, .form: code.line("return try await client.send(request)")
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
        if let content = answer.content {
            switch content.kind {
            case .json, .form: list.append("body: try response.json(\(content.declaredType).self)")
            case .text: list.append("body: try response.text()")
            case .binary, .multipart: list.append("body: response.data()")
            }
        }
        for header in answer.headers {
            let explode: SwiftCode = header.explode ? ", explode: true" : ""
            let name = StringLiteral(header.wireName)
            let method: SwiftCode = header.isRequired ? "requiredHeader" : "header"
            list.append(
                "\(header.label.label): try response.\(method)(\(name), \(header.type).self\(explode))")
        }
        return list
    }
}

extension OperationPlan {
    /// The media types of success, where they differ from the runtime's default.
    fileprivate var accept: String? {
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
