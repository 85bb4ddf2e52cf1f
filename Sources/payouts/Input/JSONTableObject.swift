import KurusRuntime

/// What stands around the rows of a JSON file: nothing, or an object whose member `items` they are.
struct JSONTableObject {
    /// Where the rows begin, or what stands there in their place; nil where there are none.
    private(set) var itemsOffset: Int?
    private(set) var isObject = false
    /// What is wrong with the object's members.
    private(set) var problems: [(message: String, offset: Int)] = []
    /// What ended the reading of the object. It may be in the rows.
    private(set) var error: JSONError?

    /// Looks at what is around the rows, and passes over them.
    init(around bytes: [UInt8]) {
        guard let start = bytes.firstIndex(where: { !Self.isSpace($0) }), bytes[start] == UInt8(ascii: "{") else {
            itemsOffset = 0
            return
        }
        isObject = true
        do throws(JSONError) {
            try JSONReader.withReader(of: bytes) { (reader) throws(JSONError) in try read(&reader) }
            if itemsOffset == nil { problems.append(("the member ‘items’ is missing", start)) }
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            if key.string == "items" {
                itemsOffset = reader.offset
            } else {
                // Its name may be a person's, by which rows can be told apart in other files.
                problems.append(
                    ("a member other than ‘items’; an object around the rows has that member alone", reader.keyOffset))
            }
            try reader.skip()
        }
    }

    /// RFC 8259 §2.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
