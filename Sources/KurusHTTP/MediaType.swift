/// A media type with its parameters (RFC 9110 §8.3.1), as read from a Content-Type field.
package struct MediaType: Hashable, Sendable {
    /// `type/subtype`, lower case, without parameters.
    package let essence: String
    /// Values by lower-case name, quotes and escapes of quoted strings (RFC 9110 §5.6.4) removed.
    package let parameters: [String: String]

    package init(_ text: String) {
        var rest = Substring(text)
        essence = Self.trimmed(rest.prefix { $0 != ";" }).lowercased()
        rest = rest.drop { $0 != ";" }.dropFirst()
        var parameters: [String: String] = [:]
        while !rest.isEmpty {
            let name = Self.trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let value = rest.first == "\"" ? Self.quotedString(&rest) : Self.trimmed(rest.prefix { $0 != ";" })
            rest = rest.drop { $0 != ";" }.dropFirst()
            parameters[name] = parameters[name] ?? value
        }
        self.parameters = parameters
    }

    /// application/json, text/json and every `+json` suffix (RFC 6839 §3.1).
    package var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    private static func quotedString(_ rest: inout Substring) -> String {
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
        return value
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start[..<(start.lastIndex { $0 != " " && $0 != "\t" }.map(start.index(after:)) ?? start.startIndex)])
    }
}
