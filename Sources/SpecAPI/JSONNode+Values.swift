import SpecTree

extension JSONNode {
    var isNull: Bool {
        if case .null = content { true } else { false }
    }

    var isString: Bool {
        if case .string = content { true } else { false }
    }

    var isBoolean: Bool {
        if case .boolean = content { true } else { false }
    }

    var isNumber: Bool {
        if case .number = content { true } else { false }
    }

    /// The lexeme of a number that is an integer of 64 bits without fraction or exponent.
    var integerText: String? {
        guard case .number(let text) = content, let value = Int64(text) else { return nil }
        return String(value)
    }

    /// A string's text, a number's or a literal's lexeme; empty for arrays and objects.
    package var lexeme: String {
        switch content {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text), .string(let text): text
        case .array, .object: ""
        }
    }
}
