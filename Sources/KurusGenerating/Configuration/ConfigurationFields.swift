import SourceText
import SpecDiagnostics
import SpecTree

/// The fields of an object of kurus.json: each is asked for once, and what nobody asked for is unknown.
struct ConfigurationFields {
    private let node: JSONNode
    private var known: [String] = []
    private(set) var diagnostics: Diagnostics

    /// Nil, and an error, when the node is no object.
    init?(_ node: JSONNode, named name: String, _ diagnostics: inout Diagnostics) {
        guard node.members != nil else {
            diagnostics.error(.wrongType, "\(name) must be an object; found \(node.kindName)", at: node.location)
            return nil
        }
        self.node = node
        self.diagnostics = diagnostics
    }

    mutating func node(_ name: String) -> JSONNode? {
        known.append(name)
        return node[name]
    }

    mutating func string(_ name: String) -> Located<String>? {
        node(name).flatMap { text($0, "`\(name)`") }
    }

    mutating func requiredString(_ name: String) -> Located<String>? {
        requireMember(name)
        return string(name)
    }

    /// The strings of an array, in its order; nil when the field is absent or no array.
    mutating func strings(_ name: String, isNeverEmpty: Bool = false) -> [Located<String>]? {
        guard let value = node(name) else { return nil }
        guard let elements = value.elements else { return wrongType("`\(name)`", "an array of strings", value) }
        if isNeverEmpty, elements.isEmpty {
            error(.invalidValue, "`\(name)` must have at least one element", at: value.location)
        }
        return elements.compactMap { text($0, "an element of `\(name)`") }
    }

    /// The strings of an array that must be there and hold at least one.
    mutating func requiredStrings(_ name: String) -> [Located<String>] {
        requireMember(name)
        return strings(name, isNeverEmpty: true) ?? []
    }

    /// The strings of an object by their members' names, in its order; none when the field is absent.
    mutating func map(_ name: String) -> [(name: String, value: Located<String>)] {
        guard let value = node(name) else { return [] }
        guard let members = value.members else { return wrongType("`\(name)`", "an object", value) ?? [] }
        return members.compactMap { member in
            text(member.value, "`\(member.name)` of `\(name)`").map { (member.name, $0) }
        }
    }

    /// One of a few words; nil, and an error, when it is another.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
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

    mutating func error(_ id: DiagnosticID, _ message: String, at location: SourceLocation) {
        diagnostics.error(id, message, at: location)
    }

    mutating func reportUnknown() {
        for member in node.members ?? [] where !known.contains(member.name) {
            let suggestion =
                DidYouMean.suggestion(for: member.name, in: known).map { "; did you mean `\($0)`?" } ?? ""
            error(.unknownField, "kurus.json has no field `\(member.name)`\(suggestion)", at: member.location)
        }
    }

    private mutating func requireMember(_ name: String) {
        if node[name] == nil { error(.missingField, "a client needs the field `\(name)`", at: node.location) }
    }

    private mutating func text(_ value: JSONNode, _ name: String) -> Located<String>? {
        guard let text = value.string else { return wrongType(name, "a string", value) }
        guard !text.isEmpty else {
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
