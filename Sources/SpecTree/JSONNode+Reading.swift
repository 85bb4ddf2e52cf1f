import KurusJSON
package import SourceText
package import SpecDiagnostics

extension JSONNode {
    /// The number of arrays and objects that may be open at once.
    package static let depthLimit = 512

    /// Reads a whole file as one value, in YAML if its name ends so, else in JSON; nil, with an error, when it is empty or
    /// breaks the grammar.
    ///
    /// - Parameter isLenient: Whether JSON may have comments: a warning then.
    package static func read(
        _ file: SourceFile, isLenient: Bool = false, diagnostics: inout Diagnostics
    ) -> JSONNode? {
        let content = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
        guard content.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            diagnostics.emptyFile(file)
            return nil
        }
        guard file.isYAML else {
            let text = JSONText(file: file)
            return isLenient
                ? readLeniently(text, diagnostics: &diagnostics) : read(text, diagnostics: &diagnostics)
        }
        let countBefore = diagnostics.all.count
        let documents = readYAML(JSONText(file: file), diagnostics: &diagnostics)
        if documents.isEmpty, diagnostics.all.count == countBefore { diagnostics.emptyFile(file) }
        return documents.first
    }

    /// Reads JSON (RFC 8259) with the location of every value; nil, with an error where the text breaks, when it is not
    /// JSON. A repeated name in an object is an error, and so is nesting deeper than `depthLimit`.
    package static func read(_ text: JSONText, diagnostics: inout Diagnostics) -> JSONNode? {
        var tree = JSONTree(of: text)
        do throws(JSONError) {
            return try JSONReader.withReader(of: text.bytes, options: JSONReaderOptions(depthLimit: depthLimit)) {
                (reader: inout JSONReader) throws(JSONError) in try tree.read(from: &reader)
            }
        } catch {
            diagnostics.report(error, in: text, openedAt: tree.openedAt)
            return nil
        }
    }
}

extension JSONNode {
    /// Reads JSON, and passes over comments of JavaScript and commas behind a last value with a warning.
    package static func readLeniently(_ text: JSONText, diagnostics: inout Diagnostics) -> JSONNode? {
        var found = Diagnostics()
        if let node = read(text, diagnostics: &found) {
            diagnostics.append(found)
            return node
        }
        guard let plain = text.withoutComments() else {
            diagnostics.append(found)
            return nil
        }
        diagnostics.warning(
            .sloppyDocument, "JSON has no comments and no comma behind the last value; they are passed over",
            at: text.location(of: plain.first))
        return read(plain.text, diagnostics: &diagnostics)
    }
}

extension SourceFile {
    /// Whether the name is one of YAML's: `.yaml` or `.yml`.
    package var isYAML: Bool {
        let name = path.lowercased()
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    /// Whether the name is one of JSON's.
    package var isJSON: Bool { path.lowercased().hasSuffix(".json") }
}

/// Builds the tree of one text. Uses its own stack instead of recursion, because a thread's stack may be half a
/// megabyte.
private struct JSONTree {
    /// An array or object whose end is still to come.
    private struct Open {
        let isObject: Bool
        let location: SourceLocation
        var elements: [JSONNode] = []
        var members: [JSONMember] = []
        /// The member whose value comes next.
        var name: (text: String, location: SourceLocation)?
    }

    private let text: JSONText
    private var open: [Open] = []

    init(of text: JSONText) {
        self.text = text
    }

    /// The start of the innermost array or object that is still open.
    fileprivate var openedAt: SourceLocation? {
        open.last?.location
    }

    mutating func read(from reader: inout JSONReader) throws(JSONError) -> JSONNode {
        var finished = try startValue(&reader)
        while true {
            if let node = finished {
                guard !open.isEmpty else { return node }
                add(node)
            }
            finished = try proceed(&reader)
        }
    }

    /// Reads a scalar, or opens the array or object that begins here and returns nil.
    private mutating func startValue(_ reader: inout JSONReader) throws(JSONError) -> JSONNode? {
        let start = reader.offset
        let location = text.location(of: start)
        switch try reader.peekKind() {
        case .array:
            open.append(Open(isObject: false, location: location))
            return nil
        case .object:
            open.append(Open(isObject: true, location: location))
            return nil
        case .string:
            return JSONNode(.string(try reader.read(String.self)), at: location)
        case .number:
            try reader.skip()
            return JSONNode(
                .number(String(decoding: text.bytes[start..<reader.endOffset], as: UTF8.self)), at: location)
        case .boolean:
            return JSONNode(.boolean(try reader.read(Bool.self)), at: location)
        case .null:
            try reader.skip()
            return JSONNode(.null, at: location)
        }
    }

    /// Moves on to the next value of the innermost array or object; returns that container when it ends.
    private mutating func proceed(_ reader: inout JSONReader) throws(JSONError) -> JSONNode? {
        let last = open.count - 1
        if open[last].isObject {
            if let name = try reader.nextKey()?.string {
                open[last].name = (name, text.location(of: reader.keyOffset))
                return try startValue(&reader)
            }
        } else if try reader.nextElement() {
            return try startValue(&reader)
        }
        let ended = open.removeLast()
        return JSONNode(ended.isObject ? .object(ended.members) : .array(ended.elements), at: ended.location)
    }

    private mutating func add(_ node: JSONNode) {
        let last = open.count - 1
        if let name = open[last].name {
            open[last].members.append(JSONMember(name.text, at: name.location, node))
        } else {
            open[last].elements.append(node)
        }
    }
}

extension Diagnostics {
    package mutating func emptyFile(_ file: SourceFile) {
        error(.emptyFile, "the file is empty", in: file.path)
    }

    /// Reports where a text is not JSON; `openedAt` is the array or object that was still open there.
    mutating func report(_ problem: JSONError, in text: JSONText, openedAt: SourceLocation?) {
        let location = text.location(of: problem.offset)
        switch problem.problem {
        case .duplicateMember(let name, let firstOffset):
            error(
                .duplicateMember, "the object has a second member `\(name)`; names must differ", at: location,
                notes: [Note("the first is here", at: text.location(of: firstOffset))])
        case .unexpectedEnd:
            error(
                .jsonSyntax, "the JSON ends here, but is not complete", at: location,
                notes: openedAt.map { [Note("this is not closed", at: $0)] } ?? [])
        default:
            error(.jsonSyntax, problem.problem.message(in: text, at: problem.offset), at: location)
        }
    }

    private typealias Note = Diagnostic.Note
}

extension JSONError.Problem {
    /// Describes the finding, and what JSON allows instead (RFC 8259).
    fileprivate func message(in text: JSONText, at offset: Int) -> String {
        switch self {
        case .unexpectedCharacter: text.unexpectedCharacter(at: offset)
        case .invalidUTF8: "bytes that are not UTF-8; JSON text is UTF-8"
        case .invalidEscape: "not a JSON escape sequence; a backslash itself is written `\\\\`"
        case .loneSurrogate: "half a surrogate pair; `\\ud800` to `\\udbff` are followed by `\\udc00` to `\\udfff`"
        case .controlCharacter: "a control character in a string; JSON requires an escape sequence such as `\\n`"
        case .invalidNumber: "not a JSON number, such as `0`, `-1.5` or `2e10`"
        case .tooDeep(let limit): "nested too deep; at most \(limit) arrays and objects may be open at once"
        case .trailingContent: "more text after the end of the JSON value"
        default: "\(self)"
        }
    }
}

extension JSONText {
    /// Describes a character that JSON does not allow here, with a remedy for the usual mistakes.
    fileprivate func unexpectedCharacter(at offset: Int) -> String {
        let character = String(decoding: bytes.dropFirst(offset).prefix(4), as: UTF8.self).first.map(String.init) ?? ""
        let found = "`\(character)` is not allowed here"
        switch character {
        case "'", "“", "”": return "\(found); JSON strings have double quotes"
        case "/", "#": return "\(found); JSON has no comments"
        case "}", "]":
            let before = bytes.prefix(offset).last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
            return before == UInt8(ascii: ",") ? "\(found); JSON has no comma after the last value" : found
        default: return found
        }
    }
}
