import Foundation
import KurusRuntime

/// A journal's file and its content in memory.
///
/// It must not be used by several tasks at once. The file's form:
///
/// 1. The header names the owner of the payouts.
/// 2. The key line: the journal's own key, wrapped under the account's secret (`WrappedKey`). A later one, written by
///    `rekey`, replaces it. It never changes the key itself.
/// 3. Orders and steps, each with its time, actor and token.
///
/// All but the header carry a code of `JournalChain`. A journal of the first version has neither key line nor codes;
/// its key was derived from the secret. The first line added to it follows a key line, which wraps that key and begins
/// the chain. The older lines keep their form, and the chain covers them.
struct JournalLog: BookKeeping, ~Copyable, Sendable {
    private var file: JournalFile
    var book = JournalBook()
    let key: JournalKey
    private let secret: JournalSecret
    private let identity: JournalIdentity
    private var chain = JournalChain()
    private var lineCount = 0
    private var hasKeyLine = false
    private let version: Int
    /// The error of a bad line, after which the book must not be used.
    private var failure: JournalError?

    /// Reads a file to its end.
    ///
    /// - Throws: `otherIdentity` and `otherSecret` when it belongs to another owner, `badLine`, `changed`.
    static func reading(
        _ file: consuming JournalFile, for identity: JournalIdentity, secret: JournalSecret
    ) throws(JournalError) -> JournalLog {
        let (lines, torn) = try file.readLines()
        let beginning = try Beginning(lines, torn, identity, secret, file.path)
        var log = JournalLog(
            file: file, key: beginning.key ?? .random(), secret: secret, identity: identity, version: beginning.version)
        try log.take(lines)
        return log
    }

    /// Whether a changed line cannot be detected: the file is of the first version, and no line of this version covers
    /// its lines yet.
    var isUncovered: Bool { version == 1 && !hasKeyLine }

    /// Whether the journal's first lines are written.
    var isBegun: Bool { lineCount > 0 && (version == 1 || hasKeyLine) }

    /// Reads what was written to the file since the last reading.
    mutating func catchUp() throws(JournalError) {
        if let failure { throw failure }
        try take(try file.readLines().lines)
    }

    /// Takes the file's lock and reads everything in the file. Returns false when another opening holds the lock.
    mutating func lock() throws(JournalError) -> Bool {
        guard try file.lock() else { return false }
        try catchUp()
        try file.cutTornEnd()
        return true
    }

    func unlock() {
        file.unlock()
    }

    /// Writes a line that has a time and an actor, under the file's lock.
    mutating func write(_ line: StoredLine) throws(JournalError) {
        var contents: [[UInt8]] = []
        if !hasKeyLine { contents.append(keyContent(secret, line.time ?? Date(), line.actor ?? "")) }
        try write(contents + [JSONWriter.bytes(of: line)])
        guard book.take(line) else { throw badLine }
    }

    /// Writes the journal's first lines, under the file's lock.
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

/// The first lines of a file, and the key that they lead to.
private struct Beginning {
    /// nil for a journal that has not begun.
    let key: JournalKey?
    let version: Int

    init(
        _ lines: [ArraySlice<UInt8>], _ torn: ArraySlice<UInt8>, _ identity: JournalIdentity, _ secret: JournalSecret,
        _ path: String
    ) throws(JournalError) {
        guard let first = lines.first else {
            // A crash leaves the beginning of a journal's first line; any other content belongs to another program.
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
