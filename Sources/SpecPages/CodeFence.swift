/// The line that opens a fenced code block (CommonMark §4.5).
struct CodeFence {
    private let character: UInt8
    private let length: Int
    let infoString: String

    /// Nil when the line, indented by less than four columns, opens no fence.
    init?(opening line: LineCursor) {
        let text = line.rest
        guard let character = text.first, Self.characters.contains(character) else { return nil }
        let length = text.prefix { $0 == character }.count
        let info = text.dropFirst(length)
        // What looks like a backtick fence with a backtick behind it is inline code.
        guard length >= 3, character != UInt8(ascii: "`") || !info.contains(character) else { return nil }
        self.character = character
        self.length = length
        var words = info.drop { Self.isBlank($0) }
        while let last = words.last, Self.isBlank(last) { words.removeLast() }
        infoString = String(decoding: words, as: UTF8.self)
    }

    /// Whether the line ends the block: the same character, at least as often, and nothing else.
    func isClosed(by line: LineCursor) -> Bool {
        guard line.indentation < 4 else { return false }
        let text = line.rest
        let fence = text.prefix { $0 == character }
        return fence.count >= length
            && text.dropFirst(fence.count).allSatisfy { Self.isBlank($0) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static let characters = [UInt8]("`~".utf8)
}
