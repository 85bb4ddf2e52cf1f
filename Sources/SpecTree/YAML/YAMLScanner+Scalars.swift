// Scalars in their five styles (YAML 1.2, §7.3 and §8.1).
extension YAMLScanner {
    // MARK: Plain

    /// A text without quotes: it ends before `: `, ` #`, less indentation and, in a flow collection, its indicators.
    mutating func scanPlain() throws(YAMLError) -> String {
        let start = input.index
        input.skipPlain(isInFlow: isInFlow)
        let first = input.slice(from: start)
        guard var gap = plainGap() else { return try decoded(first) }
        var text = Array(first)
        while true {
            let start = input.index
            input.skipPlain(isInFlow: isInFlow)
            guard input.index > start else { break }
            text += gap
            text += input.slice(from: start)
            guard let found = plainGap() else { break }
            gap = found
        }
        return try decoded(text)
    }

    /// Returns the result of folding the line breaks before more text; nil at its end.
    private mutating func plainGap() -> [UInt8]? {
        input.skipBlanks()
        guard input.peek().isBreak else { return nil }
        let breaks = skipLines()
        if !isInFlow { mayStartKey = true }
        let isOver =
            input.isAtEnd || input.isDocumentMarker() || input.peek() == UInt8(ascii: "#")
            || (!isInFlow && input.spacesOfLine <= indent)
        guard !isOver else { return nil }
        if !isInFlow { mayStartKey = false }
        return folded(breaks)
    }

    /// Passes over line breaks and the blanks before each line's text; their number.
    private mutating func skipLines() -> Int {
        var breaks = 0
        while input.peek().isBreak {
            input.advanceLine()
            breaks += 1
            input.skipBlanks()
        }
        return breaks
    }

    /// One break is a space, of several one is left out (§6.5).
    private func folded(_ breaks: Int) -> [UInt8] {
        breaks == 1 ? [.space] : [UInt8](repeating: .lineFeed, count: breaks - 1)
    }

    // MARK: Quoted

    mutating func scanQuoted() throws(YAMLError) -> String {
        let start = input.index
        let quote = input.peek()
        var text: [UInt8] = []
        input.advance()
        while true {
            let segment = input.index
            input.skipQuoted(quote)
            let isEnd = input.peek() == quote && (quote == UInt8(ascii: "\"") || input.peek(1) != quote)
            if isEnd, text.isEmpty {
                let string = try decoded(input.slice(from: segment))
                input.advance()
                return string
            }
            text += input.slice(from: segment)
            if isEnd {
                input.advance()
                return try decoded(text)
            }
            if try foldQuoted(&text, from: start) { continue }
            if quote == UInt8(ascii: "\"") {
                try scanEscape(&text)
            } else {
                // Two single quotation marks are one.
                text.append(quote)
                input.advance(2)
            }
        }
    }

    /// Folds line breaks, and the blanks around them, that are next in a quoted text; false where there are none.
    private mutating func foldQuoted(_ text: inout [UInt8], from start: Int) throws(YAMLError) -> Bool {
        if input.isAtEnd { throw YAMLError(message: "the text in quotes has no end", offset: start) }
        guard input.peek().isBlank || input.peek().isBreak else { return false }
        input.skipBlanks()
        let breaks = skipLines()
        try checkContinuation(from: start)
        text += folded(breaks)
        return true
    }

    /// Warns about a line of a quoted text that begins left of its collection's content (§8.1.1): most tools read it.
    private mutating func checkContinuation(from start: Int) throws(YAMLError) {
        if input.isAtEnd || input.isDocumentMarker() {
            throw YAMLError(message: "the text in quotes has no end", offset: start)
        }
        if !isInFlow, input.spacesOfLine <= indent {
            warnings.append(
                YAMLError(message: "a text in quotes goes on with more indentation than this", offset: input.index))
        }
    }

    /// An escape of double quotes (§5.7).
    private mutating func scanEscape(_ text: inout [UInt8]) throws(YAMLError) {
        let start = input.index
        let sign = input.peek(1)
        input.advance(2)
        if sign.isBreak {
            input.advance(-1)
            let breaks = skipLines()
            try checkContinuation(from: start)
            text += [UInt8](repeating: .lineFeed, count: breaks - 1)
        } else if let scalar = Self.escapes[sign] {
            text += Array(String(Character(scalar)).utf8)
        } else if let digits = Self.escapeDigits[sign] {
            text += try scanCodePoint(digits, from: start)
        } else {
            throw YAMLError(message: "no escape of YAML; a backslash itself is `\\\\`", offset: start)
        }
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "t"): "\t",
        UInt8(ascii: "\t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}",
        UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"",
        UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
        UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
    ]

    private static let escapeDigits: [UInt8: Int] = [
        UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
    ]

    /// A code point by its digits; a surrogate pair, as JSON writes it, is one.
    private mutating func scanCodePoint(_ digits: Int, from start: Int) throws(YAMLError) -> [UInt8] {
        var code = try scanHexadecimal(digits, from: start)
        if (0xD800..<0xDC00).contains(code), input.peek() == UInt8(ascii: "\\"), input.peek(1) == UInt8(ascii: "u") {
            input.advance(2)
            let low = try scanHexadecimal(4, from: start)
            if (0xDC00..<0xE000).contains(low) { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw YAMLError(message: "an escape of no character", offset: start)
        }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func scanHexadecimal(_ digits: Int, from start: Int) throws(YAMLError) -> UInt32 {
        let first = input.index
        for _ in 0..<digits where !input.isAtEnd { input.advance() }
        let text = input.text(from: first)
        guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != .minus }),
            let code = UInt32(text, radix: 16)
        else { throw YAMLError(message: "an escape with other signs than \(digits) digits", offset: start) }
        return code
    }

    // MARK: Blocks

    private enum Chomping {
        case clip
        case strip
        case keep
    }

    /// A literal (`|`) or folded (`>`) text (§8.1).
    mutating func scanBlockScalar() throws(YAMLError) -> String {
        let isFolded = input.peek() == UInt8(ascii: ">")
        input.advance()
        let (chomping, increment) = try scanBlockHeader()
        let margin = if let increment { max(indent, 0) + increment } else { try detectMargin() }
        var text: [UInt8] = []
        var breaks = 0
        var wasIndented = true
        while startBlockLine(margin, &breaks) {
            let isIndented = input.peek().isBlank
            if text.isEmpty, breaks > 0, wasIndented {
                text += [UInt8](repeating: .lineFeed, count: breaks)
            } else if breaks > 0 {
                let isPlain = isFolded && !isIndented && !wasIndented
                text += isPlain ? folded(breaks) : [UInt8](repeating: .lineFeed, count: breaks)
            }
            let start = input.index
            input.skipLine()
            text += input.slice(from: start)
            wasIndented = isIndented
            breaks = 0
            guard input.peek().isBreak else { break }
            input.advanceLine()
            breaks = 1
        }
        switch chomping {
        case .strip: break
        case .clip: if !text.isEmpty, breaks > 0 { text.append(.lineFeed) }
        case .keep: text += [UInt8](repeating: .lineFeed, count: breaks)
        }
        return try decoded(text)
    }

    /// Goes to the text of the next line of a block with that margin, and counts the empty lines before it; false at the
    /// block's end.
    private mutating func startBlockLine(_ margin: Int, _ breaks: inout Int) -> Bool {
        while true {
            input.skipSpaces(to: margin)
            if input.peek().isBreak {
                input.advanceLine()
                breaks += 1
            } else {
                return !input.isAtEnd && input.column >= margin && !input.isDocumentMarker()
            }
        }
    }

    /// Indentation and chomping, in any order, and a comment (§8.1.1).
    private mutating func scanBlockHeader() throws(YAMLError) -> (Chomping, increment: Int?) {
        var chomping = Chomping.clip
        var increment: Int?
        header: while true {
            switch input.peek() {
            case UInt8(ascii: "+"): chomping = .keep
            case .minus: chomping = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == nil:
                increment = Int(input.peek() - UInt8(ascii: "0"))
            default: break header
            }
            input.advance()
        }
        let end = input.index
        input.skipBlanks()
        if input.peek() == UInt8(ascii: "#"), input.index > end {
            input.skipLine()
        }
        guard input.isAtEnd || input.peek().isBreak else {
            throw YAMLError(
                message:
                    "more than `+`, `-` or a digit from 1 to 9 behind `|` or `>`; the text begins on the next line",
                offset: input.index)
        }
        if !input.isAtEnd { input.advanceLine() }
        return (chomping, increment)
    }

    /// The indentation of the first line with text, found without moving on.
    private func detectMargin() throws(YAMLError) -> Int {
        var ahead = input
        var deepest = 0
        while true {
            ahead.skipSpaces()
            guard ahead.peek().isBreak else { break }
            deepest = max(deepest, ahead.column)
            ahead.advanceLine()
        }
        let margin = max(indent + 1, ahead.isAtEnd ? deepest : ahead.column)
        if deepest > margin, !ahead.isAtEnd, ahead.column > indent {
            throw YAMLError(
                message: "the text is indented by less than an empty line before it", offset: ahead.index)
        }
        return margin
    }

    private func decoded(_ text: [UInt8]) throws(YAMLError) -> String {
        let string: String? = text.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        guard let string else { throw notUnicode }
        return string
    }

    private func decoded(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLError) -> String {
        guard let string = String(validating: text, as: UTF8.self) else { throw notUnicode }
        return string
    }

    private var notUnicode: YAMLError { YAMLError(message: "bytes that are not UTF-8", offset: input.index) }
}
