import SeededRandom

/// A page of random text, containers and fences, and the JSON documents embedded in it.
struct RandomPage {
    private(set) var text: String
    /// The documents in the page's order, as they were written, one value a line.
    private(set) var documents: [RandomJSON] = []
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed)
        text = ""
        let lines = frontMatter() + blocks(depth: 0)
        text = (Bool.random(using: &random) ? "\u{FEFF}" : "") + lines.joined(separator: pick(["\n", "\r\n", "\r"]))
        if Bool.random(using: &random) { text += "\n" }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func frontMatter() -> [String] {
        Bool.random(using: &random) ? ["---", "openapi: 3.0.3", "```json", #"{"openapi": "3.0.3"}"#, "---"] : []
    }

    /// Makes blocks, each followed by a paragraph; the last, at the end of its container, may be an unclosed fence.
    private mutating func blocks(depth: Int) -> [String] {
        var lines: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            lines += block(depth: depth) + ["", paragraph(), ""]
        }
        return Bool.random(using: &random) ? lines + fence(isClosed: false) : lines
    }

    private mutating func block(depth: Int) -> [String] {
        switch Int.random(in: 0..<(depth < 4 ? 6 : 3), using: &random) {
        case 0: return [pick(["# ", "## "]) + paragraph()]
        case 1: return sample()
        case 2: return fence(isClosed: true)
        case 3: return quote(blocks(depth: depth + 1))
        default: return item(blocks(depth: depth + 1))
        }
    }

    private mutating func paragraph() -> String {
        let characters = Array("abc şığ👍 `*_-#>{}[]\"\\ openapi")
        return "x" + String((0..<Int.random(in: 0...30, using: &random)).map { _ in pick(characters) }) + "x"
    }

    /// Makes a fence that is not a document.
    private mutating func sample() -> [String] {
        [
            "~~~~json", pick([#"{"openap": 1}"#, "{'openapi': 1}", "{", #"{"a": {"openapi": 1}}"#, "", "```", "[]"]),
            "~~~~",
        ]
    }

    private mutating func fence(isClosed: Bool) -> [String] {
        let document = RandomJSON(using: &random)
        documents.append(document)
        let indentation = String(repeating: " ", count: Int.random(in: 0...2, using: &random))
        let fence = String(repeating: pick(["`", "~"]), count: Int.random(in: 3...6, using: &random))
        let opening = indentation + fence + pick(["", "json", " json5 {x}"])
        return [opening] + document.lines + (isClosed ? [indentation + fence + pick(["", "  "])] : [])
    }

    private mutating func quote(_ lines: [String]) -> [String] {
        let marker = pick(["> ", ">  ", " > "])
        return lines.map { $0.isEmpty ? ">" : marker + $0 }
    }

    private mutating func item(_ lines: [String]) -> [String] {
        // Items begun on one line by `* * *` would be a thematic break.
        let markers = ["-", "+", "*", "1.", "7)", "123."].filter { $0 == "+" || lines.first?.hasPrefix($0) != true }
        let marker = pick(markers)
        let indentation = String(repeating: " ", count: marker.count + 1)
        let rest = lines.map { $0.isEmpty ? "" : indentation + $0 }
        // An indented first line would move the item's content to the right; such an item begins with an empty line.
        guard let first = lines.first, !first.hasPrefix(" "), !first.isEmpty else { return [marker] + rest }
        return [marker + " " + first] + rest.dropFirst()
    }
}

/// A random text that counts as an OpenAPI document; all its names and scalars differ.
struct RandomJSON {
    private(set) var lines: [String] = [""]
    private var count = 0

    init(using random: inout SeededGenerator) {
        append("{")
        breakLine(using: &random)
        append(#""openapi": "3.0.3""#)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            append(",")
            breakLine(using: &random)
            member(depth: 0, using: &random)
        }
        breakLine(using: &random)
        append("}")
    }

    private mutating func append(_ text: String) {
        lines[lines.count - 1] += text
    }

    private mutating func breakLine(using random: inout SeededGenerator) {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: break
        case 1: append(" ")
        case 2: lines += ["", ""]
        case 3: lines.append("\t")
        default: lines.append(String(repeating: " ", count: Int.random(in: 0...6, using: &random)))
        }
    }

    private mutating func member(depth: Int, using random: inout SeededGenerator) {
        count += 1
        append("\"m\(count)\"")
        breakLine(using: &random)
        append(":")
        breakLine(using: &random)
        value(depth: depth, using: &random)
    }

    private mutating func value(depth: Int, using random: inout SeededGenerator) {
        count += 1
        switch Int.random(in: 0..<(depth < 3 ? 5 : 3), using: &random) {
        case 0: append("\(count).50")
        case 1: append("\"s\(count) > ş\"")
        case 2: append("-\(count)e2")
        case 3: container("[", "]", depth: depth, using: &random) { $0.value(depth: depth + 1, using: &$1) }
        default: container("{", "}", depth: depth, using: &random) { $0.member(depth: depth + 1, using: &$1) }
        }
    }

    private mutating func container(
        _ opening: String, _ closing: String, depth: Int, using random: inout SeededGenerator,
        content: (inout RandomJSON, inout SeededGenerator) -> Void
    ) {
        append(opening)
        for index in 0..<Int.random(in: 0...3, using: &random) {
            if index > 0 { append(",") }
            breakLine(using: &random)
            content(&self, &random)
        }
        append(closing)
    }
}
