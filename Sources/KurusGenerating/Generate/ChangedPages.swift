/// The pages that the changed lines of a generated file come from, as its documentation comments name them.
struct ChangedPages {
    /// The paths of the pages, which comments name by what stands behind the last slash.
    let known: [String]

    /// Past so many lines that differ, comparing them takes longer than it is worth.
    private static let comparisonLimit = 4000

    /// The pages of the declarations that differ, in the order of `known`; all of them when that cannot be told.
    func pages(from old: [UInt8], to new: [UInt8]) -> [String] {
        let oldLines = Self.lines(old)
        let newLines = Self.lines(new)
        let first = zip(oldLines, newLines).prefix { $0 == $1 }.count
        let last = zip(oldLines.dropFirst(first).reversed(), newLines.dropFirst(first).reversed()).prefix { $0 == $1 }
            .count
        let oldMiddle = oldLines[first..<(oldLines.count - last)]
        let newMiddle = newLines[first..<(newLines.count - last)]
        guard oldMiddle.count + newMiddle.count <= Self.comparisonLimit else { return known }
        var found: Set<String> = []
        for change in newMiddle.difference(from: oldMiddle) {
            let page: String?
            switch change {
            case .insert(let offset, _, _): page = self.page(ofLine: first + offset, in: newLines)
            case .remove(let offset, _, _): page = self.page(ofLine: first + offset, in: oldLines)
            }
            if let page { found.insert(page) }
        }
        return found.isEmpty ? known : known.filter(found.contains)
    }

    /// The page that the comment of the declaration around a line names.
    private func page(ofLine line: Int, in lines: [[UInt8]]) -> String? {
        // A line of a comment belongs to the declaration below it.
        var position = line
        while position + 1 < lines.count, Self.isComment(lines[position]) { position += 1 }
        while position >= 0 {
            if Self.isComment(lines[position]), let page = page(namedIn: lines[position]) { return page }
            if lines[position] == [UInt8(ascii: "}")], position != line { return nil }
            position -= 1
        }
        return nil
    }

    private func page(namedIn comment: [UInt8]) -> String? {
        let words = String(decoding: comment, as: UTF8.self).split { $0 == " " || $0 == "`" }
            .map { $0.hasSuffix(".") || $0.hasSuffix(",") ? $0.dropLast() : $0 }
        return known.first { words.contains(PathText.lastName(of: $0)[...]) }
    }

    private static func isComment(_ line: [UInt8]) -> Bool {
        line.drop { $0 == UInt8(ascii: " ") }.starts(with: "///".utf8)
    }

    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    }
}
