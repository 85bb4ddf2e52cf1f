/// Suggests the word that a mistyped one was meant to be.
package enum DidYouMean {
    /// Returns the nearest candidate, the first of several; nil when none is near.
    ///
    /// Insertions, deletions, replacements and swaps of neighbours each count one; at most a third of the word's length
    /// are allowed, and always one. A difference in case alone is always near. Words of more than 100 characters are
    /// never compared, because the time grows with the square of the length.
    package static func suggestion(for word: String, in candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= 100 else { return nil }
        let letters = Array(word.lowercased())
        let limit = max(1, letters.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != word {
            let other = Array(candidate.lowercased())
            guard abs(other.count - letters.count) <= limit else { continue }
            let distance = distance(from: letters, to: other)
            // When every letter was replaced, it is another word.
            guard distance <= limit, distance < max(letters.count, other.count) else { continue }
            if distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.candidate
    }

    /// Computes the optimal string alignment distance: Levenshtein's, with a swap of neighbours as one step.
    static func distance(from first: [Character], to second: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
                var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
                let isExchanged =
                    row > 0 && column > 0 && first[row] == second[column - 1] && first[row - 1] == second[column]
                if isExchanged { cost = min(cost, beforePrevious[column - 1] + 1) }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[second.count]
    }
}
