import KurusJSON

/// What a text shows of a provider's answer: of JSON only the members that say what went wrong, since the others may hold
/// people's data; of anything else the beginning. Masked.
enum RefusalText {
    /// The most Unicode scalars that are shown.
    private static let shownLength = 300
    /// The most bytes of JSON that are read for a text.
    private static let readLength = 1 << 16
    /// A member is shown whose name holds one of these, in any case.
    private static let names = ["error", "message", "code", "status", "reason", "detail", "title"]

    /// Empty where there is nothing to show.
    static func text(_ content: [UInt8]) -> String {
        guard let text = String(validating: content, as: UTF8.self) else { return "" }
        guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return "" }
        return shortened(Redaction.masked("{[".unicodeScalars.contains(first) ? jsonText(content) : text))
    }

    private static func jsonText(_ content: [UInt8]) -> String {
        guard content.count <= readLength, let value = try? JSONReader.read(JSONValue.self, from: content),
            case .object(let object) = value
        else { return "\(content.count) bytes" }
        let shown = members(of: object, depth: 0)
        return shown.isEmpty ? "\(content.count) bytes" : shown.joined(separator: ", ")
    }

    /// Members that say something, also one level down: errors are wrapped at times.
    private static func members(of object: JSONObject, depth: Int) -> [String] {
        object.flatMap { member -> [String] in
            switch member.value {
            case .object(let inner): depth == 0 ? members(of: inner, depth: 1) : []
            case .string(let text) where saysSomething(member.name): ["\(member.name): \(text)"]
            case .number(let number) where saysSomething(member.name): ["\(member.name): \(number.text)"]
            default: []
            }
        }
    }

    private static func saysSomething(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains { name.contains($0) }
    }

    private static func shortened(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(shownLength)
        return "\(Substring(shown))\(shown.endIndex < text.endIndex ? "…" : "")"
    }
}
