/// Resolves scalars by the core schema (YAML 1.2, §10.3).
enum YAMLScalar {
    private static let prefix = "tag:yaml.org,2002:"

    /// The value of a scalar as JSON has it.
    ///
    /// - Parameter tag: In full; nil where the text has none.
    static func content(
        _ text: String, isPlain: Bool, tag: String?, at offset: Int
    ) throws(YAMLError) -> JSONNode.Content {
        switch tag {
        case nil: return isPlain ? try plain(text, at: offset) : .string(text)
        case "!", prefix + "str", prefix + "binary", prefix + "timestamp": return .string(text)
        case prefix + "null", prefix + "bool", prefix + "int", prefix + "float":
            let content = try plain(text, at: offset)
            guard isTag(tag, content) else {
                throw YAMLError(message: "`\(text)` is not of the type that its tag names", offset: offset)
            }
            return content
        default: throw unknown(tag, at: offset)
        }
    }

    /// Whether the tag is one of YAML 1.1's types (yaml.org/type) whose values JSON writes as text.
    static func isOldText(_ tag: String) -> Bool {
        [prefix + "binary", prefix + "timestamp"].contains(tag)
    }

    static func checkCollection(_ tag: String?, isSequence: Bool, at offset: Int) throws(YAMLError) {
        guard let tag, tag != "!", tag != prefix + (isSequence ? "seq" : "map") else { return }
        throw unknown(tag, at: offset)
    }

    private static func unknown(_ tag: String?, at offset: Int) -> YAMLError {
        let shown = tag.map { $0.hasPrefix(prefix) ? "!!" + $0.dropFirst(prefix.count) : $0 } ?? ""
        return YAMLError(
            message: "the tag `\(shown)` has no meaning here; JSON's types are `!!str`, `!!int`, `!!float`, `!!bool`, "
                + "`!!null`, `!!seq` and `!!map`", offset: offset)
    }

    private static func isTag(_ tag: String?, _ content: JSONNode.Content) -> Bool {
        switch content {
        case .null: tag == prefix + "null"
        case .boolean: tag == prefix + "bool"
        case .number(let text):
            tag == prefix + "float" || (tag == prefix + "int" && text.utf8.allSatisfy { $0 != .dot })
        default: false
        }
    }

    private static func plain(_ text: String, at offset: Int) throws(YAMLError) -> JSONNode.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: break
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
            return .string(text)
        }
        if isInfinite(text) { throw YAMLError(message: "`\(text)`, a number that JSON cannot hold", offset: offset) }
        return number(text).map(JSONNode.Content.number) ?? .string(text)
    }

    private static func isInfinite(_ text: String) -> Bool {
        let rest = text.first == "+" || text.first == "-" ? text.dropFirst() : text[...]
        return [".inf", ".Inf", ".INF"].contains(rest) || [".nan", ".NaN", ".NAN"].contains(text)
    }

    /// The number as JSON writes it (RFC 8259, §6), every digit kept; nil for what is not one.
    static func number(_ text: String) -> String? {
        if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16).map(String.init) }
        if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8).map(String.init) }
        var rest = text.utf8[...]
        let sign = rest.first == .minus ? "-" : ""
        if rest.first == .minus || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let whole = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(whole.count)
        var fraction: Substring.UTF8View?
        if rest.first == .dot {
            fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(1 + (fraction?.count ?? 0))
        }
        guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
        guard rest.isEmpty || isExponent(rest) else { return nil }
        let digits = String(Substring(whole.drop { $0 == 0x30 }))
        let decimals = fraction.map { "." + ($0.isEmpty ? "0" : String(Substring($0))) } ?? ""
        return sign + (digits.isEmpty ? "0" : digits) + decimals + String(Substring(rest))
    }

    private static func isExponent(_ text: Substring.UTF8View) -> Bool {
        guard text.first == UInt8(ascii: "e") || text.first == UInt8(ascii: "E") else { return false }
        var digits = text.dropFirst()
        if digits.first == .minus || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
