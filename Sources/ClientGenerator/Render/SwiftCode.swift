/// A piece of Swift source that is safe by construction.
///
/// Text of a document cannot be interpolated: it first has to become an ``Identifier``, a ``StringLiteral`` or a
/// documentation comment, so that no name or description can break the source.
struct SwiftCode: ExpressibleByStringInterpolation, Hashable, Sendable {
    private(set) var text: String

    init(stringLiteral value: StaticString) {
        text = "\(value)"
    }

    /// - Parameter verbatim: The name of an identifier.
    init(verbatim: String) {
        text = verbatim
    }

    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: StaticString) {
            text += "\(literal)"
        }

        mutating func appendInterpolation(_ code: SwiftCode) {
            text += code.text
        }

        mutating func appendInterpolation(_ identifier: Identifier) {
            text += identifier.source
        }

        mutating func appendInterpolation(_ literal: StringLiteral) {
            text += literal.source
        }

        mutating func appendInterpolation(_ type: TypeReference) {
            text += type.type.description
        }

        mutating func appendInterpolation(_ number: Int) {
            text += String(number)
        }
    }

    static func + (first: Self, second: Self) -> Self {
        var result = first
        result.text += second.text
        return result
    }
}

extension [SwiftCode] {
    func joined(separator: SwiftCode) -> SwiftCode {
        guard var result = first else { return "" }
        for code in dropFirst() {
            result = result + separator + code
        }
        return result
    }
}

/// A Swift string literal that can hold any text.
struct StringLiteral: Hashable, Sendable {
    let source: String

    init(_ text: String) {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case _ where scalar.isPlain: literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        source = literal + "\""
    }
}

extension Unicode.Scalar {
    /// Whether a scalar is visible and does not move the text around it.
    var isPlain: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        // A combining mark would join the quotation mark before it, and Swift compares literals by their scalars.
        case .nonspacingMark, .enclosingMark, .spacingMark: false
        case .spaceSeparator: self == " "
        default: true
        }
    }
}
