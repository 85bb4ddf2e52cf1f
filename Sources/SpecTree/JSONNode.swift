package import SpecDiagnostics

/// A JSON value with its location, which every later stage reads.
package struct JSONNode: Sendable {
    package enum Content: Sendable {
        case null
        case boolean(Bool)
        /// The text of the number, as written.
        case number(String)
        case string(String)
        case array([JSONNode])
        /// The members in the document's order; names are unique.
        case object([JSONMember])
    }

    package var content: Content
    package var location: SourceLocation

    package init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }
}

/// A member of a JSON object.
package struct JSONMember: Sendable {
    package var name: String
    /// The location of the name's opening quote.
    package var location: SourceLocation
    package var value: JSONNode

    package init(_ name: String, at location: SourceLocation, _ value: JSONNode) {
        self.name = name
        self.location = location
        self.value = value
    }
}

extension JSONNode {
    /// The members of an object, in the document's order; nil for any other value.
    package var members: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The elements of an array; nil for any other value.
    package var elements: [JSONNode]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// The text of a string; nil for any other value.
    package var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    /// Returns the member of that name; nil when this is not an object or has no such member.
    package func member(named name: String) -> JSONMember? {
        members?.first { $0.name == name }
    }

    /// Returns the value of the member of that name; nil when this is not an object or has no such member.
    package subscript(name: String) -> JSONNode? {
        member(named: name)?.value
    }

    /// The kind of the value with its article, for messages: `a string`, `an object`, `null`.
    package var kindName: String {
        switch content {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// Returns whether both are the same value, regardless of locations and of the members' order; numbers are compared
    /// as written. Needs no stack for nesting.
    package func hasSameContent(as other: JSONNode) -> Bool {
        var open = [(self, other)]
        while let (first, second) = open.popLast() {
            switch (first.content, second.content) {
            case (.null, .null): continue
            case (.boolean(let first), .boolean(let second)): if first != second { return false }
            case (.number(let first), .number(let second)), (.string(let first), .string(let second)):
                if first != second { return false }
            case (.array(let first), .array(let second)):
                guard first.count == second.count else { return false }
                open += zip(first, second)
            case (.object(let first), .object(let second)):
                guard let pairs = Self.pairs(first, second) else { return false }
                open += pairs
            default: return false
            }
        }
        return true
    }

    /// Pairs the values of equal names; nil where a name is missing.
    private static func pairs(_ first: [JSONMember], _ second: [JSONMember]) -> [(JSONNode, JSONNode)]? {
        guard first.count == second.count else { return nil }
        if zip(first, second).allSatisfy({ $0.name == $1.name }) {
            return zip(first, second).map { ($0.value, $1.value) }
        }
        let values = Dictionary(second.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let pairs = first.compactMap { member in values[member.name].map { (member.value, $0) } }
        return pairs.count == first.count ? pairs : nil
    }
}

extension JSONNode {
    package var isNull: Bool {
        if case .null = content { true } else { false }
    }

    package var isString: Bool {
        if case .string = content { true } else { false }
    }

    package var isBoolean: Bool {
        if case .boolean = content { true } else { false }
    }

    package var isNumber: Bool {
        if case .number = content { true } else { false }
    }

    /// The lexeme of a number that is a 64-bit integer without fraction or exponent.
    package var integerText: String? {
        guard case .number(let text) = content, let value = Int64(text) else { return nil }
        return String(value)
    }

    /// The text of a string, or the lexeme of a number or literal; empty for arrays and objects.
    package var lexeme: String {
        switch content {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text), .string(let text): text
        case .array, .object: ""
        }
    }
}
