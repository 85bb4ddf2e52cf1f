import SourceText
import SpecDiff

/// Lines for a terminal, broken at spaces. Control characters become visible.
struct TextCanvas {
    /// The most columns of a line, except for longer words.
    static let width = 96

    private(set) var text = ""
    let usesColour: Bool

    mutating func emptyLine() {
        text += "\n"
    }

    /// Adds a line that is never broken.
    mutating func line(_ runs: [TextRun]) {
        for run in runs { write(VisibleText(run.text).text, run.style) }
        text += "\n"
    }

    /// Adds lines, the first beginning with `first`, the others with as many spaces.
    mutating func paragraph(_ runs: [TextRun], first: String = "") {
        let indent = VisibleText(first).padding.count
        text += VisibleText(first).text
        var column = indent
        var isAtStart = true
        for word in Self.words(of: runs) {
            if !isAtStart, column + word.spaces + word.width > Self.width {
                text += "\n" + String(repeating: " ", count: indent)
                column = indent
            } else if word.spaces > 0 {
                // A space before a word is written with the text before it.
                text += String(repeating: " ", count: word.spaces)
                column += word.spaces
            }
            for piece in word.pieces { write(piece.text, piece.style) }
            column += word.width
            isAtStart = false
        }
        text += "\n"
    }

    private mutating func write(_ visible: String, _ style: TextStyle?) {
        guard usesColour, let style, !visible.isEmpty else {
            text += visible
            return
        }
        text += "\u{1B}[\(style.rawValue)m\(visible)\u{1B}[0m"
    }

    /// The text between two places where a line may break.
    private struct Word {
        var spaces: Int
        var pieces: [TextRun] = []
        var width = 0
    }

    private static func words(of runs: [TextRun]) -> [Word] {
        var words = [Word(spaces: 0)]
        for run in runs {
            for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { words.append(Word(spaces: 1)) }
                guard !piece.isEmpty else { continue }
                let visible = VisibleText(String(piece))
                words[words.count - 1].pieces.append(TextRun(visible.text, run.style))
                words[words.count - 1].width += visible.padding.count
            }
        }
        return joined(words)
    }

    /// Adds several spaces in a row to the word behind them.
    private static func joined(_ words: [Word]) -> [Word] {
        var result: [Word] = []
        var spaces = 0
        for word in words {
            spaces += word.spaces
            guard !word.pieces.isEmpty else { continue }
            var word = word
            word.spaces = spaces
            result.append(word)
            spaces = 0
        }
        return result
    }
}

/// The look of a part of a line on a terminal.
enum TextStyle: String {
    // The parameters of Select Graphic Rendition (ECMA-48, §8.3.117).
    case heading = "1"
    case breaking = "1;31"
    case warning = "33"
    case removed = "31"
    case added = "32"
    case place = "36"

    init?(of level: ChangeLevel) {
        switch level {
        case .breaking: self = .breaking
        case .warning: self = .warning
        case .info, .none: return nil
        }
    }

    init?(of mark: ShownDeclaration.Mark) {
        switch mark {
        case .removed: self = .removed
        case .added: self = .added
        case .kept: return nil
        }
    }
}

/// A part of a line.
struct TextRun {
    let text: String
    let style: TextStyle?

    init(_ text: String, _ style: TextStyle? = nil) {
        self.text = text
        self.style = style
    }
}
