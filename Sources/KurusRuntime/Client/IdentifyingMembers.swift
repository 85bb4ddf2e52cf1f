import KurusJSON

/// The string members of an object that identify a request; everything else of it is skipped.
struct IdentifyingMembers {
    private(set) var values: [String: String] = [:]

    init(_ names: [String], in bytes: [UInt8]) {
        let found: [String: String]? = try? JSONReader.withReader(of: bytes) { reader throws(JSONError) in
            var found: [String: String] = [:]
            while let key = try reader.nextKey() {
                let name = key.string
                if names.contains(name), try reader.peekKind() == .string {
                    found[name] = try reader.read(String.self)
                } else {
                    try reader.skip()
                }
            }
            return found
        }
        values = found ?? [:]
    }
}
