import SpecTree

extension JSONNode {
    /// The value as a reader is shown it: a string's text, anything else as JSON; cut where it is long.
    var shownText: String {
        if let string { return Self.cut(string) }
        var text = ""
        append(to: &text)
        return Self.cut(text)
    }

    private static let limit = 120

    private static func cut(_ text: String) -> String {
        text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }

    /// Ends once there is enough to be shown, however deep the value is.
    private func append(to text: inout String) {
        guard text.utf8.count <= 4 * Self.limit else { return }
        switch content {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): text += Self.quoted(string)
        case .array(let elements):
            Self.list("[", elements, "]", &text) { $0.append(to: &$1) }
        case .object(let members):
            Self.list("{", members, "}", &text) { member, text in
                text += Self.quoted(member.name) + ": "
                member.value.append(to: &text)
            }
        }
    }

    private static func list<Element>(
        _ open: String, _ elements: [Element], _ close: String, _ text: inout String,
        _ append: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() where text.utf8.count <= 4 * limit {
            if index > 0 { text += ", " }
            append(element, &text)
        }
        text += close
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
