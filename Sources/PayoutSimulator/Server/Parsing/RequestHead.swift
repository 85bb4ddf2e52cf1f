import KurusHTTP

/// The request line and the fields of a request, line by line (RFC 9112 §3, §5).
struct RequestHead {
    private(set) var method = HTTPMethod.get
    /// In origin form, undecoded.
    private(set) var target = ""
    private(set) var isVersion11 = true
    private(set) var fields = HTTPFields()
    private var hasRequestLine = false

    private static let mostFields = 100

    /// Takes the next line; true when it was the empty one that ends the head.
    mutating func take(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
        guard hasRequestLine else {
            // An empty line before a request is left over from the one before (RFC 9112 §2.2).
            if !line.isEmpty { try takeRequestLine(line) }
            return false
        }
        guard !line.isEmpty else { return true }
        let field = try Self.field(line)
        fields.append(field.name, field.value)
        guard fields.count <= Self.mostFields else { throw .headTooLarge }
        return false
    }

    /// Whether anything but empty lines came.
    var hasBegun: Bool { hasRequestLine }

    private mutating func takeRequestLine(_ line: ArraySlice<UInt8>) throws(RequestProblem) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed("the request line has not three parts") }
        let method = String(decoding: parts[0], as: UTF8.self)
        guard HTTPSyntax.isToken(method) else { throw .malformed("the method is no token") }
        self.method = HTTPMethod(rawValue: method)
        target = try Self.originForm(parts[1])
        isVersion11 = try Self.isVersion11(parts[2])
        hasRequestLine = true
    }

    /// The path and query of a target in origin or absolute form (RFC 9112 §3.2); no operation has another.
    private static func originForm(_ bytes: ArraySlice<UInt8>) throws(RequestProblem) -> String {
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw .malformed("the request target holds what it must not")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("/") { return text }
        guard text.lowercased().hasPrefix("http://") else { throw .malformed("the request target is no path") }
        let rest = text.dropFirst("http://".count).drop { $0 != "/" && $0 != "?" }
        return rest.hasPrefix("/") ? String(rest) : "/" + rest
    }

    private static func isVersion11(_ bytes: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        if text == "HTTP/1.1" || text == "HTTP/1.0" { return text == "HTTP/1.1" }
        throw text.hasPrefix("HTTP/") ? RequestProblem(505, "only HTTP/1.1") : .malformed("no HTTP version")
    }

    /// A field line (RFC 9112 §5). White space before the colon and folded lines are refused, as §5.1 and §5.2 have it.
    static func field(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed("a field without a colon") }
        let name = String(decoding: line[..<colon], as: UTF8.self)
        guard HTTPSyntax.isToken(name) else { throw .malformed("a field's name is no token") }
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).withoutOptionalWhitespace
        guard HTTPSyntax.isFieldValue(value) else { throw .malformed("a control character in a field") }
        return (name, value)
    }
}
