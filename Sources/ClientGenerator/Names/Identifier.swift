/// A Swift identifier, made only by the ``Namer``.
package struct Identifier: Hashable, Sendable {
    /// The name without backticks.
    package let name: String

    /// - Parameter name: A name that the namer checked or made, or that is fixed in this module's source.
    package init(checked name: String) {
        self.name = name
    }

    /// The source text: keywords and raw identifiers in backticks.
    package var source: String {
        Keywords.reserved.contains(name) || isRaw ? "`\(name)`" : name
    }

    /// Whether the name is an identifier only in backticks (SE-0451).
    private var isRaw: Bool {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        return name.utf8.first.map(isDigit) ?? false
            || !name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || isDigit(byte)
                    || byte == UInt8(ascii: "_") || byte >= 0x80
            }
    }

    /// The argument label, in which most keywords need no backticks and the compiler warns about them.
    var label: SwiftCode {
        ["inout", "_"].contains(name) || isRaw ? "\(self)" : SwiftCode(unescaped: self)
    }

    /// The source text after a dot.
    var member: SwiftCode {
        SwiftCode(self)
    }
}

extension SwiftCode {
    init(_ identifier: Identifier) {
        self = "\(identifier)"
    }

    fileprivate init(unescaped identifier: Identifier) {
        self = SwiftCode(verbatim: identifier.name)
    }
}

/// Words that are not identifiers without backticks (The Swift Programming Language, "Lexical Structure").
enum Keywords {
    static let reserved: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
        "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static",
        "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
        "while", "_",
    ]
}
