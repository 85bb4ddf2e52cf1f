import SourceText
package import SpecDiagnostics

/// Reads an object of a file whose format Kurus defines or follows strictly, such as kurus.json or an overlay. Every
/// field is asked for by name; a member that was never asked for is an error.
package struct FieldReader {
    private let node: JSONNode
    /// The name of the object with its article, for messages: `an action`.
    private let object: String
    /// The name of the object in messages about unknown fields.
    private let owner: String
    private var known: [String] = []
    package var diagnostics = Diagnostics()

    /// Reads the object; nil, with an error, when the node is another kind of value.
    ///
    /// - Parameters:
    /// - object: The name of the object with its article, for messages.
    /// - owner: Another name, for messages about unknown fields.
    /// - body: Asks for all fields; members that it leaves are reported.
    package static func read<Value>(
        _ node: JSONNode, of object: String, owner: String? = nil, _ diagnostics: inout Diagnostics,
        _ body: (inout FieldReader) -> Value?
    ) -> Value? {
        guard node.members != nil else {
            diagnostics.error(.wrongType, "\(object) must be an object; found \(node.kindName)", at: node.location)
            return nil
        }
        var reader = FieldReader(node: node, object: object, owner: owner ?? object)
        let value = body(&reader)
        reader.reportUnknown()
        diagnostics.append(reader.diagnostics.inReadingOrder(of: [node.location.file]))
        return value
    }

    package var location: SourceLocation { node.location }

    /// Returns the field's value; reports an error when it is required and missing.
    package mutating func node(_ name: String, isRequired: Bool = false) -> JSONNode? {
        known.append(name)
        let value = node[name]
        if value == nil, isRequired { error(.missingField, "\(object) needs the field `\(name)`", at: node.location) }
        return value
    }

    /// Reads a string; a blank one is an error unless allowed.
    package mutating func string(
        _ name: String, isRequired: Bool = false, mayBeBlank: Bool = false
    ) -> Located<String>? {
        node(name, isRequired: isRequired).flatMap { text($0, "`\(name)`", mayBeBlank: mayBeBlank) }
    }

    package mutating func boolean(_ name: String) -> Bool? {
        guard let value = node(name) else { return nil }
        guard case .boolean(let boolean) = value.content else { return wrongType("`\(name)`", "a boolean", value) }
        return boolean
    }

    /// Reads the elements of an array; nil when the field is absent or not an array.
    package mutating func elements(
        _ name: String, isRequired: Bool = false, of elements: String? = nil, isNeverEmpty: Bool = false
    ) -> [JSONNode]? {
        guard let value = node(name, isRequired: isRequired) else { return nil }
        guard let nodes = value.elements else {
            return wrongType("`\(name)`", "an array" + (elements.map { " of \($0)" } ?? ""), value)
        }
        if isNeverEmpty, nodes.isEmpty {
            error(.invalidValue, "`\(name)` must have at least one element", at: value.location)
        }
        return nodes
    }

    /// Reads an array of strings; nil when the field is absent or not an array.
    package mutating func strings(
        _ name: String, isRequired: Bool = false, isNeverEmpty: Bool = false
    ) -> [Located<String>]? {
        elements(name, isRequired: isRequired, of: "strings", isNeverEmpty: isNeverEmpty)?.compactMap {
            text($0, "an element of `\(name)`")
        }
    }

    /// Reads an object of strings, in the document's order; empty when the field is absent.
    package mutating func map(_ name: String) -> [(name: String, value: Located<String>)] {
        guard let value = node(name) else { return [] }
        guard let members = value.members else { return wrongType("`\(name)`", "an object", value) ?? [] }
        return members.compactMap { member in
            text(member.value, "`\(member.name)` of `\(name)`").map { (member.name, $0) }
        }
    }

    /// Reads one of a few words; nil, with an error, when it is another one.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: Located<String>, of name: String, _ type: Choice.Type = Choice.self
    ) -> Choice? {
        if let choice = Choice(rawValue: text.value) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let suggestion = DidYouMean.suggestion(for: text.value, in: words).map { "; did you mean `\($0)`?" } ?? ""
        error(
            .invalidValue,
            "\(name) must be one of \(words.joined(separator: ", ")); found `\(text.value)`\(suggestion)",
            at: text.location)
        return nil
    }

    package mutating func error(_ id: DiagnosticID, _ message: String, at location: SourceLocation?) {
        diagnostics.error(id, message, at: location)
    }

    private mutating func reportUnknown() {
        for member in node.members ?? [] where !known.contains(member.name) {
            let suggestion = DidYouMean.suggestion(for: member.name, in: known).map { "; did you mean `\($0)`?" } ?? ""
            error(.unknownField, "\(owner) has no field `\(member.name)`\(suggestion)", at: member.location)
        }
    }

    /// Allows specification extensions.
    package mutating func allowExtensions() {
        known += (node.members ?? []).map(\.name).filter { $0.hasPrefix("x-") }
    }

    private mutating func text(_ value: JSONNode, _ name: String, mayBeBlank: Bool = false) -> Located<String>? {
        guard let text = value.string else { return wrongType(name, "a string", value) }
        guard mayBeBlank || !text.allSatisfy(\.isWhitespace) else {
            error(.invalidValue, "\(name) must not be empty", at: value.location)
            return nil
        }
        return Located(text, at: value.location)
    }

    private mutating func wrongType<Value>(_ name: String, _ expected: String, _ value: JSONNode) -> Value? {
        error(.wrongType, "\(name) must be \(expected); found \(value.kindName)", at: value.location)
        return nil
    }
}
