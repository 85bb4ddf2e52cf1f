import SpecDiff

/// What was taken out of a text and what was put in, word by word.
///
/// The parts that are the same or removed make up the one text, those that are the same or added the other, scalar for
/// scalar. The time it takes grows with the length of the texts, not with its square.
package struct WordDiff: Sendable {
    package enum Part: Hashable, Sendable {
        case same(String)
        case removed(String)
        case added(String)
    }

    /// In the order of the texts; where something is replaced, what was stands before what is. No part is empty.
    package let parts: [Part]

    package init(from base: String, to revision: String) {
        let lines = TokenPair(WordTokens.lines(of: base), WordTokens.lines(of: revision))
        var assembly = WordDiffAssembly()
        for piece in lines.pieces {
            switch piece {
            case .same(let line): assembly.keep(line)
            case .replaced(let old, let new): assembly.append(Self.words(from: old, to: new))
            }
        }
        parts = assembly.parts
    }

    /// The words of lines that are not the same. Texts that share next to nothing, translations for example, are
    /// replaced as a whole: nobody reads a mosaic.
    private static func words(from base: String, to revision: String) -> WordDiffAssembly {
        let words = TokenPair(WordTokens.words(of: base), WordTokens.words(of: revision))
        var assembly = WordDiffAssembly()
        for piece in words.pieces {
            switch piece {
            case .same(let text): assembly.keep(text)
            case .replaced(let old, let new): assembly.replace(old, by: new)
            }
        }
        let shorter = min(WordTokens.weight(of: base), WordTokens.weight(of: revision))
        guard shorter > 0, assembly.keptWeight * 10 < shorter * 3 else { return assembly }
        var whole = WordDiffAssembly()
        whole.replace(base, by: revision)
        return whole
    }
}

/// Two lists of tokens, paired.
private struct TokenPair {
    enum Piece {
        case same(String)
        case replaced(String, String)
    }

    private let base: [Substring]
    private let revision: [Substring]

    init(_ base: [Substring], _ revision: [Substring]) {
        self.base = base
        self.revision = revision
    }

    /// What is the same and what stands between it, in order.
    var pieces: [Piece] {
        var numbers = TokenNumbers()
        let matches = SequenceMatches.between(base.map { numbers[$0] }, revision.map { numbers[$0] })
        var pieces: [Piece] = []
        var (baseEnd, revisionEnd) = (0, 0)
        for match in matches {
            add(base[baseEnd..<match.base], revision[revisionEnd..<match.revision], to: &pieces)
            baseEnd = match.base + match.count
            revisionEnd = match.revision + match.count
            pieces.append(.same(base[match.base..<baseEnd].joined()))
        }
        add(base[baseEnd...], revision[revisionEnd...], to: &pieces)
        return pieces
    }

    private func add(_ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>, to pieces: inout [Piece]) {
        if !old.isEmpty || !new.isEmpty { pieces.append(.replaced(old.joined(), new.joined())) }
    }
}

/// A number for every token, the same for the same bytes: equal strings may differ in their scalars.
private struct TokenNumbers {
    private var known: [[UInt8]: Int] = [:]

    subscript(token: Substring) -> Int {
        mutating get {
            let bytes = Array(token.utf8)
            if let number = known[bytes] { return number }
            known[bytes] = known.count
            return known.count - 1
        }
    }
}
