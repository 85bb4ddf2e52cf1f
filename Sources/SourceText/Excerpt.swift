/// The line around a location, and a second line with a caret below it.
package struct Excerpt {
    /// The number of scalars of a line that a diagnostic shows at most.
    package static let width = 120

    /// The part of the line before the location, and the part from it on. Control characters are made visible, and `…`
    /// replaces a part that is cut.
    package let before: String
    package let after: String
    package let caretLine: String

    package var line: String { before + after }

    /// - Parameter width: The number of scalars shown at most; a longer line is cut around the location.
    package init(around offset: Int, in index: LineIndex, width: Int = Excerpt.width) {
        let range = index.byteRange(ofLine: index.position(of: offset).line)
        let bytes = index.file.bytes
        let place = index.startOfScalar(
            at: min(max(offset, range.lowerBound), range.upperBound), from: range.lowerBound)

        let window = Self.window(around: place, in: range, of: bytes, width: width)
        let before = VisibleText(bytes[window.lowerBound..<place])
        let after = VisibleText(bytes[place..<window.upperBound])
        let isCutBefore = window.lowerBound > range.lowerBound
        let isCutAfter = window.upperBound < range.upperBound
        self.before = (isCutBefore ? "…" : "") + before.text
        self.after = after.text + (isCutAfter ? "…" : "")
        caretLine = (isCutBefore ? " " : "") + before.padding + "^"
    }

    /// Chooses the part of the line to show: half of the width before the location and half after it. Room that one
    /// side leaves free goes to the other.
    private static func window(
        around place: Int, in range: Range<Int>, of bytes: [UInt8], width: Int
    ) -> Range<Int> {
        let leading = ScalarSteps(bytes: bytes, range: range).back(from: place, atMost: width)
        let trailing = ScalarSteps(bytes: bytes, range: range).forward(from: place, atMost: width)
        if leading.count + trailing.count <= width, leading.end == range.lowerBound, trailing.end == range.upperBound {
            return range
        }
        let shown = width - 2
        let countBefore = min(leading.count, max(shown / 2, shown - trailing.count))
        let start = ScalarSteps(bytes: bytes, range: range).back(from: place, atMost: countBefore).end
        let end = ScalarSteps(bytes: bytes, range: range).forward(from: place, atMost: shown - countBefore).end
        return start..<end
    }
}

/// Steps over scalars of a line, and over no more than asked for: the line may be a megabyte long.
private struct ScalarSteps {
    let bytes: [UInt8]
    let range: Range<Int>

    func back(from place: Int, atMost limit: Int) -> (count: Int, end: Int) {
        var count = 0
        var end = place
        while count < limit, end > range.lowerBound {
            end -= 1
            while end > range.lowerBound, !LineIndex.beginsScalar(bytes[end]) { end -= 1 }
            count += 1
        }
        return (count, end)
    }

    func forward(from place: Int, atMost limit: Int) -> (count: Int, end: Int) {
        var count = 0
        var end = place
        while count < limit, end < range.upperBound {
            end += 1
            while end < range.upperBound, !LineIndex.beginsScalar(bytes[end]) { end += 1 }
            count += 1
        }
        return (count, end)
    }
}
