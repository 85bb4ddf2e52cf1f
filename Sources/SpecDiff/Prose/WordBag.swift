/// The words of a text, for telling how much of it two texts share.
struct WordBag: Sendable {
    /// Hashes, sorted; equal ones as often as the word occurs.
    private let words: [Int]

    init(_ text: some StringProtocol) {
        words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased().hashValue }.sorted()
    }

    init(_ texts: [String]) {
        self.init(texts.joined(separator: "\n"))
    }

    /// The part of both texts' words that they share, from 0 to 1; two texts without words share all.
    func similarity(to other: WordBag) -> Double {
        let total = words.count + other.words.count
        return total == 0 ? 1 : Double(2 * sharedCount(with: other)) / Double(total)
    }

    private func sharedCount(with other: WordBag) -> Int {
        var (first, second, count) = (0, 0, 0)
        while first < words.count, second < other.words.count {
            if words[first] == other.words[second] {
                count += 1
                first += 1
                second += 1
            } else if words[first] < other.words[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return count
    }

    /// From here on a text is another version of the other one.
    static let similar = 0.5
}
