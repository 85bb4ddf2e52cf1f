import KurusJSON

// Values that a style would write as the text of other values. They are not written.
extension StyledText {
    /// Throws when a receiver that follows the style would read another value.
    func checkReadable(_ value: JSONValue) throws(UnwritableValue) {
        if style == .deepObject { return try checkBrackets(value) }
        let shape = ParameterShape(value)
        if case .none = encoding { return try checkField(shape) }
        guard !explode, let delimiter = plainDelimiter else { return }
        if shape.texts.contains(where: { $0.contains(delimiter) }) {
            throw UnwritableValue(
                "has a \(delimiter == " " ? "space" : "`\(delimiter)`") inside an element, which `\(style.rawValue)` "
                    + "writes like the one between elements")
        }
    }

    /// The delimiter whose encoded form is that of the same character inside an element; nil for other styles, which
    /// keep them apart.
    private var plainDelimiter: Character? {
        switch style {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        default: nil
        }
    }

    /// Checks a header's value, of which nothing is encoded: elements and members end at a comma, a member's name at an
    /// equals sign, and white space around a value is not part of it (RFC 9110 §5.5 and §5.6.1).
    private func checkField(_ shape: ParameterShape) throws(UnwritableValue) {
        if shape.texts.contains(where: { $0.withoutOptionalWhitespace != $0 }) {
            throw UnwritableValue("begins or ends with white space, which is no part of a field's value")
        }
        if shape.isComposed, shape.texts.contains(where: { $0.contains(",") }) {
            throw UnwritableValue("has a comma inside an element, which `simple` writes like the one between elements")
        }
        if explode, case .members(let members) = shape, members.contains(where: { $0.name.contains("=") }) {
            throw UnwritableValue("has a `=` in a member's name, which `simple` writes like the one after a name")
        }
    }

    /// Checks names of members in brackets, which end at a bracket.
    private func checkBrackets(_ value: JSONValue) throws(UnwritableValue) {
        switch value {
        case .array(let elements): for element in elements { try checkBrackets(element) }
        case .object(let object):
            for member in object {
                if member.name.contains(where: { $0 == "[" || $0 == "]" }) {
                    throw UnwritableValue("has a bracket in a member's name, which `deepObject` reads as nesting")
                }
                try checkBrackets(member.value)
            }
        case .null, .boolean, .number, .string: break
        }
    }
}

extension ParameterShape {
    /// Whether the text has delimiters.
    fileprivate var isComposed: Bool {
        switch self {
        case .undefined, .primitive: false
        case .list, .members: true
        }
    }

    /// The texts between delimiters.
    fileprivate var texts: [String] {
        switch self {
        case .undefined: []
        case .primitive(let text): [text]
        case .list(let elements): elements
        case .members(let members): members.flatMap { [$0.name, $0.value] }
        }
    }
}
