import Foundation
import KurusRuntime

/// A journal's file and what memory has of it: its lines in, its lines out.
///
/// Not safe to use from several tasks at once; its owner sees to that. The file's form:
///
/// 1. The header: whose payouts it keeps.
/// 2. The key line: the journal's own key, wrapped under the account's secret (`WrappedKey`). A later one, written by
///    `rekey`, counts in its place. It never changes the key itself.
/// 3. Orders and steps, each with its time, actor and token.
///
/// All but the header carry a code of `JournalChain`. A journal of the first version has neither key line nor codes: its
/// key is the one that the first version made from the secret. The first line that is written to it comes behind a key
/// line, which wraps that key and begins the chain; the older lines keep their form, and the chain covers them.
struct JournalLog: ~Copyable, Sendable {
    private var file: JournalFile
    private(set) var book = JournalBook()
    let key: JournalKey
    private let secret: JournalSecret
    private let identity: JournalIdentity
    private var chain = JournalChain()
    private var lineCount = 0
    private var hasKeyLine = false
    private let version: Int
    /// What was wrong with a line: the book is not to be used from there on.
    private var failure: JournalError?

    private init(
        _ file: consuming JournalFile, _ key: JournalKey, version: Int, _ identity: JournalIdentity,
        _ secret: JournalSecret
    ) {
        self.file = file
        self.key = key
        self.version = version
        self.identity = identity
        self.secret = secret
    }

    /// Reads a file to its end.
    ///
    /// - Throws: `otherIdentity` and `otherSecret` where it is somebody else's, `badLine`, `changed`.
    static func reading(
        _ file: consuming JournalFile, for identity: JournalIdentity, secret: JournalSecret
    ) throws(JournalError) -> JournalLog {
        let (lines, torn) = try file.readLines()
        let beginning = try Beginning(lines, torn, identity, secret, file.path)
        var log = JournalLog(
            file, beginning.key ?? .random(), version: beginning.version, identity, secret)
        try log.take(lines)
        return log
    }

    /// Whether nothing in the file shows that a line was changed: it is of the first version, and no line of this one
    /// covers its lines yet.
    var isUncovered: Bool { version == 1 && !hasKeyLine }

    /// Whether it has what a journal begins with.
    var isBegun: Bool { lineCount > 0 && (version == 1 || hasKeyLine) }

    /// Takes in what was written to the file since it was read last.
    mutating func catchUp() throws(JournalError) {
        if let failure { throw failure }
        try take(try file.readLines().lines)
    }

    /// Takes the file's lock, with everything read that is in the file; false when somebody else has it.
    mutating func lock() throws(JournalError) -> Bool {
        guard try file.lock() else { return false }
        try catchUp()
        try file.cutTornEnd()
        return true
    }

    func unlock() {
        file.unlock()
    }

    mutating func verdict(on recording: OrderRecording, at now: Date) -> JournalBook.RecordingVerdict {
        book.verdict(on: recording, at: now)
    }

    mutating func earlierItems(_ query: RepeatQuery, at now: Date) -> EarlierItems {
        book.earlierItems(query, at: now)
    }

    /// Writes a line that has a time and an actor, under the file's lock.
    mutating func write(_ line: StoredLine) throws(JournalError) {
        var contents: [[UInt8]] = []
        if !hasKeyLine { contents.append(keyContent(secret, line.time ?? Date(), line.actor ?? "")) }
        try write(contents + [JSONWriter.bytes(of: line)])
        guard book.take(line) else { throw badLine }
    }

    /// Writes what a journal begins with, under the file's lock.
    mutating func begin(at time: Date, actor: String) throws(JournalError) {
        if lineCount == 0 {
            let header = JSONWriter.bytes(of: JournalHeader(identity))
            _ = chain.take(header[...], key)
            lineCount = 1
            try write([keyContent(secret, time, actor)], behind: [header])
        } else {
            try write([keyContent(secret, time, actor)])
        }
    }

    /// Wraps the key under another secret, under the file's lock.
    mutating func rewrap(under secret: JournalSecret, at time: Date, actor: String) throws(JournalError) {
        try write([keyContent(secret, time, actor)])
    }

    private func keyContent(_ secret: JournalSecret, _ time: Date, _ actor: String) -> [UInt8] {
        let wrapped = WrappedKey(key, under: secret, of: identity)
        return JSONWriter.bytes(of: KeyLine(wrapped, for: secret.fingerprint, time: time, actor: actor))
    }

    private mutating func write(_ contents: [[UInt8]], behind first: [[UInt8]] = []) throws(JournalError) {
        var chain = chain
        let lines = contents.map { chain.line(of: $0, key) }
        try file.append(first + lines)
        self.chain = chain
        lineCount += lines.count
        hasKeyLine = hasKeyLine || contents.contains { KeyLine.isOne($0) }
    }
}

extension JournalLog {
    private mutating func take(_ lines: [ArraySlice<UInt8>]) throws(JournalError) {
        do {
            for line in lines {
                lineCount += 1
                try take(line)
            }
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(JournalError) {
        guard let content = chain.take(line, key) else { throw .changed(path: file.path, line: lineCount) }
        if lineCount == 1 { return }
        if KeyLine.isOne(content) {
            guard chain.isCarried, (try? JSONReader.read(KeyLine.self, from: content)) != nil else { throw badLine }
            hasKeyLine = true
            return
        }
        guard let stored = try? JSONReader.read(StoredLine.self, from: content),
            (stored.time != nil) == chain.isCarried, chain.isCarried || version == 1, book.take(stored)
        else { throw badLine }
    }

    private var badLine: JournalError { .badLine(path: file.path, line: lineCount) }
}

/// What a file begins with, and the key that it leads to.
private struct Beginning {
    /// nil for a journal that is not begun.
    let key: JournalKey?
    let version: Int

    init(
        _ lines: [ArraySlice<UInt8>], _ torn: ArraySlice<UInt8>, _ identity: JournalIdentity, _ secret: JournalSecret,
        _ path: String
    ) throws(JournalError) {
        guard let first = lines.first else {
            // What a crash leaves of a journal's first line is its beginning; anything else is somebody else's file.
            let header = JSONWriter.bytes(of: JournalHeader(identity))
            guard header.starts(with: torn) else { throw .badLine(path: path, line: 1) }
            (key, version) = (nil, 2)
            return
        }
        guard let header = try? JSONReader.read(JournalHeader.self, from: Array(first)) else {
            throw .badLine(path: path, line: 1)
        }
        version = header.version
        let keyLine = try Self.lastKeyLine(lines, path)
        let found = JournalIdentity(
            provider: header.identity.provider, host: header.identity.host,
            keyFingerprint: keyLine?.fingerprint ?? header.identity.keyFingerprint)
        guard found == identity else { throw .otherIdentity(path: path, expected: identity, found: found) }
        guard let keyLine else {
            guard header.version == 1 || lines.count == 1 else { throw .badLine(path: path, line: 2) }
            key = header.version == 1 ? secret.firstVersionKey : nil
            return
        }
        guard let unwrapped = keyLine.wrapped.key(under: secret, of: identity) else {
            throw .otherSecret(path: path, fingerprint: keyLine.fingerprint)
        }
        key = unwrapped
    }

    private static func lastKeyLine(_ lines: [ArraySlice<UInt8>], _ path: String) throws(JournalError) -> KeyLine? {
        guard let place = lines.lastIndex(where: { KeyLine.isOne($0) }) else { return nil }
        guard let line = try? JSONReader.read(KeyLine.self, from: Array(lines[place])) else {
            throw .badLine(path: path, line: place + 1)
        }
        return line
    }
}
