import SpecDocument
import SpecAPI
import SpecDiagnostics

/// Prints the body of a client's method: the request, part by part, and the use of the response.
enum RequestPrinter {
    /// The constant that holds the encodings of the members of a form.
    static let bodyEncodings = Identifier(checked: "encodings")

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
        declareEncodings(plan.body?.content, as: bodyEncodings, &code)
        for part in parts(plan) { code.call(part.method, part.arguments) }
        AnswerPrinter.result(plan, &code)
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
        case .multipart:
            let isForm = MediaTypeName(content.mediaType).isFormData
            return Part(method: "request.multipart", arguments: isForm ? [value] : [value, type])
        case .form:
            let hasEncodings = !formEncodings(content).isEmpty
            return Part(method: "request.form", arguments: hasEncodings ? [value, "encodings"] : [value])
        }
    }

    /// Declares a constant of this name, where properties of a form have encodings of their own.
    static func declareEncodings(
        _ content: OperationPlan.Content?, as name: Identifier, _ code: inout CodePrinter
    ) {
        let encodings = content.map(formEncodings) ?? []
        guard !encodings.isEmpty else { return }
        code.line("let \(name): [String: FormEncoding] = [")
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
            if let type = encoding.writtenType { arguments.append("contentType: \(StringLiteral(type))") }
            return "\(StringLiteral(encoding.property)): FormEncoding(\(arguments.joined(separator: ", ")))"
        }
    }
}
