import SourceText
import SpecAPI
import SpecTree

/// Checks one value against the fields of one Schema Object, without the values and schemas inside of them.
struct ValueCheck {
    let value: JSONNode
    let path: SamplePath
    let schema: DocumentNode

    /// Reports a value of another type; nil for the right type, and for an unknown one.
    var typeProblem: String? {
        let types = schema.typeNames
        let known = types.filter { Self.typeNames[$0] != nil }
        guard !types.isEmpty, known.count == types.count, !known.contains(where: isOfType) else { return nil }
        let due = known.compactMap { Self.typeNames[$0] }.joined(separator: " or ")
        return "\(path.text) is \(shown), and should be \(due)"
    }

    private static let typeNames = [
        "string": "a string", "number": "a number", "integer": "an integer", "boolean": "a boolean",
        "array": "an array", "object": "an object", "null": "null", "decimal": "a decimal number",
    ]

    private func isOfType(_ type: String) -> Bool {
        switch (type, value.content) {
        case ("string", .string), ("number", .number), ("boolean", .boolean), ("array", .array), ("object", .object),
            ("null", .null), ("decimal", .number):
            true
        case ("integer", .number(let text)): text.isInteger
        // Decimals are read from strings too, whatever the document declares.
        case ("decimal", .string(let text)): text.isDecimal
        default: false
        }
    }

    /// The kind of the value, and a scalar's text.
    private var shown: String {
        switch value.content {
        case .null, .array, .object: value.kindName
        case .boolean, .number, .string: "\(value.kindName), `\(value.shownText)`"
        }
    }

    /// The other problems of a value of the right type.
    var problems: [String] {
        [enumProblem].compactMap(\.self) + limits.compactMap(\.self) + [formatProblem].compactMap(\.self)
    }

    private var enumProblem: String? {
        let constant = schema["const"].map { [$0.json] }
        guard let allowed = constant ?? schema["enum"]?.json.elements, !allowed.isEmpty,
            !allowed.contains(where: isSame)
        else { return nil }
        if constant != nil { return "\(path.text) is `\(value.shownText)`, which is not the value of `const`" }
        let nearest = value.string.flatMap { DidYouMean.suggestion(for: $0, in: allowed.compactMap(\.string)) }
        let hint = nearest.map { "; did you mean `\($0)`?" } ?? ""
        return "\(path.text) is `\(value.shownText)`, which is not one of the values of `enum`\(hint)"
    }

    private func isSame(_ allowed: JSONNode) -> Bool {
        if case .number(let first) = allowed.content, case .number(let second) = value.content {
            return first == second || Double(first) == Double(second)
        }
        return allowed.hasSameContent(as: value)
    }

    private var limits: [String?] {
        switch value.content {
        case .number(let text): numberLimits(text)
        case .string(let text):
            [
                atLeast("minLength", text.unicodeScalars.count, "characters"),
                atMost("maxLength", text.unicodeScalars.count, "characters"),
            ]
        case .array(let elements):
            [atLeast("minItems", elements.count, "elements"), atMost("maxItems", elements.count, "elements")]
                + [uniqueProblem(elements)]
        case .object(let members):
            [
                atLeast("minProperties", members.count, "members"), atMost("maxProperties", members.count, "members"),
            ]
        default: []
        }
    }

    private func atLeast(_ field: String, _ count: Int, _ what: String) -> String? {
        guard let limit = number(field), Double(count) < limit else { return nil }
        return "\(path.text) has \(count) \(what), fewer than `\(field)`, \(schema[field]?.json.lexeme ?? "")"
    }

    private func atMost(_ field: String, _ count: Int, _ what: String) -> String? {
        guard let limit = number(field), Double(count) > limit else { return nil }
        return "\(path.text) has \(count) \(what), more than `\(field)`, \(schema[field]?.json.lexeme ?? "")"
    }

    private func number(_ field: String) -> Double? {
        guard case .number(let text)? = schema[field]?.json.content else { return nil }
        return Double(text)
    }

    /// Numbers that are equal as Double are equal here, so that a report is certain.
    private func numberLimits(_ text: String) -> [String?] {
        guard let value = Double(text) else { return [] }
        let isExclusive = { (field: String) in schema[field].isTrue }
        return [
            number("minimum").flatMap { value < $0 ? "less than `minimum`" : nil },
            number("minimum").flatMap { value == $0 && isExclusive("exclusiveMinimum") ? "not above `minimum`" : nil },
            number("exclusiveMinimum").flatMap { value <= $0 ? "not above `exclusiveMinimum`" : nil },
            number("maximum").flatMap { value > $0 ? "more than `maximum`" : nil },
            number("maximum").flatMap { value == $0 && isExclusive("exclusiveMaximum") ? "not below `maximum`" : nil },
            number("exclusiveMaximum").flatMap { value >= $0 ? "not below `exclusiveMaximum`" : nil },
            isMultiple(text) ? nil : "not a multiple of `multipleOf`",
        ].map { problem in problem.map { "\(path.text) is \(text), \($0)" } }
    }

    /// Only integers are checked.
    private func isMultiple(_ text: String) -> Bool {
        guard case .number(let factor)? = schema["multipleOf"]?.json.content, let factor = Int64(factor), factor > 0,
            let value = Int64(text)
        else { return true }
        return value % factor == 0
    }

    private func uniqueProblem(_ elements: [JSONNode]) -> String? {
        guard schema["uniqueItems"].isTrue else { return nil }
        let scalars = elements.filter { $0.elements == nil && $0.members == nil }.map { "\($0.kindName) \($0.lexeme)" }
        return Set(scalars).count < scalars.count ? "\(path.text) holds a value twice; `uniqueItems`" : nil
    }

    private var formatProblem: String? {
        guard let format = schema["format"]?.string else { return nil }
        let fits =
            switch value.content {
            case .string(let text): ValueFormat.fits(text, format)
            case .number(let text): ValueFormat.fits(number: text, format)
            default: true
            }
        return fits ? nil : "\(path.text) is `\(value.shownText)`, which is not a `\(format)`"
    }
}

extension String {
    /// Whether a number's text has no fraction other than zeros; true for any number with an exponent.
    fileprivate var isInteger: Bool {
        let parts = split(separator: ".", maxSplits: 1)
        return contains { $0 == "e" || $0 == "E" } || parts.count < 2 || parts[1].allSatisfy { $0 == "0" }
    }

    /// A sign, digits, and a fraction.
    fileprivate var isDecimal: Bool {
        let digits = hasPrefix("-") || hasPrefix("+") ? dropFirst() : self[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
    }
}

/// Formats with a short grammar; values of all others fit.
private enum ValueFormat {
    static func fits(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date": isDate(text[...])
        case "date-time": isDateTime(text)
        case "uuid": text.wholeMatch(of: /[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) != nil
        default: true
        }
    }

    static func fits(number: String, _ format: String) -> Bool {
        guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) else { return true }
        return switch format {
        case "int32": Int32(number) != nil
        case "int64": Int64(number) != nil
        default: true
        }
    }

    /// RFC 3339, §5.6: full-date.
    private static func isDate(_ text: Substring) -> Bool {
        guard let parts = text.wholeMatch(of: /[0-9]{4}-([0-9]{2})-([0-9]{2})/)?.output,
            let month = Int(parts.1), let day = Int(parts.2)
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }

    /// RFC 3339, §5.6: date-time, in any case; a blank may replace the `T`.
    private static func isDateTime(_ text: String) -> Bool {
        let time = /[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+\-][0-9]{2}:[0-9]{2})/
        return isDate(text.prefix(10)) && text.dropFirst(10).wholeMatch(of: time) != nil
    }
}
