/// Prints indented lines in the layout of `swift format`.
struct CodePrinter {
    private static let lineLength = 120
    private static let indentWidth = 4

    private(set) var text = ""
    private var depth = 0
    /// Whether a block has just begun, where empty lines are dropped.
    private var isAtStart = true

    mutating func line(_ code: SwiftCode) {
        write(code.text)
    }

    private mutating func write(_ line: String) {
        if !line.isEmpty {
            text += String(repeating: " ", count: depth * Self.indentWidth)
            text += line
        }
        text += "\n"
        isAtStart = false
    }

    /// Prints an empty line, except at the start of a block.
    mutating func gap() {
        guard !isAtStart else { return }
        text += "\n"
        isAtStart = true
    }

    /// Prints `header {`, the body one level deeper, and `}`.
    mutating func block(_ header: SwiftCode, _ body: (inout CodePrinter) -> Void) {
        open(header.text + " {", body, close: "}")
    }

    private mutating func open(_ first: String, _ body: (inout CodePrinter) -> Void, close: String) {
        write(first)
        depth += 1
        isAtStart = true
        body(&self)
        depth -= 1
        isAtStart = false
        write(close)
    }

    /// Prints `prefix(arguments)suffix` on one line, else the arguments on the next, else one argument a line.
    mutating func call(_ prefix: SwiftCode, _ arguments: [SwiftCode], _ suffix: SwiftCode = "") {
        writeCall(prefix.text, arguments.map(\.text), suffix.text, ownLine: false)
    }

    /// Prints like ``call(_:_:_:)``, followed by a body.
    mutating func signature(
        _ prefix: SwiftCode, _ parameters: [SwiftCode], _ suffix: SwiftCode = "",
        _ body: ((inout CodePrinter) -> Void)? = nil
    ) {
        guard let body else {
            writeCall(prefix.text, parameters.map(\.text), suffix.text, ownLine: true)
            return
        }
        writeCall(prefix.text, parameters.map(\.text), suffix.text + " {", ownLine: true)
        depth += 1
        isAtStart = true
        body(&self)
        depth -= 1
        write("}")
    }

    private mutating func writeCall(_ prefix: String, _ arguments: [String], _ suffix: String, ownLine: Bool) {
        let single = "\(prefix)(\(arguments.joined(separator: ", ")))\(suffix)"
        if fits(single) || arguments.isEmpty { return write(single) }
        write("\(prefix)(")
        depth += 1
        let closing = ownLine ? "" : ")\(suffix)"
        let joined = arguments.joined(separator: ", ") + closing
        if fits(joined) {
            write(joined)
        } else {
            for (index, argument) in arguments.enumerated() {
                write(index == arguments.count - 1 ? argument + closing : argument + ",")
            }
        }
        depth -= 1
        if ownLine { write(")\(suffix)") }
    }

    /// Prints `case pattern: statement`, with the statement on its own line where that is too long.
    mutating func caseLine(_ pattern: SwiftCode, _ statement: SwiftCode) {
        let single = "\(pattern.text): \(statement.text)"
        if fits(single) { return write(single) }
        write("\(pattern.text):")
        depth += 1
        write(statement.text)
        depth -= 1
    }

    /// Prints a documentation comment of wrapped paragraphs, the only form that prose of a document takes in source.
    mutating func documentation(_ paragraphs: [String]) {
        let width = Self.lineLength - depth * Self.indentWidth - "/// ".count
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { write("///") }
            for line in DocumentationText.lines(paragraph, width: width) {
                write(line.isEmpty ? "///" : "/// \(line)")
            }
        }
    }

    /// Prints a comment for the reader of the source.
    mutating func comment(_ text: String) {
        write("// " + DocumentationText.oneLine(text))
    }

    /// Returns whether the line fits one level deeper than here.
    func fitsInBlock(_ code: SwiftCode) -> Bool {
        (depth + 1) * Self.indentWidth + code.text.count <= Self.lineLength
    }

    private func fits(_ line: String) -> Bool {
        depth * Self.indentWidth + line.count <= Self.lineLength
    }
}

extension CodePrinter {
    /// Prints the body one level deeper, without braces.
    mutating func indented(_ body: (inout CodePrinter) -> Void) {
        depth += 1
        isAtStart = true
        body(&self)
        depth -= 1
        isAtStart = false
    }
}
