import KurusJSON

/// Writes by a closure, so that each case shows the calls beside the text.
struct Written: JSONWritable {
    let body: @Sendable (inout JSONWriter) -> Void

    init(_ body: @escaping @Sendable (inout JSONWriter) -> Void) {
        self.body = body
    }

    func write(to writer: inout JSONWriter) {
        body(&writer)
    }

    var text: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }
}
