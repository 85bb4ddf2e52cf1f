import KurusRuntime

/// Binds every line of a journal's file to all lines before it.
///
/// The code of a line is HMAC-SHA256 under the journal's key over the code of the line before it and the line itself,
/// without its own member `chain`. Lines of the first version, and the file's first line, carry no code but are
/// included, so that the first line with a code covers them. A changed, missing or inserted line is detected at itself
/// or at the next line that carries a code. The loss of the last lines cannot be detected.
package struct JournalChain {
    /// The code of the last line.
    private var code: [UInt8] = []
    /// Whether a line carried a code; every later line must carry one.
    private(set) var isCarried = false

    private static let member = Array(#","chain":""#.utf8)
    private static let end = Array(#""}"#.utf8)
    private static let brace = UInt8(ascii: "}")
    /// The length of the member and the end of the line.
    private static let length = member.count + 64 + end.count

    package init() {}

    /// Adds a line that was read.
    ///
    /// - Returns: The line without its code; nil when the code is wrong, or missing after a line that had one.
    package mutating func take(_ line: ArraySlice<UInt8>, _ key: JournalKey) -> [UInt8]? {
        guard let (content, carried) = Self.parts(of: line) else {
            guard !isCarried else { return nil }
            let content = Array(line)
            code = key.code([code, content])
            return content
        }
        let expected = key.code([code, content])
        guard carried.elementsEqual(Hexadecimal.ascii(expected)) else { return nil }
        code = expected
        isCarried = true
        return content
    }

    /// Returns the line to write for content, which is one JSON object.
    package mutating func line(of content: [UInt8], _ key: JournalKey) -> [UInt8] {
        code = key.code([code, content])
        isCarried = true
        return content.dropLast() + Self.member + Hexadecimal.ascii(code) + Self.end
    }

    private static func parts(of line: ArraySlice<UInt8>) -> (content: [UInt8], code: ArraySlice<UInt8>)? {
        guard line.count > length, line.suffix(2) == end[...] else { return nil }
        let start = line.endIndex - length
        guard line[start..<start + member.count] == member[...] else { return nil }
        return (line[..<start] + [brace], line[(start + member.count)..<(line.endIndex - end.count)])
    }
}

/// The first line of a journal's file, which names its owner.
struct JournalHeader: JSONReadable, JSONWritable {
    /// 2 for a journal begun by this version; 1 for one whose first lines have no time, actor, token and code.
    let version: Int
    /// The account for which it was begun; a key line names the current one.
    let identity: JournalIdentity

    init(_ identity: JournalIdentity) {
        version = 2
        self.identity = identity
    }

    init(from reader: inout JSONReader) throws(JSONError) {
        let start = reader.offset
        var version: Int?
        var provider: String?
        var host: String?
        var key: String?
        while let name = try reader.nextKey() {
            switch name {
            case "version": version = try reader.read(Int.self)
            case "provider": provider = try reader.read(String.self)
            case "host": host = try reader.read(String.self)
            case "key": key = try reader.read(String.self)
            default: try reader.skip()
            }
        }
        guard let version, 1...2 ~= version else {
            throw JSONError(.notRepresentable(type: "JournalHeader"), offset: start)
        }
        self.version = version
        identity = JournalIdentity(
            provider: try reader.require(provider, "provider"), host: try reader.require(host, "host"),
            keyFingerprint: try reader.require(key, "key"))
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("version", version)
            writer.member("provider", identity.provider)
            writer.member("host", identity.host)
            writer.member("key", identity.keyFingerprint)
        }
    }
}
