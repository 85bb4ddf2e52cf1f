/// A block of Markdown that holds other blocks (CommonMark §5).
enum MarkdownContainer {
    case quote
    /// A list item: the columns that its content is indented by, and whether it is still empty.
    case item(indentation: Int, isEmpty: Bool)

    /// Returns whether the line continues this container, and if so skips the container's prefix.
    mutating func continues(_ line: inout LineCursor) -> Bool {
        switch self {
        case .quote:
            return Self.skipQuoteMarker(&line)
        case .item(_, let isEmpty) where line.isBlank:
            // An item may begin with at most one blank line (CommonMark §5.2).
            guard !isEmpty else { return false }
            line.skipIndentation()
            return true
        case .item(let indentation, _):
            guard line.indentation >= indentation else { return false }
            line.skip(columns: indentation)
            self = .item(indentation: indentation, isEmpty: false)
            return true
        }
    }

    /// Opens the container that begins here and skips its marker; nil when none does. The line must not be blank and
    /// must be indented by less than four columns.
    static func start(at line: inout LineCursor, interruptsParagraph: Bool) -> MarkdownContainer? {
        if skipQuoteMarker(&line) { return .quote }
        return item(at: &line, interruptsParagraph: interruptsParagraph)
    }

    /// Skips a block quote marker: up to three spaces, `>` and an optional space (CommonMark §5.1).
    private static func skipQuoteMarker(_ line: inout LineCursor) -> Bool {
        guard line.indentation < 4, line.rest.first == UInt8(ascii: ">") else { return false }
        line.skipIndentation()
        line.skip(bytes: 1)
        line.skip(columns: 1)
        return true
    }

    private static func item(at line: inout LineCursor, interruptsParagraph: Bool) -> MarkdownContainer? {
        guard let marker = ListMarker(line.rest) else { return nil }
        var content = line
        let markerIndentation = content.indentation
        content.skipIndentation()
        content.skip(bytes: marker.width)
        // Only an item with content, and without a number or with 1, can interrupt a paragraph (CommonMark §5.2).
        if interruptsParagraph, content.isBlank || !marker.canInterruptParagraph { return nil }
        guard !content.isBlank else {
            line = content
            return .item(indentation: markerIndentation + marker.width + 1, isEmpty: true)
        }
        // From five columns on, the content is indented code one column after the marker.
        let spaces = content.indentation < 5 ? content.indentation : 1
        content.skip(columns: spaces)
        line = content
        return .item(indentation: markerIndentation + marker.width + spaces, isEmpty: false)
    }
}

/// A list marker: `-`, `+`, `*`, or up to nine digits with `.` or `)`, then white space (CommonMark §5.2).
private struct ListMarker {
    let width: Int
    let canInterruptParagraph: Bool

    init?(_ text: ArraySlice<UInt8>) {
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let end = text.dropFirst(digits.count)
        guard let delimiter = end.first, digits.count <= 9 else { return nil }
        guard (digits.isEmpty ? [UInt8]("-+*".utf8) : [UInt8](".)".utf8)).contains(delimiter) else { return nil }
        let next = end.dropFirst().first
        guard next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") else { return nil }
        width = digits.count + 1
        canInterruptParagraph = digits.isEmpty || digits.elementsEqual([UInt8(ascii: "1")])
    }
}
