import SpecDiagnostics

/// Builds the trees of a YAML text's documents, with a stack of its own instead of recursion: threads may have stacks of
/// half a megabyte.
struct YAMLComposer {
    /// A collection whose end has not been read.
    private struct Open {
        enum Kind {
            case blockSequence
            /// The elements of a mapping's value, in the column of its keys (§8.2.3).
            case indentlessSequence
            case blockMapping
            case flowSequence
            case flowMapping
            /// A mapping of one member without braces, in a flow sequence (§7.4.1).
            case flowPair

            var isSequence: Bool { self == .blockSequence || self == .indentlessSequence || self == .flowSequence }
        }

        let kind: Kind
        let offset: Int
        let anchor: String?
        var elements: [JSONNode] = []
        var members: [JSONMember] = []
        var names: [String: Int] = [:]
        var merged: [JSONMember] = []
        /// The key whose value comes next.
        var key: (name: String, offset: Int)?
        var isAwaitingKey = false
        /// Whether a flow collection has had its first entry.
        var hasEntries = false
    }

    private enum Step {
        /// The innermost collection goes on.
        case proceed
        /// A node begins.
        case node(mayBeIndentless: Bool)
        /// A node has ended.
        case finished(JSONNode)
    }

    private let text: JSONText
    private var scanner: YAMLScanner
    private var open: [Open] = []
    private var anchors: [String: (node: JSONNode, count: Int)] = [:]
    private var repeated = 0
    private var found = Diagnostics()

    /// Everything that was found, the scanner's warnings last.
    var diagnostics: Diagnostics {
        var all = found
        for warning in scanner.warnings {
            all.warning(.sloppyDocument, warning.message, at: text.location(of: warning.offset))
        }
        return all
    }

    /// The most values that aliases may repeat in a text: few lines can ask for billions.
    private static let repetitionLimit = 1_000_000

    init(_ text: JSONText, _ bytes: YAMLBytes) throws(YAMLError) {
        self.text = text
        scanner = try YAMLScanner(bytes)
    }

    private mutating func warn(_ message: String, at offset: Int) {
        found.warning(.sloppyDocument, message, at: text.location(of: offset))
    }

    var location: SourceLocation? { open.last.map { text.location(of: $0.offset) } }

    // MARK: Documents

    /// The root of the next document; nil behind the last one.
    mutating func document() throws(YAMLError) -> JSONNode? {
        anchors = [:]
        while try scanner.peek().kind == .documentEnd { _ = try scanner.next() }
        guard try scanner.peek().kind != .streamEnd else { return nil }
        if try scanner.peek().kind == .documentStart { _ = try scanner.next() }
        let root = try compose()
        let token = try scanner.peek()
        switch token.kind {
        case .documentStart, .documentEnd, .streamEnd: return root
        default: throw YAMLError(message: "more text behind the document's end", offset: token.offset)
        }
    }

    private mutating func compose() throws(YAMLError) -> JSONNode {
        var step = Step.node(mayBeIndentless: false)
        while true {
            switch step {
            case .node(let mayBeIndentless): step = try startNode(mayBeIndentless: mayBeIndentless)
            case .proceed: step = try proceed()
            case .finished(let node):
                guard !open.isEmpty else { return node }
                try add(node)
                step = .proceed
            }
        }
    }

    // MARK: Nodes

    private mutating func startNode(mayBeIndentless: Bool) throws(YAMLError) -> Step {
        var anchor: String?
        var tag: String?
        var start: Int?
        while true {
            let token = try scanner.peek()
            switch token.kind {
            case .anchor(let name) where anchor == nil: anchor = name
            case .tag(let name) where tag == nil: tag = name
            case .alias(let name):
                guard anchor == nil, tag == nil else {
                    throw YAMLError(message: "an alias has no anchor or tag of its own", offset: token.offset)
                }
                _ = try scanner.next()
                return .finished(try repeated(name, at: token.offset))
            default:
                return try startContent(
                    anchor: anchor, tag: tag, from: start ?? token.offset, mayBeIndentless: mayBeIndentless)
            }
            start = start ?? token.offset
            _ = try scanner.next()
        }
    }

    private mutating func startContent(
        anchor: String?, tag: String?, from start: Int, mayBeIndentless: Bool
    ) throws(YAMLError) -> Step {
        let token = try scanner.peek()
        switch token.kind {
        case .scalar(let string, let isPlain):
            _ = try scanner.next()
            if let tag, YAMLScalar.isOldText(tag) {
                warn(
                    "`!!\(tag.split(separator: ":").last ?? "")` is a type of YAML 1.1; its text is read",
                    at: token.offset)
            }
            let content = try YAMLScalar.content(string, isPlain: isPlain, tag: tag, at: token.offset)
            return finish(JSONNode(content, at: text.location(of: token.offset)), anchor)
        case .blockSequenceStart: return try push(.blockSequence, token, anchor, tag)
        case .blockMappingStart: return try push(.blockMapping, token, anchor, tag)
        case .flowSequenceStart: return try push(.flowSequence, token, anchor, tag)
        case .flowMappingStart: return try push(.flowMapping, token, anchor, tag)
        case .blockEntry where mayBeIndentless: return try push(.indentlessSequence, token, anchor, tag)
        default:
            let content = try YAMLScalar.content("", isPlain: true, tag: tag, at: start)
            return finish(JSONNode(content, at: text.location(of: start)), anchor)
        }
    }

    private mutating func push(
        _ kind: Open.Kind, _ token: YAMLToken, _ anchor: String?, _ tag: String?
    ) throws(YAMLError) -> Step {
        try YAMLScalar.checkCollection(tag, isSequence: kind.isSequence, at: token.offset)
        guard open.count < JSONNode.depthLimit else {
            throw YAMLError(
                message: "nested too deep; at most \(JSONNode.depthLimit) collections may be open at a place",
                offset: token.offset)
        }
        if kind != .indentlessSequence, kind != .flowPair { _ = try scanner.next() }
        open.append(Open(kind: kind, offset: token.offset, anchor: anchor))
        return .proceed
    }

    private mutating func finish(_ node: JSONNode, _ anchor: String?) -> Step {
        if let anchor { anchors[anchor] = (node, node.count) }
        return .finished(node)
    }

    /// The node of an anchor once more (§7.1).
    private mutating func repeated(_ name: String, at offset: Int) throws(YAMLError) -> JSONNode {
        guard let (node, count) = anchors[name] else {
            let isOpen = open.contains { $0.anchor == name }
            throw YAMLError(
                message: isOpen
                    ? "`*\(name)` is inside its own anchor; JSON has no cycles"
                    : "no anchor `&\(name)` comes before this alias", offset: offset)
        }
        repeated += count
        guard repeated <= Self.repetitionLimit else {
            throw YAMLError(message: "aliases repeat more than \(Self.repetitionLimit) values", offset: offset)
        }
        return node
    }

    private mutating func add(_ node: JSONNode) throws(YAMLError) {
        let last = open.count - 1
        if open[last].kind.isSequence {
            open[last].elements.append(node)
        } else if let key = open[last].key {
            addMember(key, node)
        } else {
            open[last].key = try name(of: node)
        }
    }

    /// The text of a key: JSON's names are strings.
    private func name(of node: JSONNode) throws(YAMLError) -> (String, Int) {
        let offset = node.location.offset - text.start
        switch node.content {
        case .array, .object:
            throw YAMLError(message: "a key that is a collection; JSON's names are strings", offset: offset)
        default: return (node.lexeme, offset)
        }
    }

    private mutating func addMember(_ key: (name: String, offset: Int), _ node: JSONNode) {
        let last = open.count - 1
        let location = text.location(of: key.offset)
        open[last].key = nil
        if key.name == "<<", addMerged(node, at: location) { return }
        if let first = open[last].names.updateValue(key.offset, forKey: key.name) {
            found.error(
                .duplicateMember, "the mapping has a second key `\(key.name)`; keys must differ", at: location,
                notes: [Diagnostic.Note("the first is here", at: text.location(of: first))])
        }
        open[last].members.append(JSONMember(key.name, at: location, node))
    }

    /// `<<`, which YAML 1.2 does not know and most tools follow: the members of other mappings, the mapping's own first.
    private mutating func addMerged(_ node: JSONNode, at location: SourceLocation) -> Bool {
        let sources = node.elements ?? [node]
        guard !sources.isEmpty, sources.allSatisfy({ $0.members != nil }) else { return false }
        found.warning(
            .sloppyDocument,
            "`<<` is no key of YAML 1.2; the members of the other mapping are read as if they were here",
            at: location)
        open[open.count - 1].merged += sources.flatMap { $0.members ?? [] }
        return true
    }

    // MARK: Collections

    private mutating func proceed() throws(YAMLError) -> Step {
        switch open[open.count - 1].kind {
        case .blockSequence, .indentlessSequence: try proceedSequence()
        case .blockMapping: try proceedMapping()
        case .flowSequence, .flowMapping: try proceedFlow()
        case .flowPair: try proceedPair()
        }
    }

    private mutating func close() -> Step {
        let ended = open.removeLast()
        let location = text.location(of: ended.offset)
        guard !ended.kind.isSequence else {
            return finish(JSONNode(.array(ended.elements), at: location), ended.anchor)
        }
        var members = ended.members
        if !ended.merged.isEmpty {
            var names = Set(members.map(\.name))
            for member in ended.merged where names.insert(member.name).inserted { members.append(member) }
        }
        return finish(JSONNode(.object(members), at: location), ended.anchor)
    }

    /// A node that is left out: null.
    private func empty(at offset: Int) -> Step {
        .finished(JSONNode(.null, at: text.location(of: offset)))
    }

    private mutating func proceedSequence() throws(YAMLError) -> Step {
        let token = try scanner.peek()
        let isIndentless = open[open.count - 1].kind == .indentlessSequence
        switch token.kind {
        case .blockEntry:
            _ = try scanner.next()
            switch try scanner.peek().kind {
            case .blockEntry, .blockEnd: return empty(at: token.offset)
            case .key where isIndentless, .value where isIndentless: return empty(at: token.offset)
            default: return .node(mayBeIndentless: false)
            }
        case .blockEnd where !isIndentless:
            _ = try scanner.next()
            return close()
        default:
            guard isIndentless else {
                throw YAMLError(message: "expected `- `, the sequence's next element", offset: token.offset)
            }
            return close()
        }
    }

    private mutating func proceedMapping() throws(YAMLError) -> Step {
        let last = open.count - 1
        let token = try scanner.peek()
        if let key = open[last].key {
            guard token.kind == .value else { return empty(at: key.offset) }
            _ = try scanner.next()
            switch try scanner.peek().kind {
            case .key, .value, .blockEnd: return empty(at: token.offset)
            default: return .node(mayBeIndentless: true)
            }
        }
        switch token.kind {
        case .key:
            _ = try scanner.next()
            switch try scanner.peek().kind {
            case .key, .value, .blockEnd: return empty(at: token.offset)
            default: return .node(mayBeIndentless: true)
            }
        case .value: return empty(at: token.offset)
        case .blockEnd:
            _ = try scanner.next()
            return close()
        default:
            throw YAMLError(message: "expected a key, in the column of the mapping's others", offset: token.offset)
        }
    }

    private mutating func proceedFlow() throws(YAMLError) -> Step {
        let last = open.count - 1
        let isSequence = open[last].kind == .flowSequence
        let end: YAMLToken.Kind = isSequence ? .flowSequenceEnd : .flowMappingEnd
        if open[last].key != nil { return try flowValue(end) }
        var token = try scanner.peek()
        if open[last].hasEntries, token.kind != end {
            guard token.kind == .flowEntry else {
                throw YAMLError(
                    message: "expected `,` or `\(isSequence ? "]" : "}")`", offset: token.offset)
            }
            _ = try scanner.next()
            token = try scanner.peek()
        }
        if token.kind == end {
            _ = try scanner.next()
            return close()
        }
        open[last].hasEntries = true
        switch token.kind {
        case .flowEntry: throw YAMLError(message: "`,` without an entry before it", offset: token.offset)
        case .key where isSequence: return try push(.flowPair, token, nil, nil)
        case .value where isSequence: return try push(.flowPair, token, nil, nil)
        case .value: return empty(at: token.offset)
        case .key:
            _ = try scanner.next()
            switch try scanner.peek().kind {
            case .value, .flowEntry, end: return empty(at: token.offset)
            default: return .node(mayBeIndentless: false)
            }
        default: return .node(mayBeIndentless: false)
        }
    }

    /// The value of a flow mapping's key; a key alone has null.
    private mutating func flowValue(_ end: YAMLToken.Kind) throws(YAMLError) -> Step {
        let token = try scanner.peek()
        guard token.kind == .value else { return empty(at: token.offset) }
        _ = try scanner.next()
        switch try scanner.peek().kind {
        case .flowEntry, end: return empty(at: token.offset)
        default: return .node(mayBeIndentless: false)
        }
    }

    private mutating func proceedPair() throws(YAMLError) -> Step {
        let last = open.count - 1
        if open[last].key != nil { return try flowValue(.flowSequenceEnd) }
        guard open[last].members.isEmpty, open[last].merged.isEmpty else { return close() }
        let token = try scanner.peek()
        guard token.kind == .key else { return empty(at: token.offset) }
        _ = try scanner.next()
        switch try scanner.peek().kind {
        case .value, .flowEntry, .flowSequenceEnd: return empty(at: token.offset)
        default: return .node(mayBeIndentless: false)
        }
    }
}

extension JSONNode {
    /// The values of the tree.
    fileprivate var count: Int {
        var open = [self]
        var count = 0
        while let node = open.popLast() {
            count += 1
            open += node.elements ?? node.members?.map(\.value) ?? []
        }
        return count
    }
}
