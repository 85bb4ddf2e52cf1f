import KurusRuntime

/// Ties every line of a journal's file to all lines before it.
///
/// The code of a line is HMAC-SHA256 under the journal's key over the code of the line before it and the line itself,
/// without its own member `chain`. The first line follows nothing. Lines of the first version, and the file's first line,
/// carry no code and are counted in all the same, so that the first line that carries one covers them. A changed, missing
/// or inserted line is seen at itself, or else at the first line behind it that carries a code; a last line that was cut
/// off cannot be seen.
package struct JournalChain {
    /// Of the last line.
    private var code: [UInt8] = []
    /// Whether a line carried a code: from there on, every line has to.
    private(set) var isCarried = false

    private static let member = Array(#","chain":""#.utf8)
    private static let end = Array(#""}"#.utf8)
    private static let brace = UInt8(ascii: "}")
    /// The bytes of the member and of what closes the line.
    private static let length = member.count + 64 + end.count

    package init() {}

    /// Takes in a line that was read.
    ///
    /// - Returns: the line without its code; nil where the code is wrong, or missing behind a line that had one.
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

    /// The line to write for content, which is one JSON object.
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

/// The first line of a journal's file: whose payouts it keeps.
struct JournalHeader: JSONReadable, JSONWritable {
    /// 2 for a journal that this version began; 1 for one whose first lines have no time, actor, token and code.
    let version: Int
    /// The account that it was begun for; a key line tells whose it is since.
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
