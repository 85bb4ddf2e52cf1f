public import KurusJSON

// A line of the file: one JSON object, its member `entry` the kind. A kind or member that is not known is an error: an
// entry of a newer version must not be passed over when money depends on it.
extension JournalEntry: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        let start = reader.offset
        let line = try JournalLine(from: &reader)
        guard let entry = line.entry else { throw JSONError(.notRepresentable(type: "JournalEntry"), offset: start) }
        self = entry
    }

    public func write(to writer: inout JSONWriter) {
        JournalLine(self).write(to: &writer)
    }
}
