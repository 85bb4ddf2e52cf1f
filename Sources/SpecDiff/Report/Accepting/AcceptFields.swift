import SourceText
import SpecDiagnostics
import SpecTree

/// The fields of an object of a list of accepted changes: each is asked for once, and what nobody asked for is unknown.
struct AcceptFields {
    private let node: JSONNode
    private let members: [JSONMember]
    /// The object with its article, for messages.
    private let name: String
    private var known: [String] = []

    /// Nil, and an error, when the node is no object.
    init?(_ node: JSONNode, named name: String, _ diagnostics: inout Diagnostics) {
        guard let members = node.members else {
            diagnostics.error(.wrongType, "\(name) must be an object; found \(node.kindName)", at: node.location)
            return nil
        }
        self.node = node
        self.members = members
        self.name = name
    }

    mutating func node(_ field: String, isRequired: Bool, _ diagnostics: inout Diagnostics) -> JSONNode? {
        known.append(field)
        let value = node[field]
        if value == nil, isRequired {
            diagnostics.error(.missingField, "\(name) needs the field `\(field)`", at: node.location)
        }
        return value
    }

    /// A string that says something.
    mutating func text(
        _ field: String, isRequired: Bool, _ diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard let value = node(field, isRequired: isRequired, &diagnostics) else { return nil }
        guard let text = value.string else {
            diagnostics.error(
                .wrongType, "`\(field)` must be a string; found \(value.kindName)", at: value.location)
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            diagnostics.error(.invalidValue, "`\(field)` must not be empty", at: value.location)
            return nil
        }
        return Located(text, at: value.location)
    }

    func reportUnknown(_ diagnostics: inout Diagnostics) {
        for member in members where !known.contains(member.name) {
            let suggestion = DidYouMean.suggestion(for: member.name, in: known).map { "; did you mean `\($0)`?" } ?? ""
            diagnostics.error(
                .unknownField, "\(name) has no field `\(member.name)`\(suggestion)", at: member.location)
        }
    }
}
