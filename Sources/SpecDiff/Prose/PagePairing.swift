import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree

/// Pairs the pages of both sides.
struct PagePairing {
    enum Pair {
        case both(SourceFile, SourceFile)
        case base(SourceFile)
        case revision(SourceFile)
    }

    private let base: [SourceFile]
    private let revision: [SourceFile]
    /// The base page of a revision page, by positions.
    private var partners: [Int: Int] = [:]

    /// Pairs by path, else by the operations of their documents, else by text.
    init(_ base: [SourceFile], _ revision: [SourceFile]) {
        self.base = base
        self.revision = revision
        if base.count == 1, revision.count == 1 {
            partners = [0: 0]
            return
        }
        pair(base.map(\.pathComponents), revision.map(\.pathComponents)) { $0.sharedEnd($1) }
        pair(base.map(\.operationNames), revision.map(\.operationNames)) { $0.intersection($1).count }
        pair(base.map(WordBag.init), revision.map(WordBag.init)) { first, second in
            let similarity = first.similarity(to: second)
            return similarity >= WordBag.similar ? similarity : 0
        }
    }

    /// In the order of the revision, those of the base alone last.
    var pairs: [Pair] {
        let both = revision.enumerated().map { index, page in
            partners[index].map { Pair.both(base[$0], page) } ?? .revision(page)
        }
        let paired = Set(partners.values)
        return both + base.enumerated().filter { !paired.contains($0.offset) }.map { .base($0.element) }
    }

    /// Pairs pages without a partner, those that fit best first; a fit of 0 does not pair.
    private mutating func pair<Trait, Fit: Comparable & ExpressibleByIntegerLiteral>(
        _ old: @autoclosure () -> [Trait], _ new: @autoclosure () -> [Trait], fit: (Trait, Trait) -> Fit
    ) {
        let paired = Set(partners.values)
        guard paired.count < base.count, partners.count < revision.count else { return }
        let (old, new) = (old(), new())
        let candidates = new.indices.filter { partners[$0] == nil }.flatMap { now in
            old.indices.filter { !paired.contains($0) }.map { (fit: fit(old[$0], new[now]), was: $0, now: now) }
        }
        let best = candidates.filter { $0.fit > 0 }
            .sorted { ($1.fit, $0.now, $0.was) < ($0.fit, $1.now, $1.was) }
        for (was, now) in best.map({ ($0.was, $0.now) }).disjoint() { partners[now] = was }
    }
}

extension SourceFile {
    /// A path, or a revision of git with a path behind its colon.
    fileprivate var pathComponents: [Substring] {
        path.split { $0 == "/" || $0 == ":" }
    }

    /// The operations of the page's documents, without the names of path parameters: `get /v1/items/{}`.
    fileprivate var operationNames: Set<String> {
        var diagnostics = Diagnostics()
        let paths = Page.documents(in: self, diagnostics: &diagnostics).compactMap { $0.root["paths"]?.members }
        return Set(
            paths.joined().flatMap { path in
                (path.value.members ?? []).map { "\($0.name) \(path.name.replacing(/\{[^}]*\}/, with: "{}"))" }
            })
    }
}

extension WordBag {
    fileprivate init(_ file: SourceFile) {
        self.init(PageText(file).blocks.map(\.text))
    }
}

extension [Substring] {
    /// The number of last components that both share.
    fileprivate func sharedEnd(_ other: [Substring]) -> Int {
        zip(reversed(), other.reversed()).prefix { $0 == $1 }.count
    }
}

/// The words of a text, for its similarity to another.
struct WordBag: Sendable {
    /// The sorted hashes of all words, repeated ones included.
    private let words: [Int]

    init(_ text: some StringProtocol) {
        words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased().hashValue }.sorted()
    }

    init(_ texts: [String]) {
        self.init(texts.joined(separator: "\n"))
    }

    /// The share of words that both texts have, from 0 to 1; 1 for two texts without words.
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

    /// The least similarity of two versions of one text.
    static let similar = 0.5
}
