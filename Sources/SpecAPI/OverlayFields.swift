import SourceText
import SpecDiagnostics
import SpecTree

/// The fields of an object of an overlay: each is asked for once, and what nobody asked for is unknown.
struct OverlayFields {
    private let node: JSONNode
    private let members: [JSONMember]
    /// The object with its article, for messages.
    private let object: String
    private var known: [String] = []

    /// Nil, and an error, when the node is no object.
    init?(_ node: JSONNode, of object: String, _ diagnostics: inout Diagnostics) {
        guard let members = node.members else {
            diagnostics.error(
                .wrongType, "\(object) must be an object; found \(node.kindName)", at: node.location)
            return nil
        }
        self.node = node
        self.members = members
        self.object = object
    }

    subscript(name: String) -> JSONNode? {
        node[name]
    }

    mutating func node(_ name: String, isRequired: Bool = false, _ diagnostics: inout Diagnostics) -> JSONNode? {
        known.append(name)
        let value = node[name]
        if value == nil, isRequired {
            diagnostics.error(.missingField, "\(object) needs a field `\(name)`", at: node.location)
        }
        return value
    }

    mutating func string(
        _ name: String, isRequired: Bool = false, _ diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard let value = node(name, isRequired: isRequired, &diagnostics) else { return nil }
        guard let text = value.string else { return wrongType(name, "a string", value, &diagnostics) }
        return Located(text, at: value.location)
    }

    mutating func boolean(_ name: String, _ diagnostics: inout Diagnostics) -> Bool? {
        guard let value = node(name, &diagnostics) else { return nil }
        guard case .boolean(let boolean) = value.content else {
            return wrongType(name, "a boolean", value, &diagnostics)
        }
        return boolean
    }

    /// The elements of a required array.
    mutating func elements(_ name: String, _ diagnostics: inout Diagnostics) -> [JSONNode]? {
        guard let value = node(name, isRequired: true, &diagnostics) else { return nil }
        return value.elements ?? wrongType(name, "an array", value, &diagnostics)
    }

    func reportUnknown(_ diagnostics: inout Diagnostics) {
        // Extensions are patterned fields (Overlay 1.0.0, §4.6).
        for member in members where !known.contains(member.name) && !member.name.hasPrefix("x-") {
            let suggestion = DidYouMean.suggestion(for: member.name, in: known).map { "; did you mean `\($0)`?" } ?? ""
            diagnostics.error(
                .unknownField, "\(object) has no field `\(member.name)`\(suggestion)", at: member.location)
        }
    }

    private func wrongType<Value>(
        _ name: String, _ expected: String, _ value: JSONNode, _ diagnostics: inout Diagnostics
    ) -> Value? {
        diagnostics.error(
            .wrongType, "`\(name)` of \(object) must be \(expected); found \(value.kindName)", at: value.location)
        return nil
    }
}
