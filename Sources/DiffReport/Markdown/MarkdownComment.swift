import SpecDiff

/// A part of a comment that may be cut between two of its items.
struct MarkdownSection {
    /// The noun of the items; nil for a section that only introduces others.
    let noun: String?
    let opening: String
    var items: [String] = []
    var closing = ""

    init(_ noun: String? = nil, opening: String, items: [String] = [], closing: String = "") {
        self.noun = noun
        self.opening = opening
        self.items = items
        self.closing = closing
    }

    /// A section that readers open.
    static func collapsed(_ noun: String, title: String, items: [String]) -> Self {
        Self(
            noun, opening: "<details>\n<summary>\(title)</summary>\n\n", items: items, closing: "</details>\n\n")
    }
}

/// Joins sections until a comment of GitHub is full: 65,536 characters, which are counted in bytes here.
struct MarkdownComment {
    static let limit = 65_536
    /// Room for the last sentence.
    private static let reserve = 200

    private var text = ""
    private var isFull = false
    /// The number of omitted items by noun, in the order of the sections.
    private var omitted: [(noun: String, count: Int)] = []

    static func text(of sections: [MarkdownSection]) -> String {
        var comment = MarkdownComment()
        for section in sections { comment.append(section) }
        return comment.text + comment.lastSentence
    }

    private mutating func append(_ section: MarkdownSection) {
        // A title needs an item.
        let first = section.items.first?.utf8.count ?? 0
        guard hasRoom(for: section.opening.utf8.count + first + section.closing.utf8.count) else {
            return omit(section, count: section.items.count)
        }
        text += section.opening
        for (index, item) in section.items.enumerated() {
            guard hasRoom(for: item.utf8.count + section.closing.utf8.count) else {
                omit(section, count: section.items.count - index)
                break
            }
            text += item
        }
        text += section.closing
    }

    private func hasRoom(for bytes: Int) -> Bool {
        !isFull && text.utf8.count + bytes <= Self.limit - Self.reserve
    }

    private mutating func omit(_ section: MarkdownSection, count: Int) {
        isFull = true
        guard let noun = section.noun, count > 0 else { return }
        if let index = omitted.firstIndex(where: { $0.noun == noun }) {
            omitted[index].count += count
        } else {
            omitted.append((noun, count))
        }
    }

    private var lastSentence: String {
        guard isFull else { return "" }
        let counts = omitted.map { Counted.text($0.count, $0.noun) }.joined(separator: ", ")
        return "**A comment holds no more. Left out: \(counts).** `kurus diff --format html` shows them all.\n"
    }
}
