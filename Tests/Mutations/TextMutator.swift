import SeededRandom
import SourceText
import SpecPages
import SpecTree

/// Changes a text at random: its bytes, its JSON tokens, or the structure of its documents.
struct TextMutator {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed)
    }

    mutating func pick<Element>(_ elements: some Collection<Element>) -> Element {
        elements[elements.index(elements.startIndex, offsetBy: Int.random(in: 0..<elements.count, using: &random))]
    }

    mutating func oneIn(_ number: Int) -> Bool {
        Int.random(in: 0..<number, using: &random) == 0
    }

    /// One to four changes of one kind. Most change the structure: it takes them past the first stages.
    mutating func mutated(_ bytes: [UInt8], isPage: Bool) -> [UInt8] {
        var bytes = bytes
        let kind = Int.random(in: 0..<10, using: &random)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            switch kind {
            case 0, 1: changeBytes(&bytes)
            case 2, 3: changeTokens(&bytes)
            default: changeStructure(&bytes, isPage: isPage)
            }
        }
        return bytes
    }

    private mutating func changeBytes(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let range = start..<min(bytes.count, start + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(range)
        case 3: bytes.insert(contentsOf: bytes[range], at: pick(0...bytes.count))
        case 4: bytes.insert(contentsOf: Array(pick(Self.texts).utf8), at: start)
        default: bytes.removeSubrange(start...)
        }
    }

    private mutating func changeTokens(_ bytes: inout [UInt8]) {
        let tokens = JSONTokens.ranges(in: bytes)
        guard !tokens.isEmpty else { return }
        let token = pick(tokens)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(token)
        case 1: bytes.insert(contentsOf: bytes[token], at: token.upperBound)
        case 2: bytes.replaceSubrange(token, with: Array(bytes[pick(tokens)]))
        default: bytes.replaceSubrange(token, with: Array(pick(Self.values).utf8))
        }
    }

    private mutating func changeStructure(_ bytes: inout [UInt8], isPage: Bool) {
        let file = SourceFile(path: isPage ? "page.md" : "page.json", bytes: bytes)
        let texts = isPage ? FencedCode.blocks(in: file).filter(\.isDocument).map(\.text) : [JSONText(file: file)]
        guard !texts.isEmpty else { return changeBytes(&bytes) }
        let text = pick(texts)
        var mutator = StructureMutator(random: random)
        let changed = mutator.mutated(text.bytes)
        random = mutator.random
        guard let changed else { return changeTokens(&bytes) }
        bytes.replaceSubrange(text.start..<text.start + text.bytes.count, with: changed + [0x0A])
    }

    static let texts = [
        "\n```\n", "~~~", "\n---\n", "> ", "\u{FEFF}", "\u{202E}", "*/", "\"\"\"", "\\", "\r", "\0", "<!--", "<pre>",
        "\t",
        "{\"openapi\":\"3.0.3\"}", "\n\n    ",
    ]

    static let values = [
        "null", "true", "{}", "[]", "[{}]", "\"\"", "0", "-1", "1.5", "1e999", "\"\\ud800\"", "\"$ref\"", "\"allOf\"",
        "\"🧾\"", "\"func\"", "\"*/\"", "\"a\\nb\"", "\"object\"", "\"array\"", "99999999999999999999", "{", "}", "[",
        "]", ",",
        ":", "\"#/components/schemas/MassPayoutRetrieveRequest\"", "\"#\"", "\"#/\"", "\"other.md#/x\"",
    ]
}
