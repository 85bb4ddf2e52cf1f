/// An error in JSON text, with its location.
///
/// It never holds a value of the input: only member names, masked in `description` and absent from its mirror.
public struct JSONError: Error, Sendable {
    /// One word and a pointer: an error crosses many frames on its way out, so it is one reference.
    private let storage: Storage

    /// An error at a byte, and at a JSON pointer if it is known already.
    public init(_ problem: Problem, offset: Int, path: String = "") {
        storage = Storage(problem, offset, path)
    }

    /// The kind of problem.
    public var problem: Problem { storage.problem }

    /// The offset in bytes, from 0, of the problem.
    public var offset: Int { storage.offset }

    /// The JSON pointer (RFC 6901) of the current value; "" is the root. The reader's entry points fill it in.
    public var path: String { storage.path }

    func at(path: String) -> JSONError {
        JSONError(problem, offset: offset, path: path)
    }

    private final class Storage: Sendable {
        let problem: Problem
        let offset: Int
        let path: String

        init(_ problem: Problem, _ offset: Int, _ path: String) {
            self.problem = problem
            self.offset = offset
            self.path = path
        }
    }
}

extension JSONError {
    /// One case per kind of problem.
    public enum Problem: Hashable, Sendable {
        /// A byte that RFC 8259 §2 does not allow here.
        case unexpectedCharacter
        /// The text ends inside a value.
        case unexpectedEnd
        /// Bytes that are not UTF-8 (RFC 8259 §8.1, RFC 3629 §4).
        case invalidUTF8
        /// A backslash followed by something that RFC 8259 §7 does not list.
        case invalidEscape
        /// Half of a surrogate pair: RFC 8259 §8.2 calls its meaning unpredictable.
        case loneSurrogate
        /// A character below U+0020 that is not escaped (RFC 8259 §7).
        case controlCharacter
        /// A number that breaks the grammar of RFC 8259 §6.
        case invalidNumber
        /// A second member of one name (RFC 8259 §4 wants names unique); the error's offset is the second.
        case duplicateMember(name: String, firstOffset: Int)
        /// Arrays and objects nested deeper than the reader's limit (RFC 8259 §9 allows one).
        case tooDeep(limit: Int)
        /// Something other than white space after the value.
        case trailingContent
        /// A value of a different kind than the one requested.
        case typeMismatch(expected: JSONKind, found: JSONKind)
        /// A required member is missing.
        case missingMember(name: String)
        /// A value that the type cannot hold: out of range, not whole, or not in its textual form.
        case notRepresentable(type: String)
        /// A number of more than 38 significant digits, which Decimal cannot hold exactly.
        case tooManyDigits
        /// So many nested choices between types that reading the value would take too long.
        case tooManyAttempts
    }
}

extension JSONError: Hashable {
    public static func == (left: JSONError, right: JSONError) -> Bool {
        left.problem == right.problem && left.offset == right.offset && left.path == right.path
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(problem)
        hasher.combine(offset)
        hasher.combine(path)
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String {
        let place = path.isEmpty ? "" : " at \(Redaction.masked(path))"
        return "\(problem)\(place) (byte \(offset))"
    }
}

extension JSONError: CustomReflectable {
    /// The offset alone: the path and some problems hold member names, which `description` masks.
    public var customMirror: Mirror { Mirror(self, children: ["offset": offset]) }
}

extension JSONError.Problem: CustomReflectable {
    /// No children: only `description` shows a member name, masked.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension JSONError.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unexpectedCharacter: "unexpected character"
        case .unexpectedEnd: "unexpected end of the text"
        case .invalidUTF8: "invalid UTF-8"
        case .invalidEscape: "invalid escape sequence"
        case .loneSurrogate: "half of a surrogate pair"
        case .controlCharacter: "unescaped control character in a string"
        case .invalidNumber: "invalid number"
        case .duplicateMember(let name, let first):
            "duplicate member ‘\(Redaction.masked(name))’, first at byte \(first)"
        case .tooDeep(let limit): "nested deeper than \(limit) arrays and objects"
        case .trailingContent: "content after the value"
        case .typeMismatch(let expected, let found): "expected \(expected), found \(found)"
        case .missingMember(let name): "missing member ‘\(Redaction.masked(name))’"
        case .notRepresentable(let type): "value not representable as \(type)"
        case .tooManyDigits: "number of more than 38 significant digits"
        case .tooManyAttempts: "too many nested choices between types"
        }
    }
}

/// The kinds of JSON value (RFC 8259 §3).
public enum JSONKind: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// A number.
    case number
    /// A string.
    case string
    /// An array.
    case array
    /// An object.
    case object

    /// The name that RFC 8259 gives the kind.
    public var description: String { rawValue }

    /// The kind of value that begins with this byte, nil when none does.
    init?(firstByte byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): self = .string
        case UInt8(ascii: "{"): self = .object
        case UInt8(ascii: "["): self = .array
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean
        case UInt8(ascii: "n"): self = .null
        default: return nil
        }
    }
}
