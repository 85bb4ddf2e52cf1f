import SourceText
import SpecAPI
import SpecDiagnostics
import SpecTree

/// The documentation comment of a schema: the page's text, then the constraints that Swift's types cannot express.
enum SchemaDocumentation {
    /// - Parameter isDeclaration: Whether the comment belongs to a type and not to a use of one.
    static func paragraphs(_ schema: APISchema, isDeclaration: Bool) -> [String] {
        var paragraphs = [schema.title, schema.description].compactMap(\.self).filter { !$0.isEmpty }
        if paragraphs.count == 2, paragraphs[0] == paragraphs[1] { paragraphs.removeLast() }
        let facts = constraints(schema) + notes(schema)
        if !facts.isEmpty { paragraphs.append(facts.joined(separator: " ")) }
        return paragraphs
    }

    /// Returns the origin of a declaration: the component and its page, but not the line, which would change too often.
    static func origin(_ kind: String, _ name: String, at location: SourceLocation) -> String {
        let page = location.file.path.split(separator: "/").last.map(String.init) ?? ""
        return "\(kind) `\(DocumentationText.oneLine(name))` · \(page)"
    }

    private static func notes(_ schema: APISchema) -> [String] {
        var notes: [String] = []
        if schema.deprecated { notes.append("Deprecated.") }
        if schema.readOnly { notes.append("Read only: not sent in requests.") }
        if schema.writeOnly { notes.append("Write only: not part of responses.") }
        if let value = schema.defaultValue, let text = literal(value) {
            notes.append("Default: `\(text)`; what is not set is not sent.")
        }
        return notes
    }

    private static func literal(_ node: JSONNode) -> String? {
        switch node.content {
        case .array(let elements): elements.isEmpty ? "[]" : "[…]"
        case .object(let members): members.isEmpty ? "{}" : "{…}"
        case .string(let text): text.isEmpty ? "\"\"" : text
        default: node.lexeme
        }
    }

    private static func constraints(_ schema: APISchema) -> [String] {
        let limits = schema.constraints
        let ranges: [String?] = [
            count("Length", limits.minLength, limits.maxLength), count("Elements:", limits.minItems, limits.maxItems),
            count("Members:", limits.minProperties, limits.maxProperties),
            range("Value", limits.minimum, limits.maximum),
        ]
        var facts: [String] = ranges.compactMap(\.self)
        if let bound = limits.exclusiveMinimum { facts.append("More than \(bound).") }
        if let bound = limits.exclusiveMaximum { facts.append("Less than \(bound).") }
        if !limits.factors.isEmpty { facts.append("A multiple of \(limits.factors.joined(separator: " and of ")).") }
        if !limits.patterns.isEmpty {
            facts.append("Pattern: \(limits.patterns.map { "`\($0)`" }.joined(separator: " and ")).")
        }
        if let format = limits.format, !isExpressed(format, schema.shape) { facts.append("Format: `\(format)`.") }
        if limits.uniqueItems { facts.append("No element twice.") }
        if !limits.allowedValues.isEmpty {
            let values: [String] = limits.allowedValues.map { "`\($0)`" }
            facts.append("One of \(values.joined(separator: ", ")).")
        }
        if limits.hasNegation { facts.append("The document excludes some values by `not`.") }
        return facts + content(limits, schema.shape) + conditions(limits)
    }

    /// Describes the content of a text, unless the Swift type does.
    private static func content(_ limits: SchemaConstraints, _ shape: SchemaShape) -> [String] {
        var facts: [String] = []
        if let type = limits.contentMediaType { facts.append("Content: `\(DocumentationText.oneLine(type))`.") }
        if let encoding = limits.contentEncoding, !isExpressed("byte", shape) {
            facts.append("Encoding: `\(DocumentationText.oneLine(encoding))`.")
        }
        return facts
    }

    private static func conditions(_ limits: SchemaConstraints) -> [String] {
        guard !limits.unfollowed.isEmpty else { return [] }
        let words = limits.unfollowed.map { "`\($0)`" }.joined(separator: ", ")
        return ["The document has further conditions: \(words)."]
    }

    private static func count(_ word: String, _ lowest: Int?, _ highest: Int?) -> String? {
        range(word, lowest.map { String($0) }, highest.map { String($0) })
    }

    private static func range(_ word: String, _ lowest: String?, _ highest: String?) -> String? {
        switch (lowest, highest) {
        case (let low?, let high?): low == high ? "\(word) \(low)." : "\(word) \(low) to \(high)."
        case (let low?, nil): "\(word) at least \(low)."
        case (nil, let high?): "\(word) at most \(high)."
        case (nil, nil): nil
        }
    }

    /// Returns whether the Swift type expresses the format.
    private static func isExpressed(_ format: String, _ shape: SchemaShape) -> Bool {
        guard case .scalar(let type) = shape else { return false }
        return type != .string && !(type == .int && format != "int") && type != .boolean
            && !(type == .decimal && format != "decimal")
    }
}

/// The documentation comment of an operation: the page's text, the method and path, the page, and the parameters.
enum OperationDocumentation {
    static func paragraphs(_ plan: OperationPlan) -> [String] {
        var paragraphs: [String] = []
        if let summary = plan.summary, !summary.isEmpty { paragraphs.append(summary) }
        if let description = plan.description, !description.isEmpty, description != plan.summary {
            paragraphs.append(description)
        }
        let page = plan.location.file.path.split(separator: "/").last.map(String.init) ?? ""
        paragraphs.append("`\(plan.method.uppercased()) \(plan.path)` · \(page)")
        let parameters = parameterLines(plan)
        if !parameters.isEmpty { paragraphs.append(parameters.joined(separator: "\n")) }
        return paragraphs
    }

    private static func parameterLines(_ plan: OperationPlan) -> [String] {
        var lines: [String] = []
        if plan.namesServer {
            let urls = plan.server.named.map { "`\($0.url)`" }.joined(separator: " or ")
            lines.append("- server: Where the call is sent; the document lists \(DocumentationText.oneLine(urls)).")
        }
        lines += plan.parameters.compactMap { parameter in
            parameter.documentation.map { "- \(parameter.label.name): \(DocumentationText.oneLine($0))" }
        }
        if let body = plan.body?.documentation, !body.isEmpty {
            lines.append("- body: \(DocumentationText.oneLine(body))")
        }
        return lines
    }
}
