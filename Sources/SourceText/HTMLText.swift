/// Makes text safe for HTML source, as text and in a quoted attribute (HTML standard §13.3, serializing).
package protocol HTMLEscaping {
    static func escaped(_ text: String) -> String
}

/// HTML source. Interpolated text is escaped, so that it is never markup.
package struct HTMLText<Escaping: HTMLEscaping>: ExpressibleByStringInterpolation, Sendable {
    package let source: String

    package init(stringLiteral value: String) {
        source = value
    }

    package init(stringInterpolation: Interpolation) {
        source = stringInterpolation.source
    }

    /// Takes literals and HTML unchanged, and escapes a `String`.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            source += literal
        }

        package mutating func appendInterpolation(_ text: String) {
            source += Escaping.escaped(text)
        }

        package mutating func appendInterpolation(_ number: Int) {
            source += String(number)
        }

        package mutating func appendInterpolation(_ html: HTMLText) {
            source += html.source
        }

        package mutating func appendInterpolation(_ parts: [HTMLText]) {
            for part in parts { source += part.source }
        }
    }
}
