/// Text that is HTML already; anything else becomes it by being escaped.
struct HTMLText: ExpressibleByStringInterpolation {
    let source: String

    init(stringLiteral value: String) {
        source = value
    }

    init(stringInterpolation: Interpolation) {
        source = stringInterpolation.source
    }

    init(joining parts: [HTMLText]) {
        source = parts.map(\.source).joined()
    }

    /// A literal is HTML, a String is text, and an HTMLText is taken as it is.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            source += literal
        }

        /// Escapes what the HTML standard (§13.3, serializing) has escaped in text and in quoted attributes.
        mutating func appendInterpolation(_ text: String) {
            for character in SafeText.printable(text) {
                switch character {
                case "&": source += "&amp;"
                case "<": source += "&lt;"
                case ">": source += "&gt;"
                case "\"": source += "&quot;"
                default: source.append(character)
                }
            }
        }

        mutating func appendInterpolation(_ html: HTMLText) {
            source += html.source
        }
    }
}
