import SpecDiff

/// The words removed from a text and added to it.
///
/// The equal and the removed parts together are the old text, the equal and the added ones the new text, scalar for scalar.
/// The time grows with the length of the texts, not with its square.
package struct WordDiff: Sendable {
    package enum Part: Hashable, Sendable {
        case same(String)
        case removed(String)
        case added(String)
    }

    /// The parts in the order of the texts; a replaced text comes before the new one. No part is empty.
    package let parts: [Part]

    package init(from base: String, to revision: String) {
        let lines = TokenPair(base: WordTokens.lines(of: base), revision: WordTokens.lines(of: revision))
        var assembly = WordDiffAssembly()
        for piece in lines.pieces {
            switch piece {
            case .same(let line): assembly.keep(line)
            case .replaced(let old, let new): assembly.append(Self.words(from: old, to: new))
            }
        }
        parts = assembly.parts
    }

    /// Compares the words of lines that differ. Texts that share almost nothing, such as translations, are replaced as a
    /// whole, which is easier to read.
    private static func words(from base: String, to revision: String) -> WordDiffAssembly {
        let words = TokenPair(base: WordTokens.words(of: base), revision: WordTokens.words(of: revision))
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

/// Two lists of tokens.
private struct TokenPair {
    enum Piece {
        case same(String)
        case replaced(String, String)
    }

    let base: [Substring]
    let revision: [Substring]

    /// The equal and the replaced pieces, in order.
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

/// Numbers tokens by their bytes: equal strings may differ in their scalars.
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
