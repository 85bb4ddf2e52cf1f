import KurusJSON

/// The first line of a journal's file.
struct JournalHeader: JSONReadable, JSONWritable {
    /// What this version writes, and the only one that it reads.
    private static let version = 1

    let identity: JournalIdentity

    init(_ identity: JournalIdentity) {
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
        guard version == Self.version else { throw JSONError(.notRepresentable(type: "JournalHeader"), offset: start) }
        identity = JournalIdentity(
            provider: try reader.require(provider, "provider"), host: try reader.require(host, "host"),
            keyFingerprint: try reader.require(key, "key"))
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("version", Self.version)
            writer.member("provider", identity.provider)
            writer.member("host", identity.host)
            writer.member("key", identity.keyFingerprint)
        }
    }
}
