/// Splits a YAML text into tokens, and turns indentation into the beginnings and ends of collections.
///
/// The `:` behind a key reveals it: until then, the position that its token may need is kept.
struct YAMLScanner {
    /// A token that may turn out to be a key.
    private struct PossibleKey {
        /// The number of its token, of all tokens of the text.
        let number: Int
        let offset: Int
        let lineStart: Int
        let column: Int
        /// Whether nothing else than a key can be there: it has the column of its mapping's keys.
        let isRequired: Bool
    }

    private enum Flow {
        case sequence
        case mapping
    }

    var input: YAMLBytes
    /// The tokens from `head` on have not been taken; those before it are dropped many at once.
    private var tokens: [YAMLToken] = []
    private var head = 0
    /// The number of tokens before the first one of `tokens`.
    private var dropped = 0
    private var flows: [Flow] = []
    /// The column of the innermost block collection; -1 outside.
    private(set) var indent = -1
    private var indents: [Int] = []
    /// The possible key of the innermost flow collection, or of the block collections outside of all.
    private var possibleKey: PossibleKey?
    /// Those of the collections around it, outermost first.
    private var outerKeys: [PossibleKey?] = []
    /// Whether a key may begin here without `?`.
    var mayStartKey = true
    private var isInDocument = false
    private var directives = YAMLDirectives()
    /// Whether the last token ends a quoted scalar or a flow collection: a `:` behind it needs no gap (§7.4.2).
    private var isBehindQuoted = false
    /// Breaches that leave no doubt about what is meant.
    var warnings: [YAMLError] = []
    /// The tab before the first token of this line, which no block collection may begin behind.
    private var leadingTab: Int?

    /// The most bytes of a key without `?` (§7.4.2).
    private static let keyLimit = 1024

    init(_ text: YAMLBytes) throws(YAMLError) {
        input = text
        if let offset = input.firstControl {
            throw YAMLError(message: "a control character; YAML wants it as an escape in double quotes", offset: offset)
        }
        skipByteOrderMark()
    }

    var isInFlow: Bool { !flows.isEmpty }

    /// The next token, which stays the next.
    mutating func peek() throws(YAMLError) -> YAMLToken {
        while try needsMore() { try fetch() }
        return tokens[head]
    }

    mutating func next() throws(YAMLError) -> YAMLToken {
        let token = try peek()
        head += 1
        if head == tokens.count {
            dropped += head
            head = 0
            tokens.removeAll(keepingCapacity: true)
        }
        return token
    }

    private mutating func needsMore() throws(YAMLError) -> Bool {
        guard head < tokens.count else { return true }
        if possibleKey == nil, outerKeys.isEmpty { return false }
        try dropStaleKeys()
        let number = dropped + head
        if possibleKey?.number == number { return true }
        return outerKeys.contains { $0?.number == number }
    }

    private mutating func append(_ kind: YAMLToken.Kind, at offset: Int) {
        tokens.append(YAMLToken(kind: kind, offset: offset))
        isBehindQuoted = false
    }

    // MARK: One token

    private mutating func fetch() throws(YAMLError) {
        try skipToToken()
        try dropStaleKeys()
        if input.isAtEnd { return try endStream() }
        if !isInFlow { unwind(to: input.column) }
        if input.isDocumentMarker() { return try fetchDocumentMarker() }
        let byte = input.peek()
        if byte == UInt8(ascii: "%"), input.column == 0, !isInDocument { return try fetchDirective() }
        if !isInDocument { try directives.startDocument(isMarked: false, at: input.index) }
        isInDocument = true
        switch byte {
        case UInt8(ascii: "["): try startFlow(.sequence)
        case UInt8(ascii: "{"): try startFlow(.mapping)
        case UInt8(ascii: "]"): try endFlow(.flowSequenceEnd)
        case UInt8(ascii: "}"): try endFlow(.flowMappingEnd)
        case UInt8(ascii: ",") where isInFlow: try fetchFlowEntry()
        case .minus where input.isGap(at: 1): try fetchBlockEntry()
        case UInt8(ascii: "?") where isKeyIndicator: try fetchKey()
        case UInt8(ascii: ":") where isValueIndicator: try fetchValue()
        case UInt8(ascii: "*"): try fetchName { .alias($0) }
        case UInt8(ascii: "&"): try fetchName { .anchor($0) }
        case UInt8(ascii: "!"): try fetchTag()
        case UInt8(ascii: "|") where !isInFlow, UInt8(ascii: ">") where !isInFlow: try fetchBlockScalar()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try fetchQuoted()
        default: try fetchPlain()
        }
    }

    /// Passes over blanks, comments and line breaks (§6.1 to §6.7).
    private mutating func skipToToken() throws(YAMLError) {
        while true {
            input.skipSpaces()
            if input.peek() == .tab { try skipTabs() }
            if input.peek() == UInt8(ascii: "#"), input.column == 0 || input.previous.isBlank { input.skipLine() }
            guard input.peek().isBreak else { return }
            input.advanceLine()
            leadingTab = nil
            if !isInFlow { mayStartKey = true }
        }
    }

    /// A tab may separate tokens; it indents nothing, and no block collection begins behind one (§6.1).
    private mutating func skipTabs() throws(YAMLError) {
        let start = input.index
        let isIndentation = input.isIndentation
        let spaces = input.column
        input.skipBlanks()
        guard !isInFlow, !input.isAtEnd, !input.peek().isBreak, input.peek() != UInt8(ascii: "#") else { return }
        if isIndentation, spaces <= indent { throw Self.tabError(at: start) }
        leadingTab = isIndentation || mayStartKey ? start : leadingTab
        if leadingTab != nil { mayStartKey = false }
    }

    static func tabError(at offset: Int) -> YAMLError {
        YAMLError(message: "a tab in the indentation; YAML indents with spaces", offset: offset)
    }

    private mutating func skipByteOrderMark() {
        if input.peek() == 0xEF, input.peek(1) == 0xBB, input.peek(2) == 0xBF { input.advance(3) }
    }

    // MARK: Documents

    private mutating func endStream() throws(YAMLError) {
        if isInFlow { throw YAMLError(message: "the text ends inside `[` or `{`", offset: input.index) }
        unwind(to: -1)
        try dropKey()
        try directives.startDocument(isMarked: false, at: input.index)
        append(.streamEnd, at: input.index)
    }

    private mutating func fetchDocumentMarker() throws(YAMLError) {
        if isInFlow { throw YAMLError(message: "the document ends inside `[` or `{`", offset: input.index) }
        unwind(to: -1)
        try dropKey()
        let isStart = input.peek() == .minus
        try directives.startDocument(isMarked: isStart, at: input.index)
        append(isStart ? .documentStart : .documentEnd, at: input.index)
        input.advance(3)
        isInDocument = isStart
        mayStartKey = false
        guard !isStart else { return }
        directives.endDocument()
        input.skipBlanks()
        guard input.isAtEnd || input.peek().isBreak || input.peek() == UInt8(ascii: "#") else {
            throw YAMLError(message: "more text behind `...`, which ends a document", offset: input.index)
        }
    }

    private mutating func fetchDirective() throws(YAMLError) {
        let start = input.index
        input.skipLine()
        try directives.read(input.text(from: start), at: start)
    }

    // MARK: Indentation

    /// Ends the block collections that are indented by more than a column.
    private mutating func unwind(to column: Int) {
        while indent > column {
            append(.blockEnd, at: input.index)
            indent = indents.removeLast()
        }
    }

    /// Opens a block collection at a column, unless one is open there.
    private mutating func roll(to column: Int, _ kind: YAMLToken.Kind, at offset: Int, insertingAt position: Int? = nil)
    {
        guard !isInFlow, indent < column else { return }
        indents.append(indent)
        indent = column
        tokens.insert(YAMLToken(kind: kind, offset: offset), at: position ?? tokens.count)
    }

    // MARK: Keys

    private mutating func saveKey() throws(YAMLError) {
        guard mayStartKey else { return }
        try dropKey()
        possibleKey = PossibleKey(
            number: dropped + tokens.count, offset: input.index, lineStart: input.lineStart, column: input.column,
            isRequired: !isInFlow && indent == input.column)
    }

    private mutating func dropKey() throws(YAMLError) {
        if let key = possibleKey, key.isRequired { throw Self.missingColon(key) }
        possibleKey = nil
    }

    /// A key without `?` is on one line, unless it is in a flow mapping, and short.
    private mutating func dropStaleKeys() throws(YAMLError) {
        if let key = possibleKey, try isStale(key, at: outerKeys.count) { possibleKey = nil }
        guard !outerKeys.isEmpty else { return }
        for (level, key) in outerKeys.enumerated() {
            if let key, try isStale(key, at: level) { outerKeys[level] = nil }
        }
    }

    private func isStale(_ key: PossibleKey, at level: Int) throws(YAMLError) -> Bool {
        if level > 0, flows[level - 1] == .mapping { return false }
        if key.lineStart == input.lineStart, input.index - key.offset <= Self.keyLimit { return false }
        if key.isRequired { throw Self.missingColon(key) }
        return true
    }

    private static func missingColon(_ key: PossibleKey) -> YAMLError {
        YAMLError(
            message: "no `:` behind this key; a longer value is indented by more than its key", offset: key.offset)
    }

    private func misplaced(_ message: String) -> YAMLError {
        leadingTab.map(Self.tabError) ?? YAMLError(message: message, offset: input.index)
    }

    private var isKeyIndicator: Bool { input.isGap(at: 1) || (isInFlow && input.peek(1).isFlowIndicator) }

    private var isValueIndicator: Bool {
        if input.isGap(at: 1) { return true }
        return isInFlow && (input.peek(1).isFlowIndicator || isBehindQuoted)
    }

    private mutating func fetchKey() throws(YAMLError) {
        if !isInFlow {
            guard mayStartKey else {
                throw misplaced("`? ` cannot begin a key here")
            }
            roll(to: input.column, .blockMappingStart, at: input.index)
        }
        mayStartKey = !isInFlow
        try dropKey()
        append(.key, at: input.index)
        input.advance()
    }

    private mutating func fetchValue() throws(YAMLError) {
        if let key = possibleKey {
            possibleKey = nil
            let position = key.number - dropped
            tokens.insert(YAMLToken(kind: .key, offset: key.offset), at: position)
            roll(to: key.column, .blockMappingStart, at: key.offset, insertingAt: position)
            mayStartKey = false
        } else {
            if !isInFlow {
                guard mayStartKey else {
                    throw misplaced("a `:` that ends no key; put a text with `: ` in quotes")
                }
                roll(to: input.column, .blockMappingStart, at: input.index)
            }
            mayStartKey = !isInFlow
            try dropKey()
        }
        append(.value, at: input.index)
        input.advance()
    }

    // MARK: Collections

    private mutating func fetchBlockEntry() throws(YAMLError) {
        guard !isInFlow, mayStartKey else {
            throw misplaced("`- ` cannot begin an element here")
        }
        roll(to: input.column, .blockSequenceStart, at: input.index)
        try dropKey()
        append(.blockEntry, at: input.index)
        input.advance()
    }

    private mutating func startFlow(_ flow: Flow) throws(YAMLError) {
        try saveKey()
        append(flow == .sequence ? .flowSequenceStart : .flowMappingStart, at: input.index)
        flows.append(flow)
        outerKeys.append(possibleKey)
        possibleKey = nil
        mayStartKey = true
        input.advance()
    }

    private mutating func endFlow(_ kind: YAMLToken.Kind) throws(YAMLError) {
        guard let flow = flows.last, (flow == .sequence) == (kind == .flowSequenceEnd) else {
            let sign = kind == .flowSequenceEnd ? "]" : "}"
            throw YAMLError(message: "`\(sign)` closes nothing that is open", offset: input.index)
        }
        flows.removeLast()
        possibleKey = outerKeys.removeLast()
        mayStartKey = false
        append(kind, at: input.index)
        input.advance()
        isBehindQuoted = true
    }

    private mutating func fetchFlowEntry() throws(YAMLError) {
        try dropKey()
        mayStartKey = true
        append(.flowEntry, at: input.index)
        input.advance()
    }

    // MARK: Properties and scalars

    private mutating func fetchName(_ kind: (String) -> YAMLToken.Kind) throws(YAMLError) {
        try saveKey()
        mayStartKey = false
        let start = input.index
        input.advance()
        while !input.isGap(at: 0), !input.peek().isFlowIndicator { input.advance() }
        let name = String(input.text(from: start).dropFirst())
        guard !name.isEmpty else { throw YAMLError(message: "an anchor or alias without a name", offset: start) }
        append(kind(name), at: start)
    }

    private mutating func fetchTag() throws(YAMLError) {
        try saveKey()
        mayStartKey = false
        let start = input.index
        let isVerbatim = input.peek(1) == UInt8(ascii: "<")
        while !input.isGap(at: 0), isVerbatim || !input.peek().isFlowIndicator { input.advance() }
        append(.tag(try directives.tag(input.text(from: start), at: start)), at: start)
    }

    private mutating func fetchBlockScalar() throws(YAMLError) {
        try dropKey()
        let start = input.index
        let text = try scanBlockScalar()
        mayStartKey = true
        append(.scalar(text, isPlain: false), at: start)
    }

    private mutating func fetchQuoted() throws(YAMLError) {
        try saveKey()
        mayStartKey = false
        let start = input.index
        append(.scalar(try scanQuoted(), isPlain: false), at: start)
        isBehindQuoted = true
    }

    private mutating func fetchPlain() throws(YAMLError) {
        let byte = input.peek()
        let mayBeIndicator = byte == .minus || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
        let isIndicator = mayBeIndicator && (input.isGap(at: 1) || (isInFlow && input.peek(1).isFlowIndicator))
        if isIndicator || "#%@`|>,".utf8.contains(byte) {
            let sign = String(decoding: [byte], as: UTF8.self)
            throw YAMLError(message: "`\(sign)` cannot begin a text; put it in quotes", offset: input.index)
        }
        try saveKey()
        mayStartKey = false
        let start = input.index
        append(.scalar(try scanPlain(), isPlain: true), at: start)
    }
}
