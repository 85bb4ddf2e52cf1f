/// A media type with its parameters (RFC 9110 §8.3.1), as read from a Content-Type field.
package struct MediaType: Hashable, Sendable {
    /// `type/subtype`, lower case, without parameters.
    package let essence: String
    /// Values by lower-case name, quotes and escapes of quoted strings (RFC 9110 §5.6.4) removed.
    package let parameters: [String: String]

    /// - Parameter browserQuoting: Read quoted strings as browsers write them in multipart bodies: a backslash stands
    ///   for itself, unless a quote follows that does not end the value.
    package init(_ text: String, browserQuoting: Bool = false) {
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
            let value =
                rest.first == "\"" ? Self.quotedString(&rest, browserQuoting) : Self.trimmed(rest.prefix { $0 != ";" })
            rest = rest.drop { $0 != ";" }.dropFirst()
            parameters[name] = parameters[name] ?? value
        }
        self.parameters = parameters
    }

    /// application/json, text/json and every `+json` suffix (RFC 6839 §3.1).
    package var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    private static func quotedString(_ rest: inout Substring, _ browserQuoting: Bool) -> String {
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            let escapes = character == "\\" && (!browserQuoting || isEscapedQuote(rest))
            value.append(escapes ? rest.popFirst() ?? character : character)
        }
        return value
    }

    private static func isEscapedQuote(_ rest: Substring) -> Bool {
        guard rest.first == "\"" else { return false }
        let after = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
        return !after.isEmpty && after.first != ";"
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(
            start[..<(start.lastIndex { $0 != " " && $0 != "\t" }.map(start.index(after:)) ?? start.startIndex)])
    }
}
