import KurusRuntime

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
