/// A media type with its parameters (RFC 9110 §8.3.1), as read from a Content-Type field.
package struct MediaType: Hashable, Sendable {
    /// `type/subtype`, lower case, without parameters.
    package let essence: String
    /// Values by lower-case name, quotes and escapes of quoted strings (RFC 9110 §5.6.4) removed.
    package let parameters: [String: String]

    /// - Parameter browserQuoting: Read quoted strings as browsers write them in multipart bodies: a backslash stands
    ///   for itself, unless a quote follows that does not end the value.
    package init(_ text: String, browserQuoting: Bool = false) {
        var rest = Substring(text).unicodeScalars
        essence = Self.token(rest.prefix { $0 != ";" }).lowercased()
        rest = rest.drop { $0 != ";" }.dropFirst()
        var parameters: [String: String] = [:]
        while !rest.isEmpty {
            let name = Self.token(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let isQuoted = rest.first == "\""
            let value = isQuoted ? Self.quotedString(&rest, browserQuoting) : Self.token(rest.prefix { $0 != ";" })
            rest = rest.drop { $0 != ";" }.dropFirst()
            parameters[name] = parameters[name] ?? value
        }
        self.parameters = parameters
    }

    /// application/json, text/json and every `+json` suffix (RFC 6839 §3.1).
    package var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    private static func quotedString(_ rest: inout Substring.UnicodeScalarView, _ browserQuoting: Bool) -> String {
        rest = rest.dropFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            let escapes = scalar == "\\" && (!browserQuoting || isEscapedQuote(rest))
            value.append(escapes ? rest.popFirst() ?? scalar : scalar)
        }
        return String(value)
    }

    private static func isEscapedQuote(_ rest: Substring.UnicodeScalarView) -> Bool {
        guard rest.first == "\"" else { return false }
        let after = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
        return !after.isEmpty && after.first != ";"
    }

    private static func token(_ text: Substring.UnicodeScalarView) -> String {
        Substring(text).withoutOptionalWhitespace
    }
}
