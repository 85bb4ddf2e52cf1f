import KurusJSON

/// What a text shows of a provider's answer: of JSON the members that say what went wrong, by their codes. A message may
/// repeat what was sent, people's names among it, and no rule tells a name from other words: of messages, and of anything
/// that is not JSON, the length alone is shown.
enum RefusalText {
    /// The most members that are shown.
    private static let shownMembers = 8
    /// The most bytes of JSON that are read for a text.
    private static let readLength = 1 << 16
    /// A member is shown whose name holds one of these, in any case.
    private static let names = ["error", "message", "code", "status", "reason", "detail", "title"]

    /// Empty where there is nothing to show.
    static func text(_ content: [UInt8]) -> String {
        guard !content.isEmpty else { return "" }
        guard content.count <= readLength, let value = try? JSONReader.read(JSONValue.self, from: content),
            case .object(let object) = value
        else { return "\(content.count) bytes" }
        let shown = members(of: object, depth: 0)
        guard !shown.isEmpty else { return "\(content.count) bytes" }
        return Redaction.masked(shown.prefix(shownMembers).joined(separator: ", "))
            + (shown.count > shownMembers ? ", …" : "")
    }

    /// Members that say something, also one level down: errors are wrapped at times.
    private static func members(of object: JSONObject, depth: Int) -> [String] {
        object.flatMap { member -> [String] in
            switch member.value {
            case .object(let inner): depth == 0 ? members(of: inner, depth: 1) : []
            case .string(let text) where saysSomething(member.name): ["\(member.name): \(shown(text))"]
            case .number(let number) where saysSomething(member.name): ["\(member.name): \(number.text)"]
            default: []
            }
        }
    }

    /// Only what providers use as names of members: one that is made from data is not shown.
    private static func saysSomething(_ name: String) -> Bool {
        guard isCode(name) else { return false }
        let name = name.lowercased()
        return names.contains { name.contains($0) }
    }

    private static func shown(_ text: String) -> String {
        isCode(text) ? text : "a text of length \(text.unicodeScalars.count)"
    }

    /// Whether a text is one word of letters, digits and signs as codes have them: `invalid_grant`, `E-1004`, `10051`.
    private static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
